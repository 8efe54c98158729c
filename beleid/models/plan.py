"""The yearly plan (onderwijsondersteuningsplan): its parts, the factors around the coordinator's task, its figures."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from beleid.models.jaren import VanSchooljaar, schooljaar_eis, schooljaar_veld
from beleid.planloop import VASTE_STATUSSEN, Deelsoort, Invloed, Kant, Planstatus, Uitkomst
from beleid.querysets_plan import BeleidsplanQuerySet
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel

DEEL_MAX = 20_000
REACTIE_MAX = 2_000


class Beleidsplan(VanSchooljaar, SchoolModel):
    """One version of the plan of a school year. Once set it never changes; a change is a next `nummer`.

    At most one version of a year is still being written (`beleidsplan_een_concept`).
    """

    schooljaar = schooljaar_veld()
    nummer = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=12, choices=Planstatus, default=Planstatus.CONCEPT)
    begonnen_uit = SchoolForeignKey("self", null=True, blank=True, related_name="+")
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    reageren_tot = models.DateField(null=True, blank=True, help_text="last day for comments of the team")
    voorgelegd_door = wie_leeg()
    voorgelegd_op = models.DateTimeField(null=True, blank=True)
    vastgesteld_door = wie_leeg()
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    terug_met = models.CharField(max_length=600, blank=True, help_text="why the schoolleiding sent it back")
    gepubliceerd_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = BeleidsplanQuerySet.as_manager()

    class Meta:
        verbose_name = "beleidsplan"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "schooljaar", "nummer"], name="beleidsplan_nummer_per_jaar"
            ),
            models.UniqueConstraint(
                fields=["school", "schooljaar"],
                condition=~Q(status__in=VASTE_STATUSSEN),
                name="beleidsplan_een_concept",
                violation_error_message="Er is voor dit schooljaar al een plan in de maak.",
            ),
            schooljaar_eis("beleidsplan_schooljaar"),
            models.CheckConstraint(condition=Q(status__in=Planstatus.values), name="beleidsplan_status"),
            models.CheckConstraint(
                condition=~Q(status__in=VASTE_STATUSSEN)
                | Q(vastgesteld_op__isnull=False, vastgesteld_door__isnull=False),
                name="beleidsplan_vastgesteld",
            ),
            models.CheckConstraint(
                condition=Q(gepubliceerd_op__isnull=True) | Q(status=Planstatus.GEPUBLICEERD),
                name="beleidsplan_gepubliceerd",
            ),
        ]


class Plandeel(SchoolModel):
    """One part of a plan, with a version of its own: two people may write in one plan at once."""

    plan = SchoolForeignKey(Beleidsplan, related_name="delen")
    soort = models.CharField(max_length=16, choices=Deelsoort)
    tekst = models.TextField(max_length=DEEL_MAX, blank=True)
    gewijzigd_door = wie_leeg()
    gewijzigd_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "deel van een beleidsplan"
        constraints = [
            models.UniqueConstraint(fields=["plan", "soort"], name="plandeel_eenmaal"),
            models.CheckConstraint(condition=Q(soort__in=Deelsoort.values), name="plandeel_soort"),
        ]


class Planfactor(SchoolModel):
    """What helps or hinders the coordinator in his own task, scored anew each year (seeds: context analysis).

    `score` is how strongly it works, 1 (hardly) to 5 (very); empty until somebody scored it this year.
    """

    plan = SchoolForeignKey(Beleidsplan, related_name="factoren")
    kant = models.CharField(max_length=5, choices=Kant)
    tekst = models.CharField(max_length=300)
    invloed = models.CharField(max_length=8, choices=Invloed, default=Invloed.INVLOED)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    vorige = SchoolForeignKey("self", null=True, blank=True, related_name="+")
    volgorde = models.PositiveSmallIntegerField(default=0)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "factor"
        ordering = ["kant", "volgorde", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kant__in=Kant.values, invloed__in=Invloed.values), name="planfactor_keuzes"
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=1, score__lte=5), name="planfactor_score"
            ),
            models.CheckConstraint(condition=~Q(tekst=""), name="planfactor_tekst"),
        ]


class Kengetal(SchoolModel):
    """A figure as it stood when the plan was set; appended then, never changed."""

    plan = SchoolForeignKey(Beleidsplan, related_name="kengetallen")
    sleutel = models.CharField(max_length=40, help_text="which figure (beleid.cijfers)")
    label = models.CharField(max_length=120)
    waarde = models.CharField(max_length=60, help_text="as it was shown, small numbers hidden")
    stand_op = models.DateField()

    class Meta:
        verbose_name = "kengetal"
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "sleutel"], name="kengetal_eenmaal")]


class Planreactie(SchoolModel):
    """What a colleague says of a plan while it lies before the team, and what was done with it."""

    plan = SchoolForeignKey(Beleidsplan, related_name="reacties")
    soort = models.CharField(max_length=16, choices=Deelsoort, blank=True, help_text="empty: the whole plan")
    door = wie()
    op = models.DateTimeField(default=timezone.now)
    tekst = models.TextField(max_length=REACTIE_MAX)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst, default=Uitkomst.OPEN)
    antwoord = models.CharField(max_length=600, blank=True)
    behandeld_door = wie_leeg()
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice keeps it once")
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "reactie op een beleidsplan"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "sleutel"], name="planreactie_eenmaal"),
            models.CheckConstraint(condition=~Q(tekst=""), name="planreactie_tekst"),
            models.CheckConstraint(condition=Q(uitkomst__in=Uitkomst.values), name="planreactie_uitkomst"),
            models.CheckConstraint(
                condition=Q(uitkomst=Uitkomst.OPEN) | Q(behandeld_door__isnull=False),
                name="planreactie_behandeld",
            ),
        ]


class Planlezing(SchoolModel):
    """A colleague read the published plan; appended, never changed."""

    plan = SchoolForeignKey(Beleidsplan, related_name="lezingen")
    user = wie()
    gelezen_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "lezing van een beleidsplan"
        constraints = [models.UniqueConstraint(fields=["plan", "user"], name="planlezing_eenmaal")]
