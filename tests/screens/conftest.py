"""What the stories on the screens stand on."""

from __future__ import annotations

import pytest

from tests.screens.desk_story import Time


@pytest.fixture
def time() -> Time:
    """A time that the story alone moves."""
    return Time()
