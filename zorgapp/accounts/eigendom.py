"""What is open and whose it is, told by the floors above: nobody leaves while something open is his.

An app registers each kind of work in its `AppConfig.ready()`; this floor knows the kinds by these functions only.
"""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet

from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.rijbundel import bundel, ontbundel
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class OpenStuk:
    """One open item of somebody. `omschrijving` never names a pupil: a beheerder reads it.

    `tot` is the day it ends by itself, when it does.
    """

    id: int
    omschrijving: str
    url: str = ""
    eigenaar_id: int | None = None
    tot: date | None = None


@dataclass(frozen=True)
class Eigendom:
    """One kind of open work.

    sleutel        short, unique: vervolg, mentorschap
    meervoud       for headings: "terugkijkmomenten"
    open_van       (school_id, user_id) -> what is his and open
    overdragen     (door, ids, naar, vanaf): hand over, from that day on; `naar` is None only when `mag_leeg`
    zonder_toegang (school_id, dag) -> open items whose owner may not own them on that day
    mag_bezitten   (school_id, user_id, stukken, dag) -> numbers of the items that he may own on that day; None: who has
                   one of `rollen` then may own them all
    mag_leeg       whether it may end without a successor ("nog geen")
    rollen         the roles of who is offered as a successor
    rijen_van      (school_id, user_id) -> the rows behind `open_van`: read in one statement with those of all kinds that
                   have it, however many there are
    als_stuk       how one of these rows is told; goes with `rijen_van`
    All run in the context of the school.
    """

    sleutel: str
    meervoud: str
    open_van: Callable[[int, int], Sequence[OpenStuk]]
    overdragen: Callable[[Werkplek, Sequence[int], User | None, date], None]
    zonder_toegang: Callable[[int, date], Sequence[OpenStuk]]
    mag_bezitten: Callable[[int, int, Sequence[OpenStuk], date], set[int]] | None = None
    mag_leeg: bool = False
    rollen: frozenset[Rol] = ROLLEN_MET_LEERLINGEN
    rijen_van: Callable[[int, int], QuerySet] | None = None
    als_stuk: Callable[[Any], OpenStuk] | None = None

    def niet_van(
        self,
        school_id: int,
        user_id: int,
        stukken: Sequence[OpenStuk],
        dag: date,
        rollen: Set[str] | None = None,
    ) -> list[OpenStuk]:
        """Return those of `stukken` that this person may not own on `dag` and that have not ended before it.

        `rollen` are his roles on that day, for who knows them already.
        """
        dan = [stuk for stuk in stukken if stuk.tot is None or stuk.tot >= dag]
        if dan and self.mag_bezitten is not None:
            mag = self.mag_bezitten(school_id, user_id, dan, dag)
            return [stuk for stuk in dan if stuk.id not in mag]
        if dan and rollen is None:
            rollen = rollen_op(school_id, user_id, dag)
        return [] if rollen and self.rollen & rollen else dan


def uit_rijen(
    rijen_van: Callable[[int, int], QuerySet], als_stuk: Callable[[Any], OpenStuk]
) -> dict[str, Any]:
    """`rijen_van`, `als_stuk` and `open_van` of a kind, from its rows and how one of them is told."""
    return {
        "rijen_van": rijen_van,
        "als_stuk": als_stuk,
        "open_van": lambda school, user: [als_stuk(rij) for rij in rijen_van(school, user)],
    }


def rollen_op(school_id: int, user_id: int, dag: date) -> Set[str]:
    """Return the roles of a person at a school on a day."""
    rijen = Aanstelling.objects.op(dag).filter(school=school_id, user=user_id)
    return frozenset(rijen.values_list("rol", flat=True))


_SOORTEN: dict[str, Eigendom] = {}


def registreer(eigendom: Eigendom) -> None:
    """Make a kind known; the same key again replaces it."""
    _SOORTEN[eigendom.sleutel] = eigendom


def soorten() -> tuple[Eigendom, ...]:
    """Every registered kind, in order of registration."""
    return tuple(_SOORTEN.values())


def werk_en_rollen(
    school_id: int, user_id: int, dag: date
) -> tuple[list[tuple[Eigendom, Sequence[OpenStuk]]], Set[str]]:
    """Return what this person has open of each kind, and his roles on `dag`.

    One statement for the roles and for all kinds that tell their rows.
    """
    vertelt = [soort for soort in soorten() if soort.rijen_van and soort.als_stuk]
    [(*bundels, rollen)] = _werk_en_rollen.lees(
        tuple(soort.sleutel for soort in vertelt), school_id, user_id, dag
    )
    stukken = {soort.sleutel: _stukken(soort, deel) for soort, deel in zip(vertelt, bundels, strict=True)}
    for soort in soorten():
        if soort.sleutel not in stukken:
            stukken[soort.sleutel] = soort.open_van(school_id, user_id)
    return [(soort, stukken[soort.sleutel]) for soort in soorten()], frozenset(rollen)


def _stukken(soort: Eigendom, gebundeld: list[dict[str, Any]]) -> Sequence[OpenStuk]:
    if not gebundeld or soort.rijen_van is None or soort.als_stuk is None:
        return []
    return [soort.als_stuk(rij) for rij in ontbundel(soort.rijen_van(0, 0), gebundeld)]


@vaste_vraag
def _werk_en_rollen(sleutels: tuple[str, ...], school_id: int, user_id: int, dag: date) -> QuerySet:
    vragen = [_SOORTEN[sleutel].rijen_van for sleutel in sleutels]
    werk = [bundel(rijen_van(school_id, user_id)) for rijen_van in vragen if rijen_van]
    rollen = Aanstelling.objects.op(dag).filter(school_id=school_id, user_id=user_id).values("rol")
    return School.objects.filter(pk=school_id).values_list(*werk, ArraySubquery(rollen))


def zonder_toegang(school_id: int, dag: date) -> list[tuple[Eigendom, OpenStuk]]:
    """Return every open item of the school in context whose owner may not own it on `dag` (the nightly check)."""
    return [(soort, stuk) for soort in soorten() for stuk in soort.zonder_toegang(school_id, dag)]
