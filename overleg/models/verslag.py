"""What is asked before an item, written during it and told after it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie, wie_leeg
from overleg.models.agenda import VRAAG_MAX, Agendapunt
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel

VERSLAG_MAX = 20_000


class Rondvraag(SchoolModel):
    """What one teacher is asked beforehand about the pupil of an item: three short questions, each may stay empty."""

    punt = SchoolForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="rondvragen")
    collega = wie()
    vraag = models.CharField(max_length=VRAAG_MAX, blank=True)
    goed = models.TextField(max_length=TEKST_MAX, blank=True)
    zie = models.TextField(max_length=TEKST_MAX, blank=True)
    helpt = models.TextField(max_length=TEKST_MAX, blank=True)
    gevraagd_door = wie()
    gevraagd_op = models.DateTimeField(default=timezone.now)
    uiterlijk = models.DateField()
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "rondvraag"
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["school", "collega", "uiterlijk"],
                condition=Q(beantwoord_op__isnull=True, ingetrokken_op__isnull=True),
                name="rondvraag_open",
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["punt", "collega"],
                name="rondvraag_eenmaal",
                violation_error_message="Deze collega is al gevraagd.",
            ),
            models.CheckConstraint(
                condition=Q(beantwoord_op__isnull=True) | ~Q(goed="", zie="", helpt=""),
                name="rondvraag_iets",
                violation_error_message="Vul minstens één van de drie vragen in.",
            ),
        ]


class Verslagdeel(SchoolModel):
    """The minutes of one item: `tekst` for the school, `tekst_extern` for outsiders (no name in it).

    Two people write in it; a save says on which version it builds, and both texts stay when they collide.
    """

    punt = models.OneToOneField(
        Agendapunt, on_delete=models.CASCADE, related_name="verslag", db_constraint=False
    )
    tekst = models.TextField(max_length=VERSLAG_MAX, blank=True)
    tekst_extern = models.TextField(max_length=TEKST_MAX, blank=True)
    bewaard_door = wie()
    bewaard_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "verslagdeel"


class Aanvulling(SchoolModel):
    """What is added to the report of an item after the meeting was closed; appended, never changed."""

    punt = SchoolForeignKey(Agendapunt, related_name="aanvullingen")
    tekst = models.TextField(max_length=TEKST_MAX)
    door = wie()
    op = models.DateTimeField(default=timezone.now)
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice keeps it once")

    class Meta:
        verbose_name = "aanvulling"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["punt", "sleutel"], name="aanvulling_eenmaal"),
            models.CheckConstraint(condition=~Q(tekst=""), name="aanvulling_tekst"),
        ]


class Terugvertellen(SchoolModel):
    """The mentor is asked to tell pupil and parents what was agreed about the pupil of an item; open until both are noted.

    `niet_ouders`: why the parents are not told (from 18, or when it is not safe).
    """

    punt = models.OneToOneField(
        Agendapunt, on_delete=models.CASCADE, related_name="terugvertellen", db_constraint=False
    )
    mentor = wie()
    gevraagd_op = models.DateTimeField(default=timezone.now)
    uiterlijk = models.DateField()
    leerling_op = models.DateField(null=True, blank=True)
    ouders_op = models.DateField(null=True, blank=True)
    niet_ouders = models.CharField(max_length=200, blank=True)
    reactie = models.CharField(max_length=VRAAG_MAX, blank=True)
    klaar_op = models.DateTimeField(null=True, blank=True)
    klaar_door = wie_leeg()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "terugvertellen"
        indexes = [
            models.Index(
                fields=["school", "mentor", "uiterlijk"],
                condition=Q(klaar_op__isnull=True),
                name="terugvertellen_open",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(klaar_op__isnull=True)
                | (Q(leerling_op__isnull=False) & (Q(ouders_op__isnull=False) | ~Q(niet_ouders=""))),
                name="terugvertellen_klaar",
                violation_error_message="Noteer wanneer je het de leerling en de ouders vertelde, of waarom niet.",
            )
        ]
