"""What is on the agenda of a meeting, and on which ground outsiders hear a name."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerlingen.models import ExternePartner, Leerling
from ondersteuning.models import Opp, Traject, Vervolg
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie
from overleg.loop import Puntstatus
from overleg.models.overleg import Overleg
from overleg.querysets_agenda import AgendapuntQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel

VRAAG_MAX = 300
PUNT_MINUTEN_MAX = 120


class Bron(models.TextChoices):
    """Why something came on the agenda."""

    SIGNAAL = "signaal", "besluit na een signaal"
    CONTROLE = "controle", "terugkijken na een advies"
    EVALUATIE = "evaluatie", "evaluatie van een traject"
    OPP = "opp", "termijn van een OPP"
    AFSPRAAK = "afspraak", "open afspraken"
    NIET_BESPROKEN = "niet_besproken", "dit schooljaar nog niet besproken"
    DOORGESCHOVEN = "doorgeschoven", "vorige keer niet aan toegekomen"
    VRIJ = "vrij", "zelf toegevoegd"


class Agendapunt(SchoolModel):
    """One item: about a pupil, or about something that is no pupil (`onderwerp`).

    Outsiders see an item only when `voor_externen`, with a name only on a ground (overleg.naamgrond), and else
    `tekst_extern`, which is written for them and names nobody.
    """

    overleg = SchoolForeignKey(Overleg, on_delete=models.CASCADE, related_name="punten")
    volgorde = models.PositiveSmallIntegerField()
    minuten = models.PositiveSmallIntegerField()
    bron = models.CharField(max_length=14, choices=Bron, default=Bron.VRIJ)
    leerling = SchoolForeignKey(Leerling, null=True, blank=True, related_name="+")
    vervolg = SchoolForeignKey(Vervolg, null=True, blank=True, related_name="agendapunten")
    traject = SchoolForeignKey(Traject, null=True, blank=True, related_name="agendapunten")
    opp = SchoolForeignKey(Opp, null=True, blank=True, related_name="agendapunten")
    onderwerp = models.CharField(max_length=120, blank=True)
    vraag = models.CharField(max_length=VRAAG_MAX, blank=True)
    toelichting = models.TextField(
        max_length=TEKST_MAX, blank=True, help_text="a case without a name, or why"
    )
    voor_externen = models.BooleanField(default=False)
    tekst_extern = models.CharField(max_length=VRAAG_MAX, blank=True)
    status = models.CharField(max_length=14, choices=Puntstatus, default=Puntstatus.OPEN)
    seconden = models.PositiveIntegerField(default=0, help_text="how long it was discussed")
    bezig_sinds = models.DateTimeField(
        null=True, blank=True, help_text="set while it is discussed; not in a pause"
    )
    toegevoegd_door = wie()
    toegevoegd_op = models.DateTimeField(default=timezone.now)
    versie = models.PositiveIntegerField(default=1)

    objects = AgendapuntQuerySet.as_manager()

    class Meta:
        verbose_name = "agendapunt"
        ordering = ["volgorde", "pk"]
        indexes = [
            models.Index(fields=["school", "overleg", "volgorde"], name="agendapunt_volgorde"),
            models.Index(fields=["school", "leerling", "overleg"], name="agendapunt_leerling"),
            models.Index(fields=["school", "toegevoegd_op", "leerling"], name="agendapunt_moment"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(bron__in=Bron.values, status__in=Puntstatus.values), name="agendapunt_keuzes"
            ),
            models.CheckConstraint(
                condition=Q(leerling__isnull=False, onderwerp="")
                | (Q(leerling__isnull=True) & ~Q(onderwerp="")),
                name="agendapunt_waarover",
                violation_error_message="Kies een leerling, of schrijf het onderwerp op.",
            ),
            models.CheckConstraint(
                condition=Q(minuten__gte=1, minuten__lte=PUNT_MINUTEN_MAX),
                name="agendapunt_minuten",
                violation_error_message="Kies 1 tot 120 minuten.",
            ),
            models.CheckConstraint(
                condition=Q(voor_externen=False) | ~Q(tekst_extern=""),
                name="agendapunt_extern",
                violation_error_message="Schrijf de vraag voor de externen op, zonder naam.",
            ),
            models.UniqueConstraint(
                fields=["overleg", "leerling"],
                condition=~Q(status=Puntstatus.VERVALLEN),
                name="agendapunt_leerling_eenmaal",
                violation_error_message="Deze leerling staat al op de agenda.",
            ),
            models.UniqueConstraint(
                fields=["overleg"], condition=Q(bezig_sinds__isnull=False), name="agendapunt_een_bezig"
            ),
        ]


class Wetsgrond(models.TextChoices):
    """A recorded ground, other than consent, to name a pupil to a partner (DOMAIN §7.3)."""

    LEERPLICHT = "leerplicht", "melding van verzuim (Leerplichtwet art. 21a)"
    MELDCODE = "meldcode", "meldcode: overleg of melding bij Veilig Thuis"
    VERWIJSINDEX = "verwijsindex", "melding in de verwijsindex"
    SWV = "swv", "aanvraag bij het samenwerkingsverband"
    VITAAL = "vitaal", "acuut gevaar: het kan niet wachten"


class Naamgrond(SchoolModel):
    """The recorded ground on which one partner hears the name of one item (DOMAIN 37); withdrawn, it counts no more."""

    punt = SchoolForeignKey(Agendapunt, on_delete=models.CASCADE, related_name="naamgronden")
    partner = SchoolForeignKey(ExternePartner, related_name="+")
    grond = models.CharField(max_length=12, choices=Wetsgrond)
    uitleg = models.CharField(max_length=VRAAG_MAX)
    door = wie()
    op = models.DateTimeField(default=timezone.now)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "grond om een naam te noemen"
        constraints = [
            models.CheckConstraint(condition=Q(grond__in=Wetsgrond.values), name="naamgrond_keuze"),
            models.CheckConstraint(
                condition=~Q(uitleg=""),
                name="naamgrond_uitleg",
                violation_error_message="Schrijf in een zin op waarom de naam nodig is.",
            ),
            models.UniqueConstraint(
                fields=["punt", "partner"],
                condition=Q(ingetrokken_op__isnull=True),
                name="naamgrond_eenmaal",
                violation_error_message="Voor deze partner is al een grond vastgelegd.",
            ),
        ]
