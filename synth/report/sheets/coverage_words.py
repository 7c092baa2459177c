"""Coverage in words: every sentence of the coverage page, cut to the confidentiality floor."""

from __future__ import annotations

from typing import Final

from synth.protocols import Protocol
from synth.records.survey import BOTH, CornerCover, Gap, Saturation, Survey
from synth.report import wording
from synth.report.floor import in_short, spelled

SIDE: Final = {**wording.PARTNERS, "unknown": "people whose side is not known", BOTH: "both sides"}

_REASONS: Final = {
    "nobody": "nobody spoke of it",
    "doubtful": "hardly anything surely about it",
    "people": "too few people",
    "passages": "too little said",
    "words": "said in too few words",
    "roles": "people of one role only",
    "leading": "mostly in answer to leading questions",
}

_LITTLE: Final = "too little heard so far"
_LEANS: Final = {
    "one_person": "{corner}: known from {few} alone.",
    "one_side": "{corner}: known from {side} alone.",
    "one_role": "{corner}: known from people of one role alone.",
    "only_strengths": (
        "On {corner}, {side} voices strengths only. That may be true, or polite: ask for an "
        "example of something that went wrong."
    ),
    "only_concerns": (
        "On {corner}, {side} voices concerns only. Ask what works and should not be lost."
    ),
    "avoided": (
        "Fewer people of {side} speak of {corner} than of anything else. Hard subjects are the "
        "ones left out: ask again, one at a time."
    ),
}


def gap_words(gap: Gap, protocol: Protocol) -> str:
    """Return a gap as a phrase that may stand in a list."""
    if gap.kind == "side":
        return f"Nobody of {SIDE[gap.side]} has been heard"
    if gap.kind == "role" and gap.side:
        return f"Nobody from {role_words(gap.role_group)} of {SIDE[gap.side]} yet"
    if gap.kind == "role":
        return f"Nobody from {role_words(gap.role_group)} has been heard on either side"
    if gap.kind == "interviews":
        plan = protocol.coverage
        fewest, most = spelled(plan.plan_fewest), spelled(plan.plan_most)
        return f"Fewer people than the plan of {fewest} to {most}"
    name = protocol.corner(gap.corner).name
    where = "" if gap.side == "unknown" else f", {SIDE[gap.side]}"
    return f"{name}{where}: {wording.STATUSES[gap.status].lower()}"


def role_words(role: str) -> str:
    """Return a role group as a sentence names it."""
    plural = {"sponsor": "the sponsors", "alliance manager": "the alliance managers"}
    return plural.get(role, "people whose role is not told" if role == "untold" else role)


def why_words(cover: CornerCover, floor: int) -> str:
    """Return why a corner is not covered on a side, as far as it tells no hidden number."""
    if 0 < cover.cell.people < floor:
        return _LITTLE
    return "; ".join(_REASONS[reason] for reason in cover.reasons)


def leans_words(survey: Survey, protocol: Protocol, floor: int) -> tuple[str, ...]:
    """Return what is lopsided about the evidence, corners of one kind together.

    The tone of a side is not told where fewer people than the floor set it.
    """
    people = {(c.cell.corner, str(c.cell.side)): c.cell.people for c in survey.corners}
    kinds: dict[tuple[str, str], list[str]] = {}
    for lean in survey.leans:
        toned = lean.kind.startswith("only_")
        if not toned or people.get((lean.corner, lean.side), 0) >= floor:
            kinds.setdefault((lean.kind, lean.side), []).append(lean.corner)
    few = "one person" if floor <= 1 else f"fewer than {spelled(floor)} people"
    return tuple(
        _LEANS[kind].format(corner=_corners(corners, kind, protocol), few=few, side=SIDE.get(side))
        for (kind, side), corners in kinds.items()
    )


def _corners(corners: list[str], kind: str, protocol: Protocol) -> str:
    names = [protocol.corner(corner).name.lower() for corner in corners]
    told = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return told[:1].upper() + told[1:] if kind.startswith("one_") else told


