"""May something of a pupil be shared with a partner? The one question later floors ask before they share (rule 37)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from leerlingen.access import Grond, mag_contacten_zien
from leerlingen.access_toestemming import Register, register_van, registers
from leerlingen.models import (
    Delen,
    ExternePartner,
    Leerling,
    Partnersoort,
    Toestemming,
    Toestemmingsantwoord,
)
from leerlingen.toestemming import LEERLING, Antwoord, Gever, laatste
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

WETTELIJK = {
    Partnersoort.LEERPLICHT: "De school moet verzuim melden (Leerplichtwet). Vraag geen akkoord, vertel het wel.",
    Partnersoort.VEILIG_THUIS: "Melden mag zonder akkoord, volgens de stappen van de meldcode.",
    Partnersoort.SAMENWERKINGSVERBAND: "Een aanvraag hoort bij zijn wettelijke taak (WVO 2020). Vertel het de ouders.",
}
WETTELIJK_ANDERS = "Hier geldt een wettelijke grond. Noteer bij het delen welke dat is."
ANONIEM = "Deze partner denkt mee zonder naam. Noem dus ook geen klas, geboortedatum of voorletters."


@dataclass(frozen=True)
class Deling:
    """Whether something of a pupil may be shared with a partner on a day, on which ground, until when, and in words."""

    mag: bool
    grond: str
    zin: str
    tot: date | None = None
    toestemmingen: tuple[Toestemming, ...] = ()


@dataclass(frozen=True)
class DelenRegel:
    """One line in the head of a file: "Delen met Taleninstituut: ouders akkoord t/m 31 juli"."""

    partner: str
    zin: str
    akkoord: bool


def mag_gedeeld_met(leerling: Leerling, partner: ExternePartner, dag: date) -> Deling:
    """Whether the school may share something of this pupil with this partner on `dag` (rules 37 and 38).

    Without a yes the answer is no: then the pupil is spoken of without a name. `toestemmingen` say for which purpose and
    which data; nothing else may be shared. The caller opened the pupil through his own door.
    """
    if partner.delen == Delen.WETTELIJK:
        return Deling(True, "wet", wettelijke_grond(partner))
    if partner.delen == Delen.ANONIEM:
        return Deling(False, "anoniem", ANONIEM)
    rijen = [r for r in register_van(leerling, dag) if r.toestemming.partner_id == partner.pk]
    geldig = [r for r in rijen if r.geldt]
    if geldig:
        tot = max(r.eind for r in geldig)
        return Deling(True, "toestemming", in_woorden(geldig[-1]), tot, tuple(r.toestemming for r in geldig))
    return Deling(False, "geen", in_woorden(rijen[-1]) if rijen else "niet gevraagd")


def wettelijke_grond(partner: ExternePartner) -> str:
    """Why no consent is asked for this partner."""
    return WETTELIJK.get(Partnersoort(partner.soort), WETTELIJK_ANDERS)


def in_woorden(rij: Register) -> str:
    """How a request stands, in a few words: "ouders akkoord"."""
    wie = "leerling" if rij.vraag.gever == Gever.LEERLING else "ouders"
    if LEERLING in laatste(rij.vraag.stappen):
        wie = "leerling"
    if rij.geldt:
        return f"{wie} akkoord"
    if rij.stand == Antwoord.GEGEVEN:
        return "verlopen" if rij.verlopen else "gaat nog in"
    if rij.verlopen and rij.stand in {Antwoord.GEVRAAGD, Antwoord.GEEN_REACTIE}:
        return "geen antwoord"
    return {
        Antwoord.GEVRAAGD: "nog geen antwoord",
        Antwoord.GEWEIGERD: "niet akkoord",
        Antwoord.INGETROKKEN: "ingetrokken",
        Antwoord.GEEN_REACTIE: "geen antwoord",
    }[rij.stand]


def registers_met(leerlingen: Iterable[Leerling], partner_id: int, dag: date) -> dict[int, list[Register]]:
    """Every request about these pupils for one partner with how it stands on `dag`, by pupil (two statements).

    The caller opened the pupils, or what he shows of them, through his own door.
    """
    per_pk = {leerling.pk: leerling for leerling in leerlingen}
    gevraagd = _gevraagd_aan.lees(Nummers(sorted(per_pk)), partner_id) if per_pk else []
    nummers = Nummers(toestemming.pk for toestemming in gevraagd)
    antwoorden: dict[int, list[Toestemmingsantwoord]] = defaultdict(list)
    for antwoord in _antwoorden_op.lees(nummers) if nummers else ():
        antwoorden[antwoord.toestemming_id].append(antwoord)
    per_leerling: dict[int, list[Toestemming]] = defaultdict(list)
    for toestemming in gevraagd:
        per_leerling[toestemming.leerling_id].append(toestemming)
    return {pk: registers(rijen, antwoorden, per_pk[pk], dag) for pk, rijen in per_leerling.items()}


@vaste_vraag
def _gevraagd_aan(leerlingen: Nummers, partner_id: int) -> QuerySet:
    rijen = Toestemming.objects.filter(leerling__pk__onder=leerlingen, partner_id=partner_id)
    return rijen.order_by("gevraagd_op", "pk")


@vaste_vraag
def _antwoorden_op(toestemmingen: Nummers) -> QuerySet:
    rijen = Toestemmingsantwoord.objects.filter(toestemming__pk__onder=toestemmingen)
    return rijen.select_related("contact").order_by("pk")


def delen_met(werkplek: Werkplek, leerling: Leerling, grond: Grond, hoeveel: int = 3) -> list[DelenRegel]:
    """With whom may be shared, for the head of an opened file; nothing for who may not see it (at most three queries).

    Per partner the last word; the youth doctor, who sits in every meeting, also when nobody asked.
    """
    if not mag_contacten_zien(werkplek, grond):
        return []
    per_partner: dict[int, Register] = {}
    for rij in register_van(leerling, werkplek.dag):
        staat = per_partner.get(rij.toestemming.partner_id)
        if staat is None or rij.geldt or not staat.geldt:
            per_partner[rij.toestemming.partner_id] = rij
    volgorde = sorted(per_partner.values(), key=lambda r: (not r.geldt, -r.toestemming.pk))
    regels = []
    for rij in volgorde:
        zin = f"{in_woorden(rij)} t/m {dag_maand(rij.eind, werkplek.dag)}" if rij.geldt else in_woorden(rij)
        regels.append(DelenRegel(rij.toestemming.partner.naam, zin, rij.geldt))
    for partner in _jeugdartsen.lees(werkplek.school.pk) if len(regels) < hoeveel else ():
        if partner.pk not in per_partner:
            regels.append(DelenRegel(partner.naam, "niet gevraagd", False))
    return regels[:hoeveel]


@vaste_vraag
def _jeugdartsen(school_id: int) -> QuerySet:
    rijen = ExternePartner.objects.filter(school_id=school_id, gestopt_op__isnull=True)
    return rijen.filter(soort=Partnersoort.JGZ, delen=Delen.TOESTEMMING).order_by("pk")[:1]
