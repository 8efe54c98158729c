"""The form of handelingsgericht werken: what helps and hinders a pupil, what he needs, and what will be tried."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.hgwvelden import BEHOEFTEN, BELEMMEREND, STIMULEREND
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.querysets_hgw import HgwQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User

ZIN_MAX = 600


class HgwStatus(models.TextChoices):
    """A version begins as a draft, is then frozen, and ends when a next one replaces it or its goals are met."""

    CONCEPT = "concept", "in bewerking"
    VAST = "vast", "geldt nu"
    VERVANGEN = "vervangen", "vervangen"
    GESLOTEN = "gesloten", "afgerond"


def _een_van(namen: tuple[str, ...]) -> Q:
    """At least one of these texts is filled in."""
    return Q(*[(f"{naam}__gt", "") for naam in namen], _connector=Q.OR)


def _tekst() -> models.TextField:
    return models.TextField(max_length=TEKST_MAX, blank=True)


def _zin() -> models.CharField:
    return models.CharField(max_length=ZIN_MAX, blank=True)


class Hgw(SchoolModel):
    """One version of the form of one pupil (DOMAIN §5); `nummer` counts its versions.

    A version that was finished is never edited again: a next one starts from it. `herkomst` tells per field where its
    first words came from: {"al_gedaan": [["signaal", 12, "2026-11-23", "Sanne Koster"]]}. `eigenaar` looks back on
    `evaluatie_op`. There is no diagnosis in it, and none is asked for.
    """

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    nummer = models.PositiveSmallIntegerField(default=1)
    vorige = SchoolForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=HgwStatus, default=HgwStatus.CONCEPT)
    aanleiding = _tekst()
    vraag_leerling = _tekst()
    vraag_ouders = _tekst()
    vraag_docent = _tekst()
    vraag_mentor = _tekst()
    gaat_goed = _tekst()
    zorg_gedrag = _tekst()
    zorg_waar = _tekst()
    zorg_wanneer = _tekst()
    zorg_vaak = _tekst()
    stim_leerling = _tekst()
    stim_onderwijs = _tekst()
    stim_opvoeding = _tekst()
    belem_leerling = _tekst()
    belem_onderwijs = _tekst()
    belem_opvoeding = _tekst()
    al_gedaan = _tekst()
    al_effect = _tekst()
    verklaring_als = _tekst()
    verklaring_dan = _tekst()
    behoefte_instructie = _zin()
    behoefte_opdrachten = _zin()
    behoefte_activiteiten = _zin()
    behoefte_feedback = _zin()
    behoefte_groepsgenoten = _zin()
    behoefte_docent = _zin()
    behoefte_hulpmiddelen = _zin()
    behoefte_ouders = _zin()
    docent_kennis = _zin()
    docent_vaardigheden = _zin()
    docent_hulp = _zin()
    docent_consultatie = _zin()
    doelen = _tekst()
    aanpak = _tekst()
    evaluatie_op = models.DateField(null=True, blank=True)
    effect = models.TextField(
        max_length=TEKST_MAX, blank=True, help_text="what it yielded, when it is closed"
    )
    herkomst = models.JSONField(default=dict, blank=True)
    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gewijzigd_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gewijzigd_op = models.DateTimeField(default=timezone.now)
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = HgwQuerySet.as_manager()

    class Meta:
        verbose_name = "HGW-formulier"
        indexes = [
            models.Index(fields=["school", "leerling", "-nummer"], name="hgw_leerling"),
            models.Index(
                fields=["school", "eigenaar", "evaluatie_op"], condition=Q(status="vast"), name="hgw_geldt"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["leerling", "nummer"], name="hgw_nummer"),
            models.UniqueConstraint(
                fields=["leerling"],
                condition=Q(status="concept"),
                name="hgw_een_concept",
                violation_error_message="Er is al een HGW-formulier in bewerking.",
            ),
            models.UniqueConstraint(fields=["leerling"], condition=Q(status="vast"), name="hgw_een_geldt"),
            models.CheckConstraint(condition=Q(status__in=HgwStatus.values), name="hgw_status"),
            models.CheckConstraint(
                condition=Q(status="concept", vastgesteld_op__isnull=True)
                | (~Q(status="concept") & Q(vastgesteld_op__isnull=False, evaluatie_op__isnull=False)),
                name="hgw_vastgesteld",
            ),
            models.CheckConstraint(
                condition=Q(status="concept") | _een_van(BEHOEFTEN),
                name="hgw_behoefte",
                violation_error_message="Maak minstens één zin af over wat de leerling nodig heeft.",
            ),
            models.CheckConstraint(
                condition=Q(status="concept") | ~_een_van(BELEMMEREND) | _een_van(STIMULEREND),
                name="hgw_beide_kolommen",
                violation_error_message="Schrijf ook op wat helpt, naast wat belemmert.",
            ),
            models.CheckConstraint(
                condition=(Q(status="gesloten") & Q(gesloten_op__isnull=False) & ~Q(effect=""))
                | (~Q(status="gesloten") & Q(gesloten_op__isnull=True)),
                name="hgw_gesloten",
            ),
        ]
