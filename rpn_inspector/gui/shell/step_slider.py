"""The slider of the top row: a checkpoint of a timeline by training step."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from rpn_inspector.analysis.timeline import Timeline
from rpn_inspector.gui.widgets.i18n import tr
from rpn_inspector.gui.widgets.plain_label import PlainLabel
from rpn_inspector.gui.widgets.theme import px
from rpn_inspector.session.state import State


class StepSlider(QWidget):
    """Scrubs through the checkpoints of a timeline; hidden without a timeline."""

    scrubbed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        caption = PlainLabel(tr("Step"))
        caption.setObjectName("caption")
        self.slider, self.value = QSlider(Qt.Orientation.Horizontal), PlainLabel()
        self.slider.setFixedWidth(84)
        self.slider.setPageStep(1)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(tr("Step"))
        self.slider.setToolTip(tr("the checkpoint whose outputs are shown (, and .)"))
        self.value.setMinimumWidth(px(48))
        for widget in (caption, self.slider, self.value):
            row.addWidget(widget)
        self.slider.valueChanged.connect(self._moved)
        self.hide()

    @property
    def position(self) -> int:
        """Return the index of the chosen checkpoint in the timeline, from 0."""
        return self.slider.value()

    def render_state(self, state: State) -> None:
        """Move to the checkpoint shown."""
        timeline = state.timeline
        self.setVisible(timeline is not None)
        if timeline is None:
            return
        position = next((i for i, dump in enumerate(timeline.dumps) if dump is state.predictions), 0)
        # Else the slider would report the state's own position as the user's choice.
        self.slider.blockSignals(True)
        self.slider.setRange(0, len(timeline) - 1)
        self.slider.setValue(position)
        self.slider.blockSignals(False)
        self._say(timeline, position)

    def _say(self, timeline: Timeline, position: int) -> None:
        self.value.setText(f"{timeline.steps[position]:,}")
        self.slider.setAccessibleDescription(
            tr("step {step}, {place} of {count}").format(
                step=f"{timeline.steps[position]:,}", place=position + 1, count=len(timeline)
            )
        )

    def _moved(self, position: int) -> None:
        self.scrubbed.emit(position)
