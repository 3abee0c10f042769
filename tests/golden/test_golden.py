"""Reference arrays made by the libraries themselves: every case of every family must come out.

``RPN_INSPECTOR_GOLDEN=DIR`` runs the same law on another folder of the same schema.
"""

import importlib
from pathlib import Path

import pytest
from golden_cases import CHECKS, SAID, cases

for file in sorted(Path(__file__).parent.glob("golden_*.py")):
    importlib.import_module(file.stem)  # registers its checks


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in cases()])
def test_case(case):
    """Run a case's check, which must look at every array and every parameter; words between are the reader's."""
    assert (case.kind, case.family) in CHECKS, f"{case.id}: no check for kind {case.kind!r} of family {case.family!r}"
    CHECKS[case.kind, case.family](case)
    numbers = {key for key, value in case.own.items() if not isinstance(value, str)}
    ignored = sorted((case.recorded.unread | (case.config.unread & numbers)) - SAID)
    assert ignored == [], f"{case.id}: nobody looked at these"


def test_the_folder_holds_cases():
    assert cases()
