"""Where facilities were not given, per section: a pattern to talk about, never a ranking and never a teacher.

A section shows a number only when enough teachers teach the subject and enough reports were made (setting `meldgroep`).
Every subject of the school is listed, by name, so that "too few" does not say there was one; there is no total.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Max, QuerySet
from django.db.models.functions import Lower

from leerlingen.models import FaciliteitMelding, Lesopdracht
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Sectie:
    """One subject; `aantal` is None when it is too small to show. `vaakst` are facilities that pass the limit too."""

    vak: str
    aantal: int | None
    vaakst: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Patroon:
    """All sections by name, the limit, and the first day that counts."""

    secties: list[Sectie]
    grens: int
    sinds: date

    @property
    def te_zien(self) -> int:
        return sum(sectie.aantal is not None for sectie in self.secties)


def lees_patroon(werkplek: Werkplek) -> Patroon:
    """Read this school year's pattern (three statements); of his locations for a coordinator of some."""
    grens, sinds = instelling("meldgroep", werkplek.dag), Schooljaar.van(werkplek.dag).begin
    vakken = _vakken.lees(werkplek.school.pk, werkplek.dag)
    docenten = {naam.casefold(): aantal for naam, aantal in vakken}
    namen = {naam.casefold(): naam for naam, _ in vakken}
    per_vak: dict[str, Counter[str]] = defaultdict(Counter)
    for vak, naam in _meldingen.lees(werkplek, sinds):
        per_vak[vak.casefold()][naam] += 1
    secties = [
        _sectie(namen[sleutel], docenten[sleutel], per_vak[sleutel], grens) for sleutel in sorted(namen)
    ]
    return Patroon(secties, grens, sinds)


def _sectie(vak: str, docenten: int, meldingen: Counter[str], grens: int) -> Sectie:
    aantal = meldingen.total()
    if docenten < grens or aantal < grens:
        return Sectie(vak, None)
    genoeg = [(naam, keer) for naam, keer in meldingen.items() if keer >= grens]
    # the rest of a section must not follow from one sum: what is left is nothing, or large enough itself
    rest = aantal - sum(keer for _, keer in genoeg)
    return Sectie(vak, aantal, tuple(sorted(genoeg)) if rest == 0 or rest >= grens else ())


@vaste_vraag
def _vakken(school_id: int, dag: date) -> QuerySet:
    """Every subject, however it is written, with how many teach it."""
    rijen = Lesopdracht.objects.filter(op_dag(dag), school_id=school_id).exclude(vak="")
    per_vak = rijen.order_by().annotate(klein=Lower("vak")).values("klein")
    aantallen = per_vak.annotate(naam=Max("vak"), mensen=Count("user", distinct=True))
    return aantallen.values_list("naam", "mensen")


@vaste_vraag
def _meldingen(werkplek: Werkplek, sinds: date) -> QuerySet:
    rijen = van_coordinator(FaciliteitMelding.objects.filter(dag__gte=sinds), werkplek)
    return rijen.order_by("pk").annotate(wat=F("toekenning__faciliteit__naam")).values_list("vak", "wat")
