"""What happens with a signal: decisions (append-only), what they leave open, and the answer owed to the sender."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ondersteuning.models.signaal import TEKST_MAX, Signaal
from ondersteuning.querysets import TerugkoppelingQuerySet, VervolgQuerySet
from ondersteuning.workflow import Besluit
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.kern.lijnen import Domein


class Triagebesluit(SchoolModel):
    """One decision on a signal; never edited or deleted (the application role lacks the right).

    `herroept` points to the decision that a Herstel revokes.
    """

    signaal = SchoolForeignKey(Signaal, related_name="besluiten")
    besluit = models.CharField(max_length=12, choices=Besluit)
    domein = models.CharField(max_length=4, choices=Domein.choices, blank=True)
    advies = models.TextField(max_length=TEKST_MAX, blank=True)
    wie_helpt = models.CharField(max_length=120, blank=True)
    controle_op = models.DateField(null=True, blank=True)
    reden = models.TextField(max_length=TEKST_MAX, blank=True)
    al_gedaan = models.TextField(
        max_length=TEKST_MAX, blank=True, help_text="what was done before, with what result (DOMAIN 61)"
    )
    bericht = models.TextField(max_length=TEKST_MAX, help_text="the answer, in words the sender may read")
    herroept = SchoolForeignKey("self", null=True, blank=True, related_name="herroepen_door")
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "triagebesluit"
        indexes = [models.Index(fields=["school", "signaal", "op"])]
        constraints = [
            models.UniqueConstraint(fields=["herroept"], name="besluit_een_herstel"),
            models.CheckConstraint(
                condition=~Q(besluit=Besluit.TERUG) | (~Q(advies="") & Q(controle_op__isnull=False)),
                name="besluit_terug_advies",
            ),
            models.CheckConstraint(
                condition=~Q(besluit__in=(Besluit.TWEEDE_LIJN, Besluit.ZORGOVERLEG, Besluit.DERDE_LIJN))
                | (~Q(reden="") & ~Q(al_gedaan="")),
                name="besluit_hoger_reden",
            ),
            models.CheckConstraint(
                condition=~Q(besluit=Besluit.AFSLUITEN) | ~Q(reden=""), name="besluit_afsluiten_reden"
            ),
            models.CheckConstraint(
                condition=Q(besluit=Besluit.HERSTEL, herroept__isnull=False)
                | (~Q(besluit=Besluit.HERSTEL) & Q(herroept__isnull=True)),
                name="besluit_herstel",
            ),
        ]


class VervolgSoort(models.TextChoices):
    CONTROLE = "controle", "terugkijken"
    TWEEDE_LIJN = "tweede_lijn", "tweede lijn"
    ZORGOVERLEG = "zorgoverleg", "zorgoverleg"
    DERDE_LIJN = "derde_lijn", "derde lijn"


class VervolgStatus(models.TextChoices):
    OPEN = "open", "open"
    AFGESLOTEN = "afgesloten", "afgesloten"
    VERVALLEN = "vervallen", "vervallen"


class Vervolg(SchoolModel):
    """What a decision leaves open: always one owner and one next date (PRODUCT §4, 15).

    The trajectory and the agenda item of later floors hang on this row.
    """

    signaal = SchoolForeignKey(Signaal, related_name="vervolgen")
    besluit = SchoolForeignKey(Triagebesluit, related_name="vervolgen")
    soort = models.CharField(max_length=12, choices=VervolgSoort)
    eigenaar = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    volgende_datum = models.DateField()
    status = models.CharField(max_length=10, choices=VervolgStatus, default=VervolgStatus.OPEN)
    resultaat = models.TextField(max_length=TEKST_MAX, blank=True)
    afgesloten_op = models.DateTimeField(null=True, blank=True)
    afgesloten_door = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    gemaakt_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = VervolgQuerySet.as_manager()

    class Meta:
        verbose_name = "vervolg"
        indexes = [
            models.Index(
                fields=["school", "eigenaar", "volgende_datum"],
                condition=Q(status="open"),
                name="vervolg_open",
            ),
            models.Index(
                fields=["school", "volgende_datum"], condition=Q(status="open"), name="vervolg_open_datum"
            ),
            models.Index(fields=["school", "signaal"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="open", afgesloten_op__isnull=True)
                | (~Q(status="open") & Q(afgesloten_op__isnull=False)),
                name="vervolg_afgesloten",
            ),
        ]


class Terugkoppeling(SchoolModel):
    """The answer a signal owes its sender, with its last date (DOMAIN 62); open while `gegeven_op` is empty."""

    signaal = models.OneToOneField(
        Signaal, on_delete=models.PROTECT, related_name="terugkoppeling", db_constraint=False
    )
    uiterlijk = models.DateField()
    gegeven_op = models.DateTimeField(null=True, blank=True)
    besluit = SchoolForeignKey(Triagebesluit, null=True, blank=True, related_name="+")
    gelezen_op = models.DateTimeField(null=True, blank=True)

    objects = TerugkoppelingQuerySet.as_manager()

    class Meta:
        verbose_name = "terugkoppeling"
        indexes = [
            models.Index(
                fields=["school", "uiterlijk"],
                condition=Q(gegeven_op__isnull=True),
                name="terugkoppeling_open",
            )
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(gegeven_op__isnull=True, besluit__isnull=True)
                | Q(gegeven_op__isnull=False, besluit__isnull=False),
                name="terugkoppeling_gegeven",
            ),
        ]
