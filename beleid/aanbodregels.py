"""What the schoolgids says of each offering, in parents' language, and what differs from the year before; all pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from json import dumps
from typing import Any

from ondersteuning.models import Aanbod, Aanbodsoort, Functie, Plaats, Vorm
from zorgapp.kern.lijnen import Domein, Lijn

SOORTWOORD = {
    Aanbodsoort.BASIS.value: (
        "Hulp voor elke leerling",
        "Dit is onze basisondersteuning. Heeft je kind het nodig, dan krijgt het deze hulp. Een plan is er niet voor nodig.",
    ),
    Aanbodsoort.EXTRA.value: (
        "Extra ondersteuning",
        "Soms is er meer nodig. Dan maken we eerst samen met je kind en jou een plan: het ontwikkelingsperspectief.",
    ),
}
DOMEINWOORD = {
    Domein.LEER.value: "Leren en lessen",
    Domein.PERS.value: "Je kind en de groep",
    Domein.LOOP.value: "Kiezen en overstappen",
}
_LIJN = {
    Lijn.EERSTE.value: "In de gewone lessen",
    Lijn.TWEEDE.value: "Met een begeleider van school",
    Lijn.DERDE.value: "Samen met een partner buiten school",
}
_VORM = {Vorm.GROEP.value: "in een groep", Vorm.KLAS.value: "met de hele klas"}
_BUITEN = {Plaats.BUITEN_KLAS.value: "buiten de klas", Plaats.BUITEN_SCHOOL.value: "buiten de school"}


@dataclass(frozen=True)
class Regel:
    """One offering as it stands in the schoolgids. `woorden` are the school's own or the catalogue's, maybe none.

    `feiten` is what the sentences `hoe` and `wie` are made of, so that two years are compared by what was decided and not
    by how zorgapp says it; a text that was set before these were kept has none.
    """

    stam: str
    naam: str
    soort: str
    lijn: int
    domeinen: tuple[str, ...]
    woorden: str
    voor: str = ""
    hoe: str = ""
    wie: str = ""
    feiten: tuple[str, ...] = ()


def uit_catalogus(aanbod: Iterable[Aanbod], eigen: Mapping[str, str]) -> list[Regel]:
    """The offerings of a year; `eigen` holds the school's own words by `stam`."""
    return [
        Regel(
            stam=str(a.stam),
            naam=a.naam,
            soort=a.soort,
            lijn=a.lijn,
            domeinen=tuple(a.domeinen),
            woorden=eigen.get(str(a.stam), "") or a.omschrijving.strip(),
            voor=a.doelgroep.strip(),
            hoe=_hoe(a),
            wie=_wie(a),
            feiten=_feiten(a),
        )
        for a in aanbod
    ]


def _hoe(aanbod: Aanbod) -> str:
    """Line, shape, place and rhythm in one sentence; a place of work with its name when it is not the whole school."""
    buiten = "" if aanbod.lijn == Lijn.DERDE else _BUITEN.get(aanbod.plaats)
    delen = [_LIJN[aanbod.lijn], _VORM.get(aanbod.vorm), buiten, aanbod.ritme.strip()]
    if aanbod.vestiging_id and aanbod.vestiging:
        delen.append(f"alleen op locatie {aanbod.vestiging.naam}")
    return f"{', '.join(deel for deel in delen if deel)}."


def _wie(aanbod: Aanbod) -> str:
    """Who helps: a function, never the name of a colleague; a partner or a group by its name."""
    if aanbod.functionaris_id and aanbod.functionaris:
        functie = aanbod.functionaris.functie_label
        return "begeleider van school" if functie == Functie.ANDERS.label else functie
    return aanbod.partner.naam if aanbod.partner_id and aanbod.partner else aanbod.uitvoering.strip()


def _feiten(aanbod: Aanbod) -> tuple[str, ...]:
    """What a reader learns from `_hoe` and `_wie`, as the keys of the catalogue."""
    buiten = aanbod.lijn != Lijn.DERDE and aanbod.plaats in _BUITEN
    wie = aanbod.functionaris if aanbod.functionaris_id else None
    return (
        str(aanbod.lijn),
        aanbod.vorm if aanbod.vorm in _VORM else "",
        aanbod.plaats if buiten else "",
        aanbod.ritme.strip(),
        str(aanbod.vestiging_id or ""),
        (wie.functienaam or wie.functie) if wie else _wie(aanbod),
    )


