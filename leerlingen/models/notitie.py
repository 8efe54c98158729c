"""What was seen, heard and agreed about a pupil: notes with every earlier text, and what parents or pupil say about it.

The managers leave the text of a note out; see `leerlingen.querysets_notities`.
"""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models.leerling import Leerling
from leerlingen.querysets_notities import VERTROUWELIJK, Vertrouwelijk, VertrouwelijkManager
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.kern.lijnen import Domein

TITEL_MAX, NOTITIE_MAX, STEM_MAX = 120, 12_000, 2_000


class Notitiesoort(models.TextChoices):
    GESPREK_LEERLING = "gesprek_leerling", "Gesprek met leerling"
    GESPREK_OUDERS = "gesprek_ouders", "Gesprek met ouders"
    OBSERVATIE = "observatie", "Observatie"
    CONTACT = "contact", "Telefoon of mail"
    VERSLAG = "verslag", "Verslag"
    ANDERS = "anders", "Andere notitie"


class Niveau(models.TextChoices):
    """Who reads it, besides its author. `alleen ik` is a table of its own (models.prive)."""

    KLAS = "klas", "docenten, mentor en zorgteam"
    MENTOR_ZORGTEAM = "mentor_zorgteam", "mentor en zorgteam"
    ZORGTEAM = "zorgteam", "zorgteam"


class _Tekst(SchoolModel):
    """The text of a note and all that belongs to one version of it."""

    soort = models.CharField(max_length=16, choices=Notitiesoort)
    domein = models.CharField(max_length=4, choices=Domein.choices, blank=True)
    gebeurd_op = models.DateField(help_text="the day it happened, not the day it was written down")
    niveau = models.CharField(max_length=16, choices=Niveau, default=Niveau.MENTOR_ZORGTEAM)
    titel = models.CharField(max_length=TITEL_MAX, blank=True)
    tekst = models.TextField(max_length=NOTITIE_MAX, blank=True)
    stem = models.TextField(max_length=STEM_MAX, blank=True, help_text="literal words of pupil or parent")
    stem_van = models.CharField(max_length=80, blank=True, help_text="whose words they are")

    class Meta:
        abstract = True

    def refresh_from_db(self, using: Any = None, fields: Any = None, from_queryset: Any = None) -> None:
        """Reading a text that was left out ends up here; it does not fetch it."""
        if fields and VERTROUWELIJK & set(fields):
            raise Vertrouwelijk(f"de tekst van {self} is niet bij naam gevraagd")
        super().refresh_from_db(using, fields, from_queryset)


class Notitie(_Tekst):
    """One note in a pupil's file. Its author and the coordinator change it; the earlier text becomes a revision.

    `ingetrokken_op` is a tombstone: the row stays, its text is for author and coordinator only.
    """

    leerling = SchoolForeignKey(Leerling, related_name="+")
    auteur = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice makes one note")
    vastgelegd_op = models.DateField(help_text="the day it was written down")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gewijzigd_op = models.DateTimeField(default=timezone.now)
    gewijzigd_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=1)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_reden = models.CharField(max_length=300, blank=True)

    objects = VertrouwelijkManager()

    class Meta:
        verbose_name = "notitie"
        base_manager_name = "objects"
        indexes = [
            models.Index(fields=["school", "leerling", "-gebeurd_op", "-id"], name="notitie_tijdlijn"),
            models.Index(fields=["school", "auteur", "-gemaakt_op"], name="notitie_auteur"),
            models.Index(
                fields=["school", "gemaakt_op", "leerling"],
                condition=Q(ingetrokken_op__isnull=True),
                name="notitie_moment",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["school", "auteur", "sleutel"], name="notitie_eenmaal"),
            models.CheckConstraint(
                condition=Q(gebeurd_op__lte=F("vastgelegd_op")),
                name="notitie_niet_in_toekomst",
                violation_error_message="Dit is nog niet gebeurd. Kies vandaag of een eerdere dag.",
            ),
            models.CheckConstraint(
                condition=~Q(tekst="") | ~Q(stem=""),
                name="notitie_zegt_iets",
                violation_error_message="Schrijf op wat er gebeurde of wat iemand zei.",
            ),
            models.CheckConstraint(
                condition=Q(stem="", stem_van="") | (~Q(stem="") & ~Q(stem_van="")), name="notitie_stem_van"
            ),
            models.CheckConstraint(condition=Q(niveau__in=Niveau.values), name="notitie_niveau"),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_reden="", ingetrokken_door__isnull=True)
                | (
                    Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~Q(ingetrokken_reden="")
                ),
                name="notitie_ingetrokken_reden",
            ),
        ]


class Notitierevisie(_Tekst):
    """An earlier text of a note: who had written it, when, and which version it was. Never changed or removed."""

    notitie = SchoolForeignKey(Notitie, related_name="+")
    versie = models.PositiveIntegerField()
    auteur = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()

    objects = VertrouwelijkManager()

    class Meta:
        verbose_name = "notitierevisie"
        base_manager_name = "objects"
        constraints = [models.UniqueConstraint(fields=["notitie", "versie"], name="revisie_eenmaal")]


class Zienswijze(SchoolModel):
    """What pupil or parent thinks of a report, word for word; it is shown and printed with it (DOMAIN 48).

    `bron` is the report as text, such as notitie:12, so that reports of every floor can have one. Who said it is kept as
    it was then: a contact may leave the administration, his words stay. Never changed or removed.
    """

    leerling = SchoolForeignKey(Leerling, related_name="+")
    bron = models.CharField(max_length=60, help_text="the report, such as notitie:12 or evaluatie:4")
    van_naam = models.CharField(max_length=160)
    van_relatie = models.CharField(max_length=40, help_text="leerling, moeder, vader, …")
    tekst = models.TextField(max_length=NOTITIE_MAX)
    gegeven_op = models.DateField()
    opgetekend_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opgetekend_op = models.DateTimeField(default=timezone.now)
    vastgelegd_op = models.DateField()
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice makes one")

    class Meta:
        verbose_name = "zienswijze"
        indexes = [models.Index(fields=["school", "bron"], name="zienswijze_bron")]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "opgetekend_door", "sleutel"], name="zienswijze_eenmaal"
            ),
            models.CheckConstraint(condition=Q(bron__regex=r"^[a-z_]+:[0-9]+$"), name="zienswijze_bronvorm"),
            models.CheckConstraint(condition=~Q(tekst="") & ~Q(van_naam=""), name="zienswijze_zegt_iets"),
            models.CheckConstraint(
                condition=Q(gegeven_op__lte=F("vastgelegd_op")),
                name="zienswijze_niet_in_toekomst",
                violation_error_message="Deze dag moet nog komen. Kies vandaag of een eerdere dag.",
            ),
        ]
