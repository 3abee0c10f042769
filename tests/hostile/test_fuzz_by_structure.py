"""Mutants of every kind of file by structure, a few of each with a fixed seed: a reader reads, or refuses in one line.

``python tools/fuzz.py`` makes many more, by hand.
"""

import os
import random
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from fuzz import mutant, place_of, problem_of, targets

TARGETS = targets()
MUTANTS = int(os.environ.get("RPN_INSPECTOR_FUZZ", "20"))


@pytest.mark.parametrize("name", TARGETS)
def test_a_mutant_is_read_or_refused_in_one_line(name, tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    seed, reader = TARGETS[name]
    chance, path = random.Random(13), place_of(name, tmp_path)
    for number in range(MUTANTS):
        path.write_bytes(mutant(name, seed, chance))
        assert problem_of(reader, path) == "", number


def test_a_seed_itself_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path))
    for name in ("recipe.toml", "layout.toml", "lists.pkl", "dicts.pkl", "results.json", "settings.json"):
        seed, reader = TARGETS[name]
        path = place_of(name, tmp_path / name)
        path.write_bytes(seed)
        reader(path)
