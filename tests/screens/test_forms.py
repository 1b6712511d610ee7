"""Every box, whatever is filled into it: it gives commands that can be kept, or says which field is wrong."""

from __future__ import annotations

import random
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache

import msgspec
import pytest

from data.sample import DAY_OF_TWO_ROUNDS, sample_meeting, sample_rehearsal
from moderator.desk import cleaned
from moderator.meeting import commands as c
from moderator.meeting.commands import AnyCommand, Command
from moderator.meeting.likely import in_charge
from moderator.meeting.meeting import Meeting, made
from moderator.meeting.refusals import Refusal
from moderator.meeting.setup import Attendee
from moderator.meeting.working_days import Calendar
from screens import choices
from screens.form import Aim, Choice, Field, FieldProblem, Form, Scene, built, read_value
from screens.form_box import FormBox
from screens.form_tasks import tasks_typed
from screens.forms import FORMS
from screens.pick_field import found_among
from screens.register_form import register_form
from screens.registry import ACTS
from screens.words import Language, words
from screens.words.en import CATALOGUE as ENGLISH
from screens.words.vi import CATALOGUE as VIETNAMESE
from tests.meeting.story import Story

WORDS = words("vi")
CATALOGUES = {"vi": VIETNAMESE, "en": ENGLISH}
PEOPLE = (
    Attendee(name="Phan Văn Hường", honorific="Ông", place="ấp Rạch Gừa"),
    Attendee(name="Lê [b]Mận[/b]", place="ấp {0}"),
)
FILLINGS = 60
GARBAGE = (
    "", " ", "0", "1", "2", "-1", "999999999", "1e9", "4, 5", "x", "#1", "#99", "²", "٣", "invited:999", "3:99",
    "chair", "question:4", "\0", "\x1b[31m", "\ud800", "{0}", "[b]", "%s", ";", ";;;", "a;b;c", "kien nghi",
    "kiến nghị: ; x",
    "trả lời: Phòng Kinh tế; x; 5/12", "(x)", "phong; sửa; 31/02", "5/12", "31/02", "2026-12-05", "9999-12-31", "1:30",
    "-30", "99999:99", "25:99", "11h30", "09:05:10", "2026-13-99T00:00", "2026-12-10T09:00", "phong, an", ",",
    "ngày mai", "Đường hỏng\nở ấp", "x" * 3000,
)  # fmt: skip


@cache
def meeting_after(share: float) -> tuple[Meeting, datetime]:
    """The second sample after a share of its commands, and when that was."""
    setup = sample_meeting(DAY_OF_TWO_ROUNDS)
    lines = sample_rehearsal(DAY_OF_TWO_ROUNDS)
    meeting = Meeting([made(setup, lines[0].at)])
    now = lines[0].at
    for line in lines[: round(len(lines) * share)]:
        now = line.at
        try:
            meeting.apply(meeting.decide(line.command, now))
        except Refusal:
            assert line.refused
    return meeting, now


def scene_after(share: float, chance: random.Random | None = None) -> Scene:
    """What a box sees there, aimed at something by chance."""
    meeting, now = meeting_after(share)
    state = meeting.state
    aim = Aim()
    if chance is not None:
        some = chance.sample(sorted(state.questions), min(len(state.questions), chance.randint(0, 4)))
        who = chance.choice([None, *state.registrations])
        turn = chance.choice([None, *state.turns])
        aim = Aim(tuple(some), who, turn, proposed=chance.random() < 0.5)
    return Scene(state, now, Calendar(), WORDS, aim)


def offered(field: Field, scene: Scene) -> list[Choice]:
    """What the box offers for a pick."""
    open_ = [] if field.required or field.first else [Choice("", WORDS(field.unset))]
    return [*open_, *field.choices(scene)]


def filled(form: Form, scene: Scene, chance: random.Random) -> dict[str, str]:
    """The texts of the fields as chance fills them; of a pick, a value that it offers or, if it is free, a text."""
    texts = {}
    for field in form.fields:
        values = [choice.value for choice in offered(field, scene)]
        if field.kind != "pick":
            values = [field.starts(scene), "1", "2", "5/12", "1:30", "9:05"] * 3 + [*GARBAGE]
        elif field.free:
            values += [text.strip() for text in GARBAGE]
        texts[field.name] = chance.choice(values or [""])
    return texts


