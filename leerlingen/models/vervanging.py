"""A substitute reads the class card of one group until the lesson is over, and nothing else."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models.groepen import Klas, Lesgroep
from leerlingen.querysets_kaart import VervangingQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User

LANGST = timedelta(days=7)


class Vervanging(SchoolModel):
    """`user` may open the class card of one group from `van` up to `tot`; it ends by itself, or at once by `gestopt_op`."""

    klas = SchoolForeignKey(Klas, null=True, blank=True, related_name="+")
    lesgroep = SchoolForeignKey(Lesgroep, null=True, blank=True, related_name="+")
    vak = models.CharField(max_length=60, blank=True, help_text="whose facilities are shown; empty: all")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    van = models.DateTimeField()
    tot = models.DateTimeField()
    reden = models.CharField(max_length=120)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gestopt_op = models.DateTimeField(null=True, blank=True)

    objects = VervangingQuerySet.as_manager()

    class Meta:
        verbose_name = "vervanging"
        indexes = [
            models.Index(fields=["school", "user", "tot"], name="vervanging_wie"),
            models.Index(fields=["school", "tot"], name="vervanging_tot"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(klas__isnull=True) ^ Q(lesgroep__isnull=True), name="vervanging_een_groep"
            ),
            models.CheckConstraint(
                condition=Q(tot__gt=F("van")),
                name="vervanging_periode",
                violation_error_message="Het einde ligt voor het begin.",
            ),
            models.CheckConstraint(
                condition=Q(tot__lte=F("van") + LANGST),
                name="vervanging_langst",
                violation_error_message="Hoogstens één schoolweek. Regel daarna een nieuwe vervanging.",
            ),
            models.CheckConstraint(
                condition=~Q(reden=""),
                name="vervanging_reden",
                violation_error_message="Schrijf waarom, bijvoorbeeld: les van Sanne, zij is ziek.",
            ),
        ]

    @property
    def sleutel(self) -> str:
        """The group as the address of its card names it."""
        return f"k{self.klas_id}" if self.klas_id else f"g{self.lesgroep_id}"

    @property
    def meer_dagen(self) -> bool:
        """Whether it ends on another day than it begins."""
        return timezone.localtime(self.van).date() != timezone.localtime(self.tot).date()
