"""The figures of last night: one state per school and night, its counts per figure and school year.

A count has no name and no key to a pupil. A new night adds a state; a state never changes, and retention takes old ones.
"""

from django.db import models
from django.utils import timezone

from beleid.models.jaren import schooljaar_eis, schooljaar_veld
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Cijferstand(SchoolModel):
    """One counting of a school; complete when it is there (state and counts are written in one transaction)."""

    dag = models.DateField(help_text="the day it counts up to and including")
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "stand van de cijfers"
        indexes = [models.Index(fields=["school", "-id"], name="cijferstand_laatste")]


class Cijferblok(SchoolModel):
    """The counts of one figure in one school year: a list of [location, level, period, row, column, count].

    What the places mean is the figure's (`beleid.cijfers`); location 0 is none, level "" is unknown.
    """

    stand = SchoolForeignKey(Cijferstand, related_name="blokken")
    figuur = models.CharField(max_length=30)
    schooljaar = schooljaar_veld()
    cellen = models.JSONField(default=list)

    class Meta:
        verbose_name = "blok cijfers"
        constraints = [
            models.UniqueConstraint(fields=["stand", "figuur", "schooljaar"], name="cijferblok_eenmaal"),
            schooljaar_eis("cijferblok_schooljaar"),
        ]
