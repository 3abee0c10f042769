"""The modules of checks say as much about a failed assert as a test does."""

import pytest

pytest.register_assert_rewrite(
    "golden_cases", "golden_autoanchor", "golden_recipes", "golden_boxes", "golden_losses", "golden_outputs"
)
