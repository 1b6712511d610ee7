"""A lock that a file stands for; it is free again as soon as its holder ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from pathlib import Path

_POLL_SECONDS = 0.01

if sys.platform == "win32":
    from filelock import FileLock as SystemLock
    from filelock import Timeout

    class FileLock:
        """One attempt after the other to hold a file, and the holding of it."""

        def __init__(self, path: Path) -> None:
            """Hold nothing yet."""
            # A lock that outlives a killed holder would keep people out of what is theirs: never the soft kind.
            self._lock = SystemLock(path, mode=0o600, thread_local=False, fallback_to_soft=False)

        @property
        def is_held(self) -> bool:
            """Whether it is held here."""
            return self._lock.is_locked

        def take(self, patience: float = 0.0) -> bool:
            """Take it within so many seconds, False when somebody else keeps it; OSError when it cannot be tried."""
            try:
                self._lock.acquire(timeout=patience, poll_interval=_POLL_SECONDS)
            except Timeout:
                return False
            return True

        def free(self) -> None:
            """Let others take it."""
            self._lock.release()

else:
    import fcntl

    # The package does the same here, but takes longer to load than opening most meetings takes.
    _HELD_ELSEWHERE = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})

    class FileLock:
        """One attempt after the other to hold a file, and the holding of it."""

        def __init__(self, path: Path) -> None:
            """Hold nothing yet."""
            self._path = path
            self._fd = -1

        @property
        def is_held(self) -> bool:
            """Whether it is held here."""
            return self._fd >= 0

        def take(self, patience: float = 0.0) -> bool:
            """Take it within so many seconds, False when somebody else keeps it; OSError when it cannot be tried."""
            until = time.monotonic() + patience
            while not self._taken():
                if time.monotonic() >= until:
                    return False
                time.sleep(_POLL_SECONDS)
            return True

        def _taken(self) -> bool:
            fd = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
                # Where the file was removed meanwhile, others would find another one and hold that.
                if os.path.samestat(os.fstat(fd), os.stat(self._path)):
                    self._fd, fd = fd, -1
            except FileNotFoundError:
                return False
            except OSError as error:
                if error.errno not in _HELD_ELSEWHERE:
                    raise
            finally:
                if fd >= 0:
                    os.close(fd)
            return self.is_held

        def free(self) -> None:
            """Let others take it."""
            fd, self._fd = self._fd, -1
            if fd >= 0:
                os.close(fd)
