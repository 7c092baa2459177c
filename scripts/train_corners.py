"""Train the corner and stance heads of the built-in protocols and write them to models/.

    python scripts/train_corners.py

Run it after a change to a protocol's seeds; `tests/unit/corners` fails until it has been run.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from synth.corners import train_heads, write_heads
from synth.embeddings import PackagedEncoder, VectorCache, bind
from synth.protocols import built_in_protocols, load_protocol


def main() -> None:
    encoder = PackagedEncoder()
    encode = bind(encoder, VectorCache(encoder.revision), lambda _: None)
    for name in built_in_protocols():
        heads = train_heads(load_protocol(name), encoder.revision, encode)
        write_heads(heads, ROOT / "models" / f"{name}.safetensors")
        print(f"{name}: {heads.digest}")


if __name__ == "__main__":
    main()
