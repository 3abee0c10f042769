"""Check that the wheel in a folder holds what the program needs beside its modules.

usage: python .ci/wheel.py FOLDER
"""

import re
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

wheel = zipfile.ZipFile(next(Path(sys.argv[1]).glob("*.whl")))
names = wheel.namelist()
page = wheel.read(next(name for name in names if name.endswith(".dist-info/METADATA"))).decode()
if broken := re.findall(r"\]\((?!https?:|#)[^)]*\)", page):
    sys.exit(f"a package index cannot show {broken}")
missing = [wanted for wanted in WANTED if wanted not in names]
stray = [name for name in names if name.startswith(("tests/", ".ci/"))]
if missing or stray:
    sys.exit(f"the wheel lacks {missing}, and holds {stray} besides")
