"""Themes matched by what is said in them: which are new, gone, grown, shrunk, turned.

Each theme is a point: the mean of its passages, seen from the middle of its cycle, since all talk
of an alliance is alike. The two cycles' themes are assigned to each other so that the sum of their
cosines is greatest; a pair below a threshold is no pair. The thresholds stand where, of the themes
of unrelated alliances, which cannot be the same, one assigned pair in twenty passes
(`scripts/score_shift.py --thresholds` prints them).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from synth.records.evidence import UNKNOWN_SPEAKER
from synth.records.pseudonym import as_words
from synth.records.shift import Cycle, CyclePassage, CycleTheme, ThemeMove
from synth.records.vectors import unit
from synth.shift.measures import SIDES
from synth.shift.quoting import quote_of
from synth.shift.words import lemma, terms_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

Encode = Callable[[Sequence[str]], Any]
"""Gives one unit vector a text."""

NEAR_MEANING: Final = 0.40
NEAR_WORDS: Final = 0.12
_TYPICAL: Final = 30
_GROWTH: Final = 0.3
"""Change of the share of people, from which a theme has grown or shrunk (and two people)."""
_TURN: Final = 0.4
"""Change of the mean share of concern, from which people see it differently."""
_FEWEST: Final = 3
"""People that a theme needs to be called new or gone."""
NO_STANCE: Final = -1.0


@dataclass(frozen=True, slots=True)
class Told:
    """A theme with its passages."""

    cycle: Cycle
    theme: CycleTheme
    passages: tuple[CyclePassage, ...]

    @property
    def people(self) -> Mapping[str, int]:
        """Return how many people speak of it, by side."""
        who = {p.speaker: p.side for p in self.passages if p.speaker != UNKNOWN_SPEAKER}
        return {side: sum(at == side for at in who.values()) for side in (*SIDES, "unknown")}

    @property
    def share(self) -> float:
        """Return the share of the cycle's people who speak of it."""
        return sum(self.people.values()) / max(len(self.cycle.sides), 1)

    @property
    def worry(self) -> float:
        """Return the mean over people of their share of concern; -1 where nobody took a stance."""
        told: dict[str, list[bool]] = defaultdict(list)
        for p in self.passages:
            if p.stance != "neutral":
                told[p.speaker].append(p.stance == "concern")
        means = [sum(v) / len(v) for _, v in sorted(told.items())]
        return sum(means) / len(means) if means else NO_STANCE


def match_themes(then: Cycle, now: Cycle, encode: Encode | None = None) -> tuple[ThemeMove, ...]:
    """Return every theme of both cycles, matched where they speak of the same.

    Args:
        then: the earlier cycle.
        now: the later one.
        encode: gives one unit vector a text; without it, words in common decide.
    """
    old, new = _told(then), _told(now)
    near = nearness(old, new, encode)
    threshold = NEAR_MEANING if encode else NEAR_WORDS
    pairs = {i: j for i, j in _assigned(near) if near[i, j] >= threshold}
    met = set(pairs.values())
    moves = [
        *(_both(old[i], new[j], float(near[i, j])) for i, j in pairs.items()),
        *(_alone(new[j], _best(near, j, 0), "new") for j in range(len(new)) if j not in met),
        *(_alone(old[i], _best(near, i, 1), "gone") for i in range(len(old)) if i not in pairs),
    ]
    return tuple(sorted(moves, key=lambda m: (_ORDER.index(m.kind), -_most(m), m.ids)))


_ORDER: Final = ("new", "gone", "turned", "grown", "shrunk", "same", "small")


def _most(move: ThemeMove) -> int:
    return max(sum(people.values()) for people in move.people)


def _told(cycle: Cycle) -> list[Told]:
    by_id = {p.id: p for p in cycle.passages}
    told = (
        Told(cycle, theme, tuple(by_id[p] for p in theme.passages if p in by_id))
        for theme in cycle.themes
        if theme.corner != "none"
    )
    return [one for one in told if one.passages]


