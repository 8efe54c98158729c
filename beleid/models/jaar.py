"""The jaarkalender: activities with an owner and days, most of them made from the template of DOMAIN §10."""

import uuid

from django.db import models
from django.db.models import F, Q

from beleid.jaarstroken import Activiteitstatus, Strook
from beleid.models.jaren import VanSchooljaar, binnen_schooljaar, schooljaar_eis, schooljaar_veld
from beleid.models.ontwikkelpunt import Ontwikkelpunt
from ondersteuning.models.wie import wie, wie_leeg
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel, Vestiging


class Activiteit(VanSchooljaar, SchoolModel):
    """One thing in the school's year. `regel` names the line of the template it was made from.

    What still is as the template made it (`met_de_hand` false) moves along when the holidays change; `stam` is the same
    activity over the years. `budget` is euros.
    """

    schooljaar = schooljaar_veld()
    stam = models.UUIDField(default=uuid.uuid4)
    regel = models.CharField(max_length=40, blank=True)
    titel = models.CharField(max_length=100)
    strook = models.CharField(max_length=14, choices=Strook)
    van = models.DateField()
    tot = models.DateField()
    eigenaar = wie_leeg()
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    punt = SchoolForeignKey(Ontwikkelpunt, null=True, blank=True, related_name="activiteiten")
    budget = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    indicator = models.CharField(max_length=200, blank=True)
    toelichting = models.CharField(max_length=600, blank=True)
    status = models.CharField(max_length=10, choices=Activiteitstatus, default=Activiteitstatus.GEPLAND)
    klaar_op = models.DateField(null=True, blank=True)
    uitkomst = models.CharField(max_length=300, blank=True)
    score = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5, when looking back")
    met_de_hand = models.BooleanField(default=True)
    gemaakt_door = wie()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "activiteit"
        ordering = ["van", "pk"]
        indexes = [models.Index(fields=["school", "schooljaar", "van"], name="activiteit_jaar")]
        constraints = [
            models.UniqueConstraint(fields=["school", "schooljaar", "stam"], name="activiteit_stam_per_jaar"),
            models.UniqueConstraint(
                fields=["school", "schooljaar", "regel"],
                condition=~Q(regel=""),
                name="activiteit_regel_per_jaar",
            ),
            schooljaar_eis("activiteit_schooljaar"),
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="activiteit_periode",
                violation_error_message="De laatste dag ligt voor de eerste.",
            ),
            models.CheckConstraint(
                condition=binnen_schooljaar("van") & binnen_schooljaar("tot"),
                name="activiteit_binnen_jaar",
                violation_error_message="Kies dagen binnen dit schooljaar.",
            ),
            models.CheckConstraint(
                condition=Q(strook__in=Strook.values, status__in=Activiteitstatus.values),
                name="activiteit_keuzes",
            ),
            models.CheckConstraint(
                condition=Q(status=Activiteitstatus.KLAAR, klaar_op__isnull=False)
                | (~Q(status=Activiteitstatus.KLAAR) & Q(klaar_op__isnull=True)),
                name="activiteit_klaar",
            ),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__gte=1, score__lte=5), name="activiteit_score"
            ),
            models.CheckConstraint(condition=~Q(titel=""), name="activiteit_titel"),
        ]


class Scholing(VanSchooljaar, SchoolModel):
    """Training for colleagues: when, for whom, what it costs and what they can read."""

    schooljaar = schooljaar_veld()
    titel = models.CharField(max_length=120)
    datum = models.DateField()
    doelgroep = models.CharField(max_length=120)
    aanbieder = models.CharField(max_length=120, blank=True)
    kosten = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    materiaal = models.CharField(max_length=400, blank=True, help_text="where it can be found, in words")
    waarom = models.CharField(max_length=400, blank=True)
    opbrengst = models.CharField(max_length=600, blank=True)
    gegeven = models.BooleanField(default=False)
    weg_op = models.DateTimeField(null=True, blank=True, help_text="it does not go on")
    eigenaar = wie()
    versie = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "scholing"
        ordering = ["datum", "pk"]
        constraints = [
            schooljaar_eis("scholing_schooljaar"),
            models.CheckConstraint(
                condition=binnen_schooljaar("datum"),
                name="scholing_binnen_jaar",
                violation_error_message="Kies een dag binnen dit schooljaar.",
            ),
            models.CheckConstraint(condition=~Q(titel=""), name="scholing_titel"),
            models.CheckConstraint(
                condition=Q(gegeven=False) | Q(weg_op__isnull=True), name="scholing_gegeven_of_weg"
            ),
        ]


class Scholingdeelname(SchoolModel):
    """A colleague takes part in a training; `aanwezig` is filled in afterwards.

    Who came without signing up is not `aangemeld`, and was there.
    """

    scholing = SchoolForeignKey(Scholing, related_name="deelnames")
    user = wie()
    aangemeld = models.BooleanField(default=True)
    aanwezig = models.BooleanField(null=True, blank=True)

    class Meta:
        verbose_name = "deelname aan scholing"
        constraints = [
            models.UniqueConstraint(fields=["scholing", "user"], name="scholingdeelname_eenmaal"),
            models.CheckConstraint(
                condition=Q(aangemeld=True) | Q(aanwezig=True), name="scholingdeelname_reden"
            ),
        ]
