"""Coverage for a program to read: what is missing first."""

from __future__ import annotations

from synth.protocols import Protocol
from synth.records.survey import BOTH, Survey
from synth.report.floor import in_json, shown
from synth.report.sheets.coverage_words import gap_words, leans_words, saturation_words, why_words


def coverage_facts(survey: Survey, protocol: Protocol, floor: int) -> dict[str, object]:
    """Return gaps, corners, people, balance and saturation; counts are cut to the floor."""
    overall = next(s for s in survey.saturation if s.side == BOTH)
    return {
        "gaps": [
            {"kind": g.kind, "status": g.status, "corner": g.corner, "side": g.side,
             "role_group": g.role_group, "text": gap_words(g, protocol)}
            for g in survey.gaps
        ],
        "corners": [
            {"corner": c.cell.corner, "side": str(c.cell.side), "status": c.cell.status,
             "because": why_words(c, floor)}
            for c in survey.corners
        ],
        "ask_next": [
            {"gap": gap_words(r.gap, protocol), "roles": list(r.roles),
             "questions": list(r.questions)}
            for r in survey.requests
        ],
        "interviews": survey.interviews,
        "planned": list(survey.plan),
        "people": {s: in_json(shown(n, floor)) for s, n in sorted(survey.people.items())},
        "saturation": {"new": list(overall.new), "share": overall.share,
                       "text": saturation_words(overall)},
        "balance": list(leans_words(survey, protocol, floor)),
    }  # fmt: skip
