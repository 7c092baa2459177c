"""The packaged models: found, verified against their pinned checksums, loaded without a network.

`models/pins.toml` holds the pins. Another spaCy pipeline or sentence-transformers model can be
named in the settings; it is loaded from this machine only, and its own checksum is recorded.
"""

from __future__ import annotations

import hashlib
import os
import tomllib
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from synth.errors import SynthError
from synth.shipped import shipped

if TYPE_CHECKING:
    from spacy.language import Language

_OFFICIAL_SPACY = "en_core_web_sm"


@lru_cache(maxsize=4)
def load_spacy(name: str | None = None, exclude: tuple[str, ...] = ()) -> Language:
    """Return a spaCy pipeline without the components in `exclude`.

    Raises:
        SynthError: the pipeline is not installed, or its files are not the pinned ones.
    """
    import spacy

    path = Path(name) if name and Path(name).exists() else spacy_package(name)
    return spacy.load(path, exclude=list(exclude))


def spacy_package(name: str | None = None) -> str:
    """Return the package that holds the spaCy pipeline: the official one where installed."""
    wanted = [name] if name else [_OFFICIAL_SPACY, _pins()["spacy"]["package"]]
    for package in wanted:
        if find_spec(package):
            if package == _pins()["spacy"]["package"]:
                _verify("spacy", _package_folder(package))
            return package
    raise SynthError(
        f"The spaCy pipeline {wanted[-1]!r} is not installed. "
        "Install it with pip, or change [models] spacy in review.toml."
    )


@lru_cache(maxsize=2)
def load_encoder(name: str | None = None) -> Any:
    """Return a SentenceTransformer on the CPU, from this machine only.

    Raises:
        SynthError: the model is not here, or its files are not the pinned ones.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    folder = encoder_folder(name)
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers does not annotate it
    try:
        return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError) as error:
        raise SynthError(
            f"The encoder {folder.name!r} could not be loaded ({type(error).__name__}). "
            "Name a sentence-transformers folder on this machine in [models] encoder."
        ) from None


def encoder_folder(name: str | None = None) -> Path:
    """Return the folder of the encoder: the packaged one, verified, unless another is named."""
    if name:
        return Path(name).expanduser()
    folder = _package_folder(_pins()["encoder"]["package"]) / "model"
    _verify("encoder", folder)
    return folder


def encoder_revision(name: str | None = None) -> str:
    """Return what identifies the encoder's weights: the first 16 digits of their checksum."""
    folder = encoder_folder(name)
    weights = folder / "model.safetensors"
    if not name:
        return str(_pins()["encoder"]["sha256"]["model.safetensors"])[:16]
    return (
        _sha256(weights)[:16]
        if weights.exists()
        else hashlib.sha256(name.encode()).hexdigest()[:16]
    )


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SynthError(f"The model package {package!r} is missing. Install synth again with pip.")
    return Path(next(iter(spec.submodule_search_locations)))


@lru_cache(maxsize=4)
def _verify(which: str, folder: Path) -> None:
    for relative, pinned in _pins()[which]["sha256"].items():
        file = folder / relative
        if not file.exists() or _sha256(file) != pinned:
            raise SynthError(
                f"The packaged model file {relative} is not the one that synth was tested with. "
                "Install synth again with pip in a fresh environment."
            )


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@lru_cache(maxsize=1)
def _pins() -> dict[str, Any]:
    return tomllib.loads(shipped("models", "pins.toml").read_text(encoding="utf-8"))
