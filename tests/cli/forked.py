"""Many runs of the program for one start: each is a fork of a process that has imported what they share."""

from __future__ import annotations

import json
import os
import subprocess
import sys

EACH = """
import json, os, sys
def each(run):
    found = []
    for case in json.loads(sys.argv[1]):
        reading, writing = os.pipe()
        if not (child := os.fork()):
            os.dup2(writing, 2)
            sys.exit(run(*case))
        os.close(writing)
        with open(reading, encoding="utf-8") as said:
            text = said.read()
        found.append((os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), text))
    print(json.dumps(found))
"""


def forked(code: str, cases: list[list[object]], **environment: str) -> list[tuple[int, str]]:
    """Return exit code and standard error of a run for each case.

    ``code`` imports what all share and calls ``each(run)``; ``run`` takes what a case holds, in a process of its own,
    and returns the exit code.
    """
    command = [sys.executable, "-c", EACH + code, json.dumps(cases)]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ | environment, timeout=600)
    assert done.returncode == 0, done.stderr.decode()
    return [tuple(found) for found in json.loads(done.stdout)]
