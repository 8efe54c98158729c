"""What changed in the offer from one school year to the next, in words; offerings of two years go in."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ondersteuning.models import Aanbod
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.lijnen import Domein, lijnwoord


@dataclass(frozen=True)
class Vergelijking:
    """Per offering of this year what changed; `nieuw` are those without a year before, `weg` are not there any more."""

    anders: dict[UUID, list[str]]
    nieuw: frozenset[UUID]
    weg: list[str]
    eerder: bool

    @property
    def iets(self) -> bool:
        return self.eerder and bool(self.anders or self.nieuw or self.weg)


def vergelijk(nu: Iterable[Aanbod], eerder: Iterable[Aanbod]) -> Vergelijking:
    """Lay two years side by side by `stam`; without a year before nothing is new."""
    vorig = {a.stam: a for a in eerder}
    dit = {a.stam: a for a in nu}
    liep = {stam: a for stam, a in vorig.items() if a.gestopt_op is None}
    anders = {
        stam: woorden for stam, a in dit.items() if stam in vorig and (woorden := wijzigingen(vorig[stam], a))
    }
    return Vergelijking(
        anders=anders,
        nieuw=frozenset(dit.keys() - vorig.keys()) if vorig else frozenset(),
        weg=sorted(a.naam for stam, a in liep.items() if stam not in dit),
        eerder=bool(vorig),
    )


def wijzigingen(was: Aanbod, nu: Aanbod) -> list[str]:
    """What a reader notices: "heette Huiswerkklas", "was 8 plekken", "was bij Ruben Maas"."""
    paren = (
        ("heette", was.naam, nu.naam),
        ("was", lijnwoord(was.lijn), lijnwoord(nu.lijn)),
        ("was", _domeinen(was), _domeinen(nu)),
        ("was", was.get_soort_display(), nu.get_soort_display()),
        ("was", was.get_vorm_display(), nu.get_vorm_display()),
        ("was", was.get_plaats_display(), nu.get_plaats_display()),
        ("was", _plekken(was), _plekken(nu)),
        ("was bij", was.uitvoerder or "niemand", nu.uitvoerder or "niemand"),
        ("was", _uren(was), _uren(nu)),
    )
    woorden = [f"{hoe} {oud}" for hoe, oud, nieuw in paren if oud != nieuw]
    if was.omschrijving != nu.omschrijving or was.aanmelden != nu.aanmelden or was.doelgroep != nu.doelgroep:
        woorden.append("andere tekst")
    return woorden


def _domeinen(aanbod: Aanbod) -> str:
    return ", ".join(Domein(d).label.lower() for d in aanbod.domeinen)


def _plekken(aanbod: Aanbod) -> str:
    if aanbod.capaciteit is None:
        return "zonder vast aantal plekken"
    return hoeveel(aanbod.capaciteit, "plek", "plekken")


def _uren(aanbod: Aanbod) -> str:
    return "zonder vaste uren" if aanbod.uren is None else f"{aanbod.uren:g} uur per week".replace(".", ",")
