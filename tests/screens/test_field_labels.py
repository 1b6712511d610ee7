"""What stands beside the fields of a box: the catalogue's word, or the meeting's own."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from screens.advice_page import advice_page
from screens.form import Aim, Scene
from screens.form_box import LABEL_WIDTH
from screens.forms import FORMS
from screens.register_form import register_form
from screens.words import LANGUAGES, Language, words
from tests.meeting.story import Story


def label_of(act: str, field: str, story: Story) -> str:
    scene = Scene(story.meeting.state, story.now, story.calendar, words("vi"), Aim())
    form = register_form(()) if act == "register" else FORMS[act]
    return next(each.labelled(scene) for each in form.fields if each.name == field)


@pytest.mark.parametrize("act", ["register", "edit_registration", "done"])
def test_a_place_is_called_as_the_commune_calls_its_units(act: str) -> None:
    assert label_of(act, "place", Story()) == "Thôn/TDP"
    assert label_of(act, "place", Story(units=["ấp", "khu phố"])) == "Ấp/khu phố"


def test_the_place_of_the_meeting_is_no_village() -> None:
    assert label_of("edit_meeting", "place", Story()) == "Địa điểm"


def test_advice_names_the_units_as_the_commune_does() -> None:
    for units, named in (([], "Thôn, tổ dân phố chưa có ai nói: "), (["ấp"], "Ấp chưa có ai nói: ")):
        story = Story(units=units, attendance=[{"name": "Lê Mận", "place": "Rạch Gừa"}])
        page = advice_page(story.meeting.state, story.now, words("vi"))
        assert f"{named}Rạch Gừa." in "".join(text for text, _ in page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_is_wider_than_its_place(language: Language) -> None:
    story = Story(units=["tổ dân phố"])
    scene = Scene(story.meeting.state, story.now, story.calendar, words(language), Aim())
    fields = [field for form in (*FORMS.values(), register_form(())) for field in form.fields]

    assert [label for field in fields if cell_len(label := field.labelled(scene)) > LABEL_WIDTH] == []