def given(name: str, form: Form, scene: Scene, texts: Mapping[str, str]) -> list[Command]:
    """The commands that the box gives; raises FieldProblem."""
    today = scene.now.astimezone(scene.state.setup.tz).date()
    values = {field.name: read_value(field, texts[field.name], today) for field in form.fields}
    if form.build is None:
        command = ACTS[name].command
        return [] if command is None else [built(command, values)]
    commands = form.build(scene, values)
    return [commands] if isinstance(commands, Command) else [*commands]


def form_of(name: str) -> Form:
    """The form of an act."""
    return register_form(PEOPLE) if name == "register" else FORMS[name]


@contextmanager
def told_in_words(known: Container[str]) -> Iterator[None]:
    """A problem of one of these fields, or a refusal, has its sentence; nothing else may be raised."""
    problem = None
    try:
        yield
    except (FieldProblem, Refusal) as raised:
        problem = raised
    if isinstance(problem, FieldProblem):
        assert problem.field in known
        assert WORDS(f"problem.{problem.code}", **problem.params)
    elif problem is not None:
        assert WORDS.refusal(problem)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
@pytest.mark.parametrize("name", ["register", *FORMS])
def test_whatever_is_filled_in_becomes_commands_or_a_problem_of_a_field(name: str, share: float) -> None:
    chance = random.Random(f"{name} {share}")
    form = form_of(name)
    meeting, now = meeting_after(share)
    known = {field.name for field in form.fields}
    for _ in range(FILLINGS):
        scene = scene_after(share, chance)
        texts = filled(form, scene, chance)
        if form.preview is not None:
            assert isinstance(form.preview(scene, texts), str)
        commands: list[Command] = []
        with told_in_words(known):
            commands = given(name, form, scene, texts)
        # A box is not opened at a stage that takes none of its act's commands: it must end in one.
        assert not commands or type(commands[-1]) is ACTS[name].command
        for command in commands:
            assert msgspec.convert(msgspec.to_builtins(command), AnyCommand) == command
            with told_in_words(known):
                meeting.decide(cleaned(command), now)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 1.0])
@pytest.mark.parametrize("name", ["register", *FORMS])
def test_a_pick_fills_fields_that_the_box_has(name: str, share: float) -> None:
    scene = scene_after(share)
    form = form_of(name)
    known = {field.name for field in form.fields}
    for field in form.fields:
        assert WORDS(f"field.{field.name}")
        assert WORDS(field.unset)
        for texts in ({}, *({"kind": kind} for kind in ("speech", "follow_up", "answer", "statement", "reading"))):
            then = field.then if isinstance(field.then, str) else field.then(texts) if texts else ""
            assert not then or then in known
        assert field.hint == "" or WORDS(field.hint)
        for choice in offered(field, scene):
            assert choice.label
            if field.fills is not None and choice.value:
                assert field.fills(scene, choice.value).keys() <= known


@pytest.mark.parametrize("share", [0.3, 0.6, 1.0])
@pytest.mark.parametrize("name", ["edit_registration", "edit_question", "edit_official", "edit_agenda"])
def test_what_is_filled_in_and_left_changes_nothing(name: str, share: float) -> None:
    scene = scene_after(share)
    form = form_of(name)
    key = form.fields[0]
    for choice in key.choices(scene):
        assert key.fills is not None
        texts = {field.name: "" for field in form.fields} | {key.name: choice.value} | key.fills(scene, choice.value)
        command = msgspec.to_builtins(given(name, form, scene, texts)[0])
        assert command.keys() == {"do", key.name}


def mend(name: str, key: str, **changes: str) -> Command:
    """Pick something in an edit box and change some of its fields."""
    form, scene = form_of(name), scene_after(0.6)
    fills = form.fields[0].fills
    assert fills is not None
    texts = {field.name: "" for field in form.fields} | {form.fields[0].name: key} | fills(scene, key) | changes
    return given(name, form, scene, texts)[0]


