"""Reference cycles are looked for seldom in a command, as before afterwards, and not at all as the program ends."""

import gc
import subprocess
import sys

import pytest

from rpn_inspector.core.garbage import SELDOM, seldom_collected


def test_thresholds_are_as_before_afterwards():
    usual = gc.get_threshold()
    with seldom_collected(), seldom_collected():
        assert gc.get_threshold()[0] == SELDOM
    assert gc.get_threshold() == usual
    with pytest.raises(KeyError), seldom_collected():
        raise KeyError
    assert gc.get_threshold() == usual


@pytest.mark.parametrize(
    ("run", "printed"),
    [("run()", ""), ("main()", "looked through"), ("main(['--version'])", "looked through")],
    ids=["as the program", "in another's process", "with arguments"],
)
def test_nothing_is_looked_through_as_the_program_ends(run, printed):
    code = f"""
import sys
from rpn_inspector.__main__ import main, run
class Loop:
    def __del__(self, say=print):
        say("looked through", file=sys.__stderr__)
import gc; gc.disable()  # as the process ends it looks all the same
loop = Loop()
loop.itself = loop
del loop
sys.argv = ["rpn-inspector", "--version"]
{run}
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.split()[0], done.stderr.strip()) == ("rpn-inspector", printed)
