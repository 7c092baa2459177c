"""Read a TOML file of the reviewer's. What is wrong in it is told key by key, values never."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from synth.errors import SynthError

_PLAIN: Final = {
    "string_type": 'must be text in quotes: "…"',
    "tuple_type": 'must be a list: ["…", "…"]',
    "int_type": "must be a whole number",
    "model_type": "must be a table of its own, with keys below it",
    "dict_type": "must be a table of its own, with keys below it",
    "missing": "is missing",
    "string_too_short": "is empty",
}
_MOST_SHOWN: Final = 10


class Part(BaseModel):
    """A table of a settings file: a key that it does not know is a fault."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        str_strip_whitespace=True,
        coerce_numbers_to_str=True,
        hide_input_in_errors=True,
    )


ModelT = TypeVar("ModelT", bound=Part)


def read_toml(path: Path, shown: str, model: type[ModelT]) -> ModelT | None:
    """Return the file as `model`, or None where there is no such file.

    Raises:
        SynthError: it cannot be read, is not TOML, or has a wrong key or value.
    """
    text = read_text(path, shown)
    if text is None:
        return None
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f", line {line[1]}" if line else ", at its end"
        raise SynthError(
            f"{shown}{where}: this is not valid TOML. Text stands in quotes, a list in [ ], "
            "and each key stands once in its table."
        ) from None
    return validated(content, shown, model)


def validated(content: Mapping[str, Any], shown: str, model: type[ModelT]) -> ModelT:
    """Return `content` as `model`. Raises SynthError with every fault, one a line."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_input=False)
    told = [f"{shown}: {_told(fault, model)}" for fault in faults]
    left = len(told) - _MOST_SHOWN
    raise SynthError("\n".join(told[:_MOST_SHOWN] + [f"… and {left} more."] * (left > 0)))


def read_text(path: Path, shown: str) -> str | None:
    """Return a UTF-8 file, with or without a byte order mark, or None where there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise SynthError(f"{shown}: this is not UTF-8 text. Save it again as UTF-8.") from None
    except OSError as error:
        raise SynthError(f"{shown}: this cannot be read ({error.strerror}).") from None


def nearest(word: str, words: Iterator[str] | tuple[str, ...]) -> str | None:
    """Return the word of `words` that `word` was most likely meant to be."""
    found = get_close_matches(word.casefold(), list(words), n=1, cutoff=0.6)
    return found[0] if found else None


def _told(fault: Mapping[str, Any], model: type[Part]) -> str:
    place = [str(step) for step in fault["loc"] if not isinstance(step, int)]
    written = f"[{'.'.join(place[:-1])}] {place[-1]}" if len(place) > 1 else "".join(place)
    if fault["type"] == "extra_forbidden":
        return f"{written}: there is no such key. {_advice(place, model)}"
    if fault["type"] == "value_error":
        return f"{written}: {fault['ctx']['error']}."
    return f"{written}: {_PLAIN.get(fault['type'], fault['msg'])}."


def _advice(place: list[str], model: type[Part]) -> str:
    here = _table_at(place[:-1], model)
    known = tuple(here.model_fields) if here else ()
    close = nearest(place[-1], known)
    if close:
        return f"Did you mean {close}?"
    elsewhere = [t for t, keys in _tables(model) if place[-1] in keys and t]
    if elsewhere:
        return f"It belongs under [{elsewhere[0]}]."
    return f"The keys here are: {', '.join(known)}."


def _table_at(place: list[str], model: type[Part]) -> type[Part] | None:
    here: type[Part] | None = model
    for step in place:
        here = _table_of(here, step) if here else None
    return here


def _table_of(model: type[Part], key: str) -> type[Part] | None:
    field = model.model_fields.get(key)
    if field is None:  # a key of the reviewer's own, as in [ratings.<corner>]
        return None
    inner = (field.annotation, *get_args(field.annotation))
    return next((t for t in inner if isinstance(t, type) and issubclass(t, Part)), None)


def _tables(model: type[Part], name: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    yield name, tuple(model.model_fields)
    for key in model.model_fields:
        table = _table_of(model, key)
        if table:
            yield from _tables(table, f"{name}.{key}".strip("."))
