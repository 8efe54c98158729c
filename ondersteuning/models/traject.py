"""A trajectory: support of one pupil in a line and a domain, with goals, an owner, and an end."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q, Value
from django.utils import timezone

from leerlingen.models import ExternePartner, Leerling
from ondersteuning.models.aanbod import Aanbod
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.triage import Vervolg
from ondersteuning.querysets_traject import GroepstrajectQuerySet, RegieoverdrachtQuerySet, TrajectQuerySet
from ondersteuning.trajectloop import OverdrachtStatus, TrajectStatus
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.accounts.models.mensen import DateRange
from zorgapp.kern.lijnen import Domein, Lijn


class Groepstraject(SchoolModel):
    """A training or group with several pupils (DOMAIN §13, need 93); every participant has his own `Traject`.

    `meting` names what is measured before and after, from `schaal_van` to `schaal_tot`; empty: nothing is measured.
    """

    aanbod = SchoolForeignKey(Aanbod, null=True, blank=True, related_name="groepen")
    naam = models.CharField(max_length=120)
    lijn = models.PositiveSmallIntegerField(choices=Lijn, default=Lijn.TWEEDE)
    domein = models.CharField(max_length=4, choices=Domein.choices)
    begeleider = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    start = models.DateField()
    evaluatie_op = models.DateField()
    eind = models.DateField()
    plekken = models.PositiveSmallIntegerField(null=True, blank=True)
    meting = models.CharField(max_length=120, blank=True)
    schaal_van = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    schaal_tot = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    hoger_is_beter = models.BooleanField(default=True)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = GroepstrajectQuerySet.as_manager()

    class Meta:
        verbose_name = "groepstraject"
        indexes = [models.Index(fields=["school", "begeleider"], name="groepstraject_begeleider")]
        constraints = [
            models.CheckConstraint(
                condition=Q(eind__gte=F("start"), evaluatie_op__gte=F("start"), evaluatie_op__lte=F("eind")),
                name="groepstraject_periode",
                violation_error_message="De evaluatie valt tussen de start en het eind.",
            ),
            models.CheckConstraint(
                condition=Q(meting="")
                | Q(schaal_van__isnull=False, schaal_tot__isnull=False, schaal_van__lt=F("schaal_tot")),
                name="groepstraject_schaal",
                violation_error_message="Geef bij een meting de laagste en de hoogste score.",
            ),
        ]


class Afloop(models.TextChoices):
    """How a trajectory ended."""

    GELUKT = "gelukt", "doelen gehaald"
    DEELS = "deels", "deels gehaald"
    ANDERS = "anders", "anders verder"
    HOGER = "hoger", "verder in een hogere lijn"
    GESTOPT = "gestopt", "gestopt"


class Traject(SchoolModel):
    """Support of one pupil; `regievoerder` is its one owner and `evaluatie_op` its next date.

    In line 2 and 3 it has an end and says how the pupil returns to class (DOMAIN 65). When it begins above the line
    the pupil had in this domain, `al_gedaan` and `resultaat` say what was done before (DOMAIN 61).
    """

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="trajecten")
    vervolg = SchoolForeignKey(Vervolg, null=True, blank=True, related_name="trajecten")
    aanbod = SchoolForeignKey(Aanbod, null=True, blank=True, related_name="trajecten")
    groep = SchoolForeignKey(Groepstraject, null=True, blank=True, related_name="deelnemers")
    partner = SchoolForeignKey(ExternePartner, null=True, blank=True, related_name="trajecten")
    titel = models.CharField(max_length=120)
    lijn = models.PositiveSmallIntegerField(choices=Lijn)
    domein = models.CharField(max_length=4, choices=Domein.choices)
    hulpvraag = models.TextField(max_length=TEKST_MAX)
    onderwijsbehoeften = models.TextField(max_length=TEKST_MAX)
    al_gedaan = models.TextField(max_length=TEKST_MAX, blank=True)
    resultaat = models.TextField(max_length=TEKST_MAX, blank=True)
    terug_naar_klas = models.TextField(max_length=TEKST_MAX, blank=True)
    regievoerder = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    start = models.DateField()
    evaluatie_op = models.DateField()
    eind = models.DateField(null=True, blank=True)
    voormeting = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    nameting = models.DecimalField(max_digits=6, decimal_places=1, null=True, blank=True)
    status = models.CharField(max_length=10, choices=TrajectStatus, default=TrajectStatus.LOOPT)
    afloop = models.CharField(max_length=8, choices=Afloop, blank=True)
    afsluiting = models.TextField(max_length=TEKST_MAX, blank=True)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_door = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gemaakt_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = TrajectQuerySet.as_manager()

    class Meta:
        verbose_name = "traject"
        indexes = [
            models.Index(fields=["school", "leerling", "status"], name="traject_leerling"),
            models.Index(
                fields=["school", "regievoerder", "evaluatie_op"],
                condition=Q(status="loopt"),
                name="traject_loopt",
            ),
            models.Index(
                fields=["school", "lijn", "domein"], condition=Q(status="loopt"), name="traject_raster"
            ),
            models.Index(fields=["school", "aanbod"], condition=Q(status="loopt"), name="traject_aanbod"),
            models.Index(fields=["school", "groep"], name="traject_groep"),
            models.Index(
                fields=["school", "afgesloten_op"], condition=Q(status="afgesloten"), name="traject_klaar"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lijn=Lijn.EERSTE) | (Q(eind__isnull=False) & ~Q(terug_naar_klas="")),
                name="traject_hoger_eindigt",
                violation_error_message=(
                    "In de tweede en derde lijn heeft een traject een einddatum en een weg terug naar de klas."
                ),
            ),
            models.CheckConstraint(
                condition=Q(eind__isnull=True) | Q(eind__gte=F("start"), evaluatie_op__lte=F("eind")),
                name="traject_periode",
                violation_error_message="Het eind ligt niet voor de start of de evaluatie.",
            ),
            models.CheckConstraint(
                condition=Q(evaluatie_op__gte=F("start")),
                name="traject_evaluatie",
                violation_error_message="De evaluatie ligt niet voor de start.",
            ),
            models.CheckConstraint(condition=Q(lijn__in=Lijn.values), name="traject_lijn"),
            models.CheckConstraint(condition=Q(domein__in=Domein.values), name="traject_domein"),
            models.CheckConstraint(
                condition=~Q(titel="") & ~Q(hulpvraag="") & ~Q(onderwijsbehoeften=""), name="traject_inhoud"
            ),
            models.CheckConstraint(
                condition=Q(status="loopt", afgesloten_op__isnull=True, afloop="")
                | (Q(status="afgesloten", afgesloten_op__isnull=False) & ~Q(afloop="")),
                name="traject_afgesloten",
            ),
            models.UniqueConstraint(
                fields=["vervolg"], condition=Q(vervolg__isnull=False), name="traject_van_vervolg"
            ),
            models.UniqueConstraint(
                fields=["groep", "leerling"],
                condition=Q(groep__isnull=False, status="loopt"),
                name="traject_deelnemer",
                violation_error_message="Deze leerling doet al mee.",
            ),
            ExclusionConstraint(
                name="traject_geen_overlap",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("leerling", RangeOperators.EQUAL),
                    ("aanbod", RangeOperators.EQUAL),
                    (DateRange("start", "eind", Value("[]")), RangeOperators.OVERLAPS),
                ],
                condition=Q(status="loopt", aanbod__isnull=False),
                violation_error_message="Deze leerling heeft dit aanbod al in (een deel van) deze periode.",
            ),
        ]


class Lijnovergang(SchoolModel):
    """A pupil went to another line in a domain; append-only. Line 0 means that nothing ran (DOMAIN 61)."""

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    traject = SchoolForeignKey(Traject, on_delete=models.CASCADE, related_name="overgangen")
    domein = models.CharField(max_length=4, choices=Domein.choices)
    van_lijn = models.PositiveSmallIntegerField()
    naar_lijn = models.PositiveSmallIntegerField()
    al_gedaan = models.TextField(max_length=TEKST_MAX, blank=True)
    resultaat = models.TextField(max_length=TEKST_MAX, blank=True)
    op = models.DateField()
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "lijnovergang"
        indexes = [models.Index(fields=["school", "leerling", "op"], name="lijnovergang_leerling")]
        constraints = [
            models.CheckConstraint(
                condition=Q(van_lijn__lte=3, naar_lijn__lte=3) & ~Q(van_lijn=F("naar_lijn")),
                name="lijnovergang_lijnen",
            ),
            models.CheckConstraint(
                condition=Q(naar_lijn__lte=1)
                | Q(naar_lijn__lt=F("van_lijn"))
                | (~Q(al_gedaan="") & ~Q(resultaat="")),
                name="lijnovergang_al_gedaan",
                violation_error_message="Schrijf op wat er al gedaan is en wat dat opleverde.",
            ),
        ]


class Regieoverdracht(SchoolModel):
    """A hand-over of a trajectory: from whom, to whom, and since when it is accepted (DOMAIN §13, need 87).

    Until `naar` accepts, `van` stays the owner: nothing is ever between two chairs.
    """

    traject = SchoolForeignKey(Traject, on_delete=models.CASCADE, related_name="overdrachten")
    van = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    naar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reden = models.CharField(max_length=400)
    gevraagd_op = models.DateTimeField(default=timezone.now)
    gevraagd_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=11, choices=OverdrachtStatus, default=OverdrachtStatus.GEVRAAGD)
    beantwoord_op = models.DateTimeField(null=True, blank=True)
    antwoord = models.CharField(max_length=400, blank=True)

    objects = RegieoverdrachtQuerySet.as_manager()

    class Meta:
        verbose_name = "overdracht van regie"
        indexes = [
            models.Index(
                fields=["school", "naar"], condition=Q(status="gevraagd"), name="regieoverdracht_open"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["traject"],
                condition=Q(status="gevraagd"),
                name="regieoverdracht_een_open",
                violation_error_message="Er wacht al een overdracht op antwoord.",
            ),
            models.CheckConstraint(
                condition=~Q(van=F("naar")),
                name="regieoverdracht_ander",
                violation_error_message="Deze collega heeft de regie al.",
            ),
            models.CheckConstraint(
                condition=Q(status="gevraagd", beantwoord_op__isnull=True)
                | (~Q(status="gevraagd") & Q(beantwoord_op__isnull=False)),
                name="regieoverdracht_beantwoord",
            ),
        ]