def als_json(regels: Iterable[Regel]) -> list[dict[str, Any]]:
    """What is frozen when a text is set."""
    return [
        asdict(regel) | {"domeinen": list(regel.domeinen), "feiten": list(regel.feiten)} for regel in regels
    ]


def uit_json(rijen: Iterable[Mapping[str, Any]]) -> list[Regel]:
    """Read what was frozen."""
    return [
        Regel(**{**rij, "domeinen": tuple(rij["domeinen"]), "feiten": tuple(rij.get("feiten", ()))})
        for rij in rijen
    ]


def merk(regels: Iterable[Regel]) -> str:
    """A short mark of what somebody read: another mark is another text."""
    return sha256(dumps(als_json(regels), sort_keys=True).encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Verschil:
    """Per `stam` what is new or in what it changed; `weg` is not there any more. `er_was`: there was a year before."""

    nieuw: frozenset[str] = frozenset()
    anders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    weg: tuple[Regel, ...] = ()
    er_was: bool = False

    @property
    def iets(self) -> bool:
        return bool(self.nieuw or self.anders or self.weg)


def verschil(nu: Sequence[Regel], eerder: Sequence[Regel] | None) -> Verschil:
    """Lay two years side by side by `stam`; without a year before (None) nothing is new."""
    if eerder is None:
        return Verschil()
    was = {regel.stam: regel for regel in eerder}
    is_nu = {regel.stam for regel in nu}
    anders = {r.stam: _anders(was[r.stam], r) for r in nu if r.stam in was}
    return Verschil(
        nieuw=frozenset(is_nu - was.keys()),
        anders={stam: woorden for stam, woorden in anders.items() if woorden},
        weg=tuple(regel for regel in eerder if regel.stam not in is_nu),
        er_was=True,
    )


def _anders(was: Regel, nu: Regel) -> tuple[str, ...]:
    """What a reader of both years notices."""
    woorden = []
    if was.naam != nu.naam:
        woorden.append(f"heette {was.naam}")
    if was.soort != nu.soort:
        woorden.append(f"was {Aanbodsoort(was.soort).label}")
    if was.domeinen != nu.domeinen:
        woorden.append(f"stond bij {', '.join(DOMEINWOORD[d].lower() for d in was.domeinen)}")
    if was.woorden != nu.woorden or was.voor != nu.voor:
        woorden.append("andere woorden")
    if _gaat(was, nu) != _gaat(nu, was):
        woorden.append("gaat anders")
    return tuple(woorden)


def _gaat(regel: Regel, naast: Regel) -> tuple[object, ...]:
    """How an offering goes, by what both years kept: its facts, else its sentences."""
    return regel.feiten if regel.feiten and naast.feiten else (regel.lijn, regel.hoe, regel.wie)


@dataclass(frozen=True)
class Domeingroep:
    """The offerings of one domain, each with what is different from last year in words."""

    kop: str
    regels: list[tuple[Regel, str]]


@dataclass(frozen=True)
class Soortgroep:
    """Basis or extra: its heading, what that means for parents, and its domains."""

    kop: str
    uitleg: str
    domeinen: list[Domeingroep]


def indeling(regels: Sequence[Regel], anders: Verschil) -> list[Soortgroep]:
    """Basis before extra, by domain; an offering of several domains stands in the first, once."""
    groepen = []
    for soort, (kop, uitleg) in SOORTWOORD.items():
        domeinen = [
            Domeingroep(woord, [(r, _merkzin(r, anders)) for r in regels if _hoort(r, soort, domein)])
            for domein, woord in DOMEINWOORD.items()
        ]
        vol = [groep for groep in domeinen if groep.regels]
        if vol:
            groepen.append(Soortgroep(kop, uitleg, vol))
    return groepen


def _hoort(regel: Regel, soort: str, domein: str) -> bool:
    return regel.soort == soort and regel.domeinen[0] == domein


def _merkzin(regel: Regel, anders: Verschil) -> str:
    if regel.stam in anders.nieuw:
        return "nieuw"
    return ", ".join(anders.anders.get(regel.stam, ()))
