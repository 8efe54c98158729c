"""Which documents of an OPP can be asked for, by the word in the address, and of which OPP each is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404

from ondersteuning.access_opp_pdf import get_evaluatie, get_instemming, get_opp_papier, get_oppversie
from ondersteuning.documents import opp, opp_evaluatie, opp_horen, opp_instemming, opp_leerling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import Documentsoort


@dataclass(frozen=True)
class Papier:
    """One kind; opp_id(werkplek, number) opens what it is about through its own door."""

    soort: Documentsoort
    opp_id: Callable[[Werkplek, int], int]


def _van_versie(werkplek: Werkplek, pk: int) -> int:
    return get_oppversie(werkplek, pk).opp_id


PAPIEREN: dict[str, Papier] = {
    "opp": Papier(opp.SOORT, _van_versie),
    "ouders": Papier(opp.SOORT_OUDERS, _van_versie),
    "leerling": Papier(opp_leerling.SOORT, _van_versie),
    "horen": Papier(opp_horen.SOORT, lambda werkplek, pk: get_opp_papier(werkplek, pk).pk),
    "evaluatie": Papier(opp_evaluatie.SOORT, lambda werkplek, pk: get_evaluatie(werkplek, pk).opp_id),
    "instemming": Papier(
        opp_instemming.SOORT, lambda werkplek, pk: get_instemming(werkplek, pk).oppversie.opp_id
    ),
}


def get_papier(soort: str) -> Papier:
    """Return a kind by its word; 404 for any other."""
    if soort not in PAPIEREN:
        raise Http404("papier")
    return PAPIEREN[soort]
