"""What the stories of a meeting begin with."""

from __future__ import annotations

import pytest

from tests.meeting.story import Story


@pytest.fixture
def story() -> Story:
    """A meeting that has just been opened, with nobody waiting."""
    return Story()
