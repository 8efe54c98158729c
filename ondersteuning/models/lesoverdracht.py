"""The hand-over to the lesson: advice that named teachers confirm, try and report on (DOMAIN §13, need 94)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.traject import Traject
from ondersteuning.overdrachtloop import LoopStatus, OntvangerStatus, Uitkomst
from ondersteuning.querysets_hgw import LesoverdrachtQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User

ADVIES_MAX = 1200


class Lesoverdracht(SchoolModel):
    """What a finished or external trajectory hands to the lessons of one pupil.

    `eigenaar` sees who confirmed, and looks back on `volgende_datum`: the date of report while it runs, the date of
    the open question when it came back. Terms are those of the day it was given.
    """

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    traject = SchoolForeignKey(Traject, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    van = models.CharField(max_length=120, help_text="whose advice it is: het Taleninstituut")
    onderwerp = models.CharField(max_length=120)
    actie = models.CharField(max_length=160, help_text="what a teacher does, in one line")
    advies = models.TextField(max_length=ADVIES_MAX)
    vakken = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    bevestig_voor = models.DateField()
    bericht_op = models.DateField()
    volgende_datum = models.DateField()
    ronde = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=LoopStatus, default=LoopStatus.LOOPT)
    vraag = models.TextField(
        max_length=TEKST_MAX, blank=True, help_text="the open question when it came back"
    )
    slot = models.TextField(max_length=TEKST_MAX, blank=True)
    gegeven_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gegeven_op = models.DateTimeField(default=timezone.now)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = LesoverdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = "overdracht naar de les"
        indexes = [
            models.Index(
                fields=["school", "eigenaar", "volgende_datum"],
                condition=Q(status__in=("loopt", "terug")),
                name="lesoverdracht_open",
            ),
            models.Index(fields=["school", "leerling"], name="lesoverdracht_leerling"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=LoopStatus.values), name="lesoverdracht_status"),
            models.CheckConstraint(
                condition=~Q(advies="") & ~Q(actie="") & ~Q(onderwerp="") & ~Q(van=""),
                name="lesoverdracht_inhoud",
            ),
            models.CheckConstraint(
                condition=Q(bericht_op__gte=F("bevestig_voor")),
                name="lesoverdracht_termijn",
                violation_error_message="Laten weten hoe het gaat komt na bevestigen.",
            ),
            models.CheckConstraint(
                condition=(Q(status__in=("loopt", "terug")) & Q(afgesloten_op__isnull=True))
                | (~Q(status__in=("loopt", "terug")) & Q(afgesloten_op__isnull=False)),
                name="lesoverdracht_afgesloten",
            ),
            models.CheckConstraint(
                condition=~Q(status="terug") | ~Q(vraag=""), name="lesoverdracht_terug_met_vraag"
            ),
        ]


class Lesontvanger(SchoolModel):
    """One teacher who was given the advice; who took it over from him is `opvolger`."""

    overdracht = SchoolForeignKey(Lesoverdracht, on_delete=models.CASCADE, related_name="ontvangers")
    docent = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vak = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=10, choices=OntvangerStatus, default=OntvangerStatus.GEGEVEN)
    gegeven_op = models.DateTimeField(default=timezone.now)
    bevestigd_op = models.DateTimeField(null=True, blank=True)
    probeert_op = models.DateTimeField(null=True, blank=True)
    bericht_op = models.DateTimeField(null=True, blank=True)
    uitkomst = models.CharField(max_length=6, choices=Uitkomst, blank=True)
    wat_zag = models.TextField(max_length=TEKST_MAX, blank=True)
    nodig = models.TextField(max_length=TEKST_MAX, blank=True)
    opvolger = SchoolForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "ontvanger van een overdracht"
        indexes = [
            models.Index(
                fields=["school", "docent"],
                condition=Q(status__in=("gegeven", "bevestigd", "probeert")),
                name="lesontvanger_open",
            ),
            models.Index(fields=["school", "overdracht"], name="lesontvanger_overdracht"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["overdracht", "docent"],
                condition=~Q(status="vervangen"),
                name="lesontvanger_eenmaal",
                violation_error_message="Deze docent heeft dit advies al.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=OntvangerStatus.values), name="lesontvanger_status"
            ),
            models.CheckConstraint(
                condition=~Q(status="bericht")
                | (Q(uitkomst__in=Uitkomst.values, bericht_op__isnull=False) & ~Q(wat_zag="")),
                name="lesontvanger_bericht",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("gegeven", "vervangen")) | Q(bevestigd_op__isnull=False),
                name="lesontvanger_bevestigd",
            ),
        ]
