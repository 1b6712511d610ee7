"""How much room paragraphs take is reckoned too high rather than too low."""

from __future__ import annotations

import pytest

from moderator.meeting.page_room import height, lines_of
from moderator.meeting.paper import bold, form_line, item, para

LINE = 467  # points between the margins
# The widths of Times New Roman in thousandths of its size: upright and bold.
WIDTHS = {"a": (444, 500), "e": (444, 444), "i": (278, 278), "m": (778, 833), "ư": (542, 600), "W": (944, 1000)}


@pytest.mark.parametrize("letter", WIDTHS)
@pytest.mark.parametrize("is_bold", [False, True])
def test_a_line_never_holds_more_letters_than_the_font_lets_it(letter: str, is_bold: bool) -> None:
    fitting = int(LINE / (WIDTHS[letter][is_bold] / 1000 * 14))
    assert lines_of(letter * (fitting + 1), 14, bold=is_bold) > 1
    assert lines_of(letter * int(fitting * 0.65), 14, bold=is_bold) == 1


def test_accents_take_no_room_of_their_own() -> None:
    words = "Kiến nghị sửa đường liên thôn " * 20
    plain = "Kien nghi sua duong lien thon " * 20
    assert lines_of(words, 14) == lines_of(plain, 14)


def test_text_breaks_at_spaces_and_at_the_ends_of_its_lines() -> None:
    assert lines_of("một\nhai\nba", 14) == 3
    long = "n" * 50
    assert lines_of(f"{long} {long}", 14) == 2


def test_a_word_wider_than_a_line_goes_on_below() -> None:
    assert lines_of("n" * 600, 14) >= 10


def test_space_between_paragraphs_counts() -> None:
    apart = [form_line("một"), form_line("hai")]
    together = [form_line("một\nhai")]
    assert height(apart) > height(together) > height(apart[:1])


def test_an_indent_and_a_bold_lead_take_room() -> None:
    words = "n" * 62
    assert height([para(words)]) > height([para(words, first_line=False)])
    assert height([item(bold("n" * 59))]) > height([item("n" * 59)])