def test_an_edit_box_gives_what_was_changed_and_empties_what_was_emptied() -> None:
    assert mend("edit_registration", "1", topic="Kè sông") == c.EditRegistration(who=1, topic="Kè sông")
    assert mend("edit_registration", "1", place="") == c.EditRegistration(who=1, place="")
    assert mend("edit_registration", "1", show_name="false", slip="07") == c.EditRegistration(
        who=1, show_name=False, slip="07"
    )
    assert mend("edit_official", "kinh-te", fields="giao thong, dat dai") == c.EditOfficial(
        code="kinh-te", fields=("giao-thong", "dat-dai")
    )
    assert mend("edit_official", "chair", post="Chủ tịch") == c.EditOfficial(code="chair", post="Chủ tịch")


def test_a_box_that_was_never_filled_empties_nothing() -> None:
    form, scene = form_of("edit_registration"), scene_after(0.6)
    texts = {field.name: "" for field in form.fields} | {"who": "1", "topic": "Kè sông"}

    assert given("edit_registration", form, scene, texts) == [c.EditRegistration(who=1, topic="Kè sông")]


def story_scene(story: Story, *questions: int, proposed: bool = False) -> Scene:
    """What a box sees of a story, aimed at questions."""
    return Scene(story.meeting.state, story.now, story.calendar, WORDS, Aim(questions, proposed=proposed))


def texts_of(name: str, scene: Scene, /, **filled_in: str) -> dict[str, str]:
    """What stands in the fields when only these were touched."""
    form = form_of(name)
    return {field.name: field.starts(scene) for field in form.fields} | filled_in


def commands_of(name: str, scene: Scene, /, **filled_in: str) -> list[Command]:
    """What the box gives when only these fields were touched."""
    return given(name, form_of(name), scene, texts_of(name, scene, **filled_in))


def preview_of(name: str, scene: Scene, /, **filled_in: str) -> str:
    """What the box says before it is given."""
    preview = form_of(name).preview
    assert preview is not None
    return preview(scene, texts_of(name, scene, **filled_in))


@pytest.fixture
def story() -> Story:
    """An asked about land and about the police, and both were answered or are to be."""
    story = Story()
    story.hears("Lê Văn An", "Sổ đỏ của tôi?", "Trộm chó ban đêm?")
    return story


# Registering


def test_a_letter_without_a_name_is_registered_as_what_it_is(story: Story) -> None:
    scene = story_scene(story)

    (letter,) = commands_of("register", scene, how="anonymous_writing", text="Rác ở chợ")
    assert letter == c.Register(channel="in_writing", anonymous=True, text="Rác ở chợ")


@pytest.mark.parametrize(
    ("how", "name", "field", "code"),
    [
        ("in_writing", "Lê Mận", "text", "written_text"),
        ("anonymous_writing", "", "text", "written_text"),
        ("in_writing", "", "name", "nameless"),
        ("in_person", "", "name", "nameless"),
    ],
)
def test_what_a_slip_lacks_is_asked_for_in_its_field(story: Story, how: str, name: str, field: str, code: str) -> None:
    with pytest.raises(FieldProblem) as problem:
        commands_of("register", story_scene(story), how=how, name=name)
    assert (problem.value.field, problem.value.code) == (field, code)


