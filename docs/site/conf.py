"""Sphinx's settings of the site; `python tools/make_site.py` lays out its sources and builds it."""

from pathlib import Path

from rpn_inspector import __version__

project, version, release = "rpn_inspector", __version__, __version__
copyright = "the authors of rpn_inspector"
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
# beside MyST for the pages that people read in the repository too: the notebooks' stored outputs are shown, never run
nb_execution_mode = "off"
myst_heading_anchors = 4
myst_enable_extensions = ["html_image"]
html_theme = "furo"
html_title = f"rpn_inspector {version}"
html_static_path: list[str] = []
html_search_scorer = str(Path(__file__).with_name("scorer.js"))
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"source_repository": "", "top_of_page_buttons": []}
default_role = "code"  # docstrings write names as Markdown does
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the texts say types and shapes
napoleon_numpy_docstring = False
exclude_patterns = ["docs/site"]
suppress_warnings = ["myst.header", "misc.highlighting_failure"]
