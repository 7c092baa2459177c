"""Read a protocol. A wrong one is refused with the line of every fault: people write their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import ValidationError

from synth.errors import SynthError
from synth.protocols.checks import Fault, Place, faults_of
from synth.protocols.format import Protocol
from synth.records.evidence import NO_CORNER
from synth.shipped import shipped

_SHOWN_FAULTS: Final = 10
_DEEPEST: Final = 6  # no key of a protocol lies deeper; an alias to itself would have no end
_PLAIN: Final = {
    "extra_forbidden": "there is no such key here",
    "missing": "is missing",
    "string_too_short": "is empty",
    "string_pattern_mismatch": "use small letters, digits, and - or _ between them",
    "tuple_type": "must be a list",
    "model_type": "must be keys and values",
    "string_type": "must be text",
}
# libyaml reads the seeds of a built-in protocol ten times as fast as the pure Python loader.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def built_in_protocols() -> tuple[str, ...]:
    """Return the ids of the protocols that travel with the program, sorted."""
    return tuple(sorted(path.stem for path in shipped("protocols").glob("*.yaml")))


def load_protocol(name_or_path: str, folder: Path | None = None) -> Protocol:
    """Return a built-in protocol by its id, or the one in a YAML file.

    Args:
        name_or_path: id of a built-in protocol, or a path relative to `folder`.
        folder: the review folder; the working directory where None.

    Raises:
        SynthError: there is no such protocol, or it is wrong: with the line of each fault.
    """
    path, shown = (folder or Path()) / name_or_path, name_or_path
    if name_or_path in built_in_protocols():
        shown = f"protocols/{name_or_path}.yaml"
        path = shipped(shown)
    if not path.is_file():
        raise SynthError(
            f"There is no protocol {name_or_path!r}: it is not a file in the review folder and "
            f"not one of the built-in protocols ({', '.join(built_in_protocols())}). "
            "Correct `protocol` in review.toml."
        )
    return parse_protocol(text_of(path, shown), shown)


def text_of(path: Path, shown: str) -> str:
    """Return the text of a protocol file. Raises SynthError: it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise SynthError(f"{shown}: this is not UTF-8 text. Save it as UTF-8.") from None
    except OSError as error:
        raise SynthError(f"{shown}: it cannot be read ({error.strerror}).") from None


@lru_cache(maxsize=8)
def parse_protocol(text: str, shown: str) -> Protocol:
    """Return the protocol that a text holds; `shown` names it in messages.

    Raises:
        SynthError: it is wrong: with the line of each fault.
    """
    root, content = _read_yaml(text, shown)
    faults: Iterable[Fault] = tuple(_repeated_keys(root))
    try:
        protocol = Protocol.model_validate(_background_apart(content))
        faults = (*faults, *faults_of(protocol))
    except ValidationError as error:
        wrong = ((e["loc"], _PLAIN.get(e["type"], e["msg"])) for e in error.errors())
        faults = (*faults, *wrong)
    if faults:
        raise SynthError(_told(faults, root, shown)) from None
    return protocol


def _read_yaml(text: str, shown: str) -> tuple[yaml.Node, dict[str, Any]]:
    """Return the file as nodes, which know their lines, and as plain values."""
    try:
        loader = _LOADER(text)
        root = loader.get_single_node()
        content = loader.construct_document(root) if root else None
    except (yaml.YAMLError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        why = getattr(error, "problem", None) or "a character or a value that YAML does not allow"
        raise SynthError(f"{shown}{line}: this is not valid YAML: {why}.") from None
    if root is None or not isinstance(content, dict):
        raise SynthError(f"{shown}, line 1: a protocol starts with a key, such as `schema: 1`.")
    return root, content


def _background_apart(content: dict[str, Any]) -> dict[str, Any]:
    """Take `seeds.none`, a plain list, out of the corners' seeds, which are by stance."""
    seeds = content.get("seeds")
    if not isinstance(seeds, dict) or NO_CORNER not in seeds:
        return content
    corners = {corner: cell for corner, cell in seeds.items() if corner != NO_CORNER}
    return {**content, "seeds": corners, f"seeds.{NO_CORNER}": seeds[NO_CORNER]}


def _repeated_keys(node: yaml.Node, place: Place = ()) -> Iterator[Fault]:
    """YAML lets the last of two equal keys win in silence; an author should know."""
    if len(place) > _DEEPEST:
        return
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value]
        for position, (key, value) in enumerate(node.value):
            if key.value in keys[:position]:
                yield (*place, key.value), "this key is there twice"
            yield from _repeated_keys(value, (*place, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            if not isinstance(item, yaml.ScalarNode):
                yield from _repeated_keys(item, (*place, position))


def _told(faults: Iterable[Fault], root: yaml.Node, shown: str) -> str:
    lines = sorted((_line(root, place), _written(place), reason) for place, reason in faults)
    told = [f"{shown}, line {line}: {place}: {reason}." for line, place, reason in lines]
    left = len(told) - _SHOWN_FAULTS
    return "\n".join(told[:_SHOWN_FAULTS] + ([f"… and {left} more faults."] if left > 0 else []))


def _line(root: yaml.Node, place: Place) -> int:
    """Return the line (from 1) of the deepest part of `place` that is in the file."""
    node, mark = root, root.start_mark
    for step in _steps(place):
        found = _below(node, step)
        if found is None:
            break
        mark, node = found
    return int(mark.line) + 1


def _below(node: yaml.Node, step: int | str) -> tuple[yaml.Mark, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        # The last of two equal keys: the one that YAML keeps, and the one to be told of.
        for key, value in reversed(node.value):
            if key.value == str(step):
                return key.start_mark, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step].start_mark, node.value[step]
    return None


def _steps(place: Place) -> tuple[int | str, ...]:
    """Return `place` without what pydantic adds, and with `seeds.none` as the two keys it is."""
    steps = (s for step in place for s in (step.split(".") if isinstance(step, str) else (step,)))
    return tuple(step for step in steps if step != "[key]")


def _written(place: Place) -> str:
    written = "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in _steps(place))
    return written.removeprefix(".")
