"""The coachlijn: a colleague asks a coach for help for himself. Outside every file; read by the two of them only."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie
from overleg.querysets_coach import CoachvraagQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Coachstatus(models.TextChoices):
    GESTELD = "gesteld", "wacht op antwoord"
    LOOPT = "loopt", "loopt"
    KLAAR = "klaar", "klaar"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Coachvraag(SchoolModel):
    """One question. Only asker and coach read it; only how many there were leaves it (DESIGN §3)."""

    vrager = wie()
    coach = wie()
    onderwerp = models.CharField(max_length=120)
    status = models.CharField(max_length=11, choices=Coachstatus, default=Coachstatus.GESTELD)
    gesteld_op = models.DateTimeField(default=timezone.now)
    klaar_op = models.DateTimeField(null=True, blank=True)
    vrager_zag_op = models.DateTimeField(null=True, blank=True)
    coach_zag_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = CoachvraagQuerySet.as_manager()

    class Meta:
        verbose_name = "coachvraag"
        indexes = [
            models.Index(fields=["school", "coach", "status"], name="coachvraag_coach"),
            models.Index(fields=["school", "vrager", "id"], name="coachvraag_vrager"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Coachstatus.values), name="coachvraag_status"),
            models.CheckConstraint(
                condition=~Q(vrager=F("coach")),
                name="coachvraag_ander",
                violation_error_message="Kies een collega; jezelf kun je niet vragen.",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("klaar", "ingetrokken"), klaar_op__isnull=False)
                | Q(status__in=("gesteld", "loopt"), klaar_op__isnull=True),
                name="coachvraag_klaar",
            ),
        ]


class Coachbericht(SchoolModel):
    """One thing that asker or coach wrote to the other; appended, never changed."""

    vraag = SchoolForeignKey(Coachvraag, related_name="berichten")
    door = wie()
    tekst = models.TextField(max_length=TEKST_MAX)
    op = models.DateTimeField(default=timezone.now)
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice keeps it once")

    class Meta:
        verbose_name = "coachbericht"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["vraag", "sleutel"], name="coachbericht_eenmaal"),
            models.CheckConstraint(
                condition=~Q(tekst=""),
                name="coachbericht_tekst",
                violation_error_message="Schrijf op wat je wilt vragen of zeggen.",
            ),
        ]
