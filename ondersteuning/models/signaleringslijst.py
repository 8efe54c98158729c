"""Observation lists: the list with its versions, the campaign that asks for it, and the answers."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Klas, Leerling
from ondersteuning.lijstscore import Punt
from ondersteuning.querysets_lijsten import (
    AntwoordQuerySet,
    CampagneQuerySet,
    InvullingQuerySet,
    LijstQuerySet,
    UitslagQuerySet,
)
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.kern.lijnen import Domein

PUNTEN_MAX = 15
PUNT_TEKENS = 160
TOELICHTING_TEKENS = 500


class Invuller(models.TextChoices):
    """Who fills in a list: whoever teaches the pupil, or his mentor."""

    DOCENT = "docent", "docenten"
    MENTOR = "mentor", "mentoren"


class Signaleringslijst(SchoolModel):
    """One version of a list; `stam` is the same list over its versions. Once asked for, its words never change.

    `punten`, `domeinen` and `sterk` belong together by their place: what is observed, what it is about, and whether it
    says that something goes well. Proposals: `drempel_mensen` colleagues who see one point often, or one colleague
    who sees `drempel_punten` points often.
    """

    stam = models.UUIDField(default=uuid.uuid4)
    nummer = models.PositiveSmallIntegerField(default=1)
    startlijst = models.CharField(max_length=20, blank=True, help_text="key of the starter list it came from")
    titel = models.CharField(max_length=80)
    voor = models.CharField(max_length=6, choices=Invuller, default=Invuller.DOCENT)
    uitleg = models.CharField(max_length=300, blank=True)
    belregel = models.BooleanField(default=False, help_text="says above the list: unsafe at home? phone")
    punten = ArrayField(models.CharField(max_length=PUNT_TEKENS), size=PUNTEN_MAX)
    domeinen = ArrayField(models.CharField(max_length=4, choices=Domein.choices), size=PUNTEN_MAX)
    sterk = ArrayField(models.BooleanField(), size=PUNTEN_MAX)
    drempel_mensen = models.PositiveSmallIntegerField(default=2)
    drempel_punten = models.PositiveSmallIntegerField(default=4)
    vervangen = models.BooleanField(default=False, help_text="a newer version exists")
    gestopt_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = LijstQuerySet.as_manager()

    class Meta:
        verbose_name = "signaleringslijst"
        constraints = [
            models.UniqueConstraint(fields=["school", "stam", "nummer"], name="lijst_nummer"),
            models.UniqueConstraint(
                fields=["school", "stam"], condition=Q(vervangen=False), name="lijst_een_huidig"
            ),
            models.UniqueConstraint(
                fields=["school", "titel"],
                condition=Q(vervangen=False, gestopt_op__isnull=True),
                name="lijst_titel",
                violation_error_message="Er is al een lijst met deze titel. Kies een andere.",
            ),
            models.CheckConstraint(
                condition=Q(punten__len__gte=2, punten__len__lte=PUNTEN_MAX),
                name="lijst_hooguit_15",
                violation_error_message="Een lijst heeft 2 tot en met 15 punten.",
            ),
            models.CheckConstraint(
                condition=Q(sterk__len=F("punten__len"), domeinen__len=F("punten__len")),
                name="lijst_even_lang",
            ),
            models.CheckConstraint(
                condition=Q(sterk__contains=[True], domeinen__contained_by=Domein.values),
                name="lijst_wat_goed_gaat",
                violation_error_message="Zet er minstens één punt in over wat goed gaat.",
            ),
            models.CheckConstraint(
                condition=Q(sterk__contains=[False]),
                name="lijst_wat_opvalt",
                violation_error_message="Zet er minstens één punt in over wat opvalt.",
            ),
            models.CheckConstraint(condition=Q(voor__in=Invuller.values), name="lijst_voor"),
            models.CheckConstraint(
                condition=Q(drempel_mensen__gte=2, drempel_mensen__lte=9)
                & Q(drempel_punten__gte=2, drempel_punten__lte=PUNTEN_MAX),
                name="lijst_drempels",
                violation_error_message="Kies 2 tot en met 9 collega's en 2 tot en met 15 punten.",
            ),
        ]

    @property
    def items(self) -> list[Punt]:
        """The points in their order."""
        return [
            Punt(nummer, tekst, domein, sterk)
            for nummer, (tekst, domein, sterk) in enumerate(
                zip(self.punten, self.domeinen, self.sterk, strict=True)
            )
        ]


class Lijstcampagne(SchoolModel):
    """A list that is asked of the colleagues of some classes, from `van` to `tot`; late answers until it is closed."""

    lijst = SchoolForeignKey(Signaleringslijst, related_name="campagnes")
    van = models.DateField()
    tot = models.DateField()
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gesloten_op = models.DateTimeField(null=True, blank=True)

    objects = CampagneQuerySet.as_manager()

    class Meta:
        verbose_name = "campagne"
        indexes = [
            models.Index(
                fields=["school", "tot"], condition=Q(gesloten_op__isnull=True), name="campagne_open"
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="campagne_periode",
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            )
        ]


class Campagneklas(SchoolModel):
    """A class that a campaign is about."""

    campagne = SchoolForeignKey(Lijstcampagne, on_delete=models.CASCADE, related_name="klassen")
    klas = SchoolForeignKey(Klas, related_name="+")

    class Meta:
        verbose_name = "klas van een campagne"
        constraints = [models.UniqueConstraint(fields=["campagne", "klas"], name="campagneklas_uniek")]


class Lijstinvulling(SchoolModel):
    """One colleague in one campaign; `vervallen_op`: he no longer teaches these pupils. Reminded once at most."""

    campagne = SchoolForeignKey(Lijstcampagne, on_delete=models.CASCADE, related_name="invullingen")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    klaar_op = models.DateTimeField(null=True, blank=True)
    herinnerd_op = models.DateTimeField(null=True, blank=True)
    vervallen_op = models.DateTimeField(null=True, blank=True)

    objects = InvullingQuerySet.as_manager()

    class Meta:
        verbose_name = "invulling"
        indexes = [models.Index(fields=["school", "user"], name="invulling_user")]
        constraints = [models.UniqueConstraint(fields=["campagne", "user"], name="invulling_eenmaal")]


class Lijstantwoord(SchoolModel):
    """What one colleague saw of one pupil. Not `opvallend`: he saw the name and nothing stood out.

    `waarden` are 0 niet, 1 soms, 2 vaak, -1 not filled in, in the order of the points.
    """

    invulling = SchoolForeignKey(Lijstinvulling, on_delete=models.CASCADE, related_name="antwoorden")
    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    opvallend = models.BooleanField(default=False)
    waarden = ArrayField(models.SmallIntegerField(), size=PUNTEN_MAX, default=list, blank=True)
    toelichting = models.CharField(max_length=TOELICHTING_TEKENS, blank=True)
    gewijzigd_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = AntwoordQuerySet.as_manager()

    class Meta:
        verbose_name = "antwoord op een lijst"
        indexes = [models.Index(fields=["school", "leerling"], name="antwoord_leerling")]
        constraints = [
            models.UniqueConstraint(fields=["invulling", "leerling"], name="antwoord_eenmaal"),
            models.CheckConstraint(condition=Q(waarden__contained_by=[-1, 0, 1, 2]), name="antwoord_waarden"),
            models.CheckConstraint(
                condition=Q(opvallend=True) | Q(waarden=[], toelichting=""), name="antwoord_niets_opvallends"
            ),
        ]


class Lijstuitslag(SchoolModel):
    """What a closed campaign said about a pupil somebody saw something of: one sentence, no name."""

    campagne = SchoolForeignKey(Lijstcampagne, on_delete=models.CASCADE, related_name="uitslagen")
    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    zin = models.CharField(max_length=1000)
    domein = models.CharField(max_length=4, choices=Domein.choices, blank=True)
    op = models.DateTimeField()

    objects = UitslagQuerySet.as_manager()

    class Meta:
        verbose_name = "uitslag van een lijst"
        indexes = [models.Index(fields=["school", "leerling", "-op"], name="uitslag_leerling")]
        constraints = [models.UniqueConstraint(fields=["campagne", "leerling"], name="uitslag_eenmaal")]
