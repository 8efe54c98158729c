"""What the school offers per line and domain, who carries it out, who waits for it, and who holds which task."""

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import ExternePartner, Leerling
from ondersteuning.querysets_aanbod import AanbodQuerySet, FunctionarisQuerySet, WachtplekQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.schooljaar import Schooljaar


def domeinen_veld() -> ArrayField:
    """One to three domains, in their fixed order."""
    return ArrayField(models.CharField(max_length=4, choices=Domein.choices), size=3)


class Functie(models.TextChoices):
    """What a colleague does in the second line (DOMAIN §13, need 76)."""

    REMEDIAL_TEACHER = "remedial_teacher", "remedial teacher"
    LEERLINGBEGELEIDER = "leerlingbegeleider", "leerlingbegeleider"
    DECAAN = "decaan", "decaan"
    NT2 = "nt2", "NT2-docent"
    ORTHOPEDAGOOG = "orthopedagoog", "orthopedagoog"
    MAATSCHAPPELIJK_WERKER = "maatschappelijk_werker", "schoolmaatschappelijk werker"
    ONDERWIJSKUNDIGE = "onderwijskundige", "onderwijskundige"
    ANTIPEST = "antipest", "anti-pestcoördinator"
    ANDERS = "anders", "anders"


class Functionaris(SchoolModel):
    """A colleague with a task in the support, for a period, and how many trajectories he can carry at once."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    functie = models.CharField(max_length=24, choices=Functie, default=Functie.ANDERS)
    functienaam = models.CharField(max_length=60, blank=True, help_text="the school's own word for it")
    expertise = models.CharField(max_length=300, blank=True)
    lijn = models.PositiveSmallIntegerField(choices=Lijn, default=Lijn.TWEEDE)
    domeinen = domeinen_veld()
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    bereikbaar = models.CharField(max_length=120, blank=True)
    caseload_max = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="running trajectories at once; empty: no limit agreed"
    )
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = FunctionarisQuerySet.as_manager()

    class Meta:
        verbose_name = "functionaris"
        indexes = [models.Index(fields=["school", "user"], name="functionaris_user")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="functionaris_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(condition=Q(lijn__in=Lijn.values), name="functionaris_lijn"),
            models.CheckConstraint(condition=Q(domeinen__len__gte=1), name="functionaris_domein"),
            models.CheckConstraint(
                condition=Q(caseload_max__isnull=True) | Q(caseload_max__lte=500),
                name="functionaris_caseload",
            ),
            models.UniqueConstraint(
                fields=["user", "functie"],
                condition=Q(tot__isnull=True),
                name="functionaris_een_lopend",
                violation_error_message="Deze collega heeft deze functie al.",
            ),
        ]

    @property
    def functie_label(self) -> str:
        return self.functienaam or str(self.get_functie_display())


class Aanbodsoort(models.TextChoices):
    """Basis is there for every pupil who needs it, extra asks for an OPP (WVO 2020 art. 1.1; DOMAIN 5 and 23)."""

    BASIS = "basis", "basisondersteuning"
    EXTRA = "extra", "extra ondersteuning"


class Vorm(models.TextChoices):
    INDIVIDUEEL = "individueel", "individueel"
    GROEP = "groep", "in een groep"
    KLAS = "klas", "met de hele klas"


class Plaats(models.TextChoices):
    IN_KLAS = "in_klas", "in de klas"
    BUITEN_KLAS = "buiten_klas", "buiten de klas"
    BUITEN_SCHOOL = "buiten_school", "buiten de school"


class Aanbod(SchoolModel):
    """One offering in one school year; `stam` is the same offering over the years (DOMAIN 22 and 23).

    `capaciteit` is the number of pupils at once; empty means that there is no fixed number of places. `uren` are
    hours of 60 minutes a week for the whole offering, `kosten` euros a school year.
    """

    stam = models.UUIDField(default=uuid.uuid4)
    schooljaar = models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027")
    naam = models.CharField(max_length=80)
    lijn = models.PositiveSmallIntegerField(choices=Lijn)
    domeinen = domeinen_veld()
    soort = models.CharField(max_length=5, choices=Aanbodsoort)
    vorm = models.CharField(max_length=12, choices=Vorm, default=Vorm.INDIVIDUEEL)
    plaats = models.CharField(max_length=14, choices=Plaats, default=Plaats.IN_KLAS)
    functionaris = SchoolForeignKey(Functionaris, null=True, blank=True, related_name="aanbod")
    partner = SchoolForeignKey(ExternePartner, null=True, blank=True, related_name="aanbod")
    uitvoering = models.CharField(
        max_length=80, blank=True, help_text="who does it when it is not one person: alle mentoren"
    )
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    capaciteit = models.PositiveSmallIntegerField(null=True, blank=True)
    uren = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    kosten = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    ritme = models.CharField(max_length=60, blank=True, help_text="how often, in words: elke zes weken")
    omschrijving = models.TextField(max_length=2000, blank=True)
    doelgroep = models.CharField(max_length=300, blank=True)
    aanmelden = models.CharField(max_length=400, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = AanbodQuerySet.as_manager()

    class Meta:
        verbose_name = "aanbod"
        indexes = [models.Index(fields=["school", "schooljaar", "lijn"], name="aanbod_jaar")]
        constraints = [
            models.UniqueConstraint(fields=["school", "schooljaar", "stam"], name="aanbod_stam_per_jaar"),
            models.UniqueConstraint(
                fields=["school", "schooljaar", "naam"],
                name="aanbod_naam_per_jaar",
                violation_error_message="Er is in dit schooljaar al een aanbod met deze naam.",
            ),
            models.CheckConstraint(
                condition=Q(schooljaar__gte=2000, schooljaar__lte=2100), name="aanbod_schooljaar"
            ),
            models.CheckConstraint(condition=Q(lijn__in=Lijn.values), name="aanbod_lijn"),
            models.CheckConstraint(condition=Q(domeinen__len__gte=1), name="aanbod_domein"),
            models.CheckConstraint(condition=Q(soort__in=Aanbodsoort.values), name="aanbod_soort"),
            models.CheckConstraint(
                condition=Q(functionaris__isnull=True) | Q(partner__isnull=True),
                name="aanbod_een_uitvoerder",
                violation_error_message="Kies een collega of een partner, niet allebei.",
            ),
            models.CheckConstraint(
                condition=Q(capaciteit__isnull=True) | Q(capaciteit__gte=1, capaciteit__lte=5000),
                name="aanbod_capaciteit",
                violation_error_message="Een aantal plekken is een getal van 1 tot en met 5000.",
            ),
        ]

    @property
    def jaar(self) -> Schooljaar:
        return Schooljaar(self.schooljaar)

    @property
    def uitvoerder(self) -> str:
        """Who does it, in words: a colleague, a partner, or what was typed."""
        if self.functionaris_id and self.functionaris:
            return self.functionaris.user.naam
        return self.partner.naam if self.partner_id and self.partner else self.uitvoering


class WachtStatus(models.TextChoices):
    WACHT = "wacht", "wacht"
    GEPLAATST = "geplaatst", "geplaatst"
    VERVALLEN = "vervallen", "niet meer nodig"


class Wachtplek(SchoolModel):
    """A pupil who waits for a place in an offering; first come, first served unless the coordinator says why not.

    `volgende_datum` is when the coordinator looks at it again: what is open has an owner and a next date.
    """

    aanbod = SchoolForeignKey(Aanbod, related_name="wachtplekken")
    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    hulpvraag = models.TextField(max_length=4000)
    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    aangemeld_op = models.DateField()
    volgende_datum = models.DateField()
    voorrang_reden = models.CharField(max_length=300, blank=True, help_text="why this one goes first")
    overbrugging = models.CharField(max_length=300, blank=True, help_text="what helps until then")
    status = models.CharField(max_length=10, choices=WachtStatus, default=WachtStatus.WACHT)
    reden = models.CharField(max_length=300, blank=True)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = WachtplekQuerySet.as_manager()

    class Meta:
        verbose_name = "wachtplek"
        indexes = [
            models.Index(
                fields=["school", "aanbod", "aangemeld_op"],
                condition=Q(status="wacht"),
                name="wachtplek_open",
            ),
            models.Index(fields=["school", "leerling"], name="wachtplek_leerling"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["aanbod", "leerling"],
                condition=Q(status="wacht"),
                name="wachtplek_eenmaal",
                violation_error_message="Deze leerling wacht al op dit aanbod.",
            ),
            models.CheckConstraint(
                condition=Q(status="wacht", afgesloten_op__isnull=True)
                | (~Q(status="wacht") & Q(afgesloten_op__isnull=False)),
                name="wachtplek_afgesloten",
            ),
        ]


class Ondersteuningstaak(SchoolModel):
    """A task in the support of the school, in a line; who holds it is in `Taakhouder` (DOMAIN §13, needs 7 and 70)."""

    naam = models.CharField(max_length=120)
    lijn = models.PositiveSmallIntegerField(choices=Lijn)
    toelichting = models.CharField(max_length=300, blank=True)
    volgorde = models.PositiveSmallIntegerField(default=0)
    vervallen_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "taak in de ondersteuning"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "lijn", "naam"],
                condition=Q(vervallen_op__isnull=True),
                name="ondersteuningstaak_uniek",
                violation_error_message="Deze taak staat al in deze lijn.",
            ),
            models.CheckConstraint(condition=Q(lijn__in=Lijn.values), name="ondersteuningstaak_lijn"),
        ]


class Taakletter(models.TextChoices):
    """RACI in Dutch: does it, answers for it, is asked, is told."""

    DOET = "R", "doet het"
    VERANTWOORDELIJK = "A", "is verantwoordelijk"
    DENKT_MEE = "C", "denkt mee"
    HOORT = "I", "hoort het"


class Taakhouder(SchoolModel):
    """Who has which part in a task: everybody with a role, or one person; exactly one of the two."""

    taak = SchoolForeignKey(Ondersteuningstaak, on_delete=models.CASCADE, related_name="houders")
    letter = models.CharField(max_length=1, choices=Taakletter)
    rol = models.CharField(max_length=20, choices=Rol.choices, blank=True)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "taakhouder"
        constraints = [
            models.CheckConstraint(
                condition=Q(rol="", user__isnull=False) | (~Q(rol="") & Q(user__isnull=True)),
                name="taakhouder_een",
                violation_error_message="Kies een rol of een collega.",
            ),
            models.UniqueConstraint(
                fields=["taak", "letter", "rol"], condition=~Q(rol=""), name="taakhouder_rol"
            ),
            models.UniqueConstraint(
                fields=["taak", "letter", "user"], condition=Q(user__isnull=False), name="taakhouder_user"
            ),
            models.UniqueConstraint(
                fields=["taak"],
                condition=Q(letter="A"),
                name="taakhouder_een_verantwoordelijk",
                violation_error_message="Een taak heeft precies één verantwoordelijke.",
            ),
        ]

    @property
    def wie(self) -> str:
        """The role or the colleague, in words."""
        if self.rol:
            return str(Rol(self.rol).label)
        return self.user.naam if self.user else ""
