"""What only its writer reads: working notes about a pupil, and notes of a vertrouwenspersoon. Both end with the school year.

A working note is a memory aid of one person, outside the file (DOMAIN 7.2). A note of a vertrouwenspersoon points at no
pupil, so that nobody comes across it from a file (DOMAIN 44).
"""

from django.db import models
from django.db.models import DateField, F, Func, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone

from leerlingen.models.leerling import Leerling
from leerlingen.querysets_notities import PriveQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User

PRIVE_MAX = 8_000


def _dag(jaren: int, maand: int, dag: int) -> Func:
    """A day of the school year that begins in `schooljaar`."""
    jaar = Cast(F("schooljaar") + jaren, models.IntegerField())
    return Func(jaar, Value(maand), Value(dag), function="make_date", output_field=DateField())


def _grenzen(naam: str) -> list[models.BaseConstraint]:
    """Written within its school year, and gone at the latest with the last day of it."""
    return [
        models.CheckConstraint(
            condition=Q(geschreven_op__gte=_dag(0, 8, 1)) & Q(geschreven_op__lte=_dag(1, 7, 31)),
            name=f"{naam}_schooljaar",
        ),
        models.CheckConstraint(
            condition=Q(verloopt_op__gte=F("geschreven_op")) & Q(verloopt_op__lte=_dag(1, 7, 31)),
            name=f"{naam}_verloopt",
            violation_error_message="Een eigen aantekening verloopt uiterlijk op de laatste dag van het schooljaar.",
        ),
        models.CheckConstraint(condition=~Q(tekst=""), name=f"{naam}_tekst"),
        models.UniqueConstraint(fields=["school", "eigenaar", "sleutel"], name=f"{naam}_eenmaal"),
    ]


class _Prive(SchoolModel):
    """A text of one person that expires by itself."""

    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField(max_length=PRIVE_MAX)
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice makes one")
    schooljaar = models.PositiveSmallIntegerField(help_text="the year the school year begins in")
    geschreven_op = models.DateField()
    gewijzigd_op = models.DateTimeField(default=timezone.now)
    verloopt_op = models.DateField(help_text="its last day")
    versie = models.PositiveIntegerField(default=1)

    objects = PriveQuerySet.as_manager()

    class Meta:
        abstract = True


class Werkaantekening(_Prive):
    """A working note about a pupil; sharing it makes it a Notitie."""

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = "werkaantekening"
        indexes = [models.Index(fields=["school", "eigenaar", "leerling"], name="werkaantekening_van")]
        constraints = _grenzen("werkaantekening")


class Vertrouwensnotitie(_Prive):
    """A note of a vertrouwenspersoon; `over` is a few words of his own, or nothing."""

    over = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "vertrouwensnotitie"
        indexes = [models.Index(fields=["school", "eigenaar"], name="vertrouwensnotitie_van")]
        constraints = _grenzen("vertrouwensnotitie")
