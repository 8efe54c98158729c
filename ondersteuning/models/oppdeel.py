"""Rows of the handelingsdeel of one version: goals and deviations from the programme; and the school's own phrases."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ondersteuning.models.doel import Doel
from ondersteuning.models.opp import ZIN_MAX, OppVersie
from ondersteuning.models.wie import wie
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel
from zorgapp.kern.lijnen import Domein


class OppWaar(models.TextChoices):
    IN_KLAS = "in_klas", "in de klas"
    BUITEN_KLAS = "buiten_klas", "buiten de klas"
    THUIS = "thuis", "thuis"
    ELDERS = "elders", "elders"


class OppDoel(SchoolModel):
    """A goal in the handelingsdeel of one version; `stam` is the same goal over the versions.

    `bron` is the goal of the trajectory it was taken from, so that progress is scored in one place.
    """

    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="doelen")
    stam = models.UUIDField(default=uuid.uuid4)
    volgorde = models.PositiveSmallIntegerField(default=0)
    domein = models.CharField(max_length=4, choices=Domein.choices)
    doel = models.CharField(max_length=ZIN_MAX)
    beginsituatie = models.CharField(max_length=ZIN_MAX, blank=True)
    aanpak = models.TextField(max_length=2000)
    wie = models.CharField(max_length=160)
    waar = models.CharField(max_length=12, choices=OppWaar, default=OppWaar.IN_KLAS)
    frequentie = models.CharField(max_length=120, blank=True)
    materialen = models.CharField(max_length=300, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField()
    criterium = models.CharField(max_length=ZIN_MAX, blank=True)
    bron = SchoolForeignKey(Doel, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "doel van een OPP"
        ordering = ["volgorde", "pk"]
        indexes = [models.Index(fields=["school", "oppversie", "volgorde"], name="oppdoel_versie")]
        constraints = [
            models.UniqueConstraint(fields=["oppversie", "stam"], name="oppdoel_stam"),
            models.UniqueConstraint(
                fields=["oppversie", "bron"],
                condition=Q(bron__isnull=False),
                name="oppdoel_bron",
                violation_error_message="Dit doel staat er al in.",
            ),
            models.CheckConstraint(condition=Q(domein__in=Domein.values), name="oppdoel_domein"),
            models.CheckConstraint(condition=~Q(doel="") & ~Q(aanpak="") & ~Q(wie=""), name="oppdoel_inhoud"),
            models.CheckConstraint(
                condition=Q(van__isnull=True) | Q(tot__gte=F("van")),
                name="oppdoel_periode",
                violation_error_message="Het eind ligt voor het begin.",
            ),
        ]


class Afwijking(models.TextChoices):
    """What is done differently from the programme (WVO 2020 art. 2.44(7)(b))."""

    ONTHEFFING = "ontheffing", "ontheffing van een vak"
    VRIJSTELLING = "vrijstelling", "vrijstelling van een onderdeel"
    VERVANGEND = "vervangend", "een ander vak of programma"
    TIJD = "tijd", "aangepaste onderwijstijd"
    ANDERS = "anders", "anders"


class OppAfwijking(SchoolModel):
    """One deviation from the programme; of adapted hours also how many, till when, and when the inspectorate was asked
    (rule 29)."""

    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="afwijkingen")
    soort = models.CharField(max_length=12, choices=Afwijking)
    vak = models.CharField(max_length=80, blank=True)
    uitleg = models.CharField(max_length=ZIN_MAX)
    grondslag = models.CharField(max_length=160, blank=True)
    van = models.DateField(null=True, blank=True)
    tot = models.DateField(null=True, blank=True)
    uren = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, blank=True, help_text="hours of lessons a week that stay"
    )
    inspectie_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "afwijking van het programma"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "oppversie"], name="oppafwijking_versie")]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=Afwijking.values), name="oppafwijking_soort"),
            models.CheckConstraint(condition=~Q(uitleg=""), name="oppafwijking_uitleg"),
            models.CheckConstraint(
                condition=Q(van__isnull=True) | Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="oppafwijking_periode",
                violation_error_message="Het eind ligt voor het begin.",
            ),
            models.CheckConstraint(
                condition=~Q(soort="tijd")
                | Q(van__isnull=False, tot__isnull=False, uren__isnull=False, inspectie_op__isnull=False),
                name="oppafwijking_tijd",
                violation_error_message=(
                    "Bij aangepaste onderwijstijd horen een begin, een eind, het aantal uren en de dag waarop je het "
                    "de inspectie vroeg."
                ),
            ),
        ]


class Oppzin(SchoolModel):
    """A phrase of the school's own, offered beside one field of the editor; `veld` is the name of that field."""

    veld = models.CharField(max_length=30)
    tekst = models.CharField(max_length=ZIN_MAX)
    gestopt_op = models.DateField(null=True, blank=True)
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "zin voor een OPP"
        indexes = [models.Index(fields=["school", "veld"], name="oppzin_veld")]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "veld", "tekst"],
                name="oppzin_uniek",
                violation_error_message="Deze zin staat er al.",
            ),
            models.CheckConstraint(condition=~Q(tekst=""), name="oppzin_tekst"),
        ]
