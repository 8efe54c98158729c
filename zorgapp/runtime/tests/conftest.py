"""Fixtures: a data folder of its own, and a supervisor that always lets go of its children."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zorgapp.runtime.location import Location
from zorgapp.runtime.processes import MARK
from zorgapp.runtime.supervisor import Service, Supervisor


@pytest.fixture
def location(tmp_path: Path) -> Iterator[Location]:
    made = Location.at(tmp_path / "map met spatie")
    yield made
    shutil.rmtree(made.sockets, ignore_errors=True)


@pytest.fixture
def reports() -> list[str]:
    return []


@pytest.fixture
def supervisor(reports: list[str]) -> Iterator[Supervisor]:
    made = Supervisor(reports.append)
    yield made
    made.halt()


@pytest.fixture
def service(location: Location) -> Callable[..., Service]:
    """Make a service that runs a few lines of Python."""

    def make(code: str, name: str = "proef", **options: object) -> Service:
        environment = os.environ | {MARK: location.mark}
        return Service(
            name, [sys.executable, "-c", code], environment, location.data, location.log(name), **options
        )  # type: ignore[arg-type]

    return make
