"""Runs in a process of its own: the catalogue of a data folder, and the first picture of the home screen over it."""

from __future__ import annotations

import datetime as dt
import gc
from pathlib import Path

# What is only loaded when it is needed counts as loaded here, in every start.
import filelock  # noqa: F401
import holidays  # noqa: F401

from data.catalogue import Catalogue
from data.folder import DataFolder
from moderator.meeting.working_days import Calendar


def nothing() -> None:
    """The imports were all."""


def catalogue(root: str) -> None:
    """Look up what every meeting promised."""
    Catalogue(DataFolder(Path(root)), Calendar()).refresh()


def catalogue_anew(root: str) -> None:
    """Read every journal, as if nothing had been looked up before."""
    folder = DataFolder(Path(root))
    folder.catalogue.unlink(missing_ok=True)
    Catalogue(folder, Calendar()).refresh()


def home(root: str) -> None:
    """The home screen: it stands when the headings of both lists and the keys are there."""
    # As the front door does before anything is loaded.
    gc.disable()
    from benchmarks.pictured import tell_first_picture
    from moderator.entries.home import SessionShelf
    from moderator.session import Session
    from screens.home import HomeApp
    from screens.words import words

    spoken = words("vi")
    shelf = SessionShelf(Session(DataFolder(Path(root)), spoken, lambda: dt.datetime.now(dt.UTC)))
    signs = ("HỘI NGHỊ:", "THEO DÕI:", spoken("home.key.quit"))
    tell_first_picture(HomeApp(shelf, spoken), signs)
