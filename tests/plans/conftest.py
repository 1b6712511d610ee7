"""The four meetings that follow real plans, each played once for a whole module."""

from __future__ import annotations

import pytest

from tests.plans.played import NAMES, Played


@pytest.fixture(scope="module", params=NAMES)
def plan(request: pytest.FixtureRequest) -> Played:
    """Each of the four meetings in turn."""
    return Played(request.param)


@pytest.fixture(scope="module")
def ha_trung() -> Played:
    """Hà Trung, 28 October 2021."""
    return Played("ha-trung-2021")


@pytest.fixture(scope="module")
def pho_chau() -> Played:
    """Phổ Châu, whose day the plan leaves open; it was 15 June 2023."""
    return Played("pho-chau-2023")


@pytest.fixture(scope="module")
def lac_thuong() -> Played:
    """Lạc Thượng, 19 June 2023."""
    return Played("lac-thuong-2023")
