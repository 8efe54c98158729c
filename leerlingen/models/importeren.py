"""Imports of pupils: what a file would do or did, line by line, so that it can be looked at and undone."""

from django.db import models
from django.utils import timezone

from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.werk.models import Bestand, Taak


class Import(SchoolModel):
    """One file. `door` is empty for an import by `manage.py importeer`.

    `vingerafdruk` says which differences the person saw; when it no longer holds at the confirmation, nothing is
    written and the new preview is shown.
    """

    class Soort(models.TextChoices):
        ONBEKEND = "", "onbekend"
        EDEXML = "edexml", "EDEXML"
        CSV = "csv", "CSV"
        XLSX = "xlsx", "Excel"

    class Status(models.TextChoices):
        NIEUW = "nieuw", "wordt gelezen"
        VOORBEELD = "voorbeeld", "wacht op jou"
        TOEGEPAST = "toegepast", "toegepast"
        ONGEDAAN = "ongedaan", "ongedaan gemaakt"

    naam = models.CharField(max_length=200)
    bestand = SchoolForeignKey(Bestand, null=True, on_delete=models.SET_NULL, related_name="+")
    soort = models.CharField(max_length=6, choices=Soort, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    status = models.CharField(max_length=9, choices=Status, default=Status.NIEUW)
    taak = SchoolForeignKey(Taak, null=True, on_delete=models.SET_NULL, related_name="+")
    tellingen = models.JSONField(default=dict)
    let_op = models.JSONField(default=list)
    andere_school = models.CharField(max_length=20, blank=True, help_text="the file names this other school")
    vingerafdruk = models.CharField(max_length=64, blank=True)
    gemaakt_op = models.DateTimeField(default=timezone.now)
    toegepast_op = models.DateTimeField(null=True)
    ongedaan_op = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "import"
        indexes = [models.Index(fields=["school", "-gemaakt_op"])]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status__in=("toegepast", "ongedaan"))
                | models.Q(toegepast_op__isnull=False),
                name="import_toegepast_op",
            ),
        ]

    @property
    def loopt(self) -> bool:
        """A worker has a job of this import, or will have."""
        return self.taak is not None and self.taak.status in {Taak.Status.WACHT, Taak.Status.BEZIG}

    @property
    def mislukt(self) -> str:
        """Why the last job failed, for the person who looks; empty when it did not."""
        mis = self.taak is not None and self.taak.status == Taak.Status.MISLUKT
        return self.taak.melding if self.taak and mis else ""

    @property
    def wacht_op_keuze(self) -> bool:
        return self.status == self.Status.VOORBEELD and not self.loopt

    @property
    def doet_iets(self) -> bool:
        """The preview has at least one difference that could be written."""
        return any(self.tellingen.get(soort) for soort in ("nieuw", "gewijzigd", "op_naam", "vertrokken"))


class ImportRegel(SchoolModel):
    """What an import proposes or did for one pupil (or group): only names, class and contacts, never more.

    `voor` and `na` are for the reader; `rijen` are the rows as they were and became, for undoing.
    """

    class Soort(models.TextChoices):
        NIEUW = "nieuw", "nieuw"
        GEWIJZIGD = "gewijzigd", "gewijzigd"
        OP_NAAM = "op_naam", "op naam gevonden"
        VERTROKKEN = "vertrokken", "niet in het bestand"
        FOUT = "fout", "overgeslagen"
        GROEP = "groep", "nieuwe groep"

    opdracht = SchoolForeignKey(Import, on_delete=models.CASCADE, related_name="regels")
    soort = models.CharField(max_length=10, choices=Soort)
    regelnummer = models.PositiveIntegerField(default=0)
    sleutel = models.CharField(max_length=256, blank=True)
    naam = models.CharField(max_length=240, blank=True)
    voor = models.JSONField(default=dict)
    na = models.JSONField(default=dict)
    rijen = models.JSONField(default=list)
    melding = models.CharField(max_length=300, blank=True)
    gekozen = models.BooleanField(
        default=True, help_text="a person must tick a departure and a match by name"
    )
    gebleven = models.BooleanField(default=False, help_text="could not be undone; melding says why")

    class Meta:
        verbose_name = "importregel"
        ordering = ["id"]
        indexes = [models.Index(fields=["school", "opdracht", "soort", "id"])]

    @property
    def wijzigingen(self) -> list[tuple[str, str, str]]:
        """Return what changes as (label, before, after), in the order of the file."""
        labels = dict.fromkeys([*self.voor, *self.na])
        return [(label, self.voor.get(label, ""), self.na.get(label, "")) for label in labels]
