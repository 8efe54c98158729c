"""What somebody who was asked about a handelingsdeel wrote by his link before he answers."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models.leerling import Relatie
from ondersteuning.models.opp import OppVersie
from ondersteuning.models.oppakkoord import LEERLING, Instemmingverzoek
from ondersteuning.models.signaal import TEKST_MAX
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Oppreactie(SchoolModel):
    """A question or remark of one person, with who he was that day and what he read; appended, never changed.

    It is no answer: it leaves the link as it is and decides nothing. `sleutel` is of one opened form, so that sending it
    twice keeps it once.
    """

    MAX = 20  # per question, so that a link that got about cannot fill a database

    verzoek = SchoolForeignKey(Instemmingverzoek, related_name="reacties")
    oppversie = SchoolForeignKey(OppVersie, related_name="+")
    hash = models.CharField(max_length=64)
    tekst = models.TextField(max_length=TEKST_MAX)
    naam = models.CharField(max_length=220)
    relatie = models.CharField(max_length=20)
    gegeven_op = models.DateField()
    sleutel = models.UUIDField()
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "reactie op een handelingsdeel"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "oppversie"], name="oppreactie_versie")]
        constraints = [
            models.UniqueConstraint(fields=["verzoek", "sleutel"], name="oppreactie_eenmaal"),
            models.CheckConstraint(condition=~Q(tekst=""), name="oppreactie_tekst"),
            models.CheckConstraint(
                condition=Q(relatie__in=[LEERLING, *Relatie.values]), name="oppreactie_relatie"
            ),
        ]
