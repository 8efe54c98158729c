"""A version of an OPP put before a schoolleider."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ondersteuning.models.opp import ZIN_MAX, OppVersie
from ondersteuning.models.wie import wie
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class OppVoorlegging(SchoolModel):
    """A version put before a schoolleider to set it: he reads that one object, till he decides or till `tot`."""

    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="voorleggingen")
    aan = wie()
    reden = models.CharField(max_length=200)
    van = models.DateField()
    tot = models.DateField()
    door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    besluit = models.CharField(
        max_length=12,
        blank=True,
        choices=[
            ("vastgesteld", "vastgesteld"),
            ("terug", "terug naar de opsteller"),
            ("ingetrokken", "ingetrokken"),
        ],
    )
    besluit_op = models.DateField(null=True, blank=True)
    toelichting = models.CharField(max_length=ZIN_MAX, blank=True)

    class Meta:
        verbose_name = "voorgelegd aan de schoolleiding"
        indexes = [
            models.Index(fields=["school", "aan", "tot"], condition=Q(besluit=""), name="oppvoorlegging_open")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["oppversie"],
                condition=Q(besluit=""),
                name="oppvoorlegging_een",
                violation_error_message="Deze versie ligt al bij een schoolleider.",
            ),
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="oppvoorlegging_periode"),
            models.CheckConstraint(
                condition=Q(besluit="", besluit_op__isnull=True)
                | (~Q(besluit="") & Q(besluit_op__isnull=False)),
                name="oppvoorlegging_besluit",
            ),
        ]
