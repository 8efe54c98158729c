"""The ondersteuningsaanbod for the schoolgids: made from the catalogue, set before 1 August (DOMAIN 22)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from beleid.models.jaren import VanSchooljaar, schooljaar_eis, schooljaar_veld
from beleid.querysets_aanbod import AanbodtekstQuerySet
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Aanbodtekststatus(models.TextChoices):
    CONCEPT = "concept", "concept"
    VOORGELEGD = "voorgelegd", "ligt bij de schoolleiding"
    VASTGESTELD = "vastgesteld", "vastgesteld"


class Aanbodtekst(VanSchooljaar, SchoolModel):
    """One version of the text for one school year; `regels` holds the offerings as they were when it was set."""

    schooljaar = schooljaar_veld()
    nummer = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(max_length=11, choices=Aanbodtekststatus, default=Aanbodtekststatus.CONCEPT)
    inleiding = models.TextField(max_length=4000, blank=True)
    grenzen = models.TextField(
        max_length=4000, blank=True, help_text="what the school cannot offer, and then"
    )
    contact = models.TextField(
        max_length=2000, blank=True, help_text="where parents and pupils go with a question"
    )
    regels = models.JSONField(default=list, blank=True)
    mr_op = models.DateField(null=True, blank=True, help_text="day the participation council agreed")
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    voorgelegd_door = wie_leeg()
    voorgelegd_op = models.DateTimeField(null=True, blank=True)
    terug_reden = models.CharField(
        max_length=600, blank=True, help_text="why it was sent back, until it is put forward again"
    )
    vastgesteld_door = wie_leeg()
    vastgesteld_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    objects = AanbodtekstQuerySet.as_manager()

    class Meta:
        verbose_name = "aanbodtekst"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "schooljaar", "nummer"], name="aanbodtekst_nummer_per_jaar"
            ),
            models.UniqueConstraint(
                fields=["school", "schooljaar"],
                condition=~Q(status="vastgesteld"),
                name="aanbodtekst_een_concept",
            ),
            schooljaar_eis("aanbodtekst_schooljaar"),
            models.CheckConstraint(
                condition=Q(status__in=Aanbodtekststatus.values), name="aanbodtekst_status"
            ),
            models.CheckConstraint(
                condition=Q(status="concept")
                | Q(voorgelegd_op__isnull=False, voorgelegd_door__isnull=False, terug_reden=""),
                name="aanbodtekst_voorgelegd",
            ),
            models.CheckConstraint(
                condition=Q(
                    status="vastgesteld", vastgesteld_op__isnull=False, vastgesteld_door__isnull=False
                )
                | (~Q(status="vastgesteld") & Q(vastgesteld_op__isnull=True)),
                name="aanbodtekst_vastgesteld",
            ),
        ]


class Aanbodalinea(SchoolModel):
    """What the schoolgids says of one offering, when it is not what the catalogue says."""

    tekst = SchoolForeignKey(Aanbodtekst, related_name="alineas")
    stam = models.UUIDField(help_text="the offering over the years (ondersteuning.Aanbod.stam)")
    woorden = models.TextField(max_length=1500)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "alinea van een aanbodtekst"
        constraints = [
            models.UniqueConstraint(fields=["tekst", "stam"], name="aanbodalinea_eenmaal"),
            models.CheckConstraint(condition=~Q(woorden=""), name="aanbodalinea_woorden"),
        ]
