"""Series of meetings, meetings, and who takes part in them."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models import ExternePartner, Klas
from ondersteuning.models.wie import wie, wie_leeg
from overleg.loop import Overlegstatus
from overleg.querysets import OverlegQuerySet, ReeksQuerySet
from overleg.ritme import WEKEN_MAX
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User, Vestiging
from zorgapp.kern.waarden import Tekst

MINUTEN_MAX = 480
NAAM_MAX = 80
PLEK_MAX = 120


class Overlegreeks(SchoolModel):
    """A meeting that comes back, every `elke` weeks in which that day is a school day (overleg.ritme)."""

    soort = models.CharField(max_length=18, choices=Overlegsoort)
    naam = models.CharField(max_length=NAAM_MAX, help_text="of the group, never of a pupil")
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    klas = SchoolForeignKey(Klas, null=True, blank=True, related_name="+")
    eerste_op = models.DateField()
    tot = models.DateField(help_text="the last day a meeting may fall on")
    elke = models.PositiveSmallIntegerField(help_text="weeks")
    begintijd = models.TimeField()
    minuten = models.PositiveSmallIntegerField()
    plek = models.CharField(max_length=PLEK_MAX, blank=True)
    voorzitter = wie()
    notulist = wie_leeg()
    gestopt_op = models.DateField(null=True, blank=True)
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = ReeksQuerySet.as_manager()

    class Meta:
        verbose_name = "overlegreeks"
        indexes = [models.Index(fields=["school", "gestopt_op", "naam"], name="overlegreeks_naam")]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=Overlegsoort.values), name="overlegreeks_soort"),
            models.CheckConstraint(
                condition=Q(elke__gte=1, elke__lte=WEKEN_MAX),
                name="overlegreeks_ritme",
                violation_error_message=f"Kies een ritme van 1 tot {WEKEN_MAX} weken.",
            ),
            models.CheckConstraint(
                condition=Q(minuten__gte=5, minuten__lte=MINUTEN_MAX),
                name="overlegreeks_minuten",
                violation_error_message="Een overleg duurt 5 minuten tot 8 uur.",
            ),
            models.CheckConstraint(
                condition=Q(tot__gte=models.F("eerste_op")),
                name="overlegreeks_periode",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Overlegsoort.LEERLINGBESPREKING) | Q(klas__isnull=False),
                name="overlegreeks_klas",
                violation_error_message="Kies de klas waarover de leerlingbespreking gaat.",
            ),
        ]


class Overleg(SchoolModel):
    """One meeting. `begin` is a moment in Europe/Amsterdam; its name is of the group, never of a pupil."""

    reeks = SchoolForeignKey(Overlegreeks, null=True, blank=True, related_name="overleggen")
    soort = models.CharField(max_length=18, choices=Overlegsoort)
    naam = models.CharField(max_length=NAAM_MAX)
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    klas = SchoolForeignKey(Klas, null=True, blank=True, related_name="+")
    begin = models.DateTimeField()
    minuten = models.PositiveSmallIntegerField()
    plek = models.CharField(max_length=PLEK_MAX, blank=True)
    voorzitter = wie()
    notulist = wie_leeg()
    status = models.CharField(max_length=10, choices=Overlegstatus, default=Overlegstatus.GEPLAND)
    begonnen_op = models.DateTimeField(null=True, blank=True)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_door = wie_leeg()
    reden = models.CharField(max_length=200, blank=True, help_text="why it does not go on")
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = OverlegQuerySet.as_manager()

    class Meta:
        verbose_name = "overleg"
        indexes = [
            models.Index(fields=["school", "begin", "id"], name="overleg_begin"),
            models.Index(fields=["school", "reeks", "begin"], name="overleg_reeks"),
            models.Index(fields=["school", "soort", "begin"], name="overleg_soort"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Overlegsoort.values, status__in=Overlegstatus.values),
                name="overleg_keuzes",
            ),
            models.CheckConstraint(
                condition=Q(minuten__gte=5, minuten__lte=MINUTEN_MAX),
                name="overleg_minuten",
                violation_error_message="Een overleg duurt 5 minuten tot 8 uur.",
            ),
            models.CheckConstraint(
                condition=~Q(soort=Overlegsoort.LEERLINGBESPREKING) | Q(klas__isnull=False),
                name="overleg_klas",
                violation_error_message="Kies de klas waarover de leerlingbespreking gaat.",
            ),
            models.CheckConstraint(
                condition=Q(
                    status=Overlegstatus.AFGESLOTEN,
                    afgesloten_op__isnull=False,
                    afgesloten_door__isnull=False,
                    begonnen_op__isnull=False,
                )
                | (~Q(status=Overlegstatus.AFGESLOTEN) & Q(afgesloten_op__isnull=True)),
                name="overleg_afgesloten",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=(Overlegstatus.BEZIG, Overlegstatus.PAUZE))
                | Q(begonnen_op__isnull=False),
                name="overleg_begonnen",
            ),
            models.UniqueConstraint(
                fields=["reeks", "begin"],
                name="overleg_reeks_eenmaal",
                violation_error_message="Op dat moment is er al een overleg van deze reeks.",
            ),
        ]

    @property
    def opvolging(self) -> tuple[int, datetime, int | None, Tekst, int | None, int | None]:
        """Which meetings it follows, as `eerder_dan` takes it: school, begin, series, kind, location and class."""
        return self.school_id, self.begin, self.reeks_id, Tekst(self.soort), self.vestiging_id, self.klas_id


class Functie(models.TextChoices):
    """What somebody does in a meeting."""

    VOORZITTER = "voorzitter", "voorzitter"
    NOTULIST = "notulist", "notulen"
    LID = "lid", "deelnemer"
    MENTOR = "mentor", "mentor"
    EXTERN = "extern", "extern"


_PARTNER_BIJ_EXTERN = Q(functie=Functie.EXTERN, partner__isnull=False) | (
    ~Q(functie=Functie.EXTERN) & Q(partner__isnull=True)
)


class Reekslid(SchoolModel):
    """A standing participant of a series; somebody from outside comes for an organisation."""

    reeks = SchoolForeignKey(Overlegreeks, on_delete=models.CASCADE, related_name="leden")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    functie = models.CharField(max_length=10, choices=Functie, default=Functie.LID)
    partner = SchoolForeignKey(ExternePartner, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "vaste deelnemer"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["reeks", "user"], name="reekslid_eenmaal"),
            models.CheckConstraint(
                condition=_PARTNER_BIJ_EXTERN,
                name="reekslid_partner",
                violation_error_message="Kies voor welke organisatie deze deelnemer komt.",
            ),
        ]


class Deelname(SchoolModel):
    """Who takes part in one meeting; `verwijderd_op` ends what he sees of it at once, and the row stays."""

    overleg = SchoolForeignKey(Overleg, on_delete=models.CASCADE, related_name="deelnames")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    functie = models.CharField(max_length=10, choices=Functie, default=Functie.LID)
    partner = SchoolForeignKey(ExternePartner, null=True, blank=True, related_name="+")
    uitgenodigd_op = models.DateTimeField(null=True, blank=True)
    aanwezig = models.BooleanField(null=True, blank=True)
    verslag_gelezen_op = models.DateTimeField(null=True, blank=True)
    verwijderd_op = models.DateTimeField(null=True, blank=True)
    verwijderd_door = wie_leeg()

    class Meta:
        verbose_name = "deelname"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "user", "overleg"], name="deelname_user")]
        constraints = [
            models.UniqueConstraint(
                fields=["overleg", "user"],
                name="deelname_eenmaal",
                violation_error_message="Deze collega staat al bij de deelnemers.",
            ),
            models.CheckConstraint(condition=Q(functie__in=Functie.values), name="deelname_functie"),
            models.CheckConstraint(
                condition=_PARTNER_BIJ_EXTERN,
                name="deelname_partner",
                violation_error_message="Kies voor welke organisatie deze deelnemer komt.",
            ),
            models.CheckConstraint(
                condition=Q(verwijderd_op__isnull=True, verwijderd_door__isnull=True)
                | Q(verwijderd_op__isnull=False, verwijderd_door__isnull=False),
                name="deelname_verwijderd",
            ),
        ]


class Agendafeed(SchoolModel):
    """The secret address of one person's calendar feed: kinds, times and places, never a pupil. Only a hash is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    sleutel = models.CharField(max_length=64, help_text="SHA-256 of the secret in the address")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "agendafeed"
        constraints = [
            models.UniqueConstraint(fields=["sleutel"], name="agendafeed_sleutel"),
            models.UniqueConstraint(
                fields=["school", "user"], condition=Q(ingetrokken_op__isnull=True), name="agendafeed_een"
            ),
        ]
