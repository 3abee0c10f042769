"""An audit as files: tables, a summary for a pull request, and a page to read in a browser, without Qt."""
