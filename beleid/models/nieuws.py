"""News without pupils, what went well, the end of the day, and whether the school keeps the law."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from beleid.wetten import Voldoet
from ondersteuning.models.wie import wie
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class Nieuwsstatus(models.TextChoices):
    CONCEPT = "concept", "concept"
    GEPLAATST = "geplaatst", "geplaatst"


class Nieuwsbrief(SchoolModel):
    """One letter for colleagues; placed it stays as it was."""

    titel = models.CharField(max_length=120)
    status = models.CharField(max_length=9, choices=Nieuwsstatus, default=Nieuwsstatus.CONCEPT)
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    geplaatst_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "nieuwsbrief"
        constraints = [
            models.CheckConstraint(
                condition=Q(status="concept", geplaatst_op__isnull=True)
                | Q(status="geplaatst", geplaatst_op__isnull=False),
                name="nieuwsbrief_geplaatst",
            ),
            models.CheckConstraint(condition=~Q(titel=""), name="nieuwsbrief_titel"),
        ]


class Nieuwsbericht(SchoolModel):
    """One item of a letter; `bron` names what it was proposed from ("protocol:12"), empty when written by hand."""

    brief = SchoolForeignKey(Nieuwsbrief, related_name="berichten")
    volgorde = models.PositiveSmallIntegerField(default=0)
    kop = models.CharField(max_length=120)
    tekst = models.TextField(max_length=2000, blank=True)
    bron = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name = "nieuwsbericht"
        ordering = ["volgorde", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["brief", "bron"], condition=~Q(bron=""), name="nieuwsbericht_bron_eenmaal"
            ),
            models.CheckConstraint(condition=~Q(kop=""), name="nieuwsbericht_kop"),
        ]


class Nieuwslezing(SchoolModel):
    """A colleague opened a letter; appended, never changed."""

    brief = SchoolForeignKey(Nieuwsbrief, related_name="lezingen")
    user = wie()
    gelezen_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "lezing van een nieuwsbrief"
        constraints = [models.UniqueConstraint(fields=["brief", "user"], name="nieuwslezing_eenmaal")]


class Goedgegaan(SchoolModel):
    """What went well, in one's own words; for oneself, or for colleagues too. Never about a pupil by name."""

    door = wie()
    dag = models.DateField()
    tekst = models.CharField(max_length=300)
    delen = models.BooleanField(default=False)
    weg_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "wat er goed ging"
        ordering = ["-dag", "-pk"]
        indexes = [models.Index(fields=["school", "-dag"], name="goedgegaan_dag")]
        constraints = [models.CheckConstraint(condition=~Q(tekst=""), name="goedgegaan_tekst")]


class Wetscontrole(SchoolModel):
    """What a school says of one point of the law watch; appended, the last one holds."""

    onderwerp = models.CharField(max_length=40, help_text="key of beleid.wetten")
    voldoet = models.CharField(max_length=6, choices=Voldoet)
    toelichting = models.CharField(max_length=400, blank=True)
    door = wie()
    op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "controle van een wet"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "onderwerp", "-id"], name="wetscontrole_laatste")]
        constraints = [
            models.CheckConstraint(condition=Q(voldoet__in=Voldoet.values), name="wetscontrole_voldoet")
        ]
