"""Hours on one A4 for the talk with the management: what is there, what the work takes, and the scenarios."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString

from beleid.access_uren import Inzet, inzet_van, scenarios_van, uren_van
from beleid.access_urentijd import Gedeeld, gedeelde_verdelingen
from beleid.blok_uren import scenariobeeld
from beleid.models import Uren
from beleid.urengrafiek import urengrafiek
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "uren"
SCENARIOS = 3


@dataclass(frozen=True, kw_only=True)
class Urenblad(Document):
    """One school year; `scenarios` are the newest three, as `scenariobeeld` gives them, `gedeeld` what people share."""

    jaar: Schooljaar
    uren: list[Uren]
    inzet: Inzet
    grafiek: SafeString
    scenarios: list[dict[str, Any]]
    gedeeld: list[Gedeeld]


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Only who has a part in the school's policy; no pupil is in it, so no look is logged."""
    if not werkplek.mag(Recht.BELEID_JAAR) or not 2000 <= object_id <= 2100:
        raise Http404("uren")


def maak(werkplek: Werkplek, object_id: int) -> Urenblad:
    """The hours as they are now."""
    jaar = Schooljaar(object_id)
    uren = uren_van(werkplek, jaar)
    inzet = inzet_van(werkplek, jaar, uren)
    scenarios = scenarios_van(werkplek, jaar)[:SCENARIOS]
    return Urenblad(
        titel="Uren voor ondersteuning",
        school=werkplek.school.naam,
        wat=f"Uren voor ondersteuning {jaar}",
        door=werkplek.user.naam,
        op=werkplek.dag,
        vertrouwelijk=False,
        jaar=jaar,
        uren=uren,
        inzet=inzet,
        grafiek=urengrafiek(inzet.maanden, inzet.hebt, werkplek.dag),
        scenarios=[scenariobeeld(s, s.keuzes.all(), inzet.tekort) for s in scenarios],
        gedeeld=gedeelde_verdelingen(werkplek, jaar),
    )


def terug(object_id: int) -> str:
    """The page it was asked from."""
    return f"{reverse('beleid:uren')}?jaar={Schooljaar(object_id)}"


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.BELEID_JAAR,
    deur=deur,
    maak=maak,
    template="beleid/uren_papier.html",
    terug=terug,
)
