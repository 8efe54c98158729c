"""Goals of a trajectory and where they stand, evaluations, and the sessions in which the work is done."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.traject import Groepstraject, Traject
from ondersteuning.querysets_traject import DoelQuerySet, SessieQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User


class Stand(models.IntegerChoices):
    """Goal attainment: 0 is what was wanted, above it is more than hoped for (DESIGN §4)."""

    BEGIN = -2, "begin"
    ONDERWEG = -1, "onderweg"
    GELUKT = 0, "gelukt"
    MEER = 1, "meer dan gehoopt"
    VEEL_MEER = 2, "veel meer dan gehoopt"


class Doel(SchoolModel):
    """A goal in the words of the pupil where possible: what he can do, how one sees it, and by when (SMART)."""

    traject = SchoolForeignKey(Traject, on_delete=models.CASCADE, related_name="doelen")
    tekst = models.CharField(max_length=200)
    merkbaar = models.CharField(max_length=300, blank=True, help_text="how one notices that it is reached")
    beginsituatie = models.CharField(max_length=300, blank=True)
    klaar_op = models.DateField()
    begin = models.SmallIntegerField(choices=Stand, default=Stand.BEGIN)
    gewenst = models.SmallIntegerField(choices=Stand, default=Stand.GELUKT)
    volgorde = models.PositiveSmallIntegerField(default=0)
    vervallen_op = models.DateField(null=True, blank=True)
    vervallen_reden = models.CharField(max_length=300, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = DoelQuerySet.as_manager()

    class Meta:
        verbose_name = "doel"
        indexes = [models.Index(fields=["school", "traject"], name="doel_traject")]
        constraints = [
            models.CheckConstraint(condition=~Q(tekst=""), name="doel_tekst"),
            models.CheckConstraint(
                condition=Q(begin__gte=-2, begin__lte=2, gewenst__gte=-2, gewenst__lte=2)
                & Q(gewenst__gt=models.F("begin")),
                name="doel_gewenst",
                violation_error_message="De gewenste stand ligt boven het begin.",
            ),
        ]


class Doelstand(SchoolModel):
    """Where a goal stood on a day; append-only, the newest counts."""

    doel = SchoolForeignKey(Doel, on_delete=models.CASCADE, related_name="standen")
    stand = models.SmallIntegerField(choices=Stand)
    op = models.DateField()
    toelichting = models.CharField(max_length=400, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "doelstand"
        indexes = [models.Index(fields=["school", "doel", "-op", "-id"], name="doelstand_doel")]
        constraints = [
            models.CheckConstraint(condition=Q(stand__gte=-2, stand__lte=2), name="doelstand_stand")
        ]


class Conclusie(models.TextChoices):
    DOORGAAN = "doorgaan", "doorgaan"
    BIJSTELLEN = "bijstellen", "bijstellen"
    AFRONDEN = "afronden", "afronden"


class Evaluatie(SchoolModel):
    """Looking back at a trajectory, with the views of pupil and parents apart (DOMAIN 16 and 17 ask the same)."""

    traject = SchoolForeignKey(Traject, on_delete=models.CASCADE, related_name="evaluaties")
    gehouden_op = models.DateField()
    wat_werkte = models.TextField(max_length=TEKST_MAX)
    wat_niet = models.TextField(max_length=TEKST_MAX, blank=True)
    leerling_zegt = models.TextField(max_length=TEKST_MAX, blank=True)
    ouders_zeggen = models.TextField(max_length=TEKST_MAX, blank=True)
    leerling_aanwezig = models.BooleanField(default=False)
    ouders_aanwezig = models.BooleanField(default=False)
    conclusie = models.CharField(max_length=10, choices=Conclusie)
    vervolg = models.TextField(max_length=TEKST_MAX, blank=True, help_text="what happens next")
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    vastgelegd_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "evaluatie"
        indexes = [models.Index(fields=["school", "traject", "gehouden_op"], name="evaluatie_traject")]


class Sessie(SchoolModel):
    """One meeting of a begeleider with a pupil or a group; exactly one of the two. Times are Europe/Amsterdam."""

    traject = SchoolForeignKey(
        Traject, on_delete=models.CASCADE, null=True, blank=True, related_name="sessies"
    )
    groep = SchoolForeignKey(
        Groepstraject, on_delete=models.CASCADE, null=True, blank=True, related_name="sessies"
    )
    begint_op = models.DateTimeField()
    minuten = models.PositiveSmallIntegerField(default=45)
    plek = models.CharField(max_length=60, blank=True)
    onderwerp = models.CharField(max_length=160, blank=True)
    verslag = models.TextField(max_length=TEKST_MAX, blank=True)
    vervallen = models.BooleanField(default=False)
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    versie = models.PositiveIntegerField(default=1)

    objects = SessieQuerySet.as_manager()

    class Meta:
        verbose_name = "sessie"
        indexes = [
            models.Index(fields=["school", "begint_op"], name="sessie_dag"),
            models.Index(fields=["school", "traject"], name="sessie_traject"),
            models.Index(fields=["school", "groep"], name="sessie_groep"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(traject__isnull=True) ^ Q(groep__isnull=True), name="sessie_van_een"
            ),
            models.CheckConstraint(
                condition=Q(minuten__gte=5, minuten__lte=480),
                name="sessie_minuten",
                violation_error_message="Een sessie duurt 5 tot 480 minuten.",
            ),
        ]


class Aanwezig(models.TextChoices):
    JA = "ja", "was er"
    AFGEMELD = "afgemeld", "afgemeld"
    NEE = "nee", "was er niet"


class Aanwezigheid(SchoolModel):
    """Was a participant there; one row per session and trajectory, overwritten with history by the trigger."""

    sessie = SchoolForeignKey(Sessie, on_delete=models.CASCADE, related_name="aanwezigheid")
    traject = SchoolForeignKey(Traject, on_delete=models.CASCADE, related_name="+")
    aanwezig = models.CharField(max_length=8, choices=Aanwezig)
    opmerking = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = "aanwezigheid"
        indexes = [models.Index(fields=["school", "traject"], name="aanwezigheid_traject")]
        constraints = [models.UniqueConstraint(fields=["sessie", "traject"], name="aanwezigheid_eenmaal")]
