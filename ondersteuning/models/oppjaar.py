"""Around an OPP in the year: evaluations, why somebody must have one, and the bundles of documents."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Klas, Leerling
from ondersteuning.models.opp import OPP_TEKST_MAX, Opp, OppVersie
from ondersteuning.models.oppdeel import OppDoel
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, Vestiging
from zorgapp.werk.models import Bestand


class Erbij(models.TextChoices):
    """Whether somebody was there; rule 17 asks it of parents and pupil apart, rule 16 counts a refusal too."""

    JA = "ja", "was erbij"
    NEE = "nee", "was er niet bij"
    WILDE_NIET = "wilde_niet", "wilde niet"


class OppConclusie(models.TextChoices):
    VOORTZETTEN = "voortzetten", "zo doorgaan"
    BIJSTELLEN = "bijstellen", "bijstellen"
    AFSLUITEN = "afsluiten", "afsluiten"


class OppEvaluatie(SchoolModel):
    """Looking back on an OPP with parents and pupil (rules 16 and 17); it leads to going on, changing or closing."""

    opp = SchoolForeignKey(Opp, on_delete=models.CASCADE, related_name="evaluaties")
    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="evaluaties")
    gehouden_op = models.DateField()
    ouders = models.CharField(max_length=10, choices=Erbij)
    ouders_zeggen = models.TextField(max_length=TEKST_MAX, blank=True)
    leerling_erbij = models.CharField(max_length=10, choices=Erbij)
    leerling_zegt = models.TextField(max_length=TEKST_MAX, blank=True)
    anderen = models.CharField(max_length=300, blank=True, help_text="who else was there")
    samenvatting = models.TextField(max_length=OPP_TEKST_MAX)
    conclusie = models.CharField(max_length=11, choices=OppConclusie)
    volgende_op = models.DateField(null=True, blank=True)
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice keeps it once")
    door = wie()
    vastgelegd_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "evaluatie van een OPP"
        ordering = ["gehouden_op", "pk"]
        indexes = [models.Index(fields=["school", "opp", "-gehouden_op"], name="oppevaluatie_opp")]
        constraints = [
            models.UniqueConstraint(fields=["opp", "sleutel"], name="oppevaluatie_eenmaal"),
            models.CheckConstraint(
                condition=Q(
                    ouders__in=Erbij.values,
                    leerling_erbij__in=Erbij.values,
                    conclusie__in=OppConclusie.values,
                ),
                name="oppevaluatie_keuzes",
            ),
            models.CheckConstraint(
                condition=Q(conclusie="afsluiten") | Q(volgende_op__gt=F("gehouden_op")),
                name="oppevaluatie_volgende",
                violation_error_message="Kies een dag waarop jullie weer terugkijken.",
            ),
        ]


class Uitkomst(models.TextChoices):
    BEREIKT = "bereikt", "gelukt"
    DEELS = "deels", "deels gelukt"
    NIET = "niet", "niet gelukt"


class OppDoelevaluatie(SchoolModel):
    """What came of one goal."""

    evaluatie = SchoolForeignKey(OppEvaluatie, on_delete=models.CASCADE, related_name="doelen")
    doel = SchoolForeignKey(OppDoel, on_delete=models.CASCADE, related_name="+")
    uitkomst = models.CharField(max_length=8, choices=Uitkomst)
    toelichting = models.CharField(max_length=600, blank=True)

    class Meta:
        verbose_name = "evaluatie van een doel"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["evaluatie", "doel"], name="oppdoelevaluatie_eenmaal"),
            models.CheckConstraint(
                condition=Q(uitkomst__in=Uitkomst.values), name="oppdoelevaluatie_uitkomst"
            ),
        ]


class Beschikkingsoort(models.TextChoices):
    """What was decided outside the school about a pupil; only LWOO never asks for an OPP (rule 4)."""

    LWOO = "lwoo", "lwoo"
    PRO = "pro", "praktijkonderwijs"
    VSO = "vso", "vso"
    ARRANGEMENT = "arrangement", "arrangement van het samenwerkingsverband"


class Beschikking(SchoolModel):
    """A decision of the samenwerkingsverband about a pupil, for a period; every decision has a number."""

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    soort = models.CharField(max_length=12, choices=Beschikkingsoort)
    volgnummer = models.CharField(max_length=40, blank=True)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    toelichting = models.CharField(max_length=300, blank=True)
    door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "beschikking"
        indexes = [models.Index(fields=["school", "leerling"], name="beschikking_leerling")]
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=Beschikkingsoort.values), name="beschikking_soort"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="beschikking_periode",
                violation_error_message="Het eind ligt voor het begin.",
            ),
        ]


class TijdelijkePlaatsing(SchoolModel):
    """A pupil was placed for the time being (WVO 2020 art. 8.13): his six weeks begin at the definitive placement."""

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    van = models.DateField()
    definitief_op = models.DateField(null=True, blank=True)
    door = wie()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "tijdelijke plaatsing"
        constraints = [
            models.UniqueConstraint(
                fields=["leerling", "van"],
                name="tijdelijk_eenmaal",
                violation_error_message="Deze tijdelijke plaatsing staat er al.",
            ),
            models.CheckConstraint(
                condition=Q(definitief_op__isnull=True) | Q(definitief_op__gte=F("van")),
                name="tijdelijk_periode",
                violation_error_message="De definitieve plaatsing ligt voor de tijdelijke.",
            ),
        ]


class Oppbundel(SchoolModel):
    """A year-end bundle: the OPPs of a class, a location or the school in one file, made piece by piece by a worker.

    It can be stopped and taken up again: what was made is kept in its parts.
    """

    schooljaar = models.PositiveSmallIntegerField()
    klas = SchoolForeignKey(Klas, null=True, blank=True, related_name="+")
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    gestopt_op = models.DateTimeField(null=True, blank=True)
    door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "bundel OPP's"
        indexes = [models.Index(fields=["school", "-gemaakt_op"], name="oppbundel_nieuwste")]


class Bundeldeel(SchoolModel):
    """One OPP of a bundle and the document that was made of it."""

    bundel = SchoolForeignKey(Oppbundel, on_delete=models.CASCADE, related_name="delen")
    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="+")
    volgorde = models.PositiveIntegerField()
    bestand = SchoolForeignKey(Bestand, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    fout = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "deel van een bundel"
        ordering = ["volgorde"]
        constraints = [
            models.UniqueConstraint(fields=["bundel", "oppversie"], name="bundeldeel_eenmaal"),
        ]
