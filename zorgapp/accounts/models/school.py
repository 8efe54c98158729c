"""School, its locations and departments."""

from django.core.validators import RegexValidator
from django.db import models

from zorgapp.accounts.models.basis import SchoolForeignKey, SchoolModel


class Sector(models.TextChoices):
    VO = "vo", "Voortgezet onderwijs"
    PRO = "pro", "Praktijkonderwijs"
    VSO = "vso", "Voortgezet speciaal onderwijs"
    PO = "po", "Basisonderwijs"
    SECUNDAIR = "secundair", "Secundair onderwijs (Vlaanderen)"


class Terminologie(models.TextChoices):
    NL = "nl", "Nederland"
    VL = "vl", "Vlaanderen"


class School(models.Model):
    """A school (brin, or the Flemish instellingsnummer); read before a school context is known."""

    brin = models.CharField(
        "BRIN of instellingsnummer",
        max_length=6,
        unique=True,
        validators=[
            RegexValidator(
                r"^(\d{2}[A-Z]{2}|\d{2,6})$", "Een BRIN is twee cijfers en twee letters, zoals 12AB."
            )
        ],
    )
    naam = models.CharField(max_length=120)
    sector = models.CharField(max_length=12, choices=Sector, default=Sector.VO)
    terminologie = models.CharField(max_length=2, choices=Terminologie, default=Terminologie.NL)
    ingericht_op = models.DateField(null=True, blank=True, editable=False, help_text="first run finished")

    class Meta:
        verbose_name = "school"

    def __str__(self) -> str:
        return self.naam


class Vestiging(SchoolModel):
    """A location of the school; `code` is its key in the pupil administration."""

    naam = models.CharField(max_length=120)
    code = models.CharField(max_length=256, blank=True)

    class Meta:
        verbose_name = "vestiging"
        constraints = [models.UniqueConstraint(fields=["school", "naam"], name="vestiging_naam_uniek")]

    def __str__(self) -> str:
        return self.naam


class Afdeling(SchoolModel):
    """A department (onderbouw havo, team 3): what a teamleider is responsible for."""

    naam = models.CharField(max_length=80)
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="afdelingen")

    class Meta:
        verbose_name = "afdeling"
        constraints = [models.UniqueConstraint(fields=["school", "naam"], name="afdeling_naam_uniek")]

    def __str__(self) -> str:
        return self.naam
