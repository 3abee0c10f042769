"""Go: pictures, checkpoints, ground truths, anchors, findings."""

from __future__ import annotations

from functools import partial

from rpn_inspector.gui.commands.key_repeat import SummedSteps
from rpn_inspector.gui.commands.menus import Menus
from rpn_inspector.gui.commands.navigate import Navigator
from rpn_inspector.gui.commands.ports import ImageCommands, TrainingCommands
from rpn_inspector.gui.shell.docks import Docks
from rpn_inspector.gui.shell.step_slider import StepSlider


class GoMenu:
    """The Go menu."""

    def __init__(
        self,
        menus: Menus,
        navigate: Navigator,
        images: ImageCommands,
        docks: Docks,
        checkpoints: StepSlider,
        training: TrainingCommands,
    ) -> None:
        work, menu = menus.services.workspace, menus.menu("&Go")
        add = partial(menus.add, needs="dataset")
        add(menu, "Next image", lambda: navigate.next_image(+1), "Right", "D")
        add(menu, "Previous image", lambda: navigate.next_image(-1), "Left", "A")
        add(menu, "First image", lambda: navigate.next_image(-(10**9)), "Home")
        add(menu, "Last image", lambda: navigate.next_image(10**9), "End")
        add(menu, "Find an image", lambda: docks.reach("Images", images.filter), "Ctrl+F")
        add(menu, "Sort the images…", images.choose_sort)
        menu.addSeparator()
        add(menu, "Next checkpoint", lambda: work.scrub(checkpoints.position + 1), ".")
        add(menu, "Previous checkpoint", lambda: work.scrub(checkpoints.position - 1), ",")
        menu.addSeparator()
        menus.add(menu, "Follow a training…", training.ask)
        add(menu, "Pause a training, or follow on", training.pause, "Shift+Space")
        add(menu, "Newest step of a training", training.catch_up, "Shift+End")
        menu.addSeparator()
        add(menu, "Next ground truth", work.next_gt, "G")
        table = SummedSteps(navigate.next_anchor, menus.services.parent_widget)
        stack = SummedSteps(work.walk, menus.services.parent_widget)
        add(menu, "Next anchor in the table", lambda: table.ask(+1), "N")
        add(menu, "Previous anchor in the table", lambda: table.ask(-1), "P")
        add(menu, "Next anchor under the cursor", lambda: stack.ask(+1), "Down")
        add(menu, "Previous anchor under the cursor", lambda: stack.ask(-1), "Up")
        menu.addSeparator()
        add(menu, "Next place of the finding", lambda: images.step_finding(True))
        add(menu, "Previous place of the finding", lambda: images.step_finding(False))
