"""What a pupil is given in class and at tests: the school's catalogue, the card of a pupil and what stands on it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.kaarttekst import WOORDEN_BIJ, WOORDEN_TEKST, hoogstens
from leerlingen.models.leerling import Leerling
from leerlingen.querysets_kaart import FaciliteitQuerySet, KaartQuerySet, ToekenningQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User

MINUTEN_ZONDER_VERKLARING = 30
TE_LANG = f"Hoogstens {WOORDEN_TEKST} woorden, dan leest een docent het in één blik."
REGEL_57 = (
    "Meer dan 30 minuten extra tijd of een andere aanpassing bij het centraal examen kan alleen met een "
    "deskundigenverklaring. Leg die eerst vast bij de onderbouwing."
)


class Faciliteitsoort(models.TextChoices):
    """What it changes; `tijd` is counted in minutes at the central exam."""

    TIJD = "tijd", "Tijd"
    LEZEN = "lezen", "Lezen en luisteren"
    SCHRIJVEN = "schrijven", "Schrijven en spelling"
    REKENEN = "rekenen", "Rekenen"
    TOETS = "toets", "Manier van toetsen"
    PLEK = "plek", "Plek en rust"
    PLANNEN = "plannen", "Plannen en huiswerk"
    PRAKTISCH = "praktisch", "Praktisch"


class Faciliteit(SchoolModel):
    """One entry of the school's catalogue; `tekst` tells a teacher what to do, never what the pupil has.

    `examenaanpassing`: at the central exam it is an adapted way of examining (rule 57).
    """

    naam = models.CharField(max_length=60)
    tekst = models.CharField(max_length=120, help_text="what the teacher does: Geef 25% extra tijd")
    soort = models.CharField(max_length=10, choices=Faciliteitsoort)
    icoon = models.CharField(max_length=40)
    examenaanpassing = models.BooleanField(default=False)
    les = models.BooleanField(default=False)
    toets = models.BooleanField(default=True)
    schoolexamen = models.BooleanField(default=False)
    minuten = models.PositiveSmallIntegerField(null=True, blank=True, help_text="proposed at the exam")
    gestopt_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = FaciliteitQuerySet.as_manager()

    class Meta:
        verbose_name = "faciliteit"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "naam"],
                condition=Q(gestopt_op__isnull=True),
                name="faciliteit_uniek",
                violation_error_message="Deze faciliteit staat al in de lijst.",
            ),
            models.CheckConstraint(
                condition=hoogstens("tekst", WOORDEN_TEKST),
                name="faciliteit_woorden",
                violation_error_message=TE_LANG,
            ),
            models.CheckConstraint(
                condition=Q(les=True) | Q(toets=True) | Q(schoolexamen=True),
                name="faciliteit_ergens",
                violation_error_message="Kies waar deze faciliteit voor telt.",
            ),
        ]


class Faciliteitenkaart(SchoolModel):
    """The card of one pupil. `versie` is what teachers confirm (rule 58); `stand` also counts changes they need not see.

    Its reason is not here but in Kaartgrond, which no query of the card joins (rule 41).
    """

    leerling = SchoolForeignKey(Leerling, related_name="+")
    versie = models.PositiveIntegerField(default=1)
    stand = models.PositiveIntegerField(default=1, help_text="raised by every write: a stale form is noticed")
    geldig_van = models.DateField()
    geldig_tot = models.DateField()
    gewijzigd_op = models.DateTimeField(default=timezone.now, help_text="when this version began")
    gewijzigd_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = KaartQuerySet.as_manager()

    class Meta:
        verbose_name = "faciliteitenkaart"
        indexes = [models.Index(fields=["school", "geldig_tot"], name="kaart_verloopt")]
        constraints = [
            models.UniqueConstraint(fields=["school", "leerling"], name="kaart_een_per_leerling"),
            models.CheckConstraint(
                condition=Q(geldig_tot__gte=F("geldig_van")),
                name="kaart_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
        ]


class FaciliteitToekenning(SchoolModel):
    """One facility on a card, as it applies to this pupil; empty `vakken` means all of them.

    `examen_minuten` at the central exam: 0 for what is no adaptation of it, empty for an adaptation other than time.
    `onderbouwd`: it rested on a statement of an expert when it was granted; nothing about that statement stands here.
    """

    kaart = SchoolForeignKey(Faciliteitenkaart, related_name="toekenningen")
    faciliteit = SchoolForeignKey(Faciliteit, related_name="+")
    tekst = models.CharField(max_length=120)
    bijzonderheid = models.CharField(max_length=80, blank=True, help_text="when it counts, or what not")
    vakken = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    les = models.BooleanField(default=False)
    toets = models.BooleanField(default=False)
    schoolexamen = models.BooleanField(default=False)
    centraal_examen = models.BooleanField(default=False)
    examen_minuten = models.PositiveSmallIntegerField(null=True, blank=True)
    onderbouwd = models.BooleanField(default=False)
    vooraan = models.BooleanField(default=False, help_text="comes first on the class card")
    sinds = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True, help_text="empty: as long as the card holds")
    gestopt_op = models.DateField(null=True, blank=True)
    toegekend_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = ToekenningQuerySet.as_manager()

    class Meta:
        verbose_name = "toekenning"
        indexes = [
            models.Index(
                fields=["school", "kaart"], condition=Q(gestopt_op__isnull=True), name="toekenning_op_kaart"
            ),
            models.Index(
                fields=["school", "geldig_tot"],
                condition=Q(gestopt_op__isnull=True, geldig_tot__isnull=False),
                name="toekenning_verloopt",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kaart", "faciliteit"],
                condition=Q(gestopt_op__isnull=True),
                name="toekenning_eenmaal",
                violation_error_message="Deze faciliteit staat al op de kaart.",
            ),
            models.CheckConstraint(
                condition=hoogstens("tekst", WOORDEN_TEKST),
                name="toekenning_woorden",
                violation_error_message=TE_LANG,
            ),
            models.CheckConstraint(
                condition=hoogstens("bijzonderheid", WOORDEN_BIJ, leeg=True),
                name="toekenning_woorden_bij",
                violation_error_message=f"Hoogstens {WOORDEN_BIJ} woorden.",
            ),
            models.CheckConstraint(
                condition=Q(les=True) | Q(toets=True) | Q(schoolexamen=True) | Q(centraal_examen=True),
                name="toekenning_ergens",
                violation_error_message="Kies waar deze faciliteit voor telt.",
            ),
            # rule 57, as far as one row can tell; the service asks whether the statement is there
            models.CheckConstraint(
                condition=Q(centraal_examen=False)
                | Q(examen_minuten__isnull=False, examen_minuten__lte=MINUTEN_ZONDER_VERKLARING)
                | Q(onderbouwd=True),
                name="toekenning_examen",
                violation_error_message=REGEL_57,
            ),
            models.CheckConstraint(
                condition=Q(examen_minuten__isnull=True) | Q(examen_minuten__lte=180),
                name="toekenning_minuten",
                violation_error_message="Kies hoogstens 180 minuten.",
            ),
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=F("sinds")),
                name="toekenning_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
        ]

    @property
    def waar_telt(self) -> str:
        """Where it counts, in words: "in de les en bij toetsen"."""
        minuten = f" ({self.examen_minuten} minuten)" if self.examen_minuten else ""
        paren = (
            (self.les, "in de les"),
            (self.toets, "bij toetsen"),
            (self.schoolexamen, "bij het schoolexamen"),
            (self.centraal_examen, f"bij het centraal examen{minuten}"),
        )
        delen = [woord for telt, woord in paren if telt]
        return f"{', '.join(delen[:-1])} en {delen[-1]}" if len(delen) > 1 else "".join(delen)
