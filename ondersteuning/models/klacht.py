"""A complaint of parents: received, heard, agreed, answered (DOMAIN §13, need 88)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.querysets_hgw import KlachtQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User


class KlachtStatus(models.TextChoices):
    ONTVANGEN = "ontvangen", "ontvangen"
    HOREN = "horen", "we horen wie erbij hoort"
    AFSPRAAK = "afspraak", "er is een afspraak"
    GESLOTEN = "gesloten", "gesloten"


class Klachtweg(models.TextChoices):
    """How it came in."""

    GESPREK = "gesprek", "in een gesprek"
    TELEFOON = "telefoon", "per telefoon"
    MAIL = "mail", "per mail"
    BRIEF = "brief", "per brief"


class Klacht(SchoolModel):
    """What parents complain of, in their words; for the coordinator and the school leader named in it only.

    `contact` is who complained when he is in the file, `van_naam` is how he is called here. `eigenaar` answers the
    parents before or on `uiterlijk`: the term of the day it came in.
    """

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    ontvangen_op = models.DateField()
    ontvangen_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    hoe = models.CharField(max_length=8, choices=Klachtweg)
    contact = SchoolForeignKey(
        Contactpersoon, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    van_naam = models.CharField(max_length=160)
    onderwerp = models.CharField(max_length=120)
    inhoud = models.TextField(max_length=TEKST_MAX)
    status = models.CharField(max_length=10, choices=KlachtStatus, default=KlachtStatus.ONTVANGEN)
    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()
    schoolleider = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    besluit_leiding = models.TextField(max_length=TEKST_MAX, blank=True)
    besluit_op = models.DateTimeField(null=True, blank=True)
    uitkomst = models.TextField(max_length=TEKST_MAX, blank=True, help_text="what was agreed")
    ouders_gehoord = models.TextField(
        max_length=TEKST_MAX, blank=True, help_text="what the parents were told: the letter that closes it"
    )
    ouders_op = models.DateField(null=True, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gesloten_op = models.DateTimeField(null=True, blank=True)
    gesloten_door = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    objects = KlachtQuerySet.as_manager()

    class Meta:
        verbose_name = "klacht"
        indexes = [
            models.Index(fields=["school", "status", "uiterlijk"], name="klacht_open"),
            models.Index(fields=["school", "leerling"], name="klacht_leerling"),
            models.Index(
                fields=["school", "schoolleider"],
                condition=Q(schoolleider__isnull=False),
                name="klacht_leider",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=KlachtStatus.values), name="klacht_status"),
            models.CheckConstraint(condition=Q(hoe__in=Klachtweg.values), name="klacht_hoe"),
            models.CheckConstraint(
                condition=~Q(inhoud="") & ~Q(onderwerp="") & ~Q(van_naam=""), name="klacht_inhoud"
            ),
            models.CheckConstraint(
                condition=Q(uiterlijk__gte=models.F("ontvangen_op")), name="klacht_termijn"
            ),
            models.CheckConstraint(
                condition=(
                    Q(status="gesloten", gesloten_op__isnull=False, ouders_op__isnull=False)
                    & ~Q(ouders_gehoord="")
                    & ~Q(uitkomst="")
                )
                | (~Q(status="gesloten") & Q(gesloten_op__isnull=True)),
                name="klacht_gesloten",
                violation_error_message="Schrijf eerst op wat er is afgesproken en wat de ouders horen.",
            ),
            models.CheckConstraint(
                condition=Q(besluit_op__isnull=True, besluit_leiding="")
                | (Q(besluit_op__isnull=False, schoolleider__isnull=False) & ~Q(besluit_leiding="")),
                name="klacht_besluit",
            ),
        ]


class Klachtpartij(SchoolModel):
    """Somebody who was heard, when, and what he said; never edited."""

    klacht = SchoolForeignKey(Klacht, on_delete=models.CASCADE, related_name="partijen")
    wie = models.CharField(max_length=160)
    gehoord_op = models.DateField()
    gezegd = models.TextField(max_length=TEKST_MAX)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "gehoorde partij"
        indexes = [models.Index(fields=["school", "klacht"], name="klachtpartij_klacht")]
        constraints = [
            models.CheckConstraint(condition=~Q(wie="") & ~Q(gezegd=""), name="klachtpartij_inhoud")
        ]


class Klachtafspraak(SchoolModel):
    """What somebody does after a complaint: one owner, one date. Its owner sees this text and nothing else of it."""

    klacht = SchoolForeignKey(Klacht, on_delete=models.CASCADE, related_name="afspraken")
    tekst = models.CharField(max_length=400)
    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()
    klaar_op = models.DateTimeField(null=True, blank=True)
    resultaat = models.CharField(max_length=400, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "afspraak na een klacht"
        indexes = [
            models.Index(fields=["school", "klacht"], name="klachtafspraak_klacht"),
            models.Index(
                fields=["school", "eigenaar", "datum"],
                condition=Q(klaar_op__isnull=True),
                name="klachtafspraak_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(tekst=""), name="klachtafspraak_tekst"),
            models.CheckConstraint(
                condition=Q(klaar_op__isnull=True) | ~Q(resultaat=""), name="klachtafspraak_klaar"
            ),
        ]
