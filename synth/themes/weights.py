"""How much each way of comparing passages counts. Written by scripts/fit_themes.py."""

from typing import Final

WEIGHTS: Final = {
    "own words' meaning": 0.3,
    "answers' meaning": 0.3,
    "questions' meaning": 1.5,
    "own words as read": 0.5,
    "answers as read": 3.0,
    "own rare words": 0.5,
    "answers' rare words": 5.0,
    "same corner": 1.0,
    "same answer": -2.0,
    "same breath": 0.5,
    "same interview": -0.4,
}
BIAS: Final = -5.0
