"""Who was asked about a handelingsdeel, what each of them answered, and the personal links they get."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Contactpersoon, Stuk
from leerlingen.models.leerling import Gezag, Relatie
from leerlingen.models.toestemming import Wijze
from ondersteuning.models.opp import Opp, OppVersie
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel

LEERLING = "leerling"  # the relation of the pupil himself


class Linkmail(models.TextChoices):
    """What became of the mail with the link; empty when it went on paper. A claim without an end: nobody knows."""

    PAPIER = "", "op papier"
    GEPLAND = "gepland", "wordt verstuurd"
    GECLAIMD = "geclaimd", "misschien verstuurd"
    VERSTUURD = "verstuurd", "verstuurd"
    MISLUKT = "mislukt", "niet verstuurd"


class Instemmingverzoek(SchoolModel):
    """One person was asked about the handelingsdeel of one version: each parent with gezag, or the pupil from 18.

    `telt`: his answer decides; a pupil of 16 or 17 may sign along (school setting). `herinnerd` are the days he was
    reminded. `vervallen_op`: the question no longer stands (a next version, gezag lost, the pupil turned 18). `bewijs`:
    what became of the mail that says an answer by a link came in; claimed before it goes, as with a link.
    """

    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="verzoeken")
    contact = SchoolForeignKey(Contactpersoon, null=True, blank=True, related_name="+")
    naam = models.CharField(max_length=220)
    relatie = models.CharField(max_length=20)
    huishouden = models.PositiveSmallIntegerField(default=0)
    telt = models.BooleanField(default=True)
    gevraagd_op = models.DateField()
    gevraagd_door = wie()
    herinnerd = ArrayField(models.DateField(), default=list, blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    bewijs = models.CharField(max_length=9, choices=Linkmail, blank=True, default=Linkmail.PAPIER)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "vraag om instemming"
        ordering = ["huishouden", "pk"]
        indexes = [
            models.Index(fields=["school", "oppversie"], name="instemmingverzoek_versie"),
            models.Index(
                fields=["school", "id"], condition=Q(bewijs="gepland"), name="instemmingverzoek_mail"
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["oppversie", "contact"],
                condition=Q(vervallen_op__isnull=True, contact__isnull=False),
                name="instemmingverzoek_een",
                violation_error_message="Deze ouder is over deze versie al gevraagd.",
            ),
            models.UniqueConstraint(
                fields=["oppversie"],
                condition=Q(vervallen_op__isnull=True, contact__isnull=True),
                name="instemmingverzoek_leerling",
            ),
            models.CheckConstraint(
                condition=Q(contact__isnull=True, relatie=LEERLING)
                | Q(contact__isnull=False, relatie__in=Relatie.values),
                name="instemmingverzoek_wie",
            ),
        ]


class Instemmingkeuze(models.TextChoices):
    AKKOORD = "akkoord", "akkoord"
    NIET_AKKOORD = "niet_akkoord", "niet akkoord"


class Instemming(SchoolModel):
    """The answer of one person on one version, with who he was that day; appended, never changed (rules 8 and 9).

    `hash` is that of the handelingsdeel he read. `gezien` says that he saw the rest of the OPP too. `door` is who noted
    it for him; empty when he answered himself by a link.
    """

    verzoek = SchoolForeignKey(Instemmingverzoek, related_name="antwoorden")
    oppversie = SchoolForeignKey(OppVersie, related_name="instemmingen")
    hash = models.CharField(max_length=64)
    keuze = models.CharField(max_length=12, choices=Instemmingkeuze)
    reden = models.TextField(max_length=TEKST_MAX, blank=True)
    opmerking = models.TextField(max_length=TEKST_MAX, blank=True)
    naam = models.CharField(max_length=220)
    relatie = models.CharField(max_length=20)
    gezag = models.CharField(max_length=8, blank=True)
    wijze = models.CharField(max_length=10, choices=Wijze)
    gegeven_op = models.DateField()
    gezien = models.BooleanField(default=False)
    stuk = SchoolForeignKey(
        Stuk, null=True, blank=True, related_name="+", help_text="the scan of a signature"
    )
    door = wie_leeg()
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "instemming"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "oppversie"], name="instemming_versie")]
        constraints = [
            models.UniqueConstraint(
                fields=["verzoek"],
                name="instemming_eenmaal",
                violation_error_message="Deze persoon heeft over deze versie al geantwoord.",
            ),
            models.CheckConstraint(
                condition=Q(relatie=LEERLING, gezag="") | Q(relatie__in=Relatie.values, gezag=Gezag.JA),
                name="instemming_gezag",
                violation_error_message="Alleen wie gezag heeft, kan instemmen.",
            ),
            models.CheckConstraint(condition=Q(keuze__in=Instemmingkeuze.values), name="instemming_keuze"),
            models.CheckConstraint(condition=Q(wijze__in=Wijze.values), name="instemming_wijze"),
            models.CheckConstraint(
                condition=~Q(keuze="niet_akkoord") | ~Q(reden=""),
                name="instemming_reden",
                violation_error_message="Schrijf op waarom deze persoon niet akkoord is.",
            ),
        ]


class Linksoort(models.TextChoices):
    HOORRECHT = "hoorrecht", "de leerling vertelt"
    INSTEMMING = "instemming", "lezen en antwoorden"


class OppLink(SchoolModel):
    """A link for one person without an account, with a code that goes another way; it ends, and is used up once.

    Only digests are kept: of the key in the address and of the code. `soort` and `verzoek` (or the pupil's `ronde`) say
    what it opens, and nothing else. `pogingen` are wrong codes; after `MAX_POGINGEN` it is dead. `mail` is claimed
    before the mail server hears anything, so that the link goes out once.
    """

    MAX_POGINGEN = 5

    opp = SchoolForeignKey(Opp, on_delete=models.CASCADE, related_name="links")
    soort = models.CharField(max_length=10, choices=Linksoort)
    ronde = models.PositiveSmallIntegerField()
    verzoek = SchoolForeignKey(
        Instemmingverzoek, on_delete=models.CASCADE, null=True, blank=True, related_name="links"
    )
    sleutel = models.CharField(max_length=64, help_text="SHA-256 of the key in the address")
    code = models.CharField(max_length=128, help_text="slow digest of the code")
    verloopt_op = models.DateTimeField()
    pogingen = models.PositiveSmallIntegerField(default=0)
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    gemaakt_door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    mail = models.CharField(max_length=9, choices=Linkmail, blank=True, default=Linkmail.PAPIER)
    verstuurd_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "persoonlijke link"
        indexes = [
            models.Index(fields=["school", "opp", "-gemaakt_op"], name="opplink_opp"),
            models.Index(fields=["school", "gemaakt_op"], condition=Q(mail="gepland"), name="opplink_mail"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["sleutel"], name="opplink_sleutel"),
            models.CheckConstraint(
                condition=Q(
                    mail__in=[m for m in Linkmail.values if m != "verstuurd"], verstuurd_op__isnull=True
                )
                | Q(mail="verstuurd", verstuurd_op__isnull=False),
                name="opplink_verstuurd",
            ),
            models.CheckConstraint(
                condition=Q(soort="hoorrecht", verzoek__isnull=True)
                | Q(soort="instemming", verzoek__isnull=False),
                name="opplink_waarvoor",
            ),
            models.CheckConstraint(condition=Q(verloopt_op__gt=F("gemaakt_op")), name="opplink_eindigt"),
        ]
