"""The doors to lists of agreements: the page Afspraken, the file of a pupil, Vandaag and the menu.

A list shows a name and one sentence of agreements that one may open anyway; it is no look in the read log (docs/sloten.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from leerlingen.access import Grond, contacten_van, get_leerling, mag_contacten_zien
from leerlingen.access_partners import lopende_partners
from leerlingen.models import Contactpersoon, ExternePartner, Leerling
from ondersteuning.models import Traject
from overleg.access import get_overleg, zichtbare_overleggen
from overleg.access_afspraak import blik, zonder_eigenaar
from overleg.afspraaklijst import Keus, Toon, Wie
from overleg.afspraakloop import Uitvoerder, is_te_laat
from overleg.loop import Overlegstatus
from overleg.models import Afspraak, Overleg
from overleg.querysets import OVER_LEERLINGEN
from overleg.querysets_afspraak import AfspraakQuerySet
from zorgapp.accounts.coordinatie import is_coordinator
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import TEL_TOT, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.rijbundel import bundel, ontbundel
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

PER_PAGINA = 10  # four buttons a row: the page stays below 20 kB
OVERLEGGEN_MAX = 10
PANEEL_MAX = 6
MET_TEAM = (Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.TEAMLEIDER, Rol.BEGELEIDER)


@dataclass(frozen=True)
class Regel:
    """One row of a list: the agreement, whether this person may say how it goes, who does it, and whether it is late."""

    afspraak: Afspraak
    mag: bool
    doet: str
    te_laat: bool

    @property
    def klaar_op(self) -> date:
        return self.afspraak.klaar_op


def als_regel(werkplek: Werkplek, afspraak: Afspraak) -> Regel:
    """How a row reads for this person; `afspraak` comes with its pupil, meeting, owner, contact and partner."""
    return Regel(
        afspraak,
        blik(werkplek, afspraak).bijwerken,
        wie_doet(afspraak),
        is_te_laat(afspraak.stand, afspraak.klaar_op, werkplek.dag),
    )


def wie_doet(afspraak: Afspraak) -> str:
    """Who does it when that is not the owner; of a parent the relation only, whoever reads it."""
    if afspraak.uitvoerder == Uitvoerder.LEERLING and afspraak.leerling:
        return str(afspraak.leerling.roepnaam)
    if afspraak.uitvoerder == Uitvoerder.OUDER:
        return str(afspraak.contact.get_relatie_display()) if afspraak.contact else "ouder"
    if afspraak.uitvoerder == Uitvoerder.EXTERN and afspraak.partner:
        return str(afspraak.partner.naam)
    return ""


def wiens(werkplek: Werkplek) -> list[Wie]:
    """Whose agreements this person may filter on."""
    keuzes = [Wie.MIJN]
    if werkplek.is_een(*MET_TEAM):
        keuzes.append(Wie.TEAM)
    if is_coordinator(werkplek):
        keuzes.append(Wie.NIEMAND)
    return keuzes


def afsprakenblad(werkplek: Werkplek, keus: Keus, gevraagd: str | None) -> Pagina:
    """One page of the list: open ones by date, closed ones the last first (two statements).

    The rows are chosen first and people joined to those only: in one statement that is a join of the whole school.
    """
    pagina = vaste_bladzijde(
        _gekozen, werkplek, keus.wie, keus.toon, keus.overleg_id, gevraagd=gevraagd, per_pagina=PER_PAGINA
    )
    rijen = {rij.pk: rij for rij in _rijen.lees(werkplek.school.pk, Nummers(pagina.rijen))}
    pagina.rijen[:] = [als_regel(werkplek, rijen[pk]) for pk in pagina.rijen if pk in rijen]
    return pagina


@vaste_vraag
def _gekozen(werkplek: Werkplek, wie: str, toon: str, overleg_id: int | None, bereik: Bereik) -> QuerySet:
    rijen = _van_wie(werkplek, wie)
    if overleg_id is not None:
        rijen = rijen.filter(overleg_id=overleg_id)
    if toon == Toon.KLAAR:
        rijen = rijen.klaar().order_by("-afgerond_op", "-pk")
    else:
        rijen = rijen.te_laat(werkplek.dag) if toon == Toon.TE_LAAT else rijen.open()
        rijen = rijen.order_by("klaar_op", "pk")
    return bereik.uit(rijen.values_list("pk", flat=True))


@vaste_vraag
def _rijen(school_id: int, nummers: Nummers) -> QuerySet:
    return _met_mensen(Afspraak.objects.filter(school_id=school_id, pk__onder=nummers))


def _van_wie(werkplek: Werkplek, wie: str) -> AfspraakQuerySet:
    if wie == Wie.MIJN:
        return Afspraak.objects.van(werkplek)
    if wie == Wie.TEAM:
        return Afspraak.objects.van_team(werkplek)
    zicht = Afspraak.objects.zichtbaar_voor(werkplek)
    if wie == Wie.NIEMAND:
        return zicht.filter(pk__in=zonder_eigenaar(werkplek.school.pk, werkplek.dag).order_by().values("pk"))
    return zicht


def _met_mensen(rijen: AfspraakQuerySet) -> AfspraakQuerySet:
    return rijen.select_related("leerling", "overleg", "eigenaar", "contact", "partner").met_klas()


def aantal_van_niemand(werkplek: Werkplek) -> int:
    """How many open agreements are of somebody without access, counted to TEL_TOT; 0 for who is no coordinator."""
    return len(_van_niemand.lees(werkplek)) if is_coordinator(werkplek) else 0


@vaste_vraag
def _van_niemand(werkplek: Werkplek) -> QuerySet:
    return _van_wie(werkplek, Wie.NIEMAND).order_by().values_list("pk", flat=True)[:TEL_TOT]


def overleggen_met_afspraken(werkplek: Werkplek, gekozen: int | None) -> list[Overleg]:
    """The last meetings this person may know of that led to agreements; the chosen one first when it is older.

    404 for a chosen one that he may not know of.
    """
    lijst: list[Overleg] = _met_afspraken.lees(werkplek)
    if gekozen and gekozen not in {overleg.pk for overleg in lijst}:
        lijst.insert(0, get_overleg(werkplek, gekozen)[0])
    return lijst


@vaste_vraag
def _met_afspraken(werkplek: Werkplek) -> QuerySet:
    rijen = zichtbare_overleggen(werkplek).filter(Exists(Afspraak.objects.filter(overleg=OuterRef("pk"))))
    return rijen.order_by("-begin", "-pk")[:OVERLEGGEN_MAX]


def eigen_aan_de_beurt(werkplek: Werkplek) -> list[date]:
    """The dates of one's own open agreements of today and before, the oldest first, at most TEL_TOT."""
    return eigen_dagen.lees(werkplek) if werkplek.mag(Recht.AFSPRAAK) else []


