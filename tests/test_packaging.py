"""Laws of what is given to strangers: the conda packages, the page of the index, and a program that calls nobody."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONDA = yaml.safe_load((ROOT / "packaging" / "conda" / "recipe.yaml").read_text())
OTHER_NAMES = {"pyside6-essentials": "pyside6", "opencv-python": "py-opencv"}
CALLS = """
import sys
called = []
sys.addaudithook(lambda event, values: called.append((event, str(values))) if event.startswith("socket.") else None)
from rpn_inspector.cli import main
for arguments in ({commands}):
    assert main(arguments) in (0, None), arguments
reaching = {{f"socket.{{name}}" for name in ("getaddrinfo", "gethostbyname", "connect", "bind")}}
named = [one for one in called if one[0] in reaching]
assert not named, named
"""


def minimum(requirement: str) -> tuple[str, str]:
    """Return name and lowest version of a requirement, by the names of conda-forge."""
    name, version = re.match(r"([\w-]+)\s*>=([\d.]+)", requirement).groups()
    return OTHER_NAMES.get(name.lower(), name.lower()), version


def test_the_conda_packages_require_what_the_project_does():
    base, window = (output["requirements"]["run"] for output in CONDA["outputs"])
    project = PROJECT["project"]
    wanted = [f"python {project['requires-python']}", *project["dependencies"]]
    assert sorted(map(minimum, base)) == sorted(map(minimum, wanted))
    assert {minimum(one) for one in window if "pin_subpackage" not in one} == {
        minimum(one) for one in project["optional-dependencies"]["gui"]
    }
    build = [minimum(one) for one in CONDA["outputs"][0]["requirements"]["host"] if ">=" in one]
    assert build == [minimum(one) for one in ["python >=3.11", *PROJECT["build-system"]["requires"]]]


def test_the_conda_package_starts_the_programs_the_project_names():
    project = PROJECT["project"]
    named = {**project["scripts"], **project["gui-scripts"]}
    assert CONDA["outputs"][0]["build"]["python"]["entry_points"] == [
        f"{name} = {call}" for name, call in named.items()
    ]


def test_the_index_shows_the_readme_without_pictures_and_places_it_has_not():
    text = (ROOT / "README.md").read_text()
    hook = PROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]
    shown = text
    for substitution in hook["substitutions"]:
        assert re.search(substitution["pattern"], shown), "a substitution that replaces nothing"
        shown = re.sub(substitution["pattern"], substitution["replacement"], shown)
    assert not re.findall(r"\]\((?!https?:|#)", shown)
    assert "![" not in shown
    assert set(re.findall(r"(?m)^#+ .*$", text)) == set(re.findall(r"(?m)^#+ .*$", shown))
    assert len(shown) > 0.9 * len(text)


@pytest.mark.skipif(sys.platform == "win32", reason="asyncio makes pairs of sockets there")
def test_nothing_is_asked_of_a_network(tmp_path):
    demo = str(ROOT / "resources" / "demo")
    commands = (
        ["--version"],
        ["inspect", demo, "-i", "street_03_overlapping", "-r", "demo", "-p", demo + "/predictions", "--json"],
        ["lint", demo],
        ["doctor"],
        ["demo", "--screenshot", str(tmp_path / "demo.png")],
    )
    code = CALLS.format(commands=", ".join(map(repr, commands)))
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "demo.png").is_file()
