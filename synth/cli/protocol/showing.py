"""`synth protocol list` and `synth protocol show`."""

from __future__ import annotations

from synth.cli.console import tell
from synth.cli.protocol.naming import ProtocolName, protocol_named
from synth.cli.tables import tell_table


def list_all() -> None:
    """List the built-in protocols."""
    from synth.protocols import built_in_protocols, load_protocol

    protocols = [load_protocol(name) for name in built_in_protocols()]
    tell_table(
        "Built-in protocols",
        ("id", "name", "rated", "corners"),
        [
            (p.id, p.name, _rated(len(p.scale.levels), p.scale.kind),
             ", ".join(c.name for c in p.corners))
            for p in protocols
        ],
    )  # fmt: skip
    tell("synth protocol show ID tells more; synth protocol new NAME begins one of your own.")


def show(name: ProtocolName) -> None:
    """Show the corners, questions, phases and ratings of a protocol."""
    from synth.records.evidence import STANCES

    protocol = protocol_named(name)
    tell(f"{protocol.name} ({protocol.id})\n\n{protocol.about}\n")
    tell_table("Corners", ("id", "what it is about"), [(c.id, c.about) for c in protocol.corners])
    tell_table(
        "Seed phrases",
        ("corner", *STANCES),
        [
            (c.id, *(len(protocol.seeds_of(c.id, s)) for s in STANCES))
            for c in protocol.corners
        ] + [("none", "", "", len(protocol.background))],
    )  # fmt: skip
    tell_table(
        "Questions", ("id", "corner", "question"),
        [(q.id, q.corner, q.text) for q in protocol.questions],
    )  # fmt: skip
    tell_table("Phases", ("id", "about"), [(p.id, p.about) for p in protocol.phases])
    tell_table(
        "Ratings, the best first", ("rating", "meaning"),
        [(f"{level.icon} {level.name}", level.meaning) for level in protocol.scale.best_first],
    )  # fmt: skip


def _rated(levels: int, kind: str) -> str:
    return f"{levels} {kind}"
