"""What a person can read in a web page or in a part of an office document.

The machinery of the format is left aside: names of elements, addresses of namespaces and content
types, fonts, the program that wrote the file. A partner called "Microsoft" or "Office" must not
stop every report because Word's own vocabulary says so.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from synth.privacy.lexicon import word_set

_BLOCKS = word_set("""
    p div li ul ol dl dt dd td th tr table thead tbody h1 h2 h3 h4 h5 h6 section article header
    footer nav main aside br hr blockquote figure figcaption caption details summary title
    script style option button label legend pre body head html svg text tspan w:p w:tr w:tc w:br
    a:p dc:title dc:creator dc:subject dc:description cp:keywords cp:lastmodifiedby cp:category
    company manager
""")
_MACHINE_ATTRIBUTES = word_set("""
    type contenttype partname extension uri ignorable requires typeface panose script ascii hansi
    cs eastasia schemalocation
""")
"""Attributes of office documents with the format's own words: media types, namespaces, fonts."""

_MACHINE_ELEMENTS = word_set("application appversion")
"""Elements of docProps/app.xml with the name of the program that wrote the file."""

_PACKAGE = word_set("relationship override default types relationships")
_BUILT_IN = word_set("""
    w:lsdexception w:font w:lang w:themefontlang m:mathfont w:basedon w:next w:link w:pstyle
    w:rstyle w:tblstyle a:theme a:themeelements a:clrscheme a:fontscheme a:fmtscheme
""")
"""Elements that name a font, a theme or a style by its number, never what somebody wrote."""

_FONTS = re.compile(r"font(?:-family)?\s*:[^;}\"]*", re.IGNORECASE)


def read_markup(text: str) -> tuple[str, tuple[str, ...]]:
    """Return what a page or part shows, and what it holds unseen: attributes, comments."""
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:  # html.parser's answer to "<![" that opens nothing
        return text, tuple(reader.hidden)
    return "".join(reader.shown), tuple(reader.hidden)


class _Reader(HTMLParser):
    """Collects what is shown, with inline markup gone, and what is held unseen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.hidden: list[str] = []
        self._inside = ""
        self._built_in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        self._part(tag)
        told = dict(attrs)
        if tag == "w:style":
            custom = told.get("w:customstyle") in {"1", "true"}
            linked = (told.get("w:styleid") or "").endswith("Char")
            self._built_in_style = linked or not custom
        if not self._is_built_in(tag):
            self.hidden.extend(self._readable(tag, told))

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""
        self._part(tag)
        if tag == "w:style":
            self._built_in_style = False

    def handle_data(self, data: str) -> None:
        if self._inside not in _MACHINE_ELEMENTS:
            self.shown.append(_FONTS.sub("", data) if self._inside == "style" else data)

    def handle_comment(self, data: str) -> None:
        self.hidden.append(data)

    def handle_decl(self, decl: str) -> None:
        self.hidden.append(decl)

    def handle_pi(self, data: str) -> None:
        self.hidden.append(data)

    def unknown_decl(self, data: str) -> None:
        self.shown.append(data)

    def _is_built_in(self, tag: str) -> bool:
        """Whether an element names what every document of the format has."""
        named = tag in {"w:name", "w:aliases"} and self._built_in_style
        return tag in _BUILT_IN or tag == "w:style" or named

    def _readable(self, tag: str, told: dict[str, str | None]) -> list[str]:
        inner = tag == "relationship" and told.get("targetmode") != "External"
        return [
            _FONTS.sub("", value) if name == "style" else value
            for name, value in told.items()
            if value and not _is_machine(tag, name) and not (inner and name == "target")
        ]

    def _part(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.shown.append("\n")


def _is_machine(tag: str, attribute: str) -> bool:
    office = ":" in tag or tag in _PACKAGE
    return (
        attribute.startswith("xmlns")
        or attribute in {"lang", "xml:lang", "hreflang"}
        or (office and attribute.rpartition(":")[2] in _MACHINE_ATTRIBUTES)
    )
