"""The phrases of the papers, to be worded otherwise by an office."""

from __future__ import annotations

from data.phrases_file import phrases_as_toml
from moderator.session import Session
from moderator.terminal import tell


def phrases(session: Session) -> int:
    """Print the phrases as they are used now, as a file of phrases has them."""
    tell(f"# {session.words('cli.phrases.head', path=session.folder.phrases)}")
    tell(phrases_as_toml(session.office.phrases))
    return 0
