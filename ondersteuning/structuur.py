"""The support structure on one page: per line and domain who is there, what they offer, how full it is, and for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from leerlingen.models import ExternePartner
from ondersteuning.access_aanbod import aanbod_van, functionarissen
from ondersteuning.knelpunten import Knelpunt, knelpunten
from ondersteuning.models import Aanbod, Functionaris
from ondersteuning.stats import (
    Telling,
    alleen_cijfers,
    tel_leerlingen,
    tel_uitvoerders,
)
from zorgapp.accounts.access import vestigingen
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.schooljaar import Schooljaar

LIJNZIN = {
    Lijn.EERSTE: "Elke dag, in de klas. Docenten en mentoren.",
    Lijn.TWEEDE: "Extra, op school. Begeleiders met een vak.",
    Lijn.DERDE: "Van buiten de school. Delen met toestemming, of als de wet het vraagt.",
}


@dataclass(frozen=True)
class Mens:
    """Who is there in a cell: a colleague, a team, or a partner."""

    naam: str
    wat: str
    letters: str
    url: str = ""


@dataclass(frozen=True)
class Regel:
    """One offering in a cell with what stands behind it: how full, how often, or how many."""

    naam: str
    achter: str
    url: str


@dataclass
class Cel:
    """One line in one domain. `leerlingen` None: not shown. `bezet` and `plekken` only where real numbers are shown."""

    lijn: Lijn
    domein: Domein
    mensen: list[Mens] = field(default_factory=list)
    regels: list[Regel] = field(default_factory=list)
    leerlingen: int | None = 0
    bezet: int = 0
    plekken: int = 0
    wachten: int = 0
    vol: bool = False
    toon_bezet: bool = True
    wachttijd: int | None = None
    url: str = ""

    @property
    def voet(self) -> str:
        """What stands below a cell: places, waiting time, or that there is no fixed number."""
        if self.lijn == Lijn.DERDE and self.wachttijd is not None:
            return f"wachttijd {hoeveel(self.wachttijd, 'week', 'weken')}"
        if not self.plekken:
            return "geen vast aantal plekken" if self.regels else ""
        if not self.toon_bezet:
            return f"{'vol, ' if self.vol else ''}{hoeveel(self.plekken, 'plek', 'plekken')}"
        rest = f", {hoeveel(self.wachten, 'wacht', 'wachten')}" if self.wachten else ""
        return f"{'vol' if self.vol else f'{self.bezet} van {self.plekken} plekken'}{rest}"


@dataclass(frozen=True)
class Structuur:
    """The whole page."""

    rijen: list[tuple[Lijn, str, list[Cel]]]
    telling: Telling
    zin: str
    knelpunten: list[Knelpunt]
    locaties: Sequence[Vestiging]
    locatie: int | None

    @property
    def kolommen(self) -> list[tuple[Domein, int | None]]:
        return [(domein, self.telling.domeinen[domein.value]) for domein in Domein]


def lees_structuur(werkplek: Werkplek, locatie: str | None) -> Structuur:
    """Read the page; `locatie` is the number of a location as typed in the address, anything else is all of them."""
    gekozen, plekken = locatie_uit(werkplek, locatie)
    telling = tel_leerlingen(werkplek, gekozen)
    aanbod = [
        a
        for a in aanbod_van(werkplek, Schooljaar.van(werkplek.dag))
        if _hier(a, gekozen) and not a.gestopt_op
    ]
    mensen = [f for f in functionarissen(werkplek) if _hier(f, gekozen)]
    echt = Recht.AANBOD_WIJZIGEN in werkplek.rechten or Rol.BEGELEIDER in werkplek.rollen
    cellen = _cellen(werkplek, telling, aanbod, mensen, gekozen, echt)
    rijen = [(lijn, LIJNZIN[lijn], [cellen[lijn.value, d.value] for d in Domein]) for lijn in Lijn]
    alle = list(cellen.values())
    punten = knelpunten(werkplek, [a for a in aanbod if _is_vol(a, telling, echt)], echt)
    return Structuur(rijen, telling, openingszin(alle), punten, plekken, gekozen)


def locatie_uit(werkplek: Werkplek, gevraagd: str | None) -> tuple[int | None, list[Vestiging]]:
    """The chosen location (None: all) and those to choose from; who sees figures only has no choice."""
    plekken = [] if alleen_cijfers(werkplek) else _locaties(werkplek)
    return next((v.pk for v in plekken if str(v.pk) == gevraagd), None), plekken


def _locaties(werkplek: Werkplek) -> list[Vestiging]:
    """Locations to choose from: those of the school, or of a coordinator who has not all of them."""
    eigen = {a.vestiging_id for a in werkplek.aanstellingen_als(Rol.ZORGCOORDINATOR)}
    alle = list(vestigingen(werkplek))
    if Rol.ZORGCOORDINATOR not in werkplek.rollen or None in eigen:
        return alle if len(alle) > 1 else []
    return [v for v in alle if v.pk in eigen] if len(eigen) > 1 else []


def _hier(rij: Aanbod | Functionaris, locatie: int | None) -> bool:
    return locatie is None or rij.vestiging_id in (None, locatie)


def _cellen(
    werkplek: Werkplek,
    telling: Telling,
    aanbod: list[Aanbod],
    mensen: list[Functionaris],
    locatie: int | None,
    echt: bool,
) -> dict[tuple[int, str], Cel]:
    """The nine cells; `echt`: with the real numbers of places, which only the zorgteam sees (LOOK)."""
    teams = tel_uitvoerders(werkplek)
    naar = {recht for recht in (Recht.AANBOD_LEERLINGEN, Recht.SOCIALE_KAART) if werkplek.mag(recht)}
    vraag = f"?{urlencode({'locatie': locatie})}" if locatie else ""
    cellen = {}
    for lijn in Lijn:
        for domein in Domein:
            cel = Cel(lijn, domein, leerlingen=telling.cellen[lijn.value, domein.value], toon_bezet=echt)
            hier = [a for a in aanbod if a.lijn == lijn and domein.value in a.domeinen]
            cel.mensen = [*_collegas(mensen, cel, naar), *_anderen(hier, teams, naar)]
            cel.regels = [_regel(a, echt) for a in hier]
            _tel(cel, hier, telling, echt)
            if not telling.onderdrukt and cel.leerlingen:
                cel.url = reverse("ondersteuning:structuur_cel", args=[lijn.value, domein.value]) + vraag
            cellen[lijn.value, domein.value] = cel
    return cellen


def _collegas(mensen: list[Functionaris], cel: Cel, naar: set[Recht]) -> list[Mens]:
    """Colleagues with a function in this cell; `naar` says which pages this person may open."""
    hier = [f for f in mensen if f.lijn == cel.lijn and cel.domein.value in f.domeinen]
    met_link = Recht.AANBOD_LEERLINGEN in naar
    return [
        Mens(
            f.user.naam,
            f.functie_label,
            f.user.initialen,
            reverse("ondersteuning:functionaris", args=[f.pk]) if met_link else "",
        )
        for f in hier
    ]


def _anderen(hier: list[Aanbod], teams: dict[str, str], naar: set[Recht]) -> list[Mens]:
    """Partners behind an offering, and teams that were named in words."""
    met_link = Recht.SOCIALE_KAART in naar
    partners = {a.partner_id: a.partner for a in hier if a.partner}
    woorden = dict.fromkeys(a.uitvoering for a in hier if a.uitvoering)
    return [
        *(_partner(partner, met_link) for partner in partners.values()),
        *(Mens(woord, teams.get(woord.lower(), ""), _letters(woord)) for woord in woorden),
    ]


def _partner(partner: ExternePartner, met_link: bool) -> Mens:
    wie = partner.contactpersoon or partner.naam
    wat = partner.naam if partner.contactpersoon else str(partner.get_soort_display())
    url = reverse("leerlingen:partner", args=[partner.pk]) if met_link else ""
    return Mens(wie, wat, _letters(wie), url)


def _letters(naam: str) -> str:
    """Two letters for the face of a team or a partner: "Alle docenten" is DO, "Marieke Postma" MP."""
    woorden = [w for w in naam.replace("Alle ", "").split() if w[0].isalpha()] or ["?"]
    letters = woorden[0][0] + woorden[-1][0] if len(woorden) > 1 else woorden[0][:2]
    return letters.upper()


def _regel(aanbod: Any, echt: bool) -> Regel:
    url = reverse("ondersteuning:aanbod", args=[aanbod.pk])
    if aanbod.capaciteit and echt:
        return Regel(aanbod.naam, f"{aanbod.bezet} van {aanbod.capaciteit}", url)
    if aanbod.capaciteit:
        return Regel(aanbod.naam, hoeveel(aanbod.capaciteit, "plek", "plekken"), url)
    return Regel(aanbod.naam, aanbod.ritme or (str(aanbod.bezet) if echt and aanbod.bezet else ""), url)


def _tel(cel: Cel, hier: list[Any], telling: Telling, echt: bool) -> None:
    """Places, who waits, and how long waiting outside takes. A cell is full when all its places are taken."""
    met_plek = [a for a in hier if a.capaciteit]
    cel.plekken = sum(a.capaciteit for a in met_plek)
    cel.vol = bool(met_plek) and all(_is_vol(a, telling, echt) for a in met_plek)
    if echt:
        cel.bezet, cel.wachten = sum(a.bezet for a in met_plek), sum(a.wachten for a in met_plek)
    weken = [a.partner.wachttijd_weken for a in hier if a.partner and a.partner.wachttijd_weken is not None]
    cel.wachttijd = max(weken, default=None)


def _is_vol(aanbod: Any, telling: Telling, echt: bool) -> bool:
    """Whether all places are taken and this person may know: "full" tells a number of pupils.

    Who sees figures only hears it of five places or more, in cells whose number is shown.
    """
    if not aanbod.capaciteit or aanbod.bezet < aanbod.capaciteit:
        return False
    if not telling.onderdrukt:
        return True
    hier = [telling.cellen[aanbod.lijn, domein] for domein in aanbod.domeinen]
    return aanbod.capaciteit >= DREMPEL and None not in hier


def openingszin(cellen: Iterable[Cel]) -> str:
    """How it stands, in one sentence."""
    cellen = list(cellen)
    vol = [f"{cel.lijn.label} {cel.domein.label.lower()}" for cel in cellen if cel.vol]
    if not any(cel.regels for cel in cellen):
        return "Er staat nog geen aanbod in dit schooljaar."
    if len(vol) == 1:
        return f"De {vol[0]} zit vol."
    if vol:
        return f"Vol zitten de {', de '.join(vol[:-1])} en de {vol[-1]}."
    if not any(cel.toon_bezet for cel in cellen):
        return ""
    return (
        "Overal is nog plek."
        if any(cel.plekken for cel in cellen)
        else "Nergens geldt een vast aantal plekken."
    )
