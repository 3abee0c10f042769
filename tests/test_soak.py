"""The soak's own arithmetic, and the filters it takes turns with."""

import subprocess
import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"
CODE = """
import soak
from rpn_inspector.analysis.filter.filter import Filter

rounds = [{"memory_mib": 300 + 2 * at, "timers": 1 + (at == 8)} for at in range(10)]
assert soak.growth(rounds, 500) == {"memory_mib": 4.0, "timers": 0}, soak.growth(rounds, 500)
assert soak.growth(rounds[:7], 500)["memory_mib"] == 4.0
rounds = [{"memory_mib": 300, "timers": at} for at in range(10)]
assert soak.growth(rounds, 500) == {"memory_mib": 0.0, "timers": 4}, soak.growth(rounds, 500)
for text in soak.FILTERS:
    Filter.parse(text)
"""


def test_growth_is_that_of_a_line_and_each_filter_parses():
    subprocess.run([sys.executable, "-c", CODE], cwd=BENCHMARKS, check=True)
