"""Check that the wheel in a folder holds what the program needs beside its modules.

usage: python .ci/wheel.py FOLDER
"""

import sys
import zipfile
from pathlib import Path

WANTED = (
    "rpn_inspector/py.typed",
    "rpn_inspector/resources/recipes/torchvision-fpn.toml",
    "rpn_inspector/resources/demo/annotations.json",
    "rpn_inspector/resources/demo/model.onnx",
    "rpn_inspector/resources/help/glossary.md",
    "rpn_inspector/resources/report/page.html",
)

names = zipfile.ZipFile(next(Path(sys.argv[1]).glob("*.whl"))).namelist()
missing = [wanted for wanted in WANTED if wanted not in names]
stray = [name for name in names if name.startswith(("tests/", ".ci/"))]
if missing or stray:
    sys.exit(f"the wheel lacks {missing}, and holds {stray} besides")