@vaste_vraag
def eigen_dagen(werkplek: Werkplek) -> QuerySet:
    """The same as a question, to be asked together with another one."""
    rijen = Afspraak.objects.van(werkplek).open().filter(klaar_op__lte=werkplek.dag)
    return rijen.order_by("klaar_op").values_list("klaar_op", flat=True)[:TEL_TOT]


def eigen_regels(werkplek: Werkplek) -> list[Regel]:
    """The first of one's own open agreements of today and before, for Vandaag."""
    if not werkplek.mag(Recht.AFSPRAAK):
        return []
    return [als_regel(werkplek, rij) for rij in _eigen_beurt.lees(werkplek)]


@vaste_vraag
def _eigen_beurt(werkplek: Werkplek) -> QuerySet:
    rijen = Afspraak.objects.van(werkplek).open().filter(klaar_op__lte=werkplek.dag)
    return _met_mensen(rijen).order_by("klaar_op", "pk")[:PANEEL_MAX]


@dataclass(frozen=True)
class VanLeerling:
    """What the file of a pupil shows of agreements. regie: this person has the regie of one of his trajectories;
    eigen_dagen: as `eigen_aan_de_beurt`, for the menu of the same page."""

    regels: list[Regel]
    regie: bool
    eigen_dagen: list[date]


def afspraken_van_leerling(werkplek: Werkplek, leerling: Leerling) -> VanLeerling:
    """Open agreements about the pupil of an opened file, as far as this person may see them: the first ones by date.

    One statement for all of it. The rows say nothing of what one may do: that is on the page of each.
    """
    [delen] = _bij_leerling.lees(werkplek, leerling.pk)
    return uit_delen(werkplek, leerling, delen)


