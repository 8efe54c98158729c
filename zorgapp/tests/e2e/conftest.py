"""A browser and the whole application for the tests in this folder.

The application runs once per test process; the browser once per module, because Playwright keeps an event loop alive
as long as it runs. These tests look into the database by SQL, never through Django.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from zorgapp.runtime.bootstrap import BROWSERS
from zorgapp.tests.e2e.dienst import Dienst, draai
from zorgapp.tests.e2e.mens import Mens, meld_aan

expect.set_options(timeout=15_000)  # ms: a busy machine is no reason to fail
VLAGGEN = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="session")
def dienst(django_db_blocker: Any) -> Iterator[Dienst]:
    """The application with the demo school."""
    with draai(django_db_blocker) as lopend:
        yield lopend


@pytest.fixture(scope="module")
def browser(dienst: Dienst) -> Iterator[Browser]:
    pad = os.environ.get("ZORGAPP_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if pad is None:
        pytest.fail("Er is geen Chromium op deze computer. ./test installeert het.")
    with sync_playwright() as speler:
        chromium = speler.chromium.launch(executable_path=pad, args=list(VLAGGEN))
        yield chromium
        chromium.close()


@pytest.fixture
def mens(dienst: Dienst, browser: Browser) -> Iterator[Callable[..., Mens]]:
    """Return a function that gives a signed-in person in a browser window of his own.

    `mens("joris", telefoon=True)`; the test fails on any message in the console that the person does not expect
    (`verwacht`, a regular expression).
    """
    wie: list[Mens] = []

    def maak(login: str, **opties: Any) -> Mens:
        wie.append(meld_aan(dienst, browser, login, **opties))
        return wie[-1]

    yield maak
    for een in wie:
        een.context.close()
    assert [regel for een in wie for regel in een.klachten()] == []
