"""Free days and settings with an effective date."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from zorgapp.accounts.models.basis import SchoolModel


class Vrijedag(SchoolModel):
    """A period without lessons: a holiday or a study day; both ends belong to it."""

    naam = models.CharField(max_length=80)
    van = models.DateField("eerste dag")
    tot = models.DateField("laatste dag")

    class Meta:
        verbose_name = "vrije dag"
        ordering = ["van"]
        indexes = [models.Index(fields=["school", "tot"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="vrijedag_periode",
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
            models.UniqueConstraint(
                fields=["school", "van", "tot"],
                name="vrijedag_uniek",
                violation_error_message="Deze dagen staan al in de lijst.",
            ),
        ]


class Instelling(SchoolModel):
    """One value of a school setting from a date on; the newest row whose date has come counts."""

    sleutel = models.CharField(max_length=60)
    waarde = models.JSONField()
    geldig_vanaf = models.DateField()
    door = models.ForeignKey("accounts.User", on_delete=models.PROTECT, null=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "instelling"
        constraints = [
            models.UniqueConstraint(fields=["school", "sleutel", "geldig_vanaf"], name="instelling_uniek"),
        ]
