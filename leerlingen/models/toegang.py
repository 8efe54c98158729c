"""Access to one pupil that ends by itself."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models.leerling import Leerling
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User


class Toegangsverlening(SchoolModel):
    """One user may see one pupil's file from `van` to and with `tot`, for a stated reason."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    reden = models.CharField(max_length=200)
    bron = models.CharField(max_length=60, blank=True, help_text="what it hangs on, such as vervolg:12")
    van = models.DateField()
    tot = models.DateField()
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        verbose_name = "toegangsverlening"
        indexes = [
            models.Index(fields=["school", "user", "tot"]),
            models.Index(fields=["school", "leerling"]),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(tot__gte=F("van")), name="verlening_periode"),
            models.UniqueConstraint(
                fields=["school", "user", "bron"], condition=~Q(bron=""), name="verlening_bron"
            ),
        ]
