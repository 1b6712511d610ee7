"""Takes every measure and prints a table of each: `python -m benchmarks [--quick] [--folder FOLDER] [NAME ...]`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module, metadata
from pathlib import Path

from benchmarks.figures import Figure, table

_TITLES: Mapping[str, str] = {
    "append": "Durable append",
    "opening": "Opening a meeting",
    "folding": "The Meeting itself",
    "papers": "Minutes",
    "hall": "Projector",
    "kills": "Killed while writing",
    "memory": "Memory",
    "picture": "First picture",
    "board": "Home screen",
    "keys": "Keys",
}


def main() -> int:
    """Measure, print, and leave the judging to the reader."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(_TITLES)}")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--folder", type=Path, help="where to keep meetings meanwhile, to choose the disk")
    options = parser.parse_args()
    for name in options.names:
        if name not in _TITLES:
            parser.error(f"no measure is called {name}: choose from {', '.join(_TITLES)}")
    textual = metadata.version("textual")
    print(f"Python {platform.python_version()}, textual {textual}, {platform.system()} {platform.machine()}")
    with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=options.folder) as folder:
        _have_compiled(Path(folder) / "compiled")
        for name in options.names or _TITLES:
            place = Path(folder) / name
            place.mkdir()
            measure: Callable[[Path, bool], Iterator[Figure]] = import_module(f"benchmarks.{name}").measure
            print(f"\n{table(_TITLES[name], [*measure(place, options.quick)])}", flush=True)
    return 0


def _have_compiled(cache: Path) -> None:
    """Let the processes to come find compiled modules, as installed ones are, whatever this one was told."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(cache)


if __name__ == "__main__":
    sys.exit(main())
