"""What the home screen says."""

from __future__ import annotations

WORDS: dict[str, str] = {
    "home.head": "DIALOGUE MEETINGS",
    "home.today": "today {day}",
    "home.search": "Type to search (no accents needed): meeting, place, person, office, matter",
    "home.ready": "F3 makes a meeting · F4 opens the sample meeting · F1 help",
    "home.meetings": "MEETINGS: {count}",
    "home.meetings.open": "open now {count}",
    "home.meetings.troubled": "✗ damaged {count}",
    "home.stage.preparing": "○ preparing",
    "home.stage.open": "● OPEN",
    "home.stage.break": "‖ BREAK",
    "home.stage.adjourned": "■ adjourned",
    "home.stage.signed": "✓ signed",
    "home.trouble.damaged": "✗ DAMAGED",
    "home.trouble.unreadable": "✗ UNREADABLE",
    "home.questions": "{questions} quest.",
    "home.counts": "registered {registrations}, questions {questions}",
    "home.unconcluded": "without conclusion {count}",
    "home.undated": "no date yet",
    "home.enter.preparing": "Enter opens the secretary's console · F6 hall display · F12 minutes",
    "home.enter.open": "Enter goes back to the secretary's console · F6 hall display · F12 minutes",
    "home.enter.break": "Enter goes back to the secretary's console · F6 hall display · F12 minutes",
    "home.enter.adjourned": "Enter opens the console to check and sign · F12 minutes",
    "home.enter.signed": "Enter opens the console to record replies · F12 minutes",
    "home.enter.damaged": "It does not open while its journal is damaged; other meetings are not touched.",
    "home.id": "id {id}",
    "home.damaged": (
        "The journal is damaged in one place: what stands above may be old. Quit and type “moderator check {id}” to learn "
        "where; do not edit or delete the file, copy the whole data folder elsewhere."
    ),
    "home.unreadable": (
        "The journal of {id} cannot be read: it is damaged, or a newer version of the program wrote it. Quit and type "
        "“moderator check {id}”; do not delete the file, copy the whole data folder elsewhere."
    ),
    "home.owed": "PROMISES: {count}",
    "home.owed.count.overdue": "✗ overdue {count}",
    "home.owed.count.soon": "! within 7 days {count}",
    "home.owed.count.later": "later {count}",
    "home.owed.count.undated": "? no date {count}",
    "home.owed.overdue": "✗ overdue {days} d",
    "home.owed.today": "! due TODAY",
    "home.owed.soon": "! {days} d left",
    "home.owed.later": "· {days} d left",
    "home.owed.undated": "? no date",
    "home.nobody": "(nobody named)",
    "home.kind.reply": "Reply to question {question}",
    "home.kind.work": "Carry out what question {question} asked",
    "home.kind.forward": "Put question {question} to the competent authority",
    "home.of_conclusion": "from the general conclusion",
    "home.of_question": "question {question}",
    "home.due": "due {day}",
    "home.estimated": "estimated",
    "home.extended": "extended",
    "home.enter.owed": "Enter opens the meeting; there F9, then “{reply}” or “{extend}”",
    "home.no_meetings": (
        "No meetings yet.\n\n"
        "F4: open the sample meeting to practise (its people and matters are invented)\n"
        "F3: make a new meeting from a file; a template to fill in is at hand"
    ),
    "home.no_owed": "Nothing is owed yet. What a conclusion promises stands here until it has its reply.",
    "home.none_found": "Nothing matches “{typed}”. Esc clears the search.",
    "home.nothing_chosen": "No meeting is chosen: F3 makes one, F4 opens the sample meeting.",
    "home.box_open": "A box is open: Esc closes it, then press again.",
    "home.minutes_written": "✓ Minutes written: {path}",
    "home.looked": "✓ Read again.",
    "home.made": "✓ Meeting made. Enter opens its console.",
    "home.new": "NEW MEETING",
    "home.new.file": "Meeting file",
    "home.new.explain": (
        "A meeting is made from a text file (.toml) with its title, chair, officials, programme and terms.\n\n"
        "No file yet: type where it should lie and press F4 to write a template with comments (in Vietnamese); open that "
        "file in a text editor such as Notepad, fill it in, save it, come back here and press Enter.\n"
        "A file is there: type its path and press Enter."
    ),
    "home.new.hint": "Enter makes the meeting · F4 writes the template · Esc closes",
    "home.new.empty": "Type the path of the meeting file.",
    "home.new.missing": "There is no such file. F4: write the template there to fill in; or correct the path.",
    "home.new.untouched": "{path} is still the template: open it in a text editor, fill it in, save it, then press Enter.",
    "home.new.exists": "{path} exists and is not overwritten. Enter makes the meeting from it, or type another name.",
    "home.new.no_folder": "There is no folder {path}: correct the path.",
    "home.new.written": "✓ Template written: {path}\nOpen it in a text editor, fill it in, save it, then press Enter here.",
    "home.help": (
        "What is typed always goes into the search field; arrows and Enter work in the list marked ▸. The search needs no "
        "accents and looks through meetings and promises."
    ),
    "home.help.open": "the console of the chosen meeting; from a promise, of the meeting it was made in",
    "home.help.new": "a new meeting from a .toml file, or a template to fill in",
    "home.help.demo": "the sample meeting, to practise; real meetings are not touched",
    "home.help.switch": "from the meetings to the promises and back",
    "home.help.help": "this page",
    "home.help.projector": "the hall display of the chosen meeting, in this very window (Ctrl+Q comes back)",
    "home.help.minutes": "write the minutes of the chosen meeting, at any stage",
    "home.help.look": "read everything from disk again",
    "home.help.clear": "clear the search, close a box",
    "home.help.quit": "leave; everything is on disk",
    "home.help.signs": (
        "Meetings: ○ preparing  ● open  ‖ break  ■ adjourned  ✓ signed  ✗ the journal is damaged\n"
        "Last days: ✗ overdue  ! within 7 days  · later  ? no date  ~ estimated, days off not announced yet"
    ),
    "home.help.hint": "↑↓ scroll · Esc closes",
    "home.key.open": "Open",
    "home.key.new": "New meeting",
    "home.key.demo": "Sample meeting",
    "home.key.switch": "Other list",
    "home.key.help": "Help",
    "home.key.projector": "Hall display",
    "home.key.minutes": "Minutes",
    "home.key.look": "Read again",
    "home.key.clear": "Clear search",
    "home.key.quit": "Quit",
}
