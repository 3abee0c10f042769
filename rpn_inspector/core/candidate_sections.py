"""One candidate's answers in formulas: target, box, box loss, class loss, and the map it is pooled from."""

from __future__ import annotations

from dataclasses import replace

from rpn_inspector.core.box_loss_sections import balanced_section, decoded_section
from rpn_inspector.core.box_losses import DECODED
from rpn_inspector.core.candidate_facts import CandidateFacts
from rpn_inspector.core.candidate_tables import class_word
from rpn_inspector.core.formulas.section import Line, Section
from rpn_inspector.core.inspection import Inspection
from rpn_inspector.core.loss_sections import PER_CLASS, class_loss_line, cross_entropy_lines, smooth_section
from rpn_inspector.core.second_stage.result import StageResult
from rpn_inspector.core.text import Text, UserName

NO_CELL = ((0, 1.0), (0, 1.0))  # a proposal stands in no cell


def candidate_sections(inspection: Inspection, one: StageResult, facts: CandidateFacts) -> tuple[Section | None, ...]:
    """Return the five answers: target, box, box loss, class loss, level; None without outputs."""
    coder = one.stage.coder
    truth = inspection.gt[facts.gt] if facts.gt >= 0 else None
    if truth is None:
        words = Text("It belongs to no ground truth, so it has no target t* and no box loss.")
        target = Section(Text("What should the head say?"), Text("t* by proposal"), words=words)
    else:
        found = coder.forward(facts.box, truth, NO_CELL, facts.t_star)
        title, caption = Text("What should the head say?"), Text("t* by proposal")
        target = replace(_of_proposal(found), title=title, caption=caption)
    return (
        target,
        answer_section(inspection, one, facts),
        None if truth is None else box_section(inspection, one, facts),
        class_section(one, facts),
        level_section(one, facts),
    )


def answer_section(inspection: Inspection, one: StageResult, facts: CandidateFacts) -> Section | None:
    """Return the box in formulas, and which class's box a stage after goes on from; None without outputs."""
    if facts.t is None:
        return None
    found = _of_proposal(one.stage.coder.inverse(facts.box, facts.predicted, NO_CELL, facts.t))
    onward = goes_on(inspection, one, facts)
    return found if onward is None else replace(found, words=onward)


def goes_on(inspection: Inspection, one: StageResult, facts: CandidateFacts) -> Text | None:
    """Return by which class's box a proposal becomes one of the next stage's, None where no class decides."""
    names = list(inspection.stages)
    after = names[names.index(one.name) + 1 :][:1]
    row = int(one.row[facts.index])
    if not after or inspection.stages[after[0]].stage.over != "boxes" or facts.proposal < 0 or row < 0:
        return None
    if one.head is None or one.head.deltas.shape[1] == 1:
        return None
    kind = int(one.refines[row])
    said = {"stage": after[0], "name": UserName(class_word(inspection.sample, kind))}
    if one.recorded and facts.gt >= 0 and (one.sampled_positive == facts.index).any():
        return Text.of("It goes on to {stage} by the box of {name}, in training its ground truth's class.", **said)
    return Text.of("It goes on to {stage} by the box of {name}, the likeliest class.", **said)


def _of_proposal(section: Section) -> Section:
    """Return the formulas with p, the proposal, for a, the anchor."""
    lines = tuple(
        replace(line, latex=line.latex.replace("_a", "_p"), plain=str(line.plain).replace("_a", "_p"))
        for line in section.lines
    )
    return replace(section, lines=lines)


def box_section(inspection: Inspection, one: StageResult, facts: CandidateFacts) -> Section:
    """Return the box loss in formulas: of the decoded box, or of the coded coordinates."""
    spec = one.stage.loss
    if spec.box in DECODED:
        truth = None if facts.gt < 0 else inspection.gt[facts.gt]
        return decoded_section(spec, facts.predicted, truth, facts.r)
    section = balanced_section if spec.box == "balanced_l1" else smooth_section
    return section(spec, facts.difference, facts.r, one.stage.coder.coordinate_names)


def class_section(one: StageResult, facts: CandidateFacts) -> Section | None:
    """Return the class loss in formulas, None without outputs."""
    if facts.scores is None:
        return None
    title, loss = Text("What do the class scores cost?"), facts.class_loss
    softmax = one.stage.loss.objectness == "cross_entropy"
    if loss is None:
        words = Text("It is ignored, or the outputs have no column for its class: it costs nothing.")
        return Section(title, words=words)
    if not softmax:
        line = class_loss_line(one.stage.loss, facts.label, loss)
        return Section(title, lines=(line,), words=Text("A sigmoid per class, summed."))
    # of a sampled foreground the class's column, else the background's
    p = float(facts.scores[facts.kind]) if facts.label == 1 else float(1 - facts.scores.astype("float64").sum())
    place = len(facts.scores) + 1, facts.kind + 1 if facts.label == 1 else 0
    lines = cross_entropy_lines(one.stage.loss, facts.label, place, p, loss)
    words = Text("One softmax over all classes and the background.")
    return Section(title, "", *PER_CLASS["cross_entropy"], lines=lines, words=words)


def level_section(one: StageResult, facts: CandidateFacts) -> Section | None:
    """Return which map the box is pooled from, None where there is one map."""
    level = one.stage.level
    if len(level.names) < 2:
        return None
    x1, y1, x2, y2 = (float(edge) for edge in facts.box)
    width, height = x2 - x1, y2 - y1
    k = level.lowest + int(one.level[facts.index])
    latex = rf"k=\left\lfloor {level.level}+\log_2(\sqrt{{w_p h_p}}/{level.side:g})\right\rfloor"
    plain = f"k = ⌊{level.level} + log2(√(w_p h_p) / {level.side:g})⌋"
    numbers = f"√({width:.1f} · {height:.1f})"
    least, most = level.lowest, level.lowest + len(level.names) - 1
    words = Text.of("Held between {least} and {most}: it is pooled from {name}.", least=least, most=most,
                    name=facts.level)  # fmt: skip
    title = Text("Which map is it pooled from?")
    return Section(title, lines=(Line(latex, plain, numbers, str(k), float(k)),), words=words)
