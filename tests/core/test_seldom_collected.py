"""Reference cycles are looked for seldom in a command, as before afterwards, and not at all as the process ends."""

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


@pytest.mark.parametrize(("work", "printed"), [("with seldom_collected(): pass", ""), ("", "looked through")])
def test_nothing_is_looked_through_as_the_process_ends(work, printed):
    code = f"""
from rpn_inspector.core.garbage import seldom_collected
class Loop:
    def __del__(self, say=print):
        say("looked through")
{work}
loop = Loop()
loop.itself = loop
del loop
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (printed, "")
