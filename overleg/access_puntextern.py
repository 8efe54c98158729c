"""What the school sees of one item before outsiders do: per partner whether the name is heard and why, and what is read then."""

from collections import defaultdict
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access_delen import ANONIEM, in_woorden, wettelijke_grond
from leerlingen.access_toestemming import Register, register_van
from leerlingen.models import Delen, ExternePartner, Leerling
from leerlingen.models.toestemming import Gegevens
from overleg.access import Overlegblik, deelnemers_van
from overleg.access_agenda import get_punt, get_punt_slot
from overleg.access_extern import Externpunt, verraden
from overleg.models import Agendapunt, Functie, Naamgrond
from overleg.naamgrond import Akkoord, Oordeel, Waarom, hoort_naam
from overleg.naamloos import LEERLING, voor_lezer
from zorgapp.accounts.coordinatie import coordineert, is_coordinator
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Partnerregel:
    """One partner at the table: who comes for it, whether it hears the name and why, and how the item looks then.

    `grond`: the recorded ground, when there is one. `kan_grond`: one may be recorded. `vraag_akkoord`: consent may be asked.
    """

    partner: ExternePartner
    mensen: tuple[str, ...]
    oordeel: Oordeel
    zin: str
    grond: Naamgrond | None
    kan_grond: bool
    vraag_akkoord: bool
    beeld: Externpunt


def get_punt_extern(werkplek: Werkplek, pk: int) -> tuple[Agendapunt, Overlegblik]:
    """Open one item to see and set what outsiders see of it; 404 for who may not know of it, 403 for who makes no agenda."""
    punt, mag = get_punt(werkplek, pk)
    if not mag.agenda:
        raise PermissionDenied("agendapunt voor externen")
    return punt, mag


def wie_hoort_wat(werkplek: Werkplek, punt: Agendapunt) -> list[Partnerregel]:
    """Per partner of the meeting of an opened item, in the order they were asked (at most four statements)."""
    mensen: dict[ExternePartner, list[str]] = defaultdict(list)
    for deelname in deelnemers_van(punt.overleg_id):
        if deelname.functie == Functie.EXTERN and deelname.partner:
            mensen[deelname.partner].append(deelname.user.voornaam)
    gronden = {rij.partner_id: rij for rij in _gronden.lees(punt.pk)} if mensen else {}
    rijen = register_van(punt.leerling, werkplek.dag) if punt.leerling and mensen else []
    return [
        _regel(werkplek, punt, partner, tuple(namen), gronden.get(partner.pk), rijen)
        for partner, namen in mensen.items()
    ]


@vaste_vraag
def _gronden(punt_id: int) -> QuerySet:
    rijen = Naamgrond.objects.filter(punt_id=punt_id, ingetrokken_op__isnull=True)
    return rijen.select_related("door").order_by("pk")


def _regel(
    werkplek: Werkplek,
    punt: Agendapunt,
    partner: ExternePartner,
    mensen: tuple[str, ...],
    grond: Naamgrond | None,
    rijen: list[Register],
) -> Partnerregel:
    akkoorden = [Akkoord(r.vraag, Gegevens.NAAM in r.toestemming.gegevens) for r in rijen]
    oordeel = hoort_naam(partner.pk, partner.delen, akkoorden, grond=grond is not None, dag=werkplek.dag)
    wie = punt.leerling
    vraagt = wie is not None and not oordeel.naam and partner.delen == Delen.TOESTEMMING
    return Partnerregel(
        partner,
        mensen,
        oordeel,
        _zin(werkplek, partner, oordeel, grond, [r for r in rijen if r.toestemming.partner_id == partner.pk]),
        grond,
        wie is not None and grond is None and partner.delen != Delen.ANONIEM and not oordeel.naam,
        vraagt and _mag_vragen(werkplek, wie),
        _beeld(punt, oordeel.naam),
    )


def _mag_vragen(werkplek: Werkplek, leerling: Leerling | None) -> bool:
    """Only the coordinator of this pupil asks for consent."""
    mag = werkplek.mag(Recht.TOESTEMMING) and is_coordinator(werkplek)
    return mag and leerling is not None and coordineert(werkplek, leerling.vestiging_id)


def _beeld(punt: Agendapunt, naam: bool) -> Externpunt:
    """How the item looks on the agenda of that partner."""
    tekst = voor_lezer(
        punt.tekst_extern, naam=naam or punt.leerling is None, verraden=verraden(punt, punt.tekst_extern)
    )
    kop = "Algemeen" if punt.leerling is None else punt.leerling.naam if naam else LEERLING
    return Externpunt(punt.volgorde, kop, naam, punt.minuten, tekst, "", ())


def _zin(
    werkplek: Werkplek,
    partner: ExternePartner,
    oordeel: Oordeel,
    grond: Naamgrond | None,
    rijen: list[Register],
) -> str:
    """Why, as the chair reads it: "ouders akkoord t/m 31 juli"."""
    if grond is not None and oordeel.waarom == Waarom.GROND:
        return str(grond.get_grond_display())
    if oordeel.waarom == Waarom.TOESTEMMING and oordeel.tot:
        geldig = [r for r in rijen if r.geldt and Gegevens.NAAM in r.toestemming.gegevens]
        return f"{in_woorden(geldig[-1])} t/m {dag_maand(oordeel.tot, werkplek.dag)}"
    if oordeel.waarom == Waarom.ANONIEM:
        return ANONIEM
    if oordeel.waarom == Waarom.WET_ZONDER_GROND:
        return f"{wettelijke_grond(partner)} Leg die grond vast als de naam nodig is."
    if oordeel.waarom == Waarom.AKKOORD_ZONDER_NAAM:
        return "wel akkoord, maar niet voor de naam"
    return f"geen toestemming ({in_woorden(rijen[-1]) if rijen else 'niet gevraagd'})"


def get_grond_slot(werkplek: Werkplek, punt_id: int, pk: int) -> tuple[Naamgrond, Agendapunt]:
    """Lock a recorded ground of an item to withdraw it; 404 for who may not know of it, 403 for who makes no agenda."""
    punt = get_punt_slot(werkplek, punt_id, daad="agenda")
    grond = Naamgrond.objects.filter(punt=punt, pk=pk).select_for_update(of=("self",)).first()
    if grond is None:
        raise Http404("naamgrond")
    return grond, punt
