"""Large letters drawn from half blocks, for a hall that cannot read the terminal's own.

Capitals with every Vietnamese mark, digits and common signs. A letter is made of square pixels, one column wide and
half a row high; a scale multiplies both.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

Face = Literal["tall", "small"]
Pixels = tuple[str, ...]

_TALL = """
A .###. #...# #...# ##### #...# #...# #...#
B ####. #...# #...# ####. #...# #...# ####.
C .###. #...# #.... #.... #.... #...# .###.
D ####. #...# #...# #...# #...# #...# ####.
Đ .####. .#...# .#...# ####.# .#...# .#...# .####.
E ##### #.... #.... ####. #.... #.... #####
F ##### #.... #.... ####. #.... #.... #....
G .###. #...# #.... #.### #...# #...# .###.
H #...# #...# #...# ##### #...# #...# #...#
I ### .#. .#. .#. .#. .#. ###
J ..### ...#. ...#. ...#. ...#. #..#. .##..
K #...# #..#. #.#.. ##... #.#.. #..#. #...#
L #.... #.... #.... #.... #.... #.... #####
M #...# ##.## #.#.# #.#.# #...# #...# #...#
N #...# #...# ##..# #.#.# #..## #...# #...#
O .###. #...# #...# #...# #...# #...# .###.
Ơ .###..# #...#.# #...##. #...#.. #...#.. #...#.. .###...
P ####. #...# #...# ####. #.... #.... #....
Q .###. #...# #...# #...# #.#.# #..#. .##.#
R ####. #...# #...# ####. #.#.. #..#. #...#
S .#### #.... #.... .###. ....# ....# ####.
T ##### ..#.. ..#.. ..#.. ..#.. ..#.. ..#..
U #...# #...# #...# #...# #...# #...# .###.
Ư #...#.# #...#.# #...##. #...#.. #...#.. #...#.. .###...
V #...# #...# #...# #...# #...# .#.#. ..#..
W #...# #...# #...# #.#.# #.#.# #.#.# .#.#.
X #...# #...# .#.#. ..#.. .#.#. #...# #...#
Y #...# #...# .#.#. ..#.. ..#.. ..#.. ..#..
Z ##### ....# ...#. ..#.. .#... #.... #####
0 .###. #...# #...# #...# #...# #...# .###.
1 ..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.
2 .###. #...# ....# ...#. ..#.. .#... #####
3 .###. #...# ....# ..##. ....# #...# .###.
4 ...#. ..##. .#.#. #..#. ##### ...#. ...#.
5 ##### #.... ####. ....# ....# #...# .###.
6 .###. #.... #.... ####. #...# #...# .###.
7 ##### ....# ...#. ..#.. ..#.. ..#.. ..#..
8 .###. #...# #...# .###. #...# #...# .###.
9 .###. #...# #...# .#### ....# ....# .###.
. . . . . . . #
… ..... ..... ..... ..... ..... ..... #.#.#
, .. .. .. .. .. .# #.
: . . # . # . .
; .. .. .# .. .. .# #.
- .... .... .... #### .... .... ....
– ..... ..... ..... ##### ..... ..... .....
— ..... ..... ..... ##### ..... ..... .....
+ ..... ..#.. ..#.. ##### ..#.. ..#.. .....
= .... .... #### .... #### .... ....
_ ..... ..... ..... ..... ..... ..... #####
( .# #. #. #. #. #. .#
) #. .# .# .# .# .# #.
[ ## #. #. #. #. #. ##
] ## .# .# .# .# .# ##
/ ....# ....# ...#. ..#.. .#... #.... #....
\\ #.... #.... .#... ..#.. ...#. ....# ....#
! # # # # # . #
? .###. #...# ....# ...#. ..#.. ..... ..#..
' # # . . . . .
’ # # . . . . .
‘ # # . . . . .
" #.# #.# ... ... ... ... ...
“ #.# #.# ... ... ... ... ...
” #.# #.# ... ... ... ... ...
% ##..# ##..# ...#. ..#.. .#... #..## #..##
& .##.. #..#. #.#.. .#... #.#.# #..#. .##.#
@ .###. #...# #.### #.#.# #.### #.... .###.
# .#.#. .#.#. ##### .#.#. ##### .#.#. .#.#.
* ..... #.#.# .###. ##### .###. #.#.# .....
· . . . # . . .
• .. .. ## ## .. .. ..
► #.... ##... ###.. ####. ###.. ##... #....
◄ ....# ...## ..### .#### ..### ...## ....#
■ ..... ##### ##### ##### ##### ##### .....
▲ ....... ...#... ..###.. ..###.. .#####. .#####. #######
"""

_SMALL = """
0 ### #.# #.# #.# ###
1 .#. ##. .#. .#. ###
2 ### ..# ### #.. ###
3 ### ..# ### ..# ###
4 #.# #.# ### ..# ..#
5 ### #.. ### ..# ###
6 ### #.. ### #.# ###
7 ### ..# ..# .#. .#.
8 ### #.# ### #.# ###
9 ### #.# ### ..# ###
: . # . # .
+ ... .#. ### .#. ...
"""


def _faces(lines: str) -> dict[str, Pixels]:
    return {line[0]: tuple(line.split(" ")[1:]) for line in lines.splitlines() if line}


_FACES: dict[Face, dict[str, Pixels]] = {"tall": _faces(_TALL), "small": _faces(_SMALL)}

_SHAPES: dict[str, Pixels] = {
    "\N{COMBINING CIRCUMFLEX ACCENT}": ("..#..", ".#.#."),
    "\N{COMBINING BREVE}": ("#...#", ".###."),
}
_TONES: dict[str, Pixels] = {
    "\N{COMBINING ACUTE ACCENT}": ("...##", "..#.."),
    "\N{COMBINING GRAVE ACCENT}": ("##...", "..#.."),
    "\N{COMBINING HOOK ABOVE}": (".###.", "...#."),
    "\N{COMBINING TILDE}": (".##.#", "#.##."),
}
_DOT_BELOW = "\N{COMBINING DOT BELOW}"
_HORN = "\N{COMBINING HORN}"
_HORNED = {"O": "Ơ", "U": "Ư"}

# Above a letter: a tone (2), a gap, a circumflex or breve (2), a gap; below it: a gap and a dot.
_ABOVE = 6
_BELOW = 2
_SPACE_WIDTH = 3


def drawable(text: str, face: Face = "tall") -> bool:
    """Whether there is something to draw and a letter for every character of it."""
    return bool(text.strip()) and all(_letter(character, face) for character in _capitals(text))


def width(text: str, scale: int = 1, face: Face = "tall") -> int:
    """Columns that the drawn text takes; 0 when it cannot be drawn."""
    letters = [_letter(character, face) for character in _capitals(text)]
    if not text.strip() or None in letters:
        return 0
    return scale * (sum(len(letter[0]) for letter in letters if letter) + len(letters) - 1)


@lru_cache(maxsize=512)
def draw(text: str, scale: int = 1, face: Face = "tall") -> tuple[str, ...]:
    """Rows of half blocks, all equally wide; empty when there is nothing or something that cannot be drawn."""
    pixels = _pixels(text, face)
    if not pixels:
        return ()
    tall = [line for line in ("".join(dot * scale for dot in row) for row in pixels) for _ in range(scale)]
    if len(tall) % 2:
        tall.append("." * len(tall[0]))
    return tuple(
        "".join(_HALVES[upper + lower] for upper, lower in zip(tall[at], tall[at + 1], strict=True))
        for at in range(0, len(tall), 2)
    )


def largest(text: str, columns: int, rows: int) -> tuple[int, Face] | None:
    """The scale and face that make the text as tall as the space allows; None when even the smallest does not fit."""
    best: tuple[int, int, Face] | None = None
    for face, height in _HEIGHTS.items():
        across = width(text, 1, face)
        if across == 0:
            continue
        scale = min(columns // across, rows * 2 // height)
        if scale > 0 and (best is None or scale * height > best[0]):
            best = (scale * height, scale, face)
    return best and (best[1], best[2])


_HALVES = {"..": " ", "#.": "▀", ".#": "▄", "##": "█"}
_HEIGHTS: dict[Face, int] = {"tall": 7, "small": 5}


def _capitals(text: str) -> str:
    return unicodedata.normalize("NFC", text).upper()


def _pixels(text: str, face: Face) -> tuple[str, ...] | None:
    """The pixel rows of a text without the empty rows above and below; None when a character has no letter here."""
    height = _HEIGHTS[face]
    rows = [""] * (_ABOVE + height + _BELOW)
    for character in _capitals(text):
        letter = _letter(character, face)
        if letter is None:
            return None
        gap = "." if rows[0] else ""
        rows = [row + gap + part for row, part in zip(rows, letter, strict=True)]
    inked = [index for index, row in enumerate(rows) if "#" in row]
    if not inked:
        return None
    # The body of the letters always stays: a line of commas must not shrink to a point.
    first, last = min(inked[0], _ABOVE), max(inked[-1], _ABOVE + height - 1)
    return tuple(rows[first : last + 1])


@lru_cache(maxsize=1024)
def _letter(character: str, face: Face) -> Pixels | None:
    height = _HEIGHTS[face]
    if character.isspace():
        return ("." * _SPACE_WIDTH,) * (_ABOVE + height + _BELOW)
    letters = _FACES[face]
    if character in letters:
        body, marks = letters[character], ""
    else:
        base, *rest = list(unicodedata.normalize("NFD", character))
        if _HORN in rest and base in _HORNED:
            base = _HORNED[base]
            rest.remove(_HORN)
        if base not in letters or not rest:
            return None
        body, marks = letters[base], "".join(rest)
    across = len(body[0])
    above: list[str] = []
    below = ["." * across] * _BELOW
    # A circumflex or breve sits nearest to the letter, the tone above it.
    for mark in sorted(marks, key=lambda mark: mark in _TONES):
        shape = _SHAPES.get(mark) or _TONES.get(mark)
        if shape is not None:
            above = [*(_centred(row, across) for row in shape), "." * across, *above]
        elif mark == _DOT_BELOW:
            below = ["." * across, _centred("..#..", across)]
        else:
            return None
    if len(above) > _ABOVE:
        return None
    return (*(["." * across] * (_ABOVE - len(above))), *above, *body, *below)


def _centred(mark: str, across: int) -> str:
    """A mark of five pixels over a letter: cut to a narrow one, and to the left of a horn."""
    if across < len(mark):
        spare = (len(mark) - across) // 2
        return mark[spare : spare + across]
    return mark.ljust(across, ".")
