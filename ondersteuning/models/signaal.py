"""What a colleague saw: the signal, and signals that belong together."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.querysets import SignaalQuerySet
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.kern.lijnen import Domein

TEKST_MAX = 4000


class Urgentie(models.TextChoices):
    """`vandaag` is acute: its mail goes out at once, and the form asks to phone."""

    KAN_WACHTEN = "kan_wachten", "Kan wachten"
    DEZE_WEEK = "deze_week", "Deze week"
    VANDAAG = "vandaag", "Vandaag nog"


class Ouders(models.TextChoices):
    """Are the parents informed? Empty: not said yet."""

    JA = "ja", "Ja"
    NOG_NIET = "nog_niet", "Nog niet"
    BEWUST_NIET = "bewust_niet", "Bewust niet, want"


class Geprobeerd(models.TextChoices):
    GESPREK = "gesprek", "Gesprek gevoerd"
    PLEK = "plek", "Andere plek"
    UITLEG = "uitleg", "Extra uitleg"
    THUIS = "thuis", "Contact met thuis"
    MENTOR = "mentor", "Met mentor besproken"
    NIETS = "niets", "Nog niets"


class Signaal(SchoolModel):
    """A worry about a pupil, in the words of the colleague who saw it; its words are never edited.

    `leerling` is empty while the sender could only type a name (`leerling_tekst`); triage links it.
    `domein_indiener` keeps what the sender chose (empty: "weet ik niet"), `domein` what triage set.
    """

    leerling = SchoolForeignKey(Leerling, null=True, blank=True, related_name="signalen")
    leerling_tekst = models.CharField(max_length=120, blank=True)
    indiener = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    indiener_rol = models.CharField(max_length=80, blank=True)
    ingediend_op = models.DateTimeField(default=timezone.now)
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice makes one signal")
    domein_indiener = models.CharField(max_length=4, choices=Domein.choices, blank=True)
    domein = models.CharField(max_length=4, choices=Domein.choices, blank=True)
    wat_zie_je = models.TextField(max_length=TEKST_MAX)
    geprobeerd = ArrayField(models.CharField(max_length=10, choices=Geprobeerd), default=list, blank=True)
    geprobeerd_tekst = models.TextField(max_length=TEKST_MAX, blank=True)
    nodig = models.TextField(max_length=TEKST_MAX, blank=True)
    urgentie = models.CharField(max_length=12, choices=Urgentie, default=Urgentie.DEZE_WEEK)
    ouders = models.CharField(max_length=12, choices=Ouders, blank=True)
    ouders_reden = models.CharField(max_length=400, blank=True)
    status = models.CharField(max_length=12, choices=SignaalStatus, default=SignaalStatus.NIEUW)
    versie = models.PositiveIntegerField(
        default=1, help_text="counts decisions and links: a stale form is noticed"
    )

    objects = SignaalQuerySet.as_manager()

    class Meta:
        verbose_name = "signaal"
        indexes = [
            # the board, per filter
            models.Index(fields=["school", "status", "ingediend_op"]),
            models.Index(fields=["school", "indiener", "-ingediend_op"]),
            models.Index(fields=["school", "leerling", "-ingediend_op"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["school", "indiener", "sleutel"], name="signaal_eenmaal"),
            models.CheckConstraint(
                condition=Q(leerling__isnull=False) | ~Q(leerling_tekst=""), name="signaal_over_iemand"
            ),
            models.CheckConstraint(condition=~Q(wat_zie_je=""), name="signaal_wat_zie_je"),
            models.CheckConstraint(
                condition=~Q(ouders=Ouders.BEWUST_NIET) | ~Q(ouders_reden=""), name="signaal_ouders_reden"
            ),
            models.CheckConstraint(condition=Q(status__in=SignaalStatus.values), name="signaal_status"),
        ]

    @property
    def geprobeerd_labels(self) -> list[str]:
        return [str(Geprobeerd(code).label) for code in self.geprobeerd if code in Geprobeerd.values]


class SignaalVerband(SchoolModel):
    """Two signals that belong together; stored once, the lower number first."""

    eerste = SchoolForeignKey(Signaal, on_delete=models.CASCADE, related_name="+")
    tweede = SchoolForeignKey(Signaal, on_delete=models.CASCADE, related_name="+")
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "verband"
        constraints = [
            models.UniqueConstraint(fields=["eerste", "tweede"], name="verband_uniek"),
            models.CheckConstraint(condition=Q(eerste__lt=F("tweede")), name="verband_volgorde"),
        ]
