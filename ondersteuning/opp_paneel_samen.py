"""What the page of an OPP shows of talk and agreement: who was asked, who answered what, the next talk, what to do next.

Names and answers are for who sees the contacts; others read where it stands and how many answered.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_instemming import Persoon, akkoord_van
from ondersteuning.klokken_opp import wordt
from ondersteuning.models import Handelingsdeel, Opp, OppStatus, OppVersie, Overeenstemming, Overlegstatus
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.termijnen import INZAGE_ZELF, MEERDERJARIG
from ondersteuning.oppfeiten import hash_perspectief
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Samenpaneel:
    """Talk and agreement beside an OPP.

    personen: who was asked, empty for who may not see that. antwoorden of gevraagd: how many decide, and how many of
    them answered. gehouden and gepland: the last and the next talk. verouderd: the text changed after the last talk.
    doe: what to do next, with the page for it. achttien and zestien: the birthday, when it is near.
    """

    stand: Handelingsdeel
    personen: list[Persoon]
    te_vragen: list[str]
    antwoorden: int
    gevraagd: int
    gehouden: Overeenstemming | None
    gepland: Overeenstemming | None
    verouderd: bool
    geschil_tot: date | None
    doe: str
    waar: str
    achttien: date | None
    zestien: date | None
    schrijven: bool
    namen: bool


def paneel(
    werkplek: Werkplek, opp: Opp, versie: OppVersie, mag: Oppblik, feiten: Feiten
) -> Samenpaneel | None:
    """The panel for the version that the page shows; None for who reads only the handelingsdeel. Some five queries;
    `feiten` is what every panel gets, and not read here."""
    if not mag.heel:
        return None
    a = akkoord_van(opp, versie, werkplek.dag)
    tellen = [p for p in a.personen if p.verzoek.telt and p.mag]
    overleggen = [o for o in _overleggen.lees(opp.pk) if o.ronde == versie.ronde]
    gehouden = next((o for o in overleggen if o.status == Overlegstatus.GEHOUDEN), None)
    gepland = next((o for o in reversed(overleggen) if o.status == Overlegstatus.GEPLAND), None)
    geweest = gepland is not None and timezone.localdate(gepland.wanneer) <= werkplek.dag
    verouderd = gehouden is not None and gehouden.hash != hash_perspectief(versie)
    open_ = gehouden is None or verouderd
    doe, waar = _doe(
        a.stand, anders=a.anders, praat=open_ and gepland is None, opnieuw=verouderd, geweest=geweest
    )
    if opp.status == OppStatus.AFGESLOTEN:
        doe, waar = "", ""
    geboren = opp.leerling.geboortedatum
    return Samenpaneel(
        stand=a.stand,
        personen=a.personen if mag.contacten else [],
        te_vragen=a.te_vragen if mag.contacten else [],
        antwoorden=sum(1 for p in tellen if p.antwoord),
        gevraagd=len(tellen) + len(a.te_vragen),
        gehouden=gehouden,
        gepland=gepland,
        verouderd=verouderd,
        geschil_tot=a.geschil_tot,
        doe=doe,
        waar=waar,
        achttien=wordt(geboren, MEERDERJARIG, werkplek.dag),
        zestien=wordt(geboren, INZAGE_ZELF, werkplek.dag),
        schrijven=mag.schrijven,
        namen=mag.contacten,
    )


@vaste_vraag
def _overleggen(opp_id: int) -> QuerySet:
    rijen = Overeenstemming.objects.filter(opp_id=opp_id).exclude(status=Overlegstatus.AFGEZEGD)
    return rijen.order_by("-wanneer", "-pk")[:20]


def _doe(
    stand: Handelingsdeel, *, anders: bool, praat: bool, opnieuw: bool, geweest: bool
) -> tuple[str, str]:
    """What to do next and the page for it; nothing when nothing waits.

    anders: other people must be asked. praat: a talk is to be planned, opnieuw because the text changed. geweest: the
    day of a planned talk has come.
    """
    if geweest:
        return "Leg vast wat er in het gesprek is besproken.", "opp_overleg"
    if praat:
        opnieuw_zin = "Bespreek wat er nu staat: de tekst veranderde na het gesprek."
        return opnieuw_zin if opnieuw else "Plan een gesprek.", "opp_overleg"
    if stand == Handelingsdeel.CONCEPT:
        return "Leg het handelingsdeel voor.", "opp_instemming"
    if anders:
        return "Vraag wie er nu over beslist.", "opp_instemming"
    if stand == Handelingsdeel.VOORGELEGD:
        return "Wacht op antwoord, of herinner.", "opp_instemming"
    if stand == Handelingsdeel.GEEN_OVEREENSTEMMING:
        return "Praat verder. De ondersteuning gaat door.", "opp_instemming"
    return "", ""
