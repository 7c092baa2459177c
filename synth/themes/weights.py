"""How much each way of comparing passages counts. Written by scripts/fit_themes.py."""

from typing import Final

WEIGHTS: Final = {
    "own words' meaning": 0.915,
    "answers' meaning": 0.822,
    "questions' meaning": 2.470,
    "own words as read": 0.826,
    "answers as read": 1.997,
    "own rare words": 0.208,
    "answers' rare words": 7.936,
    "same corner": 0.498,
    "same answer": -9.413,
    "same breath": 2.386,
    "same interview": -0.340,
}
BIAS: Final = -4.368
