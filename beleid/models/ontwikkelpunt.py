"""One development point a school year (DOMAIN 59), its three moments, what deliberately waits, and looking back together."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from beleid.models.jaren import VanSchooljaar, binnen_schooljaar, schooljaar_eis, schooljaar_veld
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Puntstatus(models.TextChoices):
    LOOPT = "loopt", "loopt"
    KLAAR = "klaar", "klaar"
    GESTOPT = "gestopt", "gestopt"


class Vervolgkeuze(models.TextChoices):
    """What the school decides when it looks back."""

    BORGEN = "borgen", "we houden dit vast en kiezen iets nieuws"
    DOOR = "door", "we gaan hier volgend schooljaar mee door"
    ANDERS = "anders", "we pakken het volgend schooljaar anders aan"
    STOPPEN = "stoppen", "we stoppen ermee"


class Ontwikkelpunt(VanSchooljaar, SchoolModel):
    """What the whole school works on in a year, tied to a live figure that goes from `start` to `doel`.

    There is one; a second asks for the reason of the schoolleiding (`nummer` 2, `reden_tweede`, `toegestaan_door`).
    `start` and `doel` are in the unit of the figure (percent, days, a number).
    """

    schooljaar = schooljaar_veld()
    nummer = models.PositiveSmallIntegerField(default=1)
    reden_tweede = models.CharField(max_length=400, blank=True)
    toegestaan_door = wie_leeg()
    titel = models.CharField(max_length=120)
    waarom = models.TextField(max_length=2000, blank=True)
    cijfer = models.CharField(max_length=40, help_text="which figure (beleid.cijfers)")
    start = models.DecimalField(max_digits=7, decimal_places=1)
    doel = models.DecimalField(max_digits=7, decimal_places=1)
    doel_op = models.DateField()
    helpt = models.CharField(max_length=400, blank=True)
    remt = models.CharField(max_length=400, blank=True)
    eigenaar = wie()
    status = models.CharField(max_length=8, choices=Puntstatus, default=Puntstatus.LOOPT)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "ontwikkelpunt"
        ordering = ["schooljaar", "nummer"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "schooljaar", "nummer"],
                name="ontwikkelpunt_een_per_jaar",
                violation_error_message="Er is dit schooljaar al een ontwikkelpunt.",
            ),
            schooljaar_eis("ontwikkelpunt_schooljaar"),
            models.CheckConstraint(
                condition=Q(nummer=1) | (Q(nummer=2, toegestaan_door__isnull=False) & ~Q(reden_tweede="")),
                name="ontwikkelpunt_tweede",
                violation_error_message="Een tweede ontwikkelpunt vraagt een reden van de schoolleiding.",
            ),
            models.CheckConstraint(
                condition=binnen_schooljaar("doel_op"),
                name="ontwikkelpunt_doel_op",
                violation_error_message="Kies een dag binnen dit schooljaar.",
            ),
            models.CheckConstraint(
                condition=~Q(start=F("doel")),
                name="ontwikkelpunt_doel",
                violation_error_message="Het doel is gelijk aan de start.",
            ),
            models.CheckConstraint(condition=Q(status__in=Puntstatus.values), name="ontwikkelpunt_status"),
            models.CheckConstraint(condition=~Q(titel=""), name="ontwikkelpunt_titel"),
        ]


class Meetmoment(SchoolModel):
    """One of the three moments at which the figure of a point is read; what was read stays."""

    punt = SchoolForeignKey(Ontwikkelpunt, related_name="momenten")
    nummer = models.PositiveSmallIntegerField()
    datum = models.DateField()
    waarde = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    toelichting = models.CharField(max_length=400, blank=True)
    gemeten_op = models.DateField(null=True, blank=True)
    gemeten_door = wie_leeg()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "meetmoment"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(fields=["punt", "nummer"], name="meetmoment_eenmaal"),
            models.CheckConstraint(condition=Q(nummer__gte=1, nummer__lte=3), name="meetmoment_drie"),
            models.CheckConstraint(
                condition=Q(waarde__isnull=True, gemeten_op__isnull=True)
                | Q(waarde__isnull=False, gemeten_op__isnull=False, gemeten_door__isnull=False),
                name="meetmoment_gemeten",
            ),
        ]


class NietNu(SchoolModel):
    """What the school deliberately does not do now, with when it is looked at again."""

    titel = models.CharField(max_length=120)
    waarom = models.CharField(max_length=400, blank=True)
    wanneer = models.CharField(max_length=80, help_text="in words: schooljaar 2027-2028, als er uren zijn")
    terug_op = models.DateField(null=True, blank=True)
    door = wie()
    op = models.DateTimeField(default=timezone.now)
    weg_op = models.DateTimeField(null=True, blank=True, help_text="taken up, or no longer wanted")
    weg_reden = models.CharField(max_length=200, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "niet nu"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(titel="") & ~Q(wanneer=""), name="nietnu_tekst"),
        ]


class Puntevaluatie(SchoolModel):
    """The school looks back on a point together: who was there, what worked, what is next. Once per point."""

    punt = models.OneToOneField(
        Ontwikkelpunt, on_delete=models.PROTECT, related_name="evaluatie", db_constraint=False
    )
    datum = models.DateField()
    aanwezig = models.CharField(max_length=400)
    opbrengst = models.TextField(max_length=2000)
    geleerd = models.TextField(max_length=2000, blank=True)
    waarde = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    vervolg = models.CharField(max_length=8, choices=Vervolgkeuze)
    door = wie()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "evaluatie van een ontwikkelpunt"
        constraints = [
            models.CheckConstraint(
                condition=Q(vervolg__in=Vervolgkeuze.values) & ~Q(aanwezig="") & ~Q(opbrengst=""),
                name="puntevaluatie_compleet",
            ),
        ]
