"""Classes and teaching groups, who sits in them and who teaches or mentors them, each for a period."""

from django.db import models
from django.db.models import F, Q

from leerlingen.models.leerling import Leerling
from zorgapp.accounts.models import Afdeling, SchoolForeignKey, SchoolModel, User, Vestiging
from zorgapp.kern.schooljaar import Schooljaar


def _periode(naam: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
        name=naam,
        violation_error_message="De einddatum ligt voor de begindatum.",
    )


class Klas(SchoolModel):
    """A class (stamgroep) in one school year; `schooljaar` is the year it begins in (2026 for 2026-2027)."""

    naam = models.CharField(max_length=40)
    schooljaar = models.PositiveSmallIntegerField()
    leerjaar = models.PositiveSmallIntegerField(null=True, blank=True)
    niveau = models.CharField(
        max_length=40, blank=True, help_text="opleiding: havo, vmbo-tl, praktijkonderwijs"
    )
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    afdeling = SchoolForeignKey(Afdeling, null=True, blank=True, related_name="+")
    sleutel = models.CharField(max_length=256, blank=True)

    class Meta:
        verbose_name = "klas"
        constraints = [
            models.UniqueConstraint(fields=["school", "schooljaar", "naam"], name="klas_uniek"),
            models.CheckConstraint(
                condition=Q(schooljaar__gte=2000, schooljaar__lte=2100), name="klas_schooljaar"
            ),
            models.CheckConstraint(
                condition=Q(leerjaar__isnull=True) | Q(leerjaar__gte=1, leerjaar__lte=8), name="klas_leerjaar"
            ),
        ]

    @property
    def jaar(self) -> Schooljaar:
        return Schooljaar(self.schooljaar)


class Lesgroep(SchoolModel):
    """A teaching group of one subject in one school year (h3.du1)."""

    naam = models.CharField(max_length=80)
    schooljaar = models.PositiveSmallIntegerField()
    vak = models.CharField(max_length=60, blank=True)
    sleutel = models.CharField(max_length=256, blank=True)

    class Meta:
        verbose_name = "lesgroep"
        constraints = [
            models.UniqueConstraint(fields=["school", "schooljaar", "naam"], name="lesgroep_uniek")
        ]


class Plaatsing(SchoolModel):
    """A pupil in a class for a period; the running one has no `tot`, and there is at most one of those."""

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="plaatsingen")
    klas = SchoolForeignKey(Klas, related_name="plaatsingen")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "plaatsing"
        indexes = [
            # with the pupil in it: who sits in a class is read from the index alone
            models.Index(
                fields=["school", "klas", "leerling"], condition=Q(tot__isnull=True), name="plaatsing_in_klas"
            ),
            models.Index(fields=["school", "leerling"], name="plaatsing_leerling"),
        ]
        constraints = [
            _periode("plaatsing_periode"),
            models.UniqueConstraint(
                fields=["leerling"], condition=Q(tot__isnull=True), name="plaatsing_een_lopend"
            ),
        ]


class LesgroepLid(SchoolModel):
    """A pupil in a teaching group for a period."""

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    lesgroep = SchoolForeignKey(Lesgroep, related_name="leden")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "lesgroeplid"
        indexes = [models.Index(fields=["school", "lesgroep"]), models.Index(fields=["school", "leerling"])]
        constraints = [
            _periode("lesgroeplid_periode"),
            models.UniqueConstraint(
                fields=["leerling", "lesgroep"], condition=Q(tot__isnull=True), name="lesgroeplid_een_lopend"
            ),
        ]


class Mentorschap(SchoolModel):
    """A user mentors a class for a period; access to its pupils lasts as long (DOMAIN 40)."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    klas = SchoolForeignKey(Klas, related_name="mentorschappen")
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "mentorschap"
        indexes = [models.Index(fields=["school", "user"]), models.Index(fields=["school", "klas"])]
        constraints = [
            _periode("mentorschap_periode"),
            models.UniqueConstraint(
                fields=["user", "klas"],
                condition=Q(tot__isnull=True),
                name="mentorschap_een_lopend",
                violation_error_message="Deze collega is al mentor van deze klas.",
            ),
        ]


class Lesopdracht(SchoolModel):
    """A user teaches a class or a teaching group for a period: exactly one of the two."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    klas = SchoolForeignKey(Klas, null=True, blank=True, related_name="lesopdrachten")
    lesgroep = SchoolForeignKey(Lesgroep, null=True, blank=True, related_name="lesopdrachten")
    vak = models.CharField(max_length=60, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "lesopdracht"
        indexes = [models.Index(fields=["school", "user"])]
        constraints = [
            _periode("lesopdracht_periode"),
            models.CheckConstraint(
                condition=Q(klas__isnull=True) ^ Q(lesgroep__isnull=True),
                name="lesopdracht_een_groep",
                violation_error_message="Kies een klas of een lesgroep.",
            ),
        ]
