"""The outbox and the inbox: what somebody must be reminded of, and when he reads it. Knows no domain object, only its number."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from zorgapp.accounts.models import SchoolModel, User
from zorgapp.notifications.moment import MOMENTEN
from zorgapp.notifications.querysets import HerinneringQuerySet


class Status(models.TextChoices):
    """`onzeker`: the process died between the mail server's yes and our own note of it."""

    GEPLAND = "gepland", "gepland"
    GECLAIMD = "geclaimd", "wordt verstuurd"
    VERSTUURD = "verstuurd", "verstuurd"
    VERVALLEN = "vervallen", "vervallen"
    MISLUKT = "mislukt", "mislukt"
    ONZEKER = "onzeker", "onzeker"


class Herinnering(SchoolModel):
    """One thing for one person; `sleutel` makes planning it twice harmless."""

    soort = models.CharField(max_length=40)
    sleutel = models.CharField(max_length=120)
    ontvanger = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    object_id = models.BigIntegerField()
    niet_voor = models.DateTimeField(help_text="not sent before this moment")
    direct = models.BooleanField(default=False, help_text="sent at once instead of in the daily mail")
    status = models.CharField(max_length=10, choices=Status, default=Status.GEPLAND)
    pogingen = models.PositiveSmallIntegerField(default=0)
    zending = models.UUIDField(null=True, editable=False, help_text="the claim: all rows of one mail")
    geclaimd_op = models.DateTimeField(null=True, editable=False)
    verstuurd_op = models.DateTimeField(null=True, editable=False)
    fout = models.CharField(max_length=200, blank=True)
    gepland_op = models.DateTimeField(default=timezone.now, editable=False)
    gezien_op = models.DateTimeField(null=True, editable=False, help_text="in the app, by its receiver")
    voorbij_op = models.DateTimeField(
        null=True, editable=False, help_text="since when it is seen to be done: no longer in the app"
    )

    objects = HerinneringQuerySet.as_manager()

    class Meta:
        verbose_name = "herinnering"
        indexes = [
            # the sender's sweep: what is due, per person
            models.Index(
                fields=["school", "ontvanger", "niet_voor"],
                condition=Q(status="gepland"),
                name="herinnering_gepland",
            ),
            models.Index(
                fields=["school", "status"],
                condition=Q(status__in=["geclaimd", "mislukt", "onzeker"]),
                name="herinnering_probleem",
            ),
            models.Index(
                fields=["school", "ontvanger", "verstuurd_op"],
                condition=Q(status="verstuurd", direct=False),
                name="herinnering_digest",
            ),
            models.Index(
                fields=["school", "ontvanger", "geclaimd_op"],
                condition=Q(geclaimd_op__isnull=False, voorbij_op__isnull=True),
                name="herinnering_inbox",
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["school", "sleutel"], name="herinnering_sleutel"),
            models.CheckConstraint(
                condition=~Q(status="verstuurd") | Q(verstuurd_op__isnull=False), name="herinnering_verstuurd"
            ),
            models.CheckConstraint(
                condition=~Q(status="geclaimd") | Q(zending__isnull=False), name="herinnering_claim"
            ),
        ]


class Mailmoment(models.Model):
    """From which minute of the day somebody wants his daily mail; no row: when his school sends it.

    Of the person and not of a school: he gets one daily mail, however many schools he works at.
    """

    user = models.OneToOneField(User, on_delete=models.CASCADE, primary_key=True, related_name="+")
    minuut = models.PositiveSmallIntegerField(help_text="minutes after midnight, on a whole or half hour")

    class Meta:
        verbose_name = "mailmoment"
        constraints = [
            models.CheckConstraint(
                condition=Q(minuut__in=MOMENTEN),
                name="mailmoment_half_uur",
            )
        ]
