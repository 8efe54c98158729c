"""The protocolgids: protocols as versioned texts with steps, which colleagues confirm to have read."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from beleid.protocolsoorten import Protocolsoort, Versiestatus
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Protocol(SchoolModel):
    """One protocol of the school over all its versions."""

    soort = models.CharField(max_length=16, choices=Protocolsoort, default=Protocolsoort.EIGEN)
    titel = models.CharField(max_length=120)
    eigenaar = wie()
    nakijken_op = models.DateField(
        null=True, blank=True, help_text="when somebody looks whether it still holds"
    )
    vervallen_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "protocol"
        ordering = ["titel", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "titel"],
                condition=Q(vervallen_op__isnull=True),
                name="protocol_titel",
                violation_error_message="Er is al een protocol met deze naam.",
            ),
            models.CheckConstraint(condition=Q(soort__in=Protocolsoort.values), name="protocol_soort"),
            models.CheckConstraint(condition=~Q(titel=""), name="protocol_met_titel"),
        ]


class Protocolversie(SchoolModel):
    """One text of a protocol. In force it never changes; a change is a next number.

    `stappen` is a list of {"wat", "wie", "wanneer"}: a template, not yet carried out on a pupil.
    """

    protocol = SchoolForeignKey(Protocol, related_name="versies")
    nummer = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=8, choices=Versiestatus, default=Versiestatus.CONCEPT)
    tekst = models.TextField(max_length=20_000, blank=True)
    stappen = models.JSONField(default=list, blank=True)
    wijziging = models.CharField(
        max_length=300, blank=True, help_text="what is different from the one before"
    )
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    geldig_door = wie_leeg()
    geldig_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "versie van een protocol"
        constraints = [
            models.UniqueConstraint(fields=["protocol", "nummer"], name="protocolversie_nummer"),
            models.UniqueConstraint(
                fields=["protocol"], condition=Q(status="concept"), name="protocolversie_een_concept"
            ),
            models.UniqueConstraint(
                fields=["protocol"], condition=Q(status="geldig"), name="protocolversie_een_geldig"
            ),
            models.CheckConstraint(condition=Q(status__in=Versiestatus.values), name="protocolversie_status"),
            models.CheckConstraint(
                condition=Q(status="concept", geldig_op__isnull=True)
                | (~Q(status="concept") & Q(geldig_op__isnull=False, geldig_door__isnull=False)),
                name="protocolversie_geldig",
            ),
        ]


class Protocollezing(SchoolModel):
    """A colleague read a version of a protocol; appended, never changed."""

    protocolversie = SchoolForeignKey(Protocolversie, related_name="lezingen")
    user = wie()
    gelezen_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "lezing van een protocol"
        constraints = [
            models.UniqueConstraint(fields=["protocolversie", "user"], name="protocollezing_eenmaal")
        ]
