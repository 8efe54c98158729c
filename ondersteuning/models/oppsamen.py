"""What school, pupil and parents do together for an OPP: hearing the pupil, and the talk (OOGO)."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from leerlingen.models import Contactpersoon, Stuk
from ondersteuning.models.opp import OPP_TEKST_MAX, ZIN_MAX, Opp, OppVersie
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


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
    aangeboden_door = wie()
    wijze = models.CharField(max_length=10, choices=Hoorwijze, blank=True)
    wijze_anders = models.CharField(max_length=120, blank=True)
    hulp = models.CharField(
        max_length=300, blank=True, help_text="what help was offered, also when none was wanted"
    )
    ziet_af_op = models.DateField(null=True, blank=True)
    ziet_af_reden = models.CharField(max_length=300, blank=True, help_text="in the pupil's words, if any")
    toegelicht_op = models.DateField(null=True, blank=True)
    toegelicht_door = wie_leeg()
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
    opgetekend_door = wie_leeg()
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
    gemaakt_door = wie()
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
    user = wie_leeg()
    leerling = models.BooleanField(default=False)
    naam = models.CharField(max_length=220)
    rol = models.CharField(max_length=60)
    gezag = models.BooleanField(default=False, help_text="had gezag on that day")
    aanwezig = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = "deelnemer"
        ordering = ["pk"]
        indexes = [models.Index(fields=["school", "overleg"], name="overlegdeelnemer_overleg")]
