"""Documents of a pupil's file: an uploaded file with what it is, who reads it and what it belongs to."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models.leerling import Leerling
from leerlingen.models.notitie import TITEL_MAX, Niveau, Notitie
from leerlingen.querysets_notities import BEPERKT, StukQuerySet
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User
from zorgapp.werk.models import Bestand


class Stuksoort(models.TextChoices):
    VERSLAG = "verslag", "Verslag"
    WERK = "werk", "Werk van de leerling"
    VERKLARING = "verklaring", "Verklaring"
    TOESTEMMING = "toestemming", "Toestemming"
    ONDERZOEKSVERSLAG = "onderzoeksverslag", "Onderzoeksverslag"
    MEDISCH = "medisch", "Medisch stuk"
    DESKUNDIGENVERKLARING = "deskundigenverklaring", "Deskundigenverklaring"
    OVERIG = "overig", "Ander stuk"


class Stuk(SchoolModel):
    """One document. It lives as long as the file of the pupil: its Bestand cannot go before it.

    Restricted kinds (DOMAIN 42) always have the narrowest level. An attachment of a note has the level of that note.
    """

    leerling = SchoolForeignKey(Leerling, related_name="+")
    bestand = SchoolForeignKey(Bestand, related_name="+")
    notitie = SchoolForeignKey(Notitie, null=True, blank=True, related_name="+")
    soort = models.CharField(max_length=24, choices=Stuksoort)
    vorm = models.CharField(max_length=8, help_text="what the content turned out to be: pdf, docx, jpg")
    titel = models.CharField(max_length=TITEL_MAX)
    gebeurd_op = models.DateField(help_text="the date of the document")
    niveau = models.CharField(max_length=16, choices=Niveau, default=Niveau.MENTOR_ZORGTEAM)
    auteur = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice stores its files once")
    vastgelegd_op = models.DateField()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_reden = models.CharField(max_length=300, blank=True)

    objects = StukQuerySet.as_manager()

    class Meta:
        verbose_name = "stuk"
        indexes = [
            models.Index(fields=["school", "leerling", "-gebeurd_op", "-id"], name="stuk_tijdlijn"),
            models.Index(fields=["school", "notitie"], name="stuk_bij_notitie"),
            models.Index(fields=["school", "auteur", "sleutel"], name="stuk_formulier"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["bestand"], name="stuk_een_bestand"),
            models.CheckConstraint(
                condition=~Q(soort__in=BEPERKT) | Q(niveau=Niveau.ZORGTEAM), name="stuk_beperkt_niveau"
            ),
            models.CheckConstraint(condition=Q(soort__in=Stuksoort.values), name="stuk_soort"),
            models.CheckConstraint(condition=Q(niveau__in=Niveau.values), name="stuk_niveau"),
            models.CheckConstraint(
                condition=Q(gebeurd_op__lte=F("vastgelegd_op")),
                name="stuk_niet_in_toekomst",
                violation_error_message="Deze dag moet nog komen. Kies vandaag of een eerdere dag.",
            ),
            models.CheckConstraint(
                condition=Q(ingetrokken_op__isnull=True, ingetrokken_reden="", ingetrokken_door__isnull=True)
                | (
                    Q(ingetrokken_op__isnull=False, ingetrokken_door__isnull=False) & ~Q(ingetrokken_reden="")
                ),
                name="stuk_ingetrokken_reden",
            ),
        ]

    @property
    def beperkt(self) -> bool:
        """Whether its kind is one that only few may open (DOMAIN 42)."""
        return self.soort in BEPERKT
