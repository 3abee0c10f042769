"""Draw parts of the demo's audit report, as Chromium shows them, into docs/pictures.

usage: python tools/make_report_pictures.py [FOLDER]
Needs the extras `report` and `pictures`, the dependency group `browser`, Chromium and its driver. docs/audit.md shows
the pictures.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

import cv2
import numpy as np
from selenium import webdriver

from rpn_inspector.cli.program import main

ROOT = Path(__file__).resolve().parents[1]
DEMO = ("resources/demo", "--recipe")
# name of the picture, the first element it shows and the one it ends before
PARTS = {
    "audit_report": ("h1", "#groups"),
    "audit_ends": ("#ends", "#ends ~ h3:nth-of-type(3)"),
    "audit_suggested": ("#suggested", "#suggested ~ h3"),
    "audit_worst": ("#findings", "#worst tbody tr:nth-child(4)"),
    "audit_baseline": ("h1", "#charts"),
}
WIDTH, GAP = 1300, 12


def made(folder: Path) -> dict[str, Path]:
    """Return the report of each picture."""
    old, new, lost = folder / "old", folder / "new", folder / "lost"
    main(["audit", DEMO[0], DEMO[1], "torchvision-fpn", "--suggest", "--output", str(old)])
    main(["audit", DEMO[0], DEMO[1], "demo", "--baseline", str(old / "audit.json"), "--output", str(new)])
    main(
        ["audit", DEMO[0], DEMO[1], "demo", "--predictions", f"{DEMO[0]}/predictions/early.rpn", "--output", str(lost)]
    )
    others = {"audit_baseline": new, "audit_ends": lost}
    return {name: others.get(name, old) / "report.html" for name in PARTS}


def draw(into: Path) -> None:
    """Draw every picture into a folder."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},900"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
    try:
        with tempfile.TemporaryDirectory() as folder:
            for name, page in made(Path(folder)).items():
                browser.get(page.as_uri())
                top, bottom, left, right = browser.execute_script(
                    "const box = one => document.querySelector(one).getBoundingClientRect();"
                    "const [first, last, all] = [...arguments, 'main'].map(box);"
                    "return [first.top + scrollY, last.top + scrollY, all.left, all.right]",
                    *PARTS[name],
                )
                clip = {"x": left - GAP, "y": top - GAP, "width": right - left + 2 * GAP, "height": bottom - top + GAP}
                shot = browser.execute_cdp_cmd(
                    "Page.captureScreenshot",
                    {"format": "png", "captureBeyondViewport": True, "clip": clip | {"scale": 1}},
                )
                pixels = cv2.imdecode(np.frombuffer(base64.b64decode(shot["data"]), np.uint8), 1)
                cv2.imwrite(str(into / f"{name}.jpg"), pixels, [cv2.IMWRITE_JPEG_QUALITY, 88])
    finally:
        browser.quit()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
