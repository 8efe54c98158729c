"""A fact that became known while an OPP was written, and that a colleague chose not to take over."""

from django.db import models
from django.utils import timezone

from ondersteuning.models.opp import Opp
from ondersteuning.models.wie import wie
from zorgapp.accounts.models import SchoolForeignKey, SchoolModel


class OppNietOver(SchoolModel):
    """One fact for one field of one OPP is no longer offered: the words of `bron` and its number as they were then.

    `afdruk` is the SHA-256 of those words; when the source says something else, it is offered again. The words
    themselves stay where they were written.
    """

    opp = SchoolForeignKey(Opp, on_delete=models.CASCADE, related_name="+")
    veld = models.CharField(max_length=30)
    bron = models.CharField(max_length=20)
    nummer = models.BigIntegerField(help_text="of the signal, form or trajectory it came from")
    afdruk = models.CharField(max_length=64)
    door = wie()
    gemaakt_op = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = "feit dat niet is overgenomen"
        constraints = [
            models.UniqueConstraint(
                fields=["opp", "veld", "bron", "nummer", "afdruk"], name="oppnietover_een"
            ),
        ]
