"""The page of one OPP: how it stands in one sentence, the steps, and the OPP-wacht with what to do next."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from leerlingen.access import Grond
from ondersteuning.access_opp import (
    Oppblik,
    geldend,
    get_opp,
    in_voorbereiding,
    versies_van,
)
from ondersteuning.access_opp_voorleggen import ligt_er_nog, voorleggingen_van
from ondersteuning.models import Handelingsdeel, Opp, OppStatus, OppVersie, OppVoorlegging
from ondersteuning.opp import terugkijken
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.regels import Punt
from ondersteuning.opp.stappen import Stapstand, stappenrij
from ondersteuning.opp.velden import SCHERM
from ondersteuning.opp.wacht import DAARNA, POORT, REGELS, Uitslag, bekijk, in_orde
from ondersteuning.oppfeiten import feiten_van_alle
from ondersteuning.oppscherm import pagina
from ondersteuning.oppzinnen_hub import zin_van
from zorgapp.accounts.werkplek import Werkplek

# Where one does what a rule asks, by its number; otherwise by the part that a point names.
_PAGINA = {
    7: "opp_overleg",
    8: "opp_instemming",
    9: "opp_instemming",
    10: "opp_instemming",
    11: "opp_overleg",
    16: "opp_evaluatie",
    17: "opp_evaluatie",
    18: "opp_rod",
} | dict.fromkeys((6, 12, 13, 14, 15), "opp_horen")
_DEEL = {"samen": "Samen", "contacten": "Samen", "evaluatie": "Terugkijken", "rod": "Administratie"}
_VOLGORDE = ("Perspectief", "Handelingsdeel", "Samen", "Terugkijken", "Administratie")


@dataclass(frozen=True)
class Wachtpunt:
    """One thing that is missing: what, what to do, and the page where one does it ("": not for this reader)."""

    punt: Punt
    url: str


@dataclass(frozen=True)
class Wachtregel:
    """One rule as it stands. houdt_tegen: without it the version cannot be set, or the OPP in force is not in order."""

    uitslag: Uitslag
    punten: list[Wachtpunt]
    houdt_tegen: bool


@dataclass(frozen=True)
class Wachtdeel:
    """A part of the OPP with the rules that miss something there."""

    kop: str
    regels: list[Wachtregel]


@dataclass(frozen=True)
class Hub:
    """The page: the version it is about, what is red by part, and what is in order.

    rood counts the things that keep the version in the making from being set, or the one in force from being in order.
    """

    opp: Opp
    mag: Oppblik
    grond: Grond
    versies: list[OppVersie]
    versie: OppVersie
    concept: OppVersie | None
    geldig: OppVersie | None
    feiten: Feiten
    stappen: list[Stapstand]
    delen: list[Wachtdeel]
    goed: list[Uitslag]
    rood: int
    zin: list[tuple[str, bool]]
    voorlegging: OppVoorlegging | None
    teruggestuurd: OppVoorlegging | None

    @property
    def kan_vast(self) -> bool:
        """This reader may set it now."""
        return self.mag.beheren and self.concept is not None and not self.rood

    @property
    def terugkijken_op(self) -> str:
        """The day that is proposed for looking back, for a date field."""
        return terugkijken.voorstel(self.feiten, self.opp.evaluatie_op).isoformat()

    @property
    def zonder_akkoord(self) -> OppVersie | None:
        """The version in force on which nobody agreed: its dispute path is shown."""
        rij = self.geldig
        if rij is None or self.opp.status != OppStatus.LOOPT or rij.handelingsdeel == Handelingsdeel.AKKOORD:
            return None
        return rij

    @property
    def herstelbaar(self) -> bool:
        """It was set today and nothing is being made after it: that can still be taken back."""
        return (
            self.mag.beheren
            and self.concept is None
            and self.geldig is not None
            and self.geldig.vastgesteld_op == self.feiten.dag
            and self.opp.status == OppStatus.LOOPT
        )


def zonder_namen(feiten: Feiten) -> Feiten:
    """The same for who does not know who the parents are: nobody is named."""
    return replace(feiten, gevraagden=tuple(replace(g, naam="een ouder") for g in feiten.gevraagden))


def lees_hub(werkplek: Werkplek, pk: int) -> Hub | tuple[Opp, Oppblik, OppVersie | None]:
    """Open the page (logs the look); for who reads the handelingsdeel only: the OPP and the version in force."""
    opp, mag, grond = get_opp(werkplek, pk)
    versies = versies_van(opp.pk)
    concept, nu = in_voorbereiding(versies), geldend(versies)
    if not mag.heel:
        return opp, mag, nu
    versie = concept or nu or versies[0]
    alle = {v.pk: v for v in (versie, nu) if v}
    feiten = feiten_van_alle([(opp, v) for v in alle.values()], werkplek.dag)
    if not mag.contacten:
        feiten = {n: zonder_namen(f) for n, f in feiten.items()}
    uitslagen = _uitslagen(feiten[versie.pk], opp, concept)
    houdt = set(POORT if concept else DAARNA)
    delen = wachtdelen(uitslagen, houdt, opp, mag)
    rood = sum(len(r.punten) for deel in delen for r in deel.regels if r.houdt_tegen)
    bij_leiding = voorleggingen_van(opp.pk) if mag.beheren else []
    return Hub(
        opp=opp,
        mag=mag,
        grond=grond,
        versies=versies,
        versie=versie,
        concept=concept,
        geldig=nu,
        feiten=feiten[versie.pk],
        stappen=stappenrij(feiten[versie.pk], vastgesteld=concept is None and nu is not None),
        delen=delen,
        goed=[u for u in uitslagen if u.in_orde],
        rood=rood,
        zin=zin_van(opp, concept, nu, rood, nu is not None and in_orde(feiten[nu.pk]), werkplek.dag),
        voorlegging=next((v for v in bij_leiding if ligt_er_nog(v, werkplek)), None),
        teruggestuurd=next(
            (v for v in bij_leiding[:1] if v.besluit == "terug" and concept and v.oppversie_id == concept.pk),
            None,
        ),
    )


def _uitslagen(feiten: Feiten, opp: Opp, concept: OppVersie | None) -> list[Uitslag]:
    """The rules that say something now: looking back and the ROD begin when an OPP is in force; of one that was closed
    only the ROD is left."""
    if opp.status == OppStatus.AFGESLOTEN:
        return bekijk(feiten, (18,) if opp.begindatum else ())
    nummers = tuple(REGELS) if opp.begindatum else tuple(n for n in REGELS if n not in DAARNA)
    ronde_een = concept is not None and concept.ronde == 1
    return bekijk(feiten, [n for n in nummers if not (n == 13 and ronde_een)])


def wachtdelen(
    uitslagen: Sequence[Uitslag], houdt: set[int], opp: Opp, mag: Oppblik | None
) -> list[Wachtdeel]:
    """What misses something, by the part where one does it; what keeps it from being set comes first.

    `mag`: whose links are shown; None shows no links.
    """
    per: dict[str, list[Wachtregel]] = {}
    gezegd: set[Punt] = set()
    for uitslag in uitslagen:
        tegen = uitslag.regel.nummer in houdt
        per_kop: dict[str, list[Wachtpunt]] = {}
        for punt in uitslag.punten:
            if punt in gezegd:  # rules 7 and 11 ask for the same talk
                continue
            gezegd.add(punt)
            url = _adres(uitslag.regel.nummer, punt, opp, mag) if mag else ""
            per_kop.setdefault(_kop(punt), []).append(Wachtpunt(punt, url))
        for kop, punten in per_kop.items():
            per.setdefault(kop, []).append(Wachtregel(uitslag, punten, tegen))
    gevonden = [
        Wachtdeel(kop, sorted(regels, key=lambda r: not r.houdt_tegen)) for kop, regels in per.items()
    ]
    return sorted(gevonden, key=lambda d: (not d.regels[0].houdt_tegen, _plek(d.kop)))


def _kop(punt: Punt) -> str:
    return SCHERM[punt.plek].kort if punt.plek in SCHERM and punt.plek != "samen" else _DEEL[punt.plek]


def _plek(kop: str) -> int:
    return _VOLGORDE.index(kop) if kop in _VOLGORDE else 0


def _adres(nummer: int, punt: Punt, opp: Opp, mag: Oppblik) -> str:
    """Where this reader does what a point asks; "" when that is not for him."""
    if punt.plek == "contacten":
        return reverse("leerlingen:contacten", args=[opp.leerling_id]) if mag.contacten else ""
    if punt.plek in SCHERM and punt.plek != "samen":
        return reverse("ondersteuning:opp_scherm", args=[opp.pk, punt.plek]) if mag.schrijven else ""
    naam = _PAGINA[nummer]
    mag_daar = mag.horen if naam == "opp_horen" else mag.schrijven
    return pagina(naam, opp.pk) if mag_daar else ""
