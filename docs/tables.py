"""Write the key card and the list of papers in docs/huong-dan.md anew, from the tables of the program.

From the root of the repository: python docs/tables.py
"""

from __future__ import annotations

import sys
from pathlib import Path

# The tables are of the source beside this file, whatever is installed.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from moderator.papers import PAPERS
from screens.registry import ACTS, Act, key_name
from screens.words import words

PAGE = Path(__file__).resolve().parent / "huong-dan.md"


def key_card() -> str:
    """Every act with a key in a table, then by group the names that the palette finds."""
    say = words("vi")
    rows = ["| Phím | Lệnh | Làm gì |", "|---|---|---|"]
    without_key: list[str] = []
    for group in dict.fromkeys(act.group for act in ACTS.values()):
        acts = [act for act in ACTS.values() if act.group == group]
        rows += [
            f"| **{key_name(act.key)}** | {_name(act)} | {say(f'command.{act.name}.help')} |" for act in acts if act.key
        ]
        names = " · ".join(_name(act) for act in acts if not act.key)
        if names:
            without_key.append(f"- {say(f'group.{group}')}: {names}")
    palette = key_name(ACTS["palette"].key)
    heading = f"Lệnh không có phím riêng: bấm **{palette}**, gõ vài chữ của tên (không cần dấu), Enter."
    return "\n".join([*rows, "", heading, "", *without_key])


def papers() -> str:
    """The papers by the names that `export --only` takes, each with its file."""
    rows = [f"| `{name}` | `{kind.file_name}` |" for name, kind in PAPERS.items()]
    return "\n".join(["| Tên sau `--only` | Tệp |", "|---|---|", *rows])


def refreshed(page: str) -> str:
    """The page with what stands between its markers written anew."""
    for name, table in (("keys", key_card()), ("papers", papers())):
        begins, ends = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if page.count(begins) != 1 or page.count(ends) != 1:
            raise ValueError(f"{PAGE.name}: expected {begins.strip()} and {ends} once")
        before, rest = page.split(begins)
        page = f"{before}{begins}\n{table}\n\n{ends}{rest.split(ends)[1]}"
    return page


def _name(act: Act) -> str:
    return words("vi")(f"command.{act.name}")


if __name__ == "__main__":
    PAGE.write_text(refreshed(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
