"""Hours and means: what was asked, promised and delivered, what the work takes, and what could stop."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from beleid.inzet import Scenariosoort, Taakrol, Werksoort
from beleid.models.jaren import VanSchooljaar, schooljaar_eis, schooljaar_veld
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel

WEEK_MAX = 60 * 60


class Uren(VanSchooljaar, SchoolModel):
    """Hours of one role in a school year, as minutes a week: asked, promised, delivered (no time registration).

    `weg_op` takes a role off the list as long as nothing was promised or delivered.
    """

    schooljaar = schooljaar_veld()
    rol = models.CharField(max_length=60)
    user = wie_leeg()
    gevraagd = models.PositiveSmallIntegerField(default=0)
    toegezegd = models.PositiveSmallIntegerField(null=True, blank=True)
    geleverd = models.PositiveSmallIntegerField(null=True, blank=True)
    opmerking = models.CharField(max_length=300, blank=True)
    weg_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "uren"
        ordering = ["rol", "pk"]
        constraints = [
            schooljaar_eis("uren_schooljaar"),
            models.UniqueConstraint(
                fields=["school", "schooljaar", "rol", "user"],
                condition=Q(weg_op__isnull=True),
                nulls_distinct=False,
                name="uren_per_rol",
                violation_error_message="Voor deze rol staan al uren in de lijst.",
            ),
            models.CheckConstraint(
                condition=Q(gevraagd__lte=WEEK_MAX)
                & (Q(toegezegd__isnull=True) | Q(toegezegd__lte=WEEK_MAX))
                & (Q(geleverd__isnull=True) | Q(geleverd__lte=WEEK_MAX)),
                name="uren_week",
            ),
            models.CheckConstraint(condition=~Q(rol=""), name="uren_rol"),
            models.CheckConstraint(
                condition=Q(weg_op__isnull=True) | Q(toegezegd__isnull=True, geleverd__isnull=True),
                name="uren_weg",
            ),
        ]


class Inzetnorm(VanSchooljaar, SchoolModel):
    """What one piece of work takes a school year by the school's own reckoning, in minutes a week per open one."""

    schooljaar = schooljaar_veld()
    soort = models.CharField(max_length=16, choices=Werksoort)
    minuten = models.PositiveSmallIntegerField()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "norm voor inzet"
        constraints = [
            schooljaar_eis("inzetnorm_schooljaar"),
            models.UniqueConstraint(fields=["school", "schooljaar", "soort"], name="inzetnorm_eenmaal"),
            models.CheckConstraint(
                condition=Q(soort__in=Werksoort.values, minuten__lte=WEEK_MAX), name="inzetnorm_keuzes"
            ),
        ]


class Scenario(VanSchooljaar, SchoolModel):
    """A set of choices for the talk with the management: what stops, what somebody else does, what waits."""

    schooljaar = schooljaar_veld()
    titel = models.CharField(max_length=120)
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    besproken_op = models.DateField(null=True, blank=True)
    uitkomst = models.TextField(max_length=1000, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "scenario"
        constraints = [
            schooljaar_eis("scenario_schooljaar"),
            models.CheckConstraint(condition=~Q(titel=""), name="scenario_titel"),
        ]


class Scenariokeuze(SchoolModel):
    """One choice in a scenario and what it saves or costs, in minutes a week."""

    scenario = SchoolForeignKey(Scenario, related_name="keuzes")
    soort = models.CharField(max_length=12, choices=Scenariosoort)
    tekst = models.CharField(max_length=200)
    minuten = models.PositiveSmallIntegerField()
    gekozen = models.BooleanField(default=False)
    volgorde = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "keuze in een scenario"
        ordering = ["volgorde", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=Scenariosoort.values, minuten__lte=WEEK_MAX) & ~Q(tekst=""),
                name="scenariokeuze_keuzes",
            ),
        ]


class Tijdcorrectie(SchoolModel):
    """Two taps: in this week a role took more or less of the coordinator than what zorgapp saw of it.

    `verschuiving` is -2 (much less) to +2 (much more). `week` is its Monday. Only the person himself reads it by week.
    """

    user = wie()
    week = models.DateField()
    rol = models.CharField(max_length=9, choices=Taakrol)
    verschuiving = models.SmallIntegerField()
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "correctie van de tijdsverdeling"
        constraints = [
            models.UniqueConstraint(fields=["school", "user", "week", "rol"], name="tijdcorrectie_eenmaal"),
            models.CheckConstraint(
                condition=Q(rol__in=Taakrol.values, verschuiving__gte=-2, verschuiving__lte=2),
                name="tijdcorrectie_keuzes",
            ),
        ]


class Tijddeling(VanSchooljaar, SchoolModel):
    """Somebody lets the schoolleiding see how his school year divides; the row is there for as long as he wants it."""

    schooljaar = schooljaar_veld()
    user = wie()
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "gedeelde tijdsverdeling"
        constraints = [
            schooljaar_eis("tijddeling_schooljaar"),
            models.UniqueConstraint(fields=["school", "schooljaar", "user"], name="tijddeling_eenmaal"),
        ]


class Middel(VanSchooljaar, SchoolModel):
    """Money for support: where it comes from, what for, what was spent and what came of it. Euros.

    `weg_op` takes it off the list as long as nothing was spent.
    """

    schooljaar = schooljaar_veld()
    bron = models.CharField(max_length=120)
    doel = models.CharField(max_length=300)
    bedrag = models.DecimalField(max_digits=10, decimal_places=2)
    besteed = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    resultaat = models.CharField(max_length=600, blank=True)
    gemaakt_door = wie()
    weg_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "middel"
        ordering = ["bron", "pk"]
        constraints = [
            schooljaar_eis("middel_schooljaar"),
            models.CheckConstraint(condition=Q(bedrag__gte=0, besteed__gte=0), name="middel_bedrag"),
            models.CheckConstraint(condition=~Q(bron="") & ~Q(doel=""), name="middel_tekst"),
            models.CheckConstraint(condition=Q(weg_op__isnull=True) | Q(besteed=0), name="middel_weg"),
        ]
