"""The audit's findings in the words of the window."""

from __future__ import annotations

from rpn_inspector.analysis.audit.findings import KINDS
from rpn_inspector.core.finding_words import GT_FINDING_WORDS
from rpn_inspector.core.recipe import Recipe
from rpn_inspector.gui.widgets.i18n import titled, tr

ICONS = {
    "unknown_size": "octagon",
    "zero_size": "octagon",
    "untouched": "octagon",
    "positive_without_overlap": "octagon",
    "no_candidate": "octagon",
    "contested": "duplicate",
    "best_anchor_taken": "duplicate",
    "best_anchor_of_another": "duplicate",
    "low_quality_only": "information",
    "in_ignored_region": "information",
}
GRAVE = frozenset(kind for kind, name in ICONS.items() if name == "octagon")


def title(kind: str, recipe: Recipe) -> str:
    """Return a kind of finding in a few words, with the numbers of the recipe."""
    matcher = recipe.matcher
    words = {
        "unknown_size": tr("Picture of unknown size"),
        "zero_size": titled(GT_FINDING_WORDS["zero_size"]),
        "untouched": titled(GT_FINDING_WORDS["untouched"]),
        "positive_without_overlap": tr("Positive for no reason"),
        "no_candidate": titled(GT_FINDING_WORDS["no_candidate"]),
        "starved": titled(GT_FINDING_WORDS["starved"]),
        "contested": titled(GT_FINDING_WORDS["contested"]),
        "unmatched": titled(GT_FINDING_WORDS["unmatched"]),
        "best_anchor_taken": titled(GT_FINDING_WORDS["best_anchor_taken"]),
        "best_anchor_of_another": tr("Best anchor is another's"),
        "few_positives": tr("One or two positive anchors"),
        "low_quality_only": titled(GT_FINDING_WORDS["low_quality_only"]),
        "in_ignored_region": tr("In an ignored region"),
    }
    return words.get(kind, kind.replace("_", " ").capitalize()).format(**matcher.thresholds)


def meaning(kind: str, recipe: Recipe) -> str:
    """Return a kind's meaning and consequence in a sentence or two."""
    matcher = recipe.matcher
    words = {
        "unknown_size": tr("No size is annotated and no header tells one, so nothing of it is counted."),
        "zero_size": tr("Without width or height its target is −∞. It is in no other number here."),
        "untouched": tr("Its best IoU is 0, which every anchor has: the low-quality rule can make all positive."),
        "positive_without_overlap": tr(
            "A box that no anchor overlaps ties with all at IoU 0, which makes them positive."
        ),
        "no_candidate": tr("No point or anchor may be taken by it, whatever the network says: it is never learned."),
        "starved": tr("It has fewer candidates than the rule may take: less to learn it from than from others."),
        "contested": tr("All of its candidates are another ground truth's too, which may win them."),
        "unmatched": tr("No anchor becomes positive for it, so nothing learns to find it."),
        "best_anchor_taken": tr("Without a positive anchor, for its best one trains another ground truth."),
        "best_anchor_of_another": tr("Its best anchor trains another ground truth; it may have others."),
        "few_positives": tr("Little to learn from; each weighs much."),
        "low_quality_only": tr(matcher.low_quality_only).format(**matcher.thresholds),
        "in_ignored_region": tr("Half or more of it lies in a region that enters no loss."),
    }
    return words.get(kind, KINDS.get(kind, ""))
