"""Around a facility card: its reason (confidential), what changed per version, who read it, and what was not given."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models.faciliteit import Faciliteitenkaart, FaciliteitToekenning
from leerlingen.models.leerling import Leerling
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User


class Grondslag(models.TextChoices):
    """Why a pupil has a card (DOMAIN §11); only the coordinator and the assigned begeleider ever read it."""

    DYSLEXIE = "dyslexie", "dyslexie"
    DYSCALCULIE = "dyscalculie", "dyscalculie"
    ADHD = "adhd", "AD(H)D"
    ASS = "ass", "autisme"
    MOTORISCH = "motorisch", "motorisch"
    VISUEEL = "visueel", "zien"
    AUDITIEF = "auditief", "horen"
    ZIEKTE = "ziekte", "ziekte"
    NT2 = "nt2", "Nederlands als tweede taal"
    FAALANGST = "faalangst", "faalangst"
    OVERIG = "overig", "overig"


class Kaartgrond(SchoolModel):
    """The reason of a card and the statement of an expert: confidential (rule 41).

    There is no `objects`: whoever reads this writes `vertrouwelijk`, and only access_kaart does.
    """

    kaart = SchoolForeignKey(Faciliteitenkaart, related_name="+")
    grondslag = ArrayField(models.CharField(max_length=12, choices=Grondslag), default=list, blank=True)
    toelichting = models.TextField(max_length=1000, blank=True)
    verklaring = models.BooleanField(default=False, help_text="a statement of an expert is present")
    verklaring_op = models.DateField(null=True, blank=True)
    verklaring_door = models.CharField(max_length=120, blank=True)
    vastgelegd_door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    vertrouwelijk = models.Manager()

    class Meta:
        verbose_name = "onderbouwing"
        constraints = [
            models.UniqueConstraint(fields=["school", "kaart"], name="kaartgrond_een"),
            models.CheckConstraint(
                condition=Q(verklaring=False) | (Q(verklaring_op__isnull=False) & ~Q(verklaring_door="")),
                name="kaartgrond_verklaring",
                violation_error_message="Schrijf bij de verklaring de datum en wie haar schreef.",
            ),
        ]


class Kaartversie(SchoolModel):
    """What changed on a card that matters to teachers; appended, never edited."""

    kaart = SchoolForeignKey(Faciliteitenkaart, related_name="+")
    versie = models.PositiveIntegerField()
    wat = models.CharField(max_length=200, help_text="what is new, in words a teacher may read")
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "kaartversie"
        indexes = [models.Index(fields=["school", "kaart", "-versie"], name="kaartversie_kaart")]
        constraints = [models.UniqueConstraint(fields=["kaart", "versie"], name="kaartversie_uniek")]


class Kaartgezien(SchoolModel):
    """A teacher confirmed one version of a card; appended, so a later version asks again (rule 58)."""

    kaart = SchoolForeignKey(Faciliteitenkaart, related_name="+")
    versie = models.PositiveIntegerField()
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "kaart gezien"
        indexes = [models.Index(fields=["school", "user", "kaart", "versie"], name="kaartgezien_wie")]
        constraints = [
            models.UniqueConstraint(fields=["kaart", "user", "versie"], name="kaartgezien_eenmaal")
        ]


class FaciliteitMelding(SchoolModel):
    """A pupil did not get a facility on a day: said by his mentor, per subject, never about a teacher."""

    leerling = SchoolForeignKey(Leerling, related_name="+")
    toekenning = SchoolForeignKey(FaciliteitToekenning, related_name="+")
    vak = models.CharField(max_length=60)
    dag = models.DateField()
    woorden = models.CharField(max_length=160, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "niet gekregen"
        indexes = [
            models.Index(fields=["school", "leerling", "-dag"], name="melding_leerling"),
            models.Index(fields=["school", "dag"], name="melding_dag"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["toekenning", "vak", "dag"],
                name="melding_eenmaal",
                violation_error_message="Dit is voor die dag al gemeld.",
            ),
            models.CheckConstraint(condition=~Q(vak=""), name="melding_vak"),
        ]
