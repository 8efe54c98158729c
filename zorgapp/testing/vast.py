"""A database whose transactions really commit, for tests of crashes and of two workers at once.

Nothing is rolled back and nothing truncated (the application role may not): every test makes a school of its own.
Import `vaste_database` in the conftest.py of the tests that use it; those tests do not ask for `db`.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from zorgapp.accounts.models import School
from zorgapp.testing import database
from zorgapp.testing.fabriek import maak_school

_brin = itertools.count(1)


@pytest.fixture(scope="module")
def vaste_database(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Point both roles at a fresh clone of the migrated template for this module."""
    with django_db_blocker.unblock():
        oud = connections["default"].settings_dict["NAME"]
        naam = f"{oud}_vast"
        database.maak_database(naam)
        database._wijs_naar(naam)
        try:
            yield
        finally:
            database._wijs_naar(oud)
            database._beheer(f'DROP DATABASE IF EXISTS "{naam}"')


def vaste_school() -> School:
    """A committed school nobody else uses."""
    return maak_school(brin=f"{os.getpid() % 90 + 10}{next(_brin):04d}"[:6], naam="Rietveen College")


def tegelijk(*werk: Callable[[], Any]) -> list[Any]:
    """Run the functions at the same time, each in a thread with connections of its own; return their results."""

    def _doe(functie: Callable[[], Any]) -> Any:
        try:
            return functie()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(werk)) as bad:
        return [toekomst.result() for toekomst in [bad.submit(_doe, functie) for functie in werk]]
