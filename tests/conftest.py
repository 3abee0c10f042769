"""Every test gets its own settings folder and an off-screen Qt, unless it is run on a real X server."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

os.environ["QT_QPA_PLATFORM"] = "xcb" if os.environ.get("RPN_INSPECTOR_XCB") == "1" else "offscreen"

settings.register_profile("steady", deadline=None)  # a shared machine is slow now and then; a law is not
settings.register_profile("long", deadline=None, max_examples=1000)  # of .ci/long: --hypothesis-profile long
settings.load_profile("steady")

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("RPN_INSPECTOR_HOME", str(tmp_path_factory.mktemp("home")))


@pytest.fixture
def shared_data():
    if not SHARED.is_dir():
        pytest.skip("the shared datasets are not beside this checkout")
    return SHARED


@pytest.fixture
def no_progress(monkeypatch):
    """On a slow machine commands tell how far they are; a test of their last word is not about that."""
    monkeypatch.setattr("rpn_inspector.cli.console.QUIET", 3600.0)
