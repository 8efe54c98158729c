"""Tools every floor above works with: drafts, jobs with progress, private files."""

from django.db import models
from django.utils import timezone

from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.werk.querysets import TaakQuerySet


class Concept(SchoolModel):
    """A half-written form, kept on the server for its writer only."""

    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sleutel = models.CharField(max_length=80)
    versie = models.PositiveIntegerField(default=1)
    inhoud = models.JSONField(default=dict)
    gewijzigd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "concept"
        constraints = [
            models.UniqueConstraint(fields=["school", "eigenaar", "sleutel"], name="concept_uniek")
        ]


class Bestand(SchoolModel):
    """A private file; never served by path, always through a door. Deleted when `verloopt_op` has passed."""

    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    naam = models.CharField(max_length=200)
    bestand = models.FileField(upload_to="%Y/%m")
    sha256 = models.CharField(max_length=64)
    bytes = models.PositiveBigIntegerField()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    verloopt_op = models.DateTimeField()

    class Meta:
        verbose_name = "bestand"
        indexes = [models.Index(fields=["school", "verloopt_op"])]


class Taak(SchoolModel):
    """A job for the worker with progress that a person can watch; may be started twice without harm."""

    class Status(models.TextChoices):
        WACHT = "wacht", "wacht"
        BEZIG = "bezig", "bezig"
        KLAAR = "klaar", "klaar"
        MISLUKT = "mislukt", "mislukt"

    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=40)
    object_id = models.BigIntegerField(null=True)
    bestand = SchoolForeignKey(Bestand, null=True, on_delete=models.SET_NULL, related_name="+")
    status = models.CharField(max_length=8, choices=Status, default=Status.WACHT)
    gedaan = models.PositiveIntegerField(default=0)
    totaal = models.PositiveIntegerField(default=0)
    melding = models.CharField(max_length=300, blank=True, help_text="Dutch, for the person who waits")
    pogingen = models.PositiveSmallIntegerField(default=0)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    hartslag_op = models.DateTimeField(null=True)
    klaar_op = models.DateTimeField(null=True)

    objects = TaakQuerySet.as_manager()

    class Meta:
        verbose_name = "taak"
        indexes = [models.Index(fields=["school", "status"])]
