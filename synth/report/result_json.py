"""synthesis.json: the whole result, versioned, everything that the report says and why."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from typing import Any

from synth.records.decisions import Ruling
from synth.records.evidence import Passage, Signal, Theme
from synth.records.findings import Action, CornerFindings, Finding, SignalRate
from synth.records.promises import Promise
from synth.records.synthesis import SCHEMA
from synth.report.compose import quoted_passages
from synth.report.coverage_rows import CoverageRow, coverage_rows
from synth.report.floor import in_json, shown, shown_mentions, shown_total
from synth.report.ledger_pages import quoted, words_shown
from synth.report.score_pages import score_json
from synth.report.source import Source


def result_json(source: Source) -> bytes:
    """Return synthesis.json: keys in the order of the contract, counts cut to the floor."""
    synthesis, shown = source.synthesis, quoted_passages(source)
    result = {
        "schema": SCHEMA,
        "status": synthesis.heading.status,
        "review": _review(source),
        "overview": list(synthesis.overview),
        "corners": [_corner(source, corner) for corner in synthesis.corners],
        "themes": [_theme(source, theme) for theme in synthesis.themes],
        "signals": _rates(source, synthesis.rates),
        "promises": [_promise(source, promise) for promise in synthesis.promises],
        "promise_tally": _tallies(source),
        "actions": [_action(action) for action in synthesis.actions],
        "coverage": [_coverage(row) for row in coverage_rows(source)],
        "scorecard": [score_json(scored) for scored in synthesis.scorecard],
        "decisions": [_ruling(ruling) for ruling in synthesis.rulings],
        "skipped": _skipped(source),
        "evidence": {
            "passages": [_passage(source, passage, shown) for passage in synthesis.passages],
            "signals": [_signal(signal) for signal in synthesis.signals],
        },
        "provenance": dict(sorted(synthesis.provenance.items())),
    }
    text = json.dumps(result, ensure_ascii=False, indent=2) + "\n"
    return text.encode("utf-8", "replace")


def _people(source: Source, people: int) -> int | str:
    return in_json(shown(people, source.floor))


def _mentions(source: Source, mentions: int, people: int) -> int | str:
    return in_json(shown_mentions(mentions, people, source.floor))


def _review(source: Source) -> dict[str, Any]:
    heading = source.synthesis.heading
    return {
        "alliance": heading.alliance,
        "cycle": heading.cycle,
        "date": heading.date,
        "protocol": heading.protocol,
        "protocol_name": heading.protocol_name,
        "phase": heading.phase,
        "kind": heading.kind,
        "min_people": heading.min_people,
        "interviews": heading.interviews,
        "people_a": _people(source, heading.people_a),
        "people_b": _people(source, heading.people_b),
        "people_unknown": _people(source, heading.people_unknown),
        "assumptions": list(heading.assumptions),
    }


def _corner(source: Source, corner: CornerFindings) -> dict[str, Any]:
    def items(findings: Iterable[Finding]) -> list[dict[str, Any]]:
        return [_finding(source, finding) for finding in findings]

    return {
        "id": corner.corner,
        "name": source.corner_name(corner.corner),
        "rating": corner.rating,
        "draft_rating": corner.draft_rating,
        "because": corner.because,
        **({"draft_because": corner.draft_because} if corner.draft_because else {}),
        "summary": corner.summary,
        "strengths": items(corner.strengths),
        "concerns": items(corner.concerns),
        "patterns": items(corner.patterns),
        "outliers": items(corner.outliers),
    }


def _finding(source: Source, finding: Finding) -> dict[str, Any]:
    quotes = [
        {"passage": q.passage, "text": q.text, "side": source.side_shown(q.passage, q.side)}
        for q in finding.quotes
    ]
    return {
        "id": finding.id,
        "kind": finding.kind,
        "text": finding.text,
        "people": _people(source, len(set(finding.people))),
        "sides": [] if finding.kind == "outlier" else [str(side) for side in finding.sides],
        "quotes": quotes,
        "because": finding.because,
        **_drafted(finding.drafted),
    }


def _theme(source: Source, theme: Theme) -> dict[str, Any]:
    people, floor = source.theme_people(theme), source.floor
    return {
        "id": theme.id,
        "label": theme.label,
        "keywords": list(theme.keywords),
        "passages": list(theme.passages),
        "people": in_json(shown_total(people.values(), floor)),
        "people_a": _people(source, people.get("a", 0)),
        "people_b": _people(source, people.get("b", 0)),
        "corner": theme.corner,
        "stance": theme.stance,
        "because": theme.because,
        **_drafted(theme.drafted),
    }


def _rates(source: Source, rates: Iterable[SignalRate]) -> dict[str, dict[str, Any]]:
    by_kind: dict[str, dict[str, Any]] = {}
    for rate in sorted(rates, key=lambda r: (r.kind, r.side)):
        by_kind.setdefault(rate.kind, {})[str(rate.side)] = {
            "count": _mentions(source, rate.count, rate.people),
            "people": _people(source, rate.people),
            "per_1000": rate.per_1000,
            "low": rate.low,
            "high": rate.high,
        }
    return by_kind


def _promise(source: Source, promise: Promise) -> dict[str, Any]:
    mentions = quoted(source, promise)
    quotes = [
        {
            "passage": m.passage,
            "signal": m.signal,
            "state": m.state,
            "text": m.text,
            "side": source.side_shown(m.passage, str(m.side)),
        }
        for m in mentions
    ]
    return {
        "id": promise.id,
        "by": promise.by,
        "to": promise.to,
        "what": words_shown(source, promise),
        "due": promise.due if mentions else "",
        "state": promise.state,
        "disputed": promise.disputed,
        "versions": dict(promise.versions),
        "people": _people(source, len(promise.people)),
        "quotes": quotes,
        "because": promise.because,
    }


def _tallies(source: Source) -> dict[str, dict[str, Any]]:
    return {
        tally.by: {
            "kept": tally.kept,
            "broken": tally.broken,
            "unsettled": tally.unsettled,
            "people": _people(source, tally.people),
            "kept_share": tally.kept_share,
            "low": tally.low,
            "high": tally.high,
        }
        for tally in source.synthesis.tallies
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "id": action.id,
        "corner": action.corner,
        "text": action.text,
        "urgency": action.urgency,
        "impact": action.impact,
        "because": action.because,
        "answers": action.answers,
        "owner": action.owner,
        "date": action.date,
        **_drafted(action.drafted),
    }


def _drafted(words: str) -> dict[str, str]:
    """Return the program's own words beside the reviewer's; nothing where they stand."""
    return {"drafted": words} if words else {}


def _ruling(ruling: Ruling) -> dict[str, str]:
    return {
        "kind": ruling.kind,
        "what": ruling.what,
        "drafted": ruling.drafted,
        "decided": ruling.decided,
        "reason": ruling.reason,
    }


def _coverage(row: CoverageRow) -> dict[str, Any]:
    cell = row.cell
    return {
        "corner": cell.corner,
        "side": str(cell.side),
        "role_group": cell.role_group,
        "people": in_json(row.people),
        "passages": in_json(row.passages),
        "status": cell.status,
    }


def _skipped(source: Source) -> list[dict[str, Any]]:
    pairs = zip(source.synthesis.skipped_names, source.synthesis.skipped, strict=True)
    return [{"name": name, "turn": s.turn, "reason": s.reason} for name, s in pairs]


def _passage(source: Source, passage: Passage, shown: Container[str]) -> dict[str, Any]:
    tag = passage.tag
    return {
        "id": passage.id,
        "interview": passage.interview,
        "speaker": passage.speaker,
        "side": str(passage.side),
        "role_group": passage.role_group,
        "question": passage.question,
        "text": passage.text,
        "corner": tag.corner,
        "corner_p": round(tag.corner_p, 3),
        "stance": tag.stance,
        "stance_p": round(tag.stance_p, 3),
        "theme": source.theme_of.get(passage.id, ""),
        "because": tag.because,
        "quoted": passage.id in shown,
    }


def _signal(signal: Signal) -> dict[str, Any]:
    return {
        "id": signal.id,
        "passage": signal.passage,
        "kind": signal.kind,
        "side": str(signal.side),
        "about": signal.about,
        "text": signal.text,
        "because": signal.because,
    }
