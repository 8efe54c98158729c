"""What school, pupil and parents do together for an OPP: hearing the pupil, the talk (OOGO), and who agreed with what."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Contactpersoon, Stuk
from leerlingen.models.leerling import Gezag, Relatie
from leerlingen.models.toestemming import Wijze
from ondersteuning.models.opp import OPP_TEKST_MAX, ZIN_MAX, Opp, OppVersie
from ondersteuning.models.signaal import TEKST_MAX
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, User

LEERLING = "leerling"  # the relation of the pupil himself


def _wie() -> models.ForeignKey:
    return models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")


def _wie_leeg() -> models.ForeignKey:
    return models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")


class Hoorwijze(models.TextChoices):
    """How the pupil wants to be heard; the pupil chooses (WVO 2020 art. 2.44(5))."""

    GESPREK = "gesprek", "in een gesprek"
    SAMEN = "samen", "in een gesprek, met iemand erbij"
    SCHRIJVEN = "schrijven", "door te schrijven"
    TABLET = "tablet", "op de tablet van de mentor"
    LINK = "link", "zelf, via een link"
    TEKENING = "tekening", "met een tekening of filmpje"
    FORMULIER = "formulier", "met een formulier op papier"
    ANDERS = "anders", "anders"


class Hoorrecht(SchoolModel):
    """The pupil's right to be heard, once for each setting of an OPP (`ronde`; rules 12, 13 and 14).

    There is no state "n.v.t.": it was not offered yet, the pupil spoke, or the pupil declined.
    """

    opp = SchoolForeignKey(Opp, on_delete=models.CASCADE, related_name="gehoord")
    ronde = models.PositiveSmallIntegerField()
    aangeboden_op = models.DateField()
    aangeboden_door = _wie()
    wijze = models.CharField(max_length=10, choices=Hoorwijze, blank=True)
    wijze_anders = models.CharField(max_length=120, blank=True)
    hulp = models.CharField(
        max_length=300, blank=True, help_text="what help was offered, also when none was wanted"
    )
    ziet_af_op = models.DateField(null=True, blank=True)
    ziet_af_reden = models.CharField(max_length=300, blank=True, help_text="in the pupil's words, if any")
    toegelicht_op = models.DateField(null=True, blank=True)
    toegelicht_door = _wie_leeg()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "hoorrecht"
        constraints = [
            models.UniqueConstraint(
                fields=["opp", "ronde"],
                name="hoorrecht_ronde",
                violation_error_message="Het hoorrecht is voor deze keer al aangeboden.",
            ),
            models.CheckConstraint(condition=Q(wijze__in=["", *Hoorwijze.values]), name="hoorrecht_wijze"),
            models.CheckConstraint(
                condition=Q(toegelicht_op__isnull=True, toegelicht_door__isnull=True)
                | Q(toegelicht_op__gte=F("aangeboden_op"), toegelicht_door__isnull=False),
                name="hoorrecht_toegelicht",
                violation_error_message="Toelichten kan pas nadat de leerling is gehoord.",
            ),
            models.CheckConstraint(
                condition=Q(ziet_af_op__isnull=True) | Q(ziet_af_op__gte=F("aangeboden_op")),
                name="hoorrecht_ziet_af",
            ),
        ]


class Inbreng(SchoolModel):
    """The pupil's own words, letter for letter; appended, never changed or deleted.

    `opgetekend_door` is who wrote them down for him; empty when he wrote them himself (on the tablet or by a link).
    """

    hoorrecht = SchoolForeignKey(Hoorrecht, related_name="inbreng")
    woorden = models.TextField(max_length=OPP_TEKST_MAX, blank=True)
    stuk = SchoolForeignKey(Stuk, null=True, blank=True, related_name="+", help_text="a drawing or film")
    hoe = models.CharField(max_length=10, choices=Hoorwijze)
    opgetekend_door = _wie_leeg()
    gezegd_op = models.DateField()
    sleutel = models.UUIDField(help_text="of one opened form: sending it twice keeps it once")
    vastgelegd_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "inbreng van de leerling"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["hoorrecht", "sleutel"], name="inbreng_eenmaal"),
            models.CheckConstraint(
                condition=~Q(woorden="") | Q(stuk__isnull=False),
                name="inbreng_iets",
                violation_error_message="Schrijf op wat de leerling zei, of voeg een tekening toe.",
            ),
        ]


class Gevolg(models.TextChoices):
    OVERGENOMEN = "overgenomen", "doen we"
    DEELS = "deels", "doen we deels"
    NIET = "niet", "doen we niet"


class Invloed(SchoolModel):
    """What the school did with one point of the pupil (WVO 2020 art. 2.44(6))."""

    hoorrecht = SchoolForeignKey(Hoorrecht, on_delete=models.CASCADE, related_name="invloeden")
    punt = models.CharField(max_length=ZIN_MAX, help_text="what the pupil asked or said")
    gevolg = models.CharField(max_length=12, choices=Gevolg)
    uitleg = models.CharField(max_length=ZIN_MAX)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "invloed op het OPP"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "hoorrecht"], name="invloed_hoorrecht")]
        constraints = [
            models.CheckConstraint(condition=Q(gevolg__in=Gevolg.values), name="invloed_gevolg"),
            models.CheckConstraint(condition=~Q(punt="") & ~Q(uitleg=""), name="invloed_tekst"),
        ]


class Kanaal(models.TextChoices):
    MAIL = "mail", "per mail"
    TELEFOON = "telefoon", "per telefoon"
    BRIEF = "brief", "per brief"
    GESPREK = "gesprek", "in een gesprek"


class Overlegstatus(models.TextChoices):
    GEPLAND = "gepland", "gepland"
    GEHOUDEN = "gehouden", "gehouden"
    AFGEZEGD = "afgezegd", "ging niet door"


class Overeenstemming(SchoolModel):
    """One talk with the parents (from 18: the pupil) about an OPP, aimed at agreement (OOGO; rules 7 and 11).

    `hash` is that of the perspective as it was discussed: when those parts change, the talk no longer counts for them.
    """

    opp = SchoolForeignKey(Opp, on_delete=models.CASCADE, related_name="overleggen")
    oppversie = SchoolForeignKey(OppVersie, on_delete=models.CASCADE, related_name="overleggen")
    ronde = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=9, choices=Overlegstatus, default=Overlegstatus.GEPLAND)
    uitgenodigd_op = models.DateField()
    kanaal = models.CharField(max_length=8, choices=Kanaal)
    wanneer = models.DateTimeField()
    plek = models.CharField(max_length=120, blank=True)
    samenvatting = models.TextField(max_length=OPP_TEKST_MAX, blank=True)
    eens = models.TextField(max_length=TEKST_MAX, blank=True)
    oneens = models.TextField(max_length=TEKST_MAX, blank=True)
    vervolgstap = models.CharField(max_length=ZIN_MAX, blank=True)
    hash = models.CharField(max_length=64, blank=True)
    gemaakt_door = _wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)
    vastgelegd_op = models.DateTimeField(null=True, blank=True)
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "overleg over een OPP"
        ordering = ["wanneer", "pk"]
        indexes = [models.Index(fields=["school", "opp", "wanneer"], name="overeenstemming_opp")]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=Overlegstatus.values, kanaal__in=Kanaal.values),
                name="overeenstemming_keuzes",
            ),
            models.CheckConstraint(
                condition=~Q(status="gehouden") | (~Q(samenvatting="") & ~Q(hash="")),
                name="overeenstemming_gehouden",
                violation_error_message="Schrijf kort op wat er is besproken.",
            ),
        ]


class Overlegdeelnemer(SchoolModel):
    """Who was invited to a talk and whether he came; a contact or colleague keeps the name of that day."""

    overleg = SchoolForeignKey(Overeenstemming, on_delete=models.CASCADE, related_name="deelnemers")
    contact = SchoolForeignKey(
        Contactpersoon, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    user = _wie_leeg()
    leerling = models.BooleanField(default=False)
    naam = models.CharField(max_length=220)
    rol = models.CharField(max_length=60)
    gezag = models.BooleanField(default=False, help_text="had gezag on that day")
    aanwezig = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = "deelnemer"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "overleg"], name="overlegdeelnemer_overleg")]


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
    gevraagd_door = _wie()
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
    door = _wie_leeg()
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
    gemaakt_door = _wie()
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
