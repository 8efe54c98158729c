"""An ontwikkelingsperspectief (OPP): the plan of one pupil with extra support, its versions and their parts."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie, wie_leeg
from ondersteuning.opp.loop import Handelingsdeel, OppStatus, Versiestatus
from ondersteuning.opp.velden import LIJSTEN, VELDEN
from ondersteuning.querysets_opp import OppQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel
from zorgapp.werk.models import Bestand

OPP_TEKST_MAX = 8000
ZIN_MAX = 600


def _tekst() -> models.TextField:
    return models.TextField(max_length=OPP_TEKST_MAX, blank=True)


class Opp(SchoolModel):
    """The OPP of one pupil from its first draft to its end; `opsteller` keeps it moving.

    `uiterlijk` is the last day to set it (rules 1 and 2), as worked out when it began. `begindatum` and `einddatum` are
    the period that goes into the ROD (rule 18); who entered it there, and when, is noted beside each.
    """

    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    opsteller = wie()
    status = models.CharField(max_length=10, choices=OppStatus, default=OppStatus.CONCEPT)
    pro = models.BooleanField(default=False, help_text="practical education: not in the ROD (rule 18)")
    aanleiding = models.CharField(max_length=200, blank=True, help_text="why this pupil has an OPP")
    uiterlijk = models.DateField(null=True, blank=True)
    begindatum = models.DateField(null=True, blank=True)
    einddatum = models.DateField(null=True, blank=True)
    evaluatie_op = models.DateField(null=True, blank=True, help_text="the next day to look back together")
    rod_begin_op = models.DateField(null=True, blank=True)
    rod_begin_door = wie_leeg()
    rod_eind_op = models.DateField(null=True, blank=True)
    rod_eind_door = wie_leeg()
    afsluiting = models.TextField(max_length=TEKST_MAX, blank=True)
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = OppQuerySet.as_manager()

    class Meta:
        verbose_name = "ontwikkelingsperspectief"
        indexes = [
            models.Index(fields=["school", "leerling"], name="opp_leerling"),
            models.Index(
                fields=["school", "opsteller", "evaluatie_op"],
                condition=~Q(status="afgesloten"),
                name="opp_open",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["leerling"],
                condition=~Q(status="afgesloten"),
                name="opp_een_lopend",
                violation_error_message="Deze leerling heeft al een ontwikkelingsperspectief.",
            ),
            models.CheckConstraint(condition=Q(status__in=OppStatus.values), name="opp_status"),
            models.CheckConstraint(
                condition=Q(status="concept", begindatum__isnull=True, einddatum__isnull=True)
                | Q(status="loopt", begindatum__isnull=False, einddatum__isnull=True)
                | Q(status="afgesloten", einddatum__isnull=False),
                name="opp_periode",
            ),
            models.CheckConstraint(
                condition=Q(einddatum__isnull=True)
                | Q(begindatum__isnull=True)
                | Q(einddatum__gte=F("begindatum")),
                name="opp_einde",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(
                condition=Q(rod_begin_op__isnull=True, rod_begin_door__isnull=True)
                | Q(rod_begin_op__isnull=False, rod_begin_door__isnull=False),
                name="opp_rod_begin",
            ),
            models.CheckConstraint(
                condition=Q(rod_eind_op__isnull=True, rod_eind_door__isnull=True)
                | Q(rod_eind_op__isnull=False, rod_eind_door__isnull=False),
                name="opp_rod_eind",
            ),
        ]


class Bestemming(models.TextChoices):
    """Expected uitstroombestemming (DOMAIN §1.3); `anders` is told in the explanation."""

    VMBO_BB = "vmbo_bb", "diploma vmbo-bb"
    VMBO_KB = "vmbo_kb", "diploma vmbo-kb"
    VMBO_GL = "vmbo_gl", "diploma vmbo-gl"
    VMBO_TL = "vmbo_tl", "diploma vmbo-tl (mavo)"
    HAVO = "havo", "diploma havo"
    VWO = "vwo", "diploma vwo"
    MBO1 = "mbo1", "doorstroom naar mbo-1 (entree)"
    MBO2 = "mbo2", "doorstroom naar mbo-2"
    MBO3 = "mbo3", "doorstroom naar mbo-3"
    MBO4 = "mbo4", "doorstroom naar mbo-4"
    HBO = "hbo", "doorstroom naar hbo"
    WO = "wo", "doorstroom naar wo"
    PRO_ARBEID = "pro_arbeid", "schooldiploma praktijkonderwijs en werk"
    PRO_BESCHUT = "pro_beschut", "schooldiploma praktijkonderwijs en beschut werk"
    VSO_VERVOLG = "vso_vervolg", "vso, vervolgonderwijs"
    VSO_ARBEID = "vso_arbeid", "vso, arbeidsmarkt"
    DAGBESTEDING = "dagbesteding", "dagbesteding"
    VSO = "vso", "overstap naar het vso"
    TERUG = "terug", "terug naar het regulier onderwijs"
    ANDERS = "anders", "anders"


class Afwijkt(models.TextChoices):
    """The answer on deviations from the programme, without which an OPP is not whole (rule 6)."""

    LEEG = "", "nog niet ingevuld"
    NVT = "nvt", "niet van toepassing"
    JA = "ja", "ja, van deze onderdelen"


class OppVersie(SchoolModel):
    """One version of an OPP. `ronde` counts the settings: the first is 1, every bijstelling is a next one.

    A version that is set, or whose handelingsdeel was put before the parents, is not edited where that would change
    what they agreed to: a next version starts from it (rule 10). `hash` is the SHA-256 of the handelingsdeel that was
    put before them, `document` the file they were shown (PDF/A-3a), byte for byte. `herkomst` tells per field where its
    first words came from, as in an HGW form. The texts are the fields of `opp.velden`.
    """

    opp = SchoolForeignKey(Opp, on_delete=models.CASCADE, related_name="versies")
    nummer = models.PositiveSmallIntegerField(default=1)
    ronde = models.PositiveSmallIntegerField(default=1)
    vorige = SchoolForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=11, choices=Versiestatus, default=Versiestatus.CONCEPT)
    handelingsdeel = models.CharField(max_length=20, choices=Handelingsdeel, default=Handelingsdeel.CONCEPT)
    # 1. where the pupil comes from
    schoolloopbaan = _tekst()
    instanties = _tekst()
    bijzonderheden = _tekst()
    eerder_gedaan = _tekst()
    eerder_effect = _tekst()
    # 2. the picture
    beeld_leren = _tekst()
    beeld_werkhouding = _tekst()
    beeld_sociaal = _tekst()
    beeld_lichamelijk = _tekst()
    beeld_thuis = _tekst()
    visie_ouders = _tekst()
    # 3. the perspective
    bestemming = models.CharField(max_length=14, choices=Bestemming, blank=True)
    bestemming_uitleg = _tekst()
    onderbouwing = _tekst()
    bevorderend = _tekst()
    belemmerend = _tekst()
    tussenstation = _tekst()
    praktijk = _tekst()
    # 4. the handelingsdeel
    behoefte_leer = _tekst()
    behoefte_pers = _tekst()
    behoefte_loop = _tekst()
    behoefte_docent = _tekst()
    begeleiding = _tekst()
    faciliteiten = _tekst()
    middelen = _tekst()
    afwijkt = models.CharField(max_length=3, choices=Afwijkt, blank=True, default=Afwijkt.LEEG)

    herkomst = models.JSONField(default=dict, blank=True)
    vraag = SchoolForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="the version whose questions and answers count here: the same handelingsdeel, set before",
    )
    hash = models.CharField(max_length=64, blank=True)
    voorgelegd_op = models.DateField(null=True, blank=True)
    document = SchoolForeignKey(Bestand, null=True, blank=True, related_name="+")
    geschil_tot = models.DateField(
        null=True, blank=True, help_text="without agreement: last day of the dispute path"
    )
    vastgesteld_op = models.DateField(null=True, blank=True)
    vastgesteld_door = wie_leeg()
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    gewijzigd_door = wie()
    gewijzigd_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "versie van een OPP"
        indexes = [models.Index(fields=["school", "opp", "-nummer"], name="oppversie_opp")]
        constraints = [
            models.UniqueConstraint(fields=["opp", "nummer"], name="oppversie_nummer"),
            models.UniqueConstraint(
                fields=["opp"],
                condition=Q(status="concept"),
                name="oppversie_een_concept",
                violation_error_message="Er is al een versie in voorbereiding.",
            ),
            models.UniqueConstraint(
                fields=["opp"], condition=Q(status="vastgesteld"), name="oppversie_een_geldt"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Versiestatus.values, handelingsdeel__in=Handelingsdeel.values),
                name="oppversie_status",
            ),
            models.CheckConstraint(
                condition=~Q(status="vastgesteld")
                | Q(vastgesteld_op__isnull=False, vastgesteld_door__isnull=False),
                name="oppversie_vastgesteld",
            ),
            models.CheckConstraint(
                condition=Q(status="concept")
                | Q(status="vervangen", vastgesteld_op__isnull=True)
                | (
                    ~Q(bestemming="")
                    & ~Q(onderbouwing="")
                    & ~Q(bevorderend="")
                    & ~Q(belemmerend="")
                    & ~Q(begeleiding="")
                    & ~Q(afwijkt="")
                ),
                name="oppversie_inhoud",
                violation_error_message="Dit OPP is nog niet compleet.",
            ),
            models.CheckConstraint(
                condition=Q(handelingsdeel="concept") | (Q(voorgelegd_op__isnull=False) & ~Q(hash="")),
                name="oppversie_voorgelegd",
            ),
        ]

    @property
    def vraagversie_id(self) -> int:
        """The number of the version whose questions and answers are those of this handelingsdeel."""
        return self.vraag_id or self.pk

    def inhoud(self) -> dict[str, str]:
        """Every text and choice of this version by its name."""
        return {naam: getattr(self, naam) for naam in (*VELDEN, *LIJSTEN)}
