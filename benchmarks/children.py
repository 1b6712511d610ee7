"""Processes of their own, for what a running process cannot tell of itself: its start, its memory, its death."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_PATIENCE_SECONDS = 60.0
# A program that is in use finds its modules compiled, as those that it is measured beside are.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _command(function: str, *arguments: object) -> list[str]:
    module, _, name = function.rpartition(".")
    code = f"import sys; from benchmarks.{module} import {name}; {name}(*sys.argv[1:])"
    return [sys.executable, "-c", code, *map(str, arguments)]


@contextmanager
def child(function: str, *arguments: object) -> Iterator[subprocess.Popen[bytes]]:
    """A process that runs a function of this package, given as "module.name"; it is ended with the block."""
    with subprocess.Popen(
        _command(function, *arguments), cwd=_ROOT, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def told(process: subprocess.Popen[bytes]) -> bytes:
    """The next line that a process tells; raises when it ended without one."""
    line = process.stdout.readline() if process.stdout is not None else b""
    if not line:
        raise RuntimeError(f"{process.args!r} told nothing and ended with {process.wait(_PATIENCE_SECONDS)}")
    return line.rstrip(b"\n")


def all_told(process: subprocess.Popen[bytes]) -> list[bytes]:
    """End a process; every whole line that it had told by then."""
    process.kill()
    text = b"" if process.stdout is None else process.stdout.read()
    return text[: text.rfind(b"\n") + 1].splitlines()


def told_by(function: str, *arguments: object) -> bytes:
    """The first line that a function tells in a process of its own."""
    with child(function, *arguments) as process:
        return told(process)


def seconds_until_end(function: str, *arguments: object) -> float:
    """How long a process takes from its start to its end; raises when it fails."""
    began = time.perf_counter()
    subprocess.run(_command(function, *arguments), cwd=_ROOT, env=_ENVIRONMENT, stdin=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def seconds_until_told(function: str, *arguments: object) -> float:
    """How long a process takes from its start to its first line."""
    began = time.perf_counter()
    with child(function, *arguments) as process:
        told(process)
        return time.perf_counter() - began
