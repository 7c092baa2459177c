"""One file a recogniser. Each takes a turn that was read and yields what it finds in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from synth.privacy.matches import Match
from synth.privacy.reading import Reading
from synth.privacy.recognisers.capitals import find_capitals
from synth.privacy.recognisers.codes import find_codes
from synth.privacy.recognisers.emails import find_emails
from synth.privacy.recognisers.given_names import find_given_names
from synth.privacy.recognisers.heard_names import find_heard_names
from synth.privacy.recognisers.institutions import find_institutions
from synth.privacy.recognisers.introductions import find_introductions
from synth.privacy.recognisers.known_names import find_known_names
from synth.privacy.recognisers.links import find_links
from synth.privacy.recognisers.misheard import find_misheard
from synth.privacy.recognisers.model_names import find_model_names
from synth.privacy.recognisers.phones import find_phones
from synth.privacy.recognisers.places import find_places
from synth.privacy.recognisers.rare_words import find_rare_words
from synth.privacy.recognisers.roles import find_roles
from synth.privacy.search import Search

Recogniser = Callable[[Reading, Search], Iterator[Match]]

RECOGNISERS: Final[dict[str, Recogniser]] = {
    "known_names": find_known_names,
    "misheard": find_misheard,
    "emails": find_emails,
    "links": find_links,
    "phones": find_phones,
    "codes": find_codes,
    "roles": find_roles,
    "model_names": find_model_names,
    "given_names": find_given_names,
    "places": find_places,
    "capitals": find_capitals,
    "rare_words": find_rare_words,
    "heard_names": find_heard_names,
    "institutions": find_institutions,
    "introductions": find_introductions,
}
"""Every recogniser by its name, as the anonymization log names it."""

GUESSING: Final = frozenset(
    {"model_names", "given_names", "places", "capitals", "rare_words", "heard_names"}
    | {"institutions", "introductions"}
)
"""Those that find names nobody told us of."""

__all__ = ["GUESSING", "RECOGNISERS", "Recogniser"]
