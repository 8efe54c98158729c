"""Consent to share: what was asked (Toestemming) and what each person answered (Toestemmingsantwoord, append-only)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models.leerling import Contactpersoon, Gezag, Leerling, Relatie
from leerlingen.models.partner import ExternePartner
from leerlingen.models.stuk import Stuk
from leerlingen.toestemming import Antwoord, Gever, Regel
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User


class Gegevens(models.TextChoices):
    """Kinds of data that one may agree to share (DOMAIN §7.3: minimum data, named)."""

    NAAM = "naam", "naam, klas en contactgegevens"
    HULPVRAAG = "hulpvraag", "de hulpvraag en wat er al is gedaan"
    RESULTATEN = "resultaten", "cijfers en toetsresultaten"
    AANWEZIG = "aanwezig", "aanwezigheid"
    GESPREKKEN = "gesprekken", "verslagen van gesprekken"
    AFSPRAKEN = "afspraken", "afspraken en faciliteiten"
    ONDERZOEK = "onderzoek", "een onderzoeksverslag"
    GEZONDHEID = "gezondheid", "gegevens over gezondheid"


class Wijze(models.TextChoices):
    """How an answer was given."""

    PAPIER = "papier", "op papier, met handtekening"
    MONDELING = "mondeling", "mondeling, door de school vastgelegd"
    DIGITAAL = "digitaal", "digitaal"


ANDERS_DAN_OUDER = "leerling"  # relatie of an answer by the pupil himself
_VRAAGT_GEZAG = (Antwoord.GEVRAAGD, Antwoord.GEGEVEN)
_MET_WIJZE = (Antwoord.GEGEVEN, Antwoord.GEWEIGERD, Antwoord.INGETROKKEN)


class Toestemming(SchoolModel):
    """One consent that was asked, for one partner and purpose; it always ends.

    `stand` and `eindigt_op` follow from the answers and the date of birth (leerlingen.toestemming) and are kept for the
    lists; whether something may be shared is always worked out from the answers themselves.
    """

    leerling = SchoolForeignKey(Leerling, related_name="+")
    partner = SchoolForeignKey(ExternePartner, related_name="+")
    doel = models.CharField(max_length=200)
    gegevens = ArrayField(models.CharField(max_length=12, choices=Gegevens))
    toelichting = models.TextField(max_length=1000, blank=True)
    gever = models.CharField(max_length=8, choices=Gever)
    regel = models.CharField(
        max_length=8, choices=Regel, help_text="the school's setting on the day it was asked"
    )
    van = models.DateField()
    tot = models.DateField()
    eindigt_op = models.DateField()
    stand = models.CharField(max_length=12, choices=Antwoord, default=Antwoord.GEVRAAGD)
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "toestemming"
        indexes = [
            models.Index(fields=["school", "leerling", "id"], name="toestemming_leerling"),
            models.Index(fields=["school", "stand", "eindigt_op", "id"], name="toestemming_stand"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="toestemming_periode",
                violation_error_message="Het einde ligt voor het begin.",
            ),
            models.CheckConstraint(condition=Q(eindigt_op__lte=F("tot")), name="toestemming_einde"),
            models.CheckConstraint(
                condition=~Q(doel="") & Q(gegevens__len__gt=0),
                name="toestemming_waarvoor",
                violation_error_message="Zeg waarvoor je wilt delen, en welke gegevens.",
            ),
            models.CheckConstraint(
                condition=Q(stand__in=Antwoord.values, gever__in=Gever.values, regel__in=Regel.values),
                name="toestemming_keuzes",
            ),
            models.UniqueConstraint(
                fields=["leerling", "partner", "doel"],
                condition=Q(stand=Antwoord.GEVRAAGD),
                name="toestemming_een_vraag",
                violation_error_message="Deze vraag staat al open. Leg eerst het antwoord vast.",
            ),
        ]

    @property
    def gegevens_in_woorden(self) -> list[str]:
        """The kinds of data as a reader sees them."""
        return [str(Gegevens(soort).label) for soort in self.gegevens]


class Toestemmingsantwoord(SchoolModel):
    """What was noted about one person who was asked, with who he was on that date; never changed or deleted.

    `contact` is empty when the pupil answers himself. Rule 9 is a constraint: without gezag nobody is asked or agrees.
    """

    toestemming = SchoolForeignKey(Toestemming, related_name="antwoorden")
    contact = SchoolForeignKey(Contactpersoon, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=220)
    relatie = models.CharField(max_length=20)
    gezag = models.CharField(max_length=8, blank=True)
    huishouden = models.PositiveSmallIntegerField(default=0)
    antwoord = models.CharField(max_length=12, choices=Antwoord)
    gegeven_op = models.DateField()
    wijze = models.CharField(max_length=10, choices=Wijze, blank=True)
    opmerking = models.CharField(max_length=300, blank=True)
    stuk = SchoolForeignKey(Stuk, null=True, blank=True, related_name="+")
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "toestemmingsantwoord"
        ordering = ["id"]
        indexes = [models.Index(fields=["school", "toestemming", "id"], name="antwoord_toestemming")]
        constraints = [
            models.CheckConstraint(
                condition=Q(contact__isnull=True, relatie=ANDERS_DAN_OUDER, gezag="")
                | Q(contact__isnull=False, relatie__in=Relatie.values, gezag__in=Gezag.values),
                name="antwoord_van_wie",
            ),
            models.CheckConstraint(
                condition=Q(contact__isnull=True) | ~Q(antwoord__in=_VRAAGT_GEZAG) | Q(gezag=Gezag.JA),
                name="antwoord_gezag",
                violation_error_message="Alleen wie gezag heeft, kan toestemming geven.",
            ),
            models.CheckConstraint(
                condition=~Q(antwoord__in=_MET_WIJZE) | ~Q(wijze=""),
                name="antwoord_wijze",
                violation_error_message="Kies hoe het antwoord is gegeven.",
            ),
            models.CheckConstraint(condition=Q(antwoord__in=Antwoord.values), name="antwoord_keuze"),
        ]