@pytest.mark.parametrize("code", ["refusal.name_missing", "refusal.already_waiting", "problem.nameless"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_a_refusal_tells_to_choose_is_a_choice(code: str, language: Language) -> None:
    speak = words(language)
    choice = "again" if code == "refusal.already_waiting" else "anonymous"
    named = CATALOGUES[language][code].partition("“")[2] if code != "problem.nameless" else CATALOGUES[language][code]

    assert speak(f"console.how.{choice}").startswith(named.rpartition("“")[2].partition("”")[0])


def test_consent_and_slip_number_can_be_keyed(story: Story) -> None:
    scene = story_scene(story)

    (card,) = commands_of("register", scene, name="Lê Mận", slip="07", show_name="true", show_topic="false")

    assert card == c.Register(name="Lê Mận", slip="07", show_name=True, show_topic=False)


def test_who_has_registered_comes_after_the_others_and_says_so(story: Story) -> None:
    story.register("Phan Văn Hường", place="ấp Rạch Gừa")
    known = form_of("register").fields[0].choices(story_scene(story))

    assert [(choice.label, choice.note) for choice in known] == [
        ("Lê [b]Mận[/b], ấp {0}", ""),
        ("Lê Văn An", "đã đăng ký số 1"),
        ("Ông Phan Văn Hường, ấp Rạch Gừa", "đã đăng ký số 2"),
    ]


def test_the_same_name_from_elsewhere_is_told(story: Story) -> None:
    story.register("Phan Văn Hường", place="ấp Rạch Gừa")
    scene = story_scene(story)

    assert preview_of("register", scene, name="phan van huong", place="Cái Dứa") == (
        "Cùng họ tên: số 2 · Phan Văn Hường, ấp Rạch Gừa. Nếu là một người, chọn người đó trong danh sách."
    )
    assert "Đang chờ phát biểu với số 2" in preview_of("register", scene, name="\0" + "0")
    story.register("Phan Văn Hường", place="Cái Dứa")
    scene = story_scene(story)
    assert "số 2 · Phan Văn Hường, ấp Rạch Gừa" in preview_of("register", scene, name="Phan Văn Hường", place="Cái Dứa")
    # Whoever is picked from the list is meant, and none of the same name.
    assert preview_of("register", scene, name="\0who3") == (
        "Đang chờ phát biểu với số 3. Muốn ghi thêm lượt: Hình thức “Xin thêm lượt nữa”."
    )
    assert preview_of("register", scene, name="Phan Văn") == ""


def test_after_registering_was_closed_the_box_says_that_a_slip_is_late(story: Story) -> None:
    assert preview_of("register", story_scene(story)) == ""
    story.register("Phan Văn Hường", place="ấp Rạch Gừa")
    story.do("close_registration")
    told = preview_of("register", story_scene(story), name="phan van huong", place="Cái Dứa").split("\n")
    assert told[0] == "Đã đóng đăng ký: phiếu này được ghi là muộn."
    assert told[1].startswith("Cùng họ tên: số 2")


# Shows of hands


def test_hands_are_shown_on_what_stands_there_then(story: Story) -> None:
    def proposed(*questions: int) -> str:
        return choices.proposed_matter(story_scene(story, *questions))

    assert proposed() == "question:2"
    assert proposed(1) == "question:1"
    story.do("conclude", questions=[1], outcome="settled")
    assert proposed() == "conclusion:1"
    assert proposed(1) == "conclusion:1"
    assert proposed(2) == "question:2"
    story.do("agree", on="conclusion", question=1, all=True)
    story.do("conclude_meeting", text="Tốt")
    assert proposed() == "conclusion"
    story.do("agree", on="conclusion", all=True)
    assert proposed() == "minutes"


def test_a_vote_on_a_question_says_what_it_records(story: Story) -> None:
    scene = story_scene(story, 2)
    counts = {"in_favour": "86", "against": "3", "other": "5"}

    assert preview_of("agree", scene) == "→ Ý kiến số 2: tất cả nhất trí"
    assert preview_of("agree", scene, **counts) == "→ Ý kiến số 2: 86 đồng ý, 3 không đồng ý, 5 ý kiến khác"
    assert commands_of("agree", scene) == [c.Agree(on="question", question=2, everybody=True)]
    (vote,) = commands_of("agree", scene, **counts)
    assert vote == c.Agree(on="question", question=2, in_favour=86, against=3, other=5)
    story.meeting.apply(story.meeting.decide(vote, story.now))


# Tasks


def test_tasks_are_keyed_by_parts_of_names_with_every_kind(story: Story) -> None:
    typed = "\n".join(
        (
            "dat; Đo lại ranh; 5/12",
            "trả lời: cong an",
            "kien nghi Sở Nông nghiệp (an); Cấp vốn; nâng kè; 22/12/2026",
            "Ban nhân dân ấp 3/2; Trực cống;",
            "; Rà soát",
        )
    )
    (conclusion,) = commands_of("conclude", story_scene(story, 1), outcome="settled", tasks=typed)

    assert isinstance(conclusion, c.Conclude)
    assert conclusion.tasks == (
        c.Task(kind="work", body="Phòng Kinh tế", official="dia-chinh", due=date(2026, 12, 5), text="Đo lại ranh"),
        c.Task(kind="reply", body="Công an xã", official="cong-an"),
        c.Task(
            kind="forward",
            body="Sở Nông nghiệp",
            official="cong-an",
            due=date(2026, 12, 22),
            text="Cấp vốn; nâng kè",
        ),
        c.Task(kind="work", body="Ban nhân dân ấp 3/2", text="Trực cống"),
        c.Task(kind="work", text="Rà soát"),
    )


def test_the_preview_tells_body_official_kind_and_day_of_each_task(story: Story) -> None:
    story.do("assign", questions=[1], official="dia-chinh")
    tasks = "trả lời: cong an; Gặp các hộ\nkiến nghị\nong; x\nxa; x; mai"
    told = preview_of("conclude", story_scene(story, 1), outcome="written", text="Nhất trí", tasks=tasks)

    assert told.splitlines()[:6] == [
        "→ Nhất trí",
        "• Giao Phòng Kinh tế (Ngô Văn Đất) trả lời bằng văn bản · chậm nhất 11/12/2026",
        "• Giao Công an xã (Vũ Văn An) trả lời bằng văn bản: Gặp các hộ · chậm nhất 11/12/2026",
        "⚠ sau “kiến nghị” phải ghi kiến nghị cấp nào.",
        "⚠ “ong” có thể là: Trần Văn Chủ (ỦY BAN NHÂN DÂN XÃ LONG PHỤNG), Hồ Văn Khách; gõ rõ hơn.",
        "⚠ “mai” không phải ngày; gõ 05/12 hoặc 05/12/2026.",
    ]


def test_a_line_without_any_work_is_no_task(story: Story) -> None:
    with pytest.raises(FieldProblem) as problem:
        commands_of("conclude", story_scene(story, 1), outcome="settled", tasks="cong an")
    assert (problem.value.field, problem.value.code) == ("tasks", "no_work")


def test_an_answer_is_written_to_the_questions_that_were_answered_last(story: Story) -> None:
    story.do("assign", questions=[1, 2], official="cong-an")
    story.do("call", official="cong-an", questions=[2])
    story.do("start")
    story.after(30).do("end")

    last, marked = story_scene(story, 1, proposed=True), story_scene(story, 1)
    assert texts_of("answer", last) == {"questions": "2", "official": "cong-an", "text": ""}
    assert texts_of("answer", marked)["questions"] == "1"


def test_directives_that_stand_are_kept_when_the_general_conclusion_is_opened_again(story: Story) -> None:
    story.do(
        "conclude_meeting",
        text="Tốt",
        tasks=[
            {"kind": "reply", "body": "Ban Quản lý chợ", "text": "Công khai thu chi", "due": "2027-01-05"},
            {"kind": "forward", "body": "Sở Y tế", "official": "cong-an"},
        ],
    )
    scene = story_scene(story)
    lines = "trả lời: Ban Quản lý chợ; Công khai thu chi; 05/01/2027\nkiến nghị Sở Y tế (Vũ Văn An); ; "

    assert texts_of("conclude_meeting", scene) == {"text": "Tốt", "tasks": lines}
    assert commands_of("conclude_meeting", scene, text="Rất tốt") == [c.ConcludeMeeting(text="Rất tốt")]
    (more,) = commands_of("conclude_meeting", scene, tasks=f"{lines}\ndat; Đo lại")
    assert isinstance(more, c.ConcludeMeeting)
    assert [(task.kind, task.body, task.official) for task in more.tasks or ()] == [
        ("reply", "Ban Quản lý chợ", None),
        ("forward", "Sở Y tế", "cong-an"),
        ("work", "Phòng Kinh tế", "dia-chinh"),
    ]


# Assigning


def test_assigning_gives_questions_their_fields(story: Story) -> None:
    story.do("edit_question", question=1, field="dat-dai")
    one = story_scene(story, 2)

    assert commands_of("assign", one, official="cong-an") == [
        c.Assign(questions=(2,), official="cong-an", fields={"2": "an-ninh"})
    ]
    assert commands_of("assign", one, official="cong-an", field="y-te") == [
        c.Assign(questions=(2,), official="cong-an", fields={"2": "y-te"})
    ]
    assert commands_of("assign", story_scene(story, 1), official="cong-an") == [
        c.Assign(questions=(1,), official="cong-an")
    ]
    assert "2. [An ninh, trật tự] Trộm chó" in preview_of("assign", one, official="cong-an")


def test_of_proposed_questions_those_of_one_official_are_assigned_together(story: Story) -> None:
    for number, field in ((1, "dat-dai"), (2, "an-ninh")):
        story.do("edit_question", question=number, field=field)
    story.hears("Bình", "Đất ruộng?")
    story.do("edit_question", question=3, field="dat-dai")

    assert texts_of("assign", story_scene(story, 1, 2, 3, proposed=True))["questions"] == "1, 3"
    assert texts_of("assign", story_scene(story, 1, 2, 3))["questions"] == "1, 2, 3"


def test_who_answers_along_is_found_by_parts_and_told(story: Story) -> None:
    scene = story_scene(story, 1)

    (assigned,) = commands_of("assign", scene, official="dia-chinh", along="cong an, khach")
    assert isinstance(assigned, c.Assign)
    assert assigned.along == ("cong-an", "hdnd")
    assert "→ Ngô Văn Đất, Vũ Văn An" in preview_of("assign", scene, official="dia-chinh", along="cong an")
    with pytest.raises(FieldProblem) as problem:
        commands_of("assign", scene, along="van")
    assert problem.value.params["names"] == ", ".join(
        (
            "Trần Văn Chủ (ỦY BAN NHÂN DÂN XÃ LONG PHỤNG)",
            "Ngô Văn Đất (Phòng Kinh tế)",
            "Vũ Văn An (Công an xã)",
            "Hồ Văn Khách",
        )
    )


def questions_in(told: str) -> list[int]:
    """The numbers of the questions that a box tells, a line each."""
    return [int(number) for line in told.splitlines() if (number := line.partition(".")[0]).isdecimal()]


@pytest.mark.parametrize(("many", "lines"), [(5, 5), (12, 12), (13, 11)])
@pytest.mark.parametrize("name", ["assign", "call_answer", "conclude"])
def test_a_box_tells_a_dozen_of_its_questions_and_that_there_are_more(name: str, many: int, lines: int) -> None:
    story = Story()
    story.hears("Lê Văn An", *(f"Ý kiến thứ {number}?" for number in range(many)))
    told = preview_of(name, story_scene(story, *range(1, many + 1)))

    assert questions_in(told) == [*range(1, lines + 1)]
    assert told.endswith("\n…") == (many > lines)


def test_what_is_said_of_all_questions_stands_before_them(story: Story) -> None:
    story.do("edit_question", question=1, kind="conduct")
    story.do("assign", questions=[2], official="cong-an")
    told = preview_of("assign", story_scene(story, 1, 2), official="cong-an", along="dat").splitlines()

    assert told.index("→ Vũ Văn An, Ngô Văn Đất") < len(told) - 2
    assert questions_in("\n".join(told[-2:])) == [1, 2]
    assert any(line.startswith("Vũ Văn An") for line in told[:-2])


def test_a_name_along_that_is_nobody_s_is_told_before_the_questions(story: Story) -> None:
    told = preview_of("assign", story_scene(story, 1, 2), official="cong-an", along="van").splitlines()

    assert told[-3].startswith("⚠")
    assert questions_in("\n".join(told[-2:])) == [1, 2]


def test_the_meeting_s_own_fields_come_first() -> None:
    story = Story(fields=[{"code": "nuoc-man", "name": "Điện, nước mặn"}])

    assert choices.fields(story_scene(story))[0].label == "Điện, nước mặn"


# The hall's message


def test_an_empty_message_takes_off_the_one_on_show(story: Story) -> None:
    with pytest.raises(FieldProblem):
        commands_of("message", story_scene(story))
    story.do("message", text="Mời vào")

    assert texts_of("message", story_scene(story)) == {"text": ""}
    assert "Mời vào" in preview_of("message", story_scene(story))
    assert commands_of("message", story_scene(story)) == [c.Message()]


def test_people_are_found_by_their_names_before_what_else_is_said_of_them(story: Story) -> None:
    story.register("Tô Minh Luân", "Quách Thị Lụa")
    found = found_among(choices.registrations(story_scene(story)), "lua")

    assert [choice.called for choice in found] == ["Quách Thị Lụa", "Tô Minh Luân"]
    assert found_among(choices.questions(story_scene(story)), "1")[0].value == "1"


@pytest.mark.parametrize(("typed", "kept"), [("ong", "Ông"), ("BÀ", "Bà"), ("Đại đức", "Đại đức"), ("co", "Cô")])
def test_an_honorific_is_kept_as_it_is_written(typed: str, kept: str) -> None:
    assert read_value(Field("honorific", "honorific"), typed, date(2026, 11, 26)) == kept


def test_a_task_of_somebody_who_belongs_to_no_body_keeps_the_body_that_was_typed(story: Story) -> None:
    story.do("add_official", name="Lê Thị Oanh", post="Chánh Văn phòng Ủy ban nhân dân xã")
    scene = story_scene(story)
    (task,) = tasks_typed(scene, "Văn phòng Ủy ban nhân dân xã; Ban hành thông báo; 15/12")
    assert task.body == "Văn phòng Ủy ban nhân dân xã"
    (task,) = tasks_typed(scene, "oanh; Ban hành thông báo; 15/12")
    assert (task.body, task.official is None) == (None, False)


def test_joining_proposes_the_question_that_is_most_alike(story: Story) -> None:
    story.do("question", text="Đường thôn Đông ngập khi mưa", who=1)
    story.do("question", text="Học phí lớp mầm non", who=1)
    story.do("question", text="Đường thôn Đông mưa là ngập", who=1)
    form = form_of("join")
    assert form.fields[0].fills is not None
    numbers = list(story.meeting.state.questions)
    assert form.fields[0].fills(story_scene(story), str(numbers[-1])) == {"into": str(numbers[-3])}


def test_whoever_was_assigned_or_answered_sees_to_what_nobody_was_named_for(story: Story) -> None:
    story.do("add_official", name="Lê Thị Oanh")
    code = next(each.code for each in story.meeting.state.setup.officials if each.name == "Lê Thị Oanh")
    scene = story_scene(story)
    assert in_charge(scene.state, "written", (1,), "") is None
    story.do("answer", questions=[1], official=code, text="Sẽ làm")
    state = story_scene(story).state
    assert in_charge(state, "written", (1,), "") == code
    assert in_charge(state, "written", (1,), "Phòng Kinh tế") is None
    assert in_charge(state, "settled", (1,), "") is None
    story.do("assign", questions=[1], official="chair")
    state = story_scene(story).state
    assert in_charge(state, "written", (1,), "") is None
    assert in_charge(state, "beyond", (1,), "Sở Xây dựng") == "chair"


# What Enter goes on to


def enters(name: str, scene: Scene, *typed: str) -> list[str]:
    """The fields that the cursor goes through when each is typed into and left with Enter."""
    box = FormBox(name, ACTS[name].command, form_of(name), scene, 8)
    box.begin(scene)
    way = []
    for text in typed:
        way.append(next(field for field, editor in box.editors.items() if editor is box.at))
        box.type(text)
        box.press("enter")
    return way


def test_somebody_new_is_asked_about_field_by_field(story: Story) -> None:
    scene = story_scene(story)

    assert enters("add_official", scene, "Lê Thị Oanh", "bà", "Trưởng trạm", "Trạm Y tế", "") == [
        "name", "honorific", "post", "body", "fields",
    ]  # fmt: skip
    assert enters("add_official", scene, "Bà Lê Thị Oanh", "Trưởng trạm", "") == ["name", "post", "body"]
    assert enters("add_agenda", scene, "Trao quà", "15", "") == ["title", "minutes", "minutes"]


# Editing the meeting


def test_only_what_differs_is_edited_of_the_meeting(story: Story) -> None:
    scene = story_scene(story)

    assert commands_of("edit_meeting", scene, place="Nhà văn hóa") == [c.EditMeeting(place="Nhà văn hóa")]
    assert commands_of("edit_meeting", scene, limit_speech="3:00") == [
        c.EditMeeting(limits=c.GivenLimits(speech=180)),
    ]
    story.refuses("nothing_to_change", "edit_meeting")
    assert commands_of("edit_meeting", scene) == [c.EditMeeting()]
