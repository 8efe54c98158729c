"""Short advice for in the lesson."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.kaarttekst import WOORDEN_ADVIES, hoogstens
from leerlingen.models.leerling import Leerling
from leerlingen.querysets_kaart import AdviesQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User


class Handelingsadvies(SchoolModel):
    """What a teacher can do for this pupil until a date; empty `vakken` means every lesson.

    `bron` names what it comes from ("traject:12"), so that it ends together with it.
    """

    leerling = SchoolForeignKey(Leerling, related_name="+")
    tekst = models.CharField(max_length=160)
    vakken = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    van = models.DateField()
    tot = models.DateField()
    vooraan = models.BooleanField(default=False)
    bron = models.CharField(max_length=60, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)

    objects = AdviesQuerySet.as_manager()

    class Meta:
        verbose_name = "handelingsadvies"
        indexes = [
            models.Index(fields=["school", "leerling", "tot"], name="advies_leerling"),
            models.Index(fields=["school", "bron"], condition=~Q(bron=""), name="advies_bron"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="advies_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=hoogstens("tekst", WOORDEN_ADVIES),
                name="advies_woorden",
                violation_error_message=f"Hoogstens {WOORDEN_ADVIES} woorden, dan leest een docent het in één blik.",
            ),
        ]
