"""Addresses of the ontwikkelingsperspectieven."""

from typing import Any

urlpatterns: list[Any] = []
