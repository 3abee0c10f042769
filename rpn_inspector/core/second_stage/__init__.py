"""Stages after the proposals: a proposal in the anchor's place, with labels, targets and losses once more."""
