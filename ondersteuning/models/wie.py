"""Who did something: the same key to a colleague on every table of an OPP."""

from django.db import models

from zorgapp.accounts.models import User


def wie() -> models.ForeignKey:
    """A colleague that a row always names."""
    return models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


def wie_leeg() -> models.ForeignKey:
    """A colleague, or nobody (yet)."""
    return models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
