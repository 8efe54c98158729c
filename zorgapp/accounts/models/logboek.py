"""Append-only logs, partitioned by month: who looked (Inzage) and what changed (Geschiedenis).

The tables are made by SQL in the first migration. The application role may add to Inzage and read both;
Geschiedenis is written by a database trigger only.
"""

from django.db import models
from django.utils import timezone


class Handeling(models.TextChoices):
    BEKEKEN = "bekeken", "bekeken"
    GEWIJZIGD = "gewijzigd", "gewijzigd"
    AFGEDRUKT = "afgedrukt", "afgedrukt"
    GEEXPORTEERD = "geexporteerd", "geëxporteerd"
    GEDOWNLOAD = "gedownload", "gedownload"


class Inzage(models.Model):
    """One look at a pupil's file: who, what, why, when (DOMAIN 45). No foreign keys: it outlives what it names."""

    id = models.BigAutoField(primary_key=True)
    school_id = models.BigIntegerField()
    user_id = models.BigIntegerField()
    namens_id = models.BigIntegerField(null=True, help_text="the absent colleague, when looking as a deputy")
    leerling_id = models.BigIntegerField(null=True)
    onderwerp = models.CharField(max_length=40)
    onderwerp_id = models.BigIntegerField()
    handeling = models.CharField(max_length=12, choices=Handeling, default=Handeling.BEKEKEN)
    grond = models.CharField(max_length=30)
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        managed = False
        db_table = "accounts_inzage"
        verbose_name = "inzage"

    def __str__(self) -> str:
        return f"inzage #{self.pk}"


class Geschiedenis(models.Model):
    """One change of one row with the row as it was before; written by trigger `zorgapp_geschiedenis`."""

    id = models.BigAutoField(primary_key=True)
    school_id = models.BigIntegerField()
    tabel = models.CharField(max_length=63)
    rij_id = models.BigIntegerField()
    handeling = models.CharField(max_length=6)
    door_id = models.BigIntegerField(null=True)
    op = models.DateTimeField()
    oud = models.JSONField()

    class Meta:
        managed = False
        db_table = "accounts_geschiedenis"
        verbose_name = "geschiedenis"

    def __str__(self) -> str:
        return f"geschiedenis #{self.pk}"
