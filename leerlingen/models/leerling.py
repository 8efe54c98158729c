"""The pupil and the people around him."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, TextField, Value
from django.db.models.functions import Concat

from leerlingen.querysets import LeerlingQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, Vestiging
from zorgapp.kern.zoeknaam import Kaal, sorteernaam


class Leerling(SchoolModel):
    """A pupil. `leerlingnummer` is unique within the school and comes from the pupil administration."""

    leerlingnummer = models.CharField(max_length=40)
    roepnaam = models.CharField(max_length=80)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=120, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    email = models.EmailField(blank=True)
    eckid = models.CharField(max_length=256, blank=True)
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    ingeschreven_op = models.DateField(null=True, blank=True)
    uitgeschreven_op = models.DateField(null=True, blank=True, help_text="last day at this school")
    zoeknaam = models.GeneratedField(
        expression=Kaal(
            Concat(
                F("roepnaam"),
                Value(" "),
                F("tussenvoegsel"),
                Value(" "),
                F("achternaam"),
                Value(" "),
                F("leerlingnummer"),
            )
        ),
        output_field=TextField(),
        db_persist=True,
    )

    sorteernaam = sorteernaam("achternaam", "roepnaam")

    objects = LeerlingQuerySet.as_manager()

    class Meta:
        verbose_name = "leerling"
        indexes = [
            # the alphabetical list of a school's pupils
            models.Index(
                fields=["school", "sorteernaam", "id"],
                name="leerling_alfabet",
            ),
            # who left, so that a list of many pupils is held against these few
            models.Index(
                fields=["school", "uitgeschreven_op"],
                include=["id"],
                condition=Q(uitgeschreven_op__isnull=False),
                name="leerling_vertrokken",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["school", "leerlingnummer"], name="leerling_nummer_uniek"),
            models.CheckConstraint(
                condition=Q(geboortedatum__isnull=True) | Q(geboortedatum__gte="1990-01-01"),
                name="leerling_geboortedatum",
                violation_error_message="Deze geboortedatum kan niet kloppen.",
            ),
            models.CheckConstraint(
                condition=Q(uitgeschreven_op__isnull=True)
                | Q(ingeschreven_op__isnull=True)
                | Q(uitgeschreven_op__gte=F("ingeschreven_op")),
                name="leerling_uit_na_in",
            ),
        ]

    @property
    def naam(self) -> str:
        return " ".join(deel for deel in (self.roepnaam, self.tussenvoegsel, self.achternaam) if deel)


class Relatie(models.TextChoices):
    MOEDER = "moeder", "moeder"
    VADER = "vader", "vader"
    OUDER = "ouder", "ouder"
    STIEFOUDER = "stiefouder", "stiefouder"
    PLEEGOUDER = "pleegouder", "pleegouder"
    VOOGD = "voogd", "voogd"
    VERTEGENWOORDIGER = "vertegenwoordiger", "wettelijk vertegenwoordiger"
    ANDERS = "anders", "anders"


class Gezag(models.TextChoices):
    """Only `ja` may ever consent (WVO 2020 art. 1.1; DOMAIN 9)."""

    JA = "ja", "heeft gezag"
    NEE = "nee", "geen gezag"
    ONBEKEND = "onbekend", "gezag onbekend"


class Contactpersoon(SchoolModel):
    """A parent or other contact of a pupil; `huishouden` keeps two households apart.

    What a person here wrote is not overwritten by an import: `eigen` names those fields, `administratie` keeps what the
    administration says instead, and `administratienaam` the name it knows somebody by who was renamed here.
    """

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="contacten")
    naam = models.CharField(max_length=160)
    relatie = models.CharField(max_length=20, choices=Relatie, default=Relatie.OUDER)
    gezag = models.CharField(max_length=8, choices=Gezag, default=Gezag.ONBEKEND)
    huishouden = models.PositiveSmallIntegerField(default=1)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    sleutel = models.CharField(max_length=80, blank=True, help_text="key in the pupil administration")
    bereikbaar = models.CharField(max_length=120, blank=True, help_text="when one reaches him best")
    eigen = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    administratie = models.JSONField(default=dict, blank=True)
    administratienaam = models.CharField(max_length=160, blank=True)
    beeindigd_op = models.DateField(
        null=True, blank=True, help_text="no contact any more: never chosen, still named in what he signed"
    )
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "contactpersoon"
        indexes = [models.Index(fields=["school", "leerling"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(huishouden__gte=1, huishouden__lte=4), name="contact_huishouden"
            ),
            models.CheckConstraint(condition=Q(gezag__in=Gezag.values), name="contact_gezag"),
        ]
