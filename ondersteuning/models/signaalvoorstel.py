"""A proposal for a signal: what lists or small signals say together, waiting for a person."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.models.signaal import Signaal
from ondersteuning.models.signaleringslijst import Lijstcampagne
from ondersteuning.querysets_lijsten import VoorstelQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.kern.lijnen import Domein


class VoorstelSoort(models.TextChoices):
    LIJST = "lijst", "uit een lijst"
    SAMEN = "samen", "kleine signalen samen"


class VoorstelStatus(models.TextChoices):
    OPEN = "open", "open"
    SIGNAAL = "signaal", "een signaal geworden"
    AFGEWEZEN = "afgewezen", "niet nodig"


class Signaalvoorstel(SchoolModel):
    """A proposal for a signal: a sentence and the rows behind it. Nothing happens until a person decides.

    `rijen` holds ["antwoord", number] and ["signaal", number]; who reads it sees of those what he may see.
    `nieuwste_op` is the moment of the newest row: after a dismissal only something newer makes a new proposal.
    """

    soort = models.CharField(max_length=6, choices=VoorstelSoort)
    leerling = SchoolForeignKey(Leerling, on_delete=models.CASCADE, related_name="+")
    campagne = SchoolForeignKey(Lijstcampagne, null=True, blank=True, related_name="voorstellen")
    zin = models.CharField(max_length=1000)
    domein = models.CharField(max_length=4, choices=Domein.choices, blank=True)
    rijen = models.JSONField(default=list)
    nieuwste_op = models.DateTimeField()
    status = models.CharField(max_length=10, choices=VoorstelStatus, default=VoorstelStatus.OPEN)
    reden = models.CharField(max_length=400, blank=True)
    signaal = SchoolForeignKey(Signaal, null=True, blank=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)
    beslist_op = models.DateTimeField(null=True, blank=True)
    beslist_door = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = VoorstelQuerySet.as_manager()

    class Meta:
        verbose_name = "voorstel voor een signaal"
        indexes = [
            models.Index(fields=["school", "nieuwste_op"], condition=Q(status="open"), name="voorstel_open"),
            models.Index(fields=["school", "leerling", "soort"], name="voorstel_leerling"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["leerling", "soort"],
                condition=Q(status="open", soort="samen"),
                name="voorstel_een_samen",
            ),
            models.UniqueConstraint(
                fields=["leerling", "campagne"],
                condition=Q(status="open", soort="lijst"),
                name="voorstel_een_per_lijst",
            ),
            models.CheckConstraint(
                condition=Q(soort="lijst", campagne__isnull=False) | Q(soort="samen", campagne__isnull=True),
                name="voorstel_soort",
            ),
            models.CheckConstraint(
                condition=Q(status="open", beslist_op__isnull=True)
                | Q(
                    status__in=["signaal", "afgewezen"], beslist_op__isnull=False, beslist_door__isnull=False
                ),
                name="voorstel_beslist",
            ),
            models.CheckConstraint(
                condition=~Q(status="afgewezen") | ~Q(reden=""), name="voorstel_afgewezen_reden"
            ),
            models.CheckConstraint(
                condition=Q(status="signaal", signaal__isnull=False)
                | (~Q(status="signaal") & Q(signaal__isnull=True)),
                name="voorstel_signaal",
            ),
        ]
