"""Agreements: one sentence, one owner, one date (DOMAIN 60), and everything that was done with them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models import Contactpersoon, ExternePartner, Leerling
from ondersteuning.models.wie import wie, wie_leeg
from overleg.afspraakloop import KLAAR, OPEN_STANDEN, Afspraakdaad, Afspraakstand, Uitvoerder
from overleg.models.agenda import Agendapunt
from overleg.models.overleg import Overleg
from overleg.querysets_afspraak import AfspraakQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel

WAT_MAX = 200


class Afspraak(SchoolModel):
    """Who does what by when. `eigenaar` is always one colleague; of what a parent or an outsider does he keeps watch.

    `merkt` says how the pupil notices it. Made in a meeting (`punt`, with its `overleg`) or outside one.
    """

    overleg = SchoolForeignKey(Overleg, null=True, blank=True, related_name="afspraken")
    punt = SchoolForeignKey(Agendapunt, null=True, blank=True, related_name="afspraken")
    leerling = SchoolForeignKey(Leerling, null=True, blank=True, related_name="+")
    wat = models.CharField(max_length=WAT_MAX)
    merkt = models.CharField(max_length=WAT_MAX, blank=True)
    eigenaar = wie()
    uitvoerder = models.CharField(max_length=8, choices=Uitvoerder, default=Uitvoerder.ZELF)
    contact = SchoolForeignKey(Contactpersoon, null=True, blank=True, related_name="+")
    partner = SchoolForeignKey(ExternePartner, null=True, blank=True, related_name="+")
    voor_externen = models.BooleanField(default=False, help_text="outsiders of that item read it too")
    klaar_op = models.DateField()
    stand = models.CharField(max_length=10, choices=Afspraakstand, default=Afspraakstand.OPEN)
    afgerond_op = models.DateTimeField(null=True, blank=True)
    uitgesteld = models.PositiveSmallIntegerField(default=0, help_text="how often")
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice keeps it once")
    versie = models.PositiveIntegerField(default=1)

    objects = AfspraakQuerySet.as_manager()

    class Meta:
        verbose_name = "afspraak"
        indexes = [
            models.Index(
                fields=["school", "eigenaar", "klaar_op"],
                condition=Q(stand__in=sorted(OPEN_STANDEN)),
                name="afspraak_open",
            ),
            models.Index(
                fields=["school", "klaar_op", "id"],
                condition=Q(stand__in=sorted(OPEN_STANDEN)),
                name="afspraak_open_datum",
            ),
            models.Index(
                fields=["school", "eigenaar", "afgerond_op"],
                condition=Q(stand__in=sorted(KLAAR)),
                name="afspraak_klaar",
            ),
            models.Index(
                fields=["school", "afgerond_op", "id"],
                condition=Q(stand__in=sorted(KLAAR)),
                name="afspraak_klaar_moment",
            ),
            models.Index(fields=["school", "leerling", "id"], name="afspraak_leerling"),
            models.Index(fields=["school", "overleg", "id"], name="afspraak_overleg"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(stand__in=Afspraakstand.values, uitvoerder__in=Uitvoerder.values),
                name="afspraak_keuzes",
            ),
            models.CheckConstraint(
                condition=~Q(wat=""),
                name="afspraak_wat",
                violation_error_message="Schrijf in één zin op wat er is afgesproken.",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=sorted(KLAAR), afgerond_op__isnull=False)
                | Q(stand__in=sorted(OPEN_STANDEN), afgerond_op__isnull=True),
                name="afspraak_afgerond",
            ),
            models.CheckConstraint(
                condition=Q(punt__isnull=True) | Q(overleg__isnull=False), name="afspraak_punt_overleg"
            ),
            models.CheckConstraint(
                condition=Q(contact__isnull=True) | Q(uitvoerder=Uitvoerder.OUDER, leerling__isnull=False),
                name="afspraak_contact",
                violation_error_message="Kies een ouder van deze leerling.",
            ),
            models.CheckConstraint(
                condition=Q(partner__isnull=True) | Q(uitvoerder=Uitvoerder.EXTERN),
                name="afspraak_partner",
            ),
            models.CheckConstraint(
                condition=~Q(uitvoerder=Uitvoerder.LEERLING) | Q(leerling__isnull=False),
                name="afspraak_van_leerling",
                violation_error_message="Deze afspraak gaat niet over een leerling.",
            ),
            models.UniqueConstraint(fields=["school", "sleutel"], name="afspraak_eenmaal"),
        ]


class Afspraakstap(SchoolModel):
    """One thing that was done with an agreement, in order; appended, never changed."""

    afspraak = SchoolForeignKey(Afspraak, related_name="stappen")
    daad = models.CharField(max_length=14, choices=Afspraakdaad)
    stand = models.CharField(max_length=10, choices=Afspraakstand)
    klaar_op = models.DateField()
    eigenaar = wie()
    reden = models.CharField(max_length=WAT_MAX, blank=True)
    overleg = SchoolForeignKey(Overleg, null=True, blank=True, related_name="+")
    door = wie_leeg()
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "stap van een afspraak"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "afspraak", "id"], name="afspraakstap_afspraak")]
        constraints = [
            models.CheckConstraint(
                condition=Q(daad__in=Afspraakdaad.values, stand__in=Afspraakstand.values),
                name="afspraakstap_keuzes",
            ),
            models.CheckConstraint(
                condition=~Q(daad=Afspraakdaad.UITGESTELD) | ~Q(reden=""),
                name="afspraakstap_reden",
                violation_error_message="Schrijf in een paar woorden op waarom het later wordt.",
            ),
        ]
