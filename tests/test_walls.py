"""The walls of the house: who may know whom, seen in what really gets imported and in what stands in the source."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("moderator", "data", "screens")

IMPORT_AND_TELL = """
import importlib, json, sys
for name in json.loads(sys.argv[1]):
    importlib.import_module(name)
print(json.dumps(sorted(sys.modules)))
"""


def modules_in(folder: Path) -> list[str]:
    """Return the dotted names of all modules under a folder of the source."""
    names = []
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        names.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return names


def loaded_by(names: list[str]) -> set[str]:
    """Import modules in a process of their own and return the names of everything that came along."""
    told = subprocess.run(
        [sys.executable, "-c", IMPORT_AND_TELL, json.dumps(names)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return set(json.loads(told.stdout))


def behind(wall: set[str], loaded: set[str]) -> list[str]:
    """Return the loaded modules that belong to a package behind the wall."""
    return sorted(name for name in loaded if name.partition(".")[0] in wall)


def is_front_door(name: str) -> bool:
    """Tell whether a module is of the front door: in `moderator`, but neither its root nor of the meeting."""
    return name.startswith("moderator.") and name.split(".")[1] != "meeting"


@pytest.mark.parametrize(
    ("part", "wall"),
    [
        (
            "moderator/meeting",
            {"data", "screens", "textual", "rich", "tinydb", "docx", "openpyxl", "filelock", "platformdirs"},
        ),
        ("data", {"screens", "textual"}),
        ("screens", {"data", "tinydb", "docx", "openpyxl", "filelock"}),
    ],
)
def test_a_part_of_the_house_works_without_what_is_behind_its_wall(part: str, wall: set[str]) -> None:
    names = modules_in(ROOT / part)
    loaded = loaded_by(names)

    assert loaded.issuperset(names)
    assert behind(wall, loaded) == []
    assert sorted(filter(is_front_door, loaded)) == []


def test_the_front_door_opens_before_anything_heavy_is_carried_in() -> None:
    loaded = loaded_by(["moderator.__main__"])

    assert behind({"textual", "tinydb", "docx", "openpyxl", "holidays"}, loaded) == []


def test_nothing_reaches_back_to_the_front_door_not_even_inside_a_function() -> None:
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    inside = {name for name in graph.modules if not is_front_door(name)}

    reaching_back = [
        f"{name} imports {imported}"
        for name in sorted(inside)
        for imported in sorted(graph.find_modules_directly_imported_by(name))
        if is_front_door(imported)
    ]
    assert "moderator.meeting" in inside
    assert reaching_back == []


def test_every_folder_of_source_is_a_package() -> None:
    folders = {path.parent for package in PACKAGES for path in (ROOT / package).rglob("*.py")}

    assert [str(folder.relative_to(ROOT)) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
