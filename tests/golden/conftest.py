"""The modules of checks say as much about a failed assert as a test does."""

from pathlib import Path

import pytest

pytest.register_assert_rewrite(*(file.stem for file in Path(__file__).parent.glob("golden_*.py")))
