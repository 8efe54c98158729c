"""Account mail: invitations and what colleagues must know at once. Never about a pupil."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from zorgapp.accounts.models.basis import SchoolModel
from zorgapp.accounts.models.mensen import User


class Mailsoort(models.TextChoices):
    UITNODIGING = "uitnodiging", "uitnodiging"
    TOEGEVOEGD = "toegevoegd", "nieuwe rol"
    WAARNEMING = "waarneming", "waarneming"
    TWEEDE_STAP = "tweede_stap", "tweede stap opnieuw"


class Accountmail(SchoolModel):
    """One mail to one person, sent at once by the worker and kept until it went.

    An invitation is also the one-time link: it counts until `verloopt_op` and once (`gebruikt_op`).
    """

    soort = models.CharField(max_length=12, choices=Mailsoort)
    ontvanger = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    object_id = models.BigIntegerField(null=True, blank=True, help_text="the deputising it is about")
    door = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    verloopt_op = models.DateTimeField(null=True, blank=True)
    gebruikt_op = models.DateTimeField(null=True, blank=True)
    geclaimd_op = models.DateTimeField(null=True, blank=True)
    verstuurd_op = models.DateTimeField(null=True, blank=True)
    mislukt = models.BooleanField(default=False)

    class Meta:
        verbose_name = "accountmail"
        indexes = [
            models.Index(fields=["school", "ontvanger", "soort"]),
            models.Index(
                fields=["school", "gemaakt_op"],
                condition=Q(geclaimd_op__isnull=True),
                name="accountmail_wacht",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="uitnodiging") | Q(verloopt_op__isnull=False), name="uitnodiging_verloopt"
            ),
        ]

    def te_gebruiken(self, nu: datetime) -> bool:
        """Say whether the link of this invitation still opens."""
        return (
            self.soort == Mailsoort.UITNODIGING
            and self.gebruikt_op is None
            and self.verloopt_op is not None
            and self.verloopt_op > nu
        )

    @property
    def stand(self) -> str:
        """What became of it: verstuurd, mislukt, onzeker (claimed, never noted as sent) or wacht."""
        if self.verstuurd_op:
            return "verstuurd"
        if self.mislukt:
            return "mislukt"
        return "onzeker" if self.geclaimd_op else "wacht"
