"""Doors to the talks about an OPP: who may see with whom was talked (`Oppblik.contacten`), and who can be invited."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.models import Contactpersoon, Mentorschap, Plaatsing
from leerlingen.models.leerling import Gezag
from ondersteuning.access_opp import Oppblik, get_opp_heel, get_opp_slot
from ondersteuning.models import Opp, OppVersie, Overeenstemming, Overlegdeelnemer
from ondersteuning.opp.termijnen import meerderjarig
from ondersteuning.opp.velden import PERSPECTIEF, hash_van
from ondersteuning.oppfeiten import hash_perspectief
from zorgapp.accounts.models import Geschiedenis, User
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

GETOOND = 20


@dataclass(frozen=True)
class Kandidaat:
    """Somebody who can be invited; `sleutel` is what a form sends back."""

    sleutel: str
    naam: str
    rol: str
    gezag: bool = False
    contact: Contactpersoon | None = None
    user: User | None = None
    leerling: bool = False


def get_opp_samen(werkplek: Werkplek, pk: int) -> tuple[Opp, Oppblik]:
    """Open an OPP for who sees the contacts: 404 for a teacher, 403 for a team leader. Logs the look."""
    opp, mag, _ = get_opp_heel(werkplek, pk)
    if not mag.contacten:
        raise PermissionDenied("opp contacten")
    return opp, mag


def overleggen_van(opp_id: int) -> list[Overeenstemming]:
    """The last talks about one OPP, the newest first, with who was asked; only after the OPP was opened."""
    rijen = _overleggen.lees(opp_id)
    per: dict[int, list[Overlegdeelnemer]] = {rij.pk: [] for rij in rijen}
    for d in Overlegdeelnemer.objects.filter(overleg__in=list(per)).order_by("pk"):
        per[d.overleg_id].append(d)
    for rij in rijen:
        rij.wie = per[rij.pk]
    return rijen


@vaste_vraag
def _overleggen(opp_id: int) -> QuerySet:
    return Overeenstemming.objects.filter(opp_id=opp_id).order_by("-wanneer", "-pk")[:GETOOND]


def get_overleg(werkplek: Werkplek, pk: int) -> tuple[Overeenstemming, Oppblik]:
    """Open one talk with its OPP and who was asked; 404, 403 as for its OPP. Logs the look."""
    rij = Overeenstemming.objects.filter(school=werkplek.school, pk=pk).select_related("oppversie").first()
    if rij is None:
        raise Http404("overleg")
    rij.opp, mag = get_opp_samen(werkplek, rij.opp_id)
    return rij, mag


def deelnemers_van(overleg: Overeenstemming) -> list[Overlegdeelnemer]:
    """Who was asked for an opened talk."""
    return list(Overlegdeelnemer.objects.filter(overleg=overleg).order_by("pk"))


def overleg_slot(werkplek: Werkplek, pk: int) -> tuple[Opp, Overeenstemming]:
    """Lock one talk and its OPP for a write; 404 and 403 as for writing in the OPP."""
    opp_id = (
        Overeenstemming.objects.filter(school=werkplek.school, pk=pk).values_list("opp_id", flat=True).first()
    )
    if opp_id is None:
        raise Http404("overleg")
    opp, _ = get_opp_slot(werkplek, opp_id, daad="schrijven")
    return opp, Overeenstemming.objects.select_for_update().get(pk=pk)


def kandidaten(werkplek: Werkplek, opp: Opp) -> list[Kandidaat]:
    """Who can be invited to a talk about an opened OPP: contacts (not of an adult pupil), the pupil, who works with him.

    Contacts without gezag can come too; their coming does not count for rule 7.
    """
    leerling, dag = opp.leerling, werkplek.dag
    uit = [Kandidaat("l", leerling.naam, "leerling", leerling=True)]
    if not meerderjarig(leerling.geboortedatum, dag):
        uit = [_contact(c) for c in _contacten.lees(leerling.pk)] + uit
    mensen = {m.user_id: (m.user, "mentor") for m in _mentoren(leerling.pk, dag)}
    mensen.setdefault(opp.opsteller_id, (opp.opsteller, "opsteller"))
    mensen.setdefault(werkplek.user.pk, (werkplek.user, werkplek.hoofdaanstelling.get_rol_display().lower()))
    return uit + [Kandidaat(f"u{pk}", user.naam, rol, user=user) for pk, (user, rol) in mensen.items()]


def _contact(c: Contactpersoon) -> Kandidaat:
    return Kandidaat(f"c{c.pk}", c.naam, c.get_relatie_display(), c.gezag == Gezag.JA, contact=c)


@vaste_vraag
def _contacten(leerling_id: int) -> QuerySet:
    rijen = Contactpersoon.objects.filter(leerling_id=leerling_id, beeindigd_op__isnull=True)
    return rijen.order_by("huishouden", "naam")


def _mentoren(leerling_id: int, dag: date) -> list[Mentorschap]:
    klassen = Plaatsing.objects.filter(op_dag(dag), leerling_id=leerling_id).values("klas_id")
    rijen = Mentorschap.objects.filter(op_dag(dag), klas__in=klassen).select_related("user")
    return list(rijen.order_by("van", "pk")[:4])


def besproken_hashes(versie: OppVersie, wanneer: datetime) -> list[str]:
    """Hashes of the perspective that can have been discussed at `wanneer`: as it is now, and as it was then if that
    differs. The first is now."""
    nu = hash_perspectief(versie)
    toen = _toen(versie, wanneer)
    return [nu] if toen in {None, nu} else [nu, toen or ""]


def _toen(versie: OppVersie, wanneer: datetime) -> str | None:
    """The hash at a moment, from the history; None when the OPP was not there yet in this round."""
    rij: OppVersie | None = versie
    while rij is not None and rij.gemaakt_op > wanneer:
        rij = rij.vorige if rij.vorige and rij.vorige.ronde == versie.ronde else None
    if rij is None:
        return None
    oud = Geschiedenis.objects.filter(
        school_id=rij.school_id, tabel=OppVersie._meta.db_table, rij_id=rij.pk, op__gt=wanneer
    )
    eerste = oud.order_by("op", "id").first()
    if eerste is None:
        return hash_perspectief(rij)
    return hash_van({naam: eerste.oud.get(naam, "") for naam in PERSPECTIEF})
