from pathlib import Path
from typing import Any

import pytest

from zorgapp.testing.vast import vaste_database  # noqa: F401  the fixture


@pytest.fixture
def opslag(tmp_path: Path, settings: Any) -> Path:
    """Private files go to a folder of the test."""
    standaard = settings.STORAGES["default"]
    opties = standaard["OPTIONS"] | {"location": tmp_path}
    settings.STORAGES = settings.STORAGES | {"default": standaard | {"OPTIONS": opties}}
    return tmp_path
