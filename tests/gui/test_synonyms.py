"""The palette finds commands by the words people bring along, and says what each recipe is."""

from rpn_inspector.core.recipe import list_recipes, load_recipe, shipped_words
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
    "suppressed": {"Proposals", "Funnel panel", "Tables panel"},
    "fate": {"Proposals", "Funnel panel", "Tables panel"},
    "nms": {"Proposals", "Funnel panel", "Edit the recipe…"},
    "kept": {"Proposals", "Funnel panel"},
    "low quality": {"Edit the recipe…", "Audit the whole dataset", "Glossary"},
    "low-quality": {"Edit the recipe…", "Audit the whole dataset", "Glossary"},
    "t*": {"The maths", "Inspector panel", "Plots panel"},
    "smooth L1": {"The maths", "Inspector panel", "Edit the recipe…"},
    "beta": {"The maths", "Edit the recipe…"},
    "lambda": {"The maths", "Edit the recipe…"},
    "funnel": {"Funnel panel"},
    "calibration": {"Audit the whole dataset"},
    "audit": {"Audit the whole dataset"},
    "why": {"Inspector panel"},
    "csv": {"Tables panel", "Export decoded boxes…"},
}


def test_other_words_find_their_commands_and_every_recipe_says_what_it_is(window):
    commands = window.menus.commands()
    texts = {command.text for command in commands}
    assert set(SYNONYMS) <= texts, "no synonym of a command that is gone"
    assert "none yet" not in texts, "no command, but what an empty menu says"
    for query, wanted in FOUND.items():
        found = {row.command.text for row in ranked(commands, query) if row.command is not None}
        assert wanted <= found, query
    notes = {command.text: command.note for command in commands}
    for name in list_recipes():
        assert load_recipe(name).summary.startswith("For "), "says when to choose it"
        assert notes[name] == shipped_words(name) == f"{load_recipe(name).title}. {load_recipe(name).summary}"