def lead_words(survey: Survey, protocol: Protocol) -> str:
    """Return the answer in a sentence: may one go into the meeting, or what is missing first."""
    if survey.one_sided:
        return (
            f"Only one side has been heard: nobody of {SIDE[survey.one_sided]}. That is itself "
            "evidence worth talking about. What one side alone cannot show is not rated, and "
            "nothing here speaks for both."
        )
    if set(survey.people) <= {"unknown"}:
        return (
            "It is not known who sits on which side, so nothing can be said of both sides. "
            "Fill in the column side of people.csv and run again."
        )
    thin = [g for g in survey.gaps if g.kind == "corner" and g.status == "thin"]
    missing = _missing_words(survey, protocol)
    if missing:
        return " ".join(missing)
    if thin:
        return (
            "Every corner has been heard from both sides, but not well enough: "
            f"{'; '.join(gap_words(gap, protocol) for gap in thin)}."
        )
    return "Every corner has been heard from both sides, by several people and in several roles."


def _missing_words(survey: Survey, protocol: Protocol) -> list[str]:
    """Return what is missing in sentences: the roles in one, each corner in one."""
    roles = [role_words(g.role_group) for g in survey.missing if g.role_group]
    told = " and ".join(filter(None, (", ".join(roles[:-1]), *roles[-1:])))
    corners = [
        f"Nothing has been heard on {protocol.corner(g.corner).name.lower()} from {SIDE[g.side]}."
        for g in survey.missing
        if g.corner
    ]
    silent = [f"{gap_words(g, protocol)}." for g in survey.missing if g.kind == "side"]
    on_roles = [f"Nobody has been heard yet from {told}, on either side."] if roles else []
    return [*silent, *corners, *on_roles]


def saturation_words(found: Saturation) -> str:
    """Return what may honestly be said of saturation, in a sentence or two."""
    held = len(found.new)
    if found.share is None:
        return (
            "There are not enough interviews to say whether another one would bring anything new: "
            f"{spelled(found.base)} make the base and {spelled(found.run)} more are set against "
            f"it; {spelled(held)} {'was' if held == 1 else 'were'} held."
        )
    brought = sum(found.new[-found.run :])
    last = f"The last {spelled(found.run)} of {spelled(held)} interviews"
    base = f"of what the first {spelled(found.base)} brought"
    if found.share <= found.threshold:
        news = "nothing new" if not brought else f"little new ({_share(found.share)} {base})"
        said = f"{last} brought {news}: another one of the same kind of person would probably not."
    else:
        said = (
            f"{last} still brought something new ({_share(found.share)} {base}): "
            "another one would probably bring more."
        )
    return f"{said} {_order_words(found)}"


def _share(share: float) -> str:
    return f"{100 * share:.1f}".removesuffix(".0") + " %"


def _order_words(found: Saturation) -> str:
    share = found.orders_reaching or 0.0
    if share >= 0.9:
        return f"The order matters little: so it is in {_share(share)} of random orders."
    if share <= 0.1 and (found.share or 0) > found.threshold:
        return "The order matters little: hardly any other order would have said otherwise."
    return (
        f"The order matters: in {_share(share)} of random orders the last {spelled(found.run)} "
        "would have brought nothing to speak of."
    )


def sides_words(survey: Survey) -> str:
    """Return saturation side by side, as far as it can be told."""
    told = [s for s in survey.saturation if s.side != BOTH and s.share is not None]
    if not told:
        return "On either side alone there are too few interviews to say."
    parts = []
    for found in told:
        done = (found.share or 0) <= found.threshold
        parts.append(
            f"{SIDE[found.side]} alone: {'nothing much new any more' if done else 'still new'}"
        )
    if len(told) == 1 and len(survey.saturation) == 3:
        parts.append("the other side alone: too few interviews to say")
    return f"{'; '.join(parts)}."


def plan_words(survey: Survey, floor: int) -> tuple[str, ...]:
    """Return how many were interviewed against the plan, and of which side."""
    fewest, most = survey.plan
    facts = [f"Interviews: {survey.interviews}, planned {fewest} to {most}"]
    for side in ("a", "b", "unknown"):
        if survey.people.get(side) or side in wording.PARTNERS:
            facts.append(f"{wording.SIDES[side]}: {in_short(survey.people.get(side, 0), floor)}")
    return tuple(facts)