def nearness(old: Sequence[Told], new: Sequence[Told], encode: Encode | None) -> Any:
    """Return how near each old theme is to each new one, shape (old, new).

    The cosine, and for the words that their names share as much as makes a pair where all are the
    same: a name is made of the words that set a theme apart, and the reader sees it.
    """
    import numpy as np

    if not old or not new:
        return np.zeros((len(old), len(new)))
    if encode:
        near = _meanings(old, encode) @ _meanings(new, encode).T
    else:
        points = _vocabulary([*old, *new])
        near = points[: len(old)] @ points[len(old) :].T
    threshold = NEAR_MEANING if encode else NEAR_WORDS
    return near + threshold * np.array([[_alike(a, b) for b in new] for a in old])


def _alike(one: Told, other: Told) -> float:
    """Return the share of words that the names of two themes have in common."""
    a, b = ({lemma(w) for w in t.theme.label.lower().split() if w != "and"} for t in (one, other))
    return len(a & b) / max(len(a | b), 1)


def _meanings(told: Sequence[Told], encode: Encode) -> Any:
    import numpy as np

    texts = [[as_words(p.text, p.side) for p in one.passages[:_TYPICAL]] for one in told]
    vectors = np.asarray(encode([text for some in texts for text in some]))
    ends = np.cumsum([len(some) for some in texts])
    means = [part.mean(axis=0) for part in np.split(vectors, ends[:-1])]
    return unit(np.stack(means) - vectors.mean(axis=0))


def _vocabulary(told: Sequence[Told]) -> Any:
    """Return a TF-IDF vector a theme over all of its passages."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    texts = [[t for p in one.passages for t in terms_of(p.text)] for one in told]
    if not any(texts):
        import numpy as np

        return np.zeros((len(told), 1))
    tfidf = TfidfVectorizer(analyzer=lambda terms: terms, sublinear_tf=True)
    return tfidf.fit_transform(texts).toarray()


def _assigned(near: Any) -> list[tuple[int, int]]:
    from scipy.optimize import linear_sum_assignment

    rows, columns = linear_sum_assignment(near, maximize=True)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True)]


def _best(near: Any, at: int, axis: int) -> float:
    column = near[:, at] if axis == 0 else near[at]
    return float(column.max()) if column.size else 0.0


def _alone(one: Told, nearest: float, kind: str) -> ThemeMove:
    is_new = kind == "new"
    quote = quote_of(one.cycle, one.passages)
    nobody: dict[str, int] = dict.fromkeys((*SIDES, "unknown"), 0)
    several = sum(one.people.values()) >= _FEWEST
    return ThemeMove(
        kind=kind if several else "small",
        corner=one.theme.corner,
        then="" if is_new else one.theme.label,
        now=one.theme.label if is_new else "",
        ids=("", one.theme.id) if is_new else (one.theme.id, ""),
        people=(nobody, one.people) if is_new else (one.people, nobody),
        worry=(NO_STANCE, one.worry) if is_new else (one.worry, NO_STANCE),
        nearness=nearest,
        quotes=(None, quote) if is_new else (quote, None),
    )


def _both(old: Told, new: Told, near: float) -> ThemeMove:
    return ThemeMove(
        kind=_kind(old, new),
        corner=new.theme.corner,
        then=old.theme.label,
        now=new.theme.label,
        ids=(old.theme.id, new.theme.id),
        people=(old.people, new.people),
        worry=(old.worry, new.worry),
        nearness=near,
        spread=_spread(old, new),
        quotes=(quote_of(old.cycle, old.passages), quote_of(new.cycle, new.passages)),
    )


def _kind(old: Told, new: Told) -> str:
    change, people = new.share - old.share, sum(new.people.values()) - sum(old.people.values())
    told = NO_STANCE not in (old.worry, new.worry)
    several = min(sum(old.people.values()), sum(new.people.values())) >= _FEWEST
    if told and several and abs(new.worry - old.worry) >= _TURN:
        return "turned"
    if change >= _GROWTH and people >= 2:
        return "grown"
    return "shrunk" if change <= -_GROWTH and people <= -2 else "same"


def _spread(old: Told, new: Told) -> str:
    sides = [sum(one.people[side] > 0 for side in SIDES) for one in (old, new)]
    heard = all(one.cycle.people_of(side) for one in (old, new) for side in SIDES)
    if not heard or sides[0] == sides[1]:
        return ""
    return "both" if sides[1] == 2 else "one"
