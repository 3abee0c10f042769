"""Datasets: from a path to a `Dataset`, in any format.

``formats`` holds one reader a format, each found by ``registry``; ``support`` what readers share. No analysis of
datasets, and no window.
"""
