"""The palette finds commands by the words people bring along, and says what each recipe is."""

from rpn_inspector.core.recipe import list_recipes, load_recipe, shipped_title
from rpn_inspector.gui.commands.command_registry import ranked
from rpn_inspector.gui.commands.synonyms import SYNONYMS

FOUND = {
    "coco": {"Open a dataset folder…", "Export decoded boxes…"},
    "png": {"Save the view…", "Copy the view"},
    "screenshot": {"Save the view…", "Copy the view"},
    "theme": {"Light", "Dark", "As the system"},
    "anchor sizes": {"Edit the recipe…"},
    "shortcuts": {"Keys"},
    "heatmap": {"Heat of best IoU", "Heat of loss"},
}


def test_other_words_find_their_commands_and_every_recipe_says_what_it_is(window):
    commands = window.menus.commands()
    texts = {command.text for command in commands}
    assert set(SYNONYMS) <= texts, "no synonym of a command that is gone"
    for query, wanted in FOUND.items():
        found = {row.command.text for row in ranked(commands, query) if row.command is not None}
        assert wanted <= found, query
    notes = {command.text: command.note for command in commands}
    for name in list_recipes():
        assert notes[name] == load_recipe(name).title == shipped_title(name) != ""