def uit_delen(werkplek: Werkplek, leerling: Leerling, delen: Sequence[Any]) -> VanLeerling:
    """Read what `delen_van_leerling` gave, of a pupil whose file was opened."""
    gebundeld, regie, dagen = delen
    regels = []
    for afspraak in ontbundel(_open_van(werkplek, leerling.pk), gebundeld):
        afspraak.leerling = leerling
        laat = is_te_laat(afspraak.stand, afspraak.klaar_op, werkplek.dag)
        regels.append(Regel(afspraak, False, wie_doet(afspraak), laat))
    return VanLeerling(regels, bool(regie), dagen)


def _open_van(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    rijen = Afspraak.objects.zichtbaar_voor(werkplek).open().filter(leerling_id=leerling_id)
    rijen = rijen.select_related("eigenaar", "contact", "partner")
    return rijen.order_by("klaar_op", "pk")[: PANEEL_MAX + 1]


def _regie_van(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    rijen = Traject.objects.lopend().filter(leerling_id=leerling_id, regievoerder_id__in=werkplek.namens)
    return rijen.order_by("pk").values("pk")[:1]


@vaste_vraag
def _bij_leerling(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    delen = delen_van_leerling(werkplek, leerling_id)
    return School.objects.filter(pk=werkplek.school.pk).values_list(*delen)


def delen_van_leerling(werkplek: Werkplek, leerling_id: int) -> tuple[ArraySubquery, ...]:
    """What is asked of agreements beside a pupil, as columns of one statement."""
    return (
        bundel(_open_van(werkplek, leerling_id)),
        ArraySubquery(_regie_van(werkplek, leerling_id)),
        ArraySubquery(eigen_dagen(werkplek)),
    )


def mag_maken(werkplek: Werkplek, leerling: Leerling, grond: Grond, regie: bool | None = None) -> bool:
    """Who agrees something about a pupil outside a meeting: coordinator, mentor, assigned begeleider, who has the regie.

    `regie` when the caller knows already whether this person has it.
    """
    if not werkplek.mag(Recht.AFSPRAAK):
        return False
    if mag_contacten_zien(werkplek, grond):
        return True
    return _regie_van(werkplek, leerling.pk).exists() if regie is None else regie


def get_leerling_voor_afspraak(werkplek: Werkplek, pk: int) -> tuple[Leerling, list[Contactpersoon]]:
    """Open the file of the pupil of a new agreement, with the contacts one may choose; 404, or 403 for who may not agree.

    Logs the look. Without the right to see contacts there are none to choose.
    """
    leerling, grond = get_leerling(werkplek, pk)
    if not mag_maken(werkplek, leerling, grond):
        raise PermissionDenied("afspraak maken")
    return leerling, contacten_van(werkplek, leerling, grond)


def partners_voor_afspraak(werkplek: Werkplek) -> list[ExternePartner]:
    """Organisations that can be said to do something; of somebody without the sociale kaart: none."""
    return list(lopende_partners(werkplek)) if werkplek.mag(Recht.SOCIALE_KAART) else []


def volgend_overleg(werkplek: Werkplek, na: datetime, reeks_id: int | None = None) -> Overleg | None:
    """The first planned meeting after `na` that this person may know of, of a series or else about pupils."""
    return _volgend.een(werkplek, na, reeks_id)


@vaste_vraag
def _volgend(werkplek: Werkplek, na: datetime, reeks_id: int | None) -> QuerySet:
    rijen = zichtbare_overleggen(werkplek).filter(begin__gt=na, status=Overlegstatus.GEPLAND)
    rijen = rijen.filter(reeks_id=reeks_id) if reeks_id else rijen.filter(soort__in=OVER_LEERLINGEN)
    return rijen.order_by("begin", "pk")[:1]


def adres_van_leerling(werkplek: Werkplek, leerling_id: int) -> str:
    """The page of a pupil for who may open his file; empty for others, who see his name only."""
    mag = Leerling.objects.zichtbaar_voor(werkplek).filter(pk=leerling_id).exists()
    return reverse("web:leerling", args=[leerling_id]) if mag else ""


def get_regel(werkplek: Werkplek, pk: int) -> Regel | None:
    """The row of one agreement as the list it stood in shows it; None when this person may no longer see it."""
    afspraak = _een_regel.een(werkplek, pk)
    return als_regel(werkplek, afspraak) if afspraak else None


@vaste_vraag
def _een_regel(werkplek: Werkplek, pk: int) -> QuerySet:
    return _met_mensen(Afspraak.objects.zichtbaar_voor(werkplek).filter(pk=pk))
