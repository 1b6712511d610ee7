"""What is handed to a secretary: the wheel, built without a network, holds everything and plays the sample meeting."""

from __future__ import annotations

import os
import subprocess
import sys
from configparser import ConfigParser
from email.parser import HeaderParser
from pathlib import Path
from zipfile import ZipFile

import pytest

from data.sample import NAME, NAMES
from moderator import __version__

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("moderator", "data", "screens")


def run(*arguments: str | Path, cwd: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run this Python away from the source tree, with `path` before everything else that is installed."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MODERATOR_", "PYTHON"))}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with what is installed here and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    built = run(
        *("-m", "pip", "wheel", ROOT, "--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder),
        cwd=folder,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own, its dependencies being here already."""
    folder = tmp_path_factory.mktemp("installed")
    put = run("-m", "pip", "install", wheel, "--no-deps", "--no-index", "--target", folder, cwd=folder)
    assert put.returncode == 0, put.stdout + put.stderr
    return folder


def source_files() -> set[str]:
    """Return what a user needs of the source tree: every file of the packages, whatever its kind."""
    return {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith((".", "~$"))
    }


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if not name.endswith("/")}
    files = {name for name in names if ".dist-info/" not in name}

    assert files == source_files()
    assert {Path(name).suffix for name in files} >= {".py", ".tcss", ".toml", ".jsonl"}


def test_the_wheel_brings_one_command_and_says_its_version_and_its_licence(wheel: Path) -> None:
    about = f"dialogue_moderator-{__version__}.dist-info"
    with ZipFile(wheel) as archive:
        metadata = HeaderParser().parsestr(archive.read(f"{about}/METADATA").decode())
        scripts = ConfigParser()
        scripts.read_string(archive.read(f"{about}/entry_points.txt").decode())
        names = archive.namelist()

    assert metadata["Version"] == __version__
    assert metadata["Requires-Python"] == ">=3.11"
    assert {section: dict(scripts[section]) for section in scripts.sections()} == {
        "console_scripts": {"moderator": "moderator.__main__:main"}
    }
    assert f"{about}/licenses/LICENSE" in names


def test_what_runs_after_the_installation_is_what_was_installed(installed: Path, tmp_path: Path) -> None:
    places = run(
        *(
            "-c",
            "import moderator, data, screens; print(moderator.__file__, data.__file__, screens.__file__, sep='\\n')",
        ),
        cwd=tmp_path,
        path=installed,
    )

    assert places.stdout.splitlines() == [str(installed / package / "__init__.py") for package in PACKAGES]


def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    told = run("-m", "moderator", "--version", cwd=tmp_path, path=installed)

    assert (told.returncode, told.stderr) == (0, "")
    assert __version__ in told.stdout


def test_the_installed_program_plays_every_sample_meeting_through(installed: Path, tmp_path: Path) -> None:
    tell = "from importlib.resources import files; print(*files('data.sample').iterdir(), sep='\\n')"
    found = run("-c", tell, cwd=tmp_path, path=installed)
    scripts = [Path(line) for line in found.stdout.splitlines() if line.endswith(".jsonl")]
    assert {script.stem for script in scripts} == set(NAMES)
    assert all(script.is_relative_to(installed) for script in scripts)

    for script in scripts:
        program = ("-m", "moderator", "--data", tmp_path / f"kept-{script.stem}")
        # Only the first sample is what a rehearsal is played with when no meeting is named.
        own = () if script.stem == NAME else ("--new", script.with_suffix(".toml"))
        played = run(*program, "rehearse", script, *own, "--speed", "max", cwd=tmp_path, path=installed)
        assert (played.returncode, played.stderr) == (0, "")

        whole = run(*program, "check", cwd=tmp_path, path=installed)
        assert (whole.returncode, whole.stderr) == (0, "")
        listed = run(*program, "list", cwd=tmp_path, path=installed)
        assert listed.returncode == 0
        assert script.stem in listed.stdout
