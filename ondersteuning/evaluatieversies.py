"""What an evaluation said before it was corrected, from the history that the database keeps."""

from dataclasses import dataclass
from datetime import datetime

from ondersteuning.models import Evaluatie
from zorgapp.accounts.models import Geschiedenis, User

WOORDEN = {
    "leerling_zegt": "Leerling",
    "ouders_zeggen": "Ouders",
    "wat_werkte": "Wat werkte",
    "wat_niet": "Wat niet werkte",
    "vervolg": "Afspraken",
}


@dataclass(frozen=True)
class Versie:
    """The words as they were until `op`, when `wie` corrected them."""

    op: datetime
    wie: str
    woorden: list[tuple[str, str]]


def eerdere_versies(evaluatie: Evaluatie) -> list[Versie]:
    """Earlier words of an opened evaluation, the newest first (two queries, at most 20)."""
    gevonden = Geschiedenis.objects.filter(
        school_id=evaluatie.school_id, tabel="ondersteuning_evaluatie", rij_id=evaluatie.pk
    )
    rijen = list(gevonden.order_by("-op", "-pk")[:20])
    namen = {u.pk: u.naam for u in User.objects.filter(pk__in={r.door_id for r in rijen if r.door_id})}
    return [
        Versie(
            r.op,
            namen.get(r.door_id or 0, ""),
            [(label, r.oud[veld]) for veld, label in WOORDEN.items() if r.oud.get(veld)],
        )
        for r in rijen
    ]
