"""What the console gets ready after its first picture: better then than when a key asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from string import ascii_lowercase

from screens.console_papers import ConsolePapers
from screens.registry import ACTS

# What the boxes are made of.
_OPENED_LATER = (
    "screens.forms",
    "screens.form_box",
    "screens.register_form",
    "screens.review",
    "screens.attendance_box",
    "screens.papers",
    "screens.help_page",
    "screens.advice_page",
    "screens.gap_text",
)
# The boxes that have a key of their own, and the one that the floor key opens most.
_BOXES = tuple(act.name for act in ACTS.values() if act.asks and (act.key or act.name == "answer"))


class ConsoleReadiness(ConsolePapers):
    """The console's boxes, loaded, made and drawn once before anybody opens them."""

    def on_ready(self) -> None:
        """Get ready, beside the keys, what takes a moment."""
        self.run_worker(self._get_ready, thread=True, exit_on_error=False)

    def _get_ready(self) -> None:
        for module in _OPENED_LATER:
            import_module(module)
        self.desk.calendar.is_working_day(self.desk.now().date())
        self.desk.known_people()
        self._compare_questions()
        pages = (self._get_help_ready, self._get_palette_ready)
        # One after the other, so that no key waits for more than one of them.
        boxes = [partial(self._get_box_ready, name) for name in _BOXES]
        # Whoever is registered is looked for by any letter.
        names = [partial(self._get_box_ready, "register", letter) for letter in ascii_lowercase]
        for get_ready in (*pages, *boxes, *names, self.keep_for_good):
            self.call_from_thread(self._while_running, get_ready)

    def _while_running(self, get_ready: Callable[[], None]) -> None:
        if self.is_running:
            get_ready()

    def _compare_questions(self) -> None:
        """Who is likely to answer is asked of a new question, among all that were answered."""
        from moderator.meeting.question_words import likenesses, words_of
        from screens.choices import MOST_TOGETHER

        questions = [*self.desk.meeting.state.questions.values()]
        for question in questions:
            words_of(question.text)
        for new in [question for question in questions if question.status == "new"][:MOST_TOGETHER]:
            compared = likenesses(new.text)
            for question in questions:
                # Kept from now on.
                compared[question.text]

    def _get_help_ready(self) -> None:
        self._right_side.get_ready(self._help_box())

    def _get_palette_ready(self) -> None:
        self._right_side.get_ready(self._palette_box())

    def _get_box_ready(self, name: str, letter: str = "a") -> None:
        """Make the box of an act and draw it as it will be used: opened, and something looked for."""
        scene = self._scene_of(name)
        if self._why_not(name, scene) is not None:
            return
        box = self._form_box(name, scene)
        if box.is_open or box is self._box_below:
            return
        for typed in (letter, ""):
            box.begin(scene)
            box.get_ready()
            box.type(typed)
            self._right_side.get_ready(box)
        box.leave()
