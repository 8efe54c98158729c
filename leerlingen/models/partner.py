"""The sociale kaart: organisations outside the school that help pupils, and what may be shared with them."""

from django.db import models
from django.db.models import Q

from zorgapp.accounts.models import SchoolModel


class Partnersoort(models.TextChoices):
    """Kinds of partners around a Dutch school (DOMAIN §13, needs 77, 82 and 83)."""

    DYSLEXIEZORG = "dyslexiezorg", "dyslexiezorg"
    JEUGDHULP = "jeugdhulp", "jeugdhulp gemeente"
    JGZ = "jgz", "jeugdgezondheidszorg"
    LEERPLICHT = "leerplicht", "leerplicht"
    MAATSCHAPPELIJK_WERK = "maatschappelijk_werk", "maatschappelijk werk"
    POLITIE = "politie", "politie"
    SAMENWERKINGSVERBAND = "samenwerkingsverband", "samenwerkingsverband"
    VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
    ANDERS = "anders", "anders"


class Delen(models.TextChoices):
    """On which ground the school shares data about a pupil with a partner (DOMAIN §7.3)."""

    TOESTEMMING = "toestemming", "alleen met toestemming"
    WETTELIJK = "wettelijk", "zonder toestemming, de wet vraagt het"
    ANONIEM = "anoniem", "alleen zonder naam"


class ExternePartner(SchoolModel):
    """An organisation on the sociale kaart; `mag_gedeeld` says in plain words what may be told to it.

    It lives on this floor because a consent names its partner; offerings and trajectories look down at it.
    """

    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=20, choices=Partnersoort, default=Partnersoort.ANDERS)
    doet = models.CharField(max_length=300, blank=True, help_text="what they do for pupils, in one sentence")
    contactpersoon = models.CharField(max_length=120, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(blank=True)
    bereikbaar = models.CharField(max_length=120, blank=True, help_text="when one reaches them")
    delen = models.CharField(max_length=12, choices=Delen, default=Delen.TOESTEMMING)
    mag_gedeeld = models.TextField(max_length=1000, blank=True)
    wachttijd_weken = models.PositiveSmallIntegerField(null=True, blank=True)
    wachttijd_gemeten_op = models.DateField(null=True, blank=True)
    wachttijd_daarvoor = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="weeks, as it was before the last change"
    )
    gestopt_op = models.DateField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "externe partner"
        indexes = [models.Index(fields=["school", "naam"], name="partner_naam")]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "naam"],
                condition=Q(gestopt_op__isnull=True),
                name="partner_uniek",
                violation_error_message="Deze partner staat al op de sociale kaart.",
            ),
            models.CheckConstraint(
                condition=Q(wachttijd_weken__isnull=True)
                | Q(wachttijd_weken__lte=104, wachttijd_gemeten_op__isnull=False),
                name="partner_wachttijd",
                violation_error_message="Een wachttijd is hoogstens 104 weken en heeft een meetdatum.",
            ),
        ]
