"""The difference between a file and what is there: pure, no database. What is written follows from this alone."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from leerlingen.importeren.inhoud import Contact, Fout, Inhoud, Regel, kaal
from leerlingen.models.leerling import Gezag
from zorgapp.kern.schooljaar import Schooljaar

VELDEN = (
    "roepnaam",
    "tussenvoegsel",
    "achternaam",
    "geboortedatum",
    "email",
    "eckid",
    "vestiging",
    "ingeschreven_op",
)
# an empty value in the file wipes only these; an unknown birth date is no reason to forget the one we have
LEEG_MAG = {"tussenvoegsel", "achternaam", "email"}
NaamEnDag = tuple[str, str, date | None]
Groep = tuple[str, int]  # name and the year in which its school year begins


@dataclass(frozen=True, slots=True)
class StaatContact:
    """A contact as it is stored; `geimporteerd`: an import wrote it, a person did not."""

    id: int
    naam: str
    relatie: str
    gezag: str
    huishouden: int
    telefoon: str
    email: str
    geimporteerd: bool
    eigen: frozenset[str] = frozenset()
    administratie: dict[str, Any] = field(default_factory=dict)
    administratienaam: str = ""
    beeindigd: bool = False

    @property
    def herkennen(self) -> str:
        """The name by which a file knows him: the one before he was renamed here."""
        return kaal(self.administratienaam or self.naam)


@dataclass(frozen=True, slots=True)
class Staat:
    """A pupil as he is stored."""

    id: int
    leerlingnummer: str
    velden: dict[str, Any]
    uitgeschreven_op: date | None = None
    klas: Groep | None = None
    lesgroepen: frozenset[Groep] = frozenset()
    contacten: tuple[StaatContact, ...] = ()

    @property
    def naam(self) -> str:
        return " ".join(filter(None, (self.velden[v] for v in ("roepnaam", "tussenvoegsel", "achternaam"))))

    @property
    def naam_en_dag(self) -> NaamEnDag:
        return kaal(self.velden["roepnaam"]), kaal(self.velden["achternaam"]), self.velden["geboortedatum"]


@dataclass(frozen=True, slots=True)
class ContactWijziging:
    """`oud` None: a new contact with these values."""

    oud: StaatContact | None
    naam: str
    velden: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What a file changes about one pupil; `op_naam`: found by name, so a person must confirm it."""

    regel: Regel
    oud: Staat
    velden: dict[str, Any]
    terug: bool
    klas: Groep | None
    lesgroepen_bij: frozenset[Groep]
    lesgroepen_af: frozenset[Groep]
    contacten: tuple[ContactWijziging, ...]
    op_naam: bool = False

    @property
    def is_iets(self) -> bool:
        return bool(
            self.velden
            or self.terug
            or self.klas
            or self.lesgroepen_bij
            or self.lesgroepen_af
            or self.contacten
        )


@dataclass(slots=True)
class Plan:
    """All that an import would do. `volledig`: the file looks like the whole school."""

    schooljaar: Schooljaar
    nieuw: list[Regel] = field(default_factory=list)
    gewijzigd: list[Wijziging] = field(default_factory=list)
    op_naam: list[Wijziging] = field(default_factory=list)
    vertrokken: list[Staat] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    ongewijzigd: int = 0
    volledig: bool = False

    @property
    def tellingen(self) -> dict[str, int]:
        return {
            "nieuw": len(self.nieuw),
            "gewijzigd": len(self.gewijzigd),
            "op_naam": len(self.op_naam),
            "ongewijzigd": self.ongewijzigd,
            "vertrokken": len(self.vertrokken),
            "fouten": len(self.fouten),
        }


def maak_plan(inhoud: Inhoud, staten: list[Staat], vandaag: date) -> Plan:
    """Compare every pupil in the file with the stored ones, and see who is missing from it."""
    plan = Plan(inhoud.schooljaar or Schooljaar.van(vandaag), fouten=list(inhoud.fouten))
    op_nummer = {staat.leerlingnummer: staat for staat in staten}
    op_naam: dict[NaamEnDag, list[Staat]] = defaultdict(list)
    for bekend in staten:
        op_naam[bekend.naam_en_dag].append(bekend)
    gezien = {fout.sleutel for fout in inhoud.fouten}
    gedaan: set[int] = set()
    # numbers first: who has one is not looked up by name as well
    for regel in sorted(inhoud.regels, key=lambda r: r.op_naam):
        staat = op_nummer.get(regel.leerlingnummer)
        if regel.op_naam:
            staat = _zoek_op_naam(regel, op_naam, gedaan, plan)
            if staat is None:
                continue
        if regel.uitgeschreven_op and regel.uitgeschreven_op < vandaag:
            plan.ongewijzigd += staat is None or staat.uitgeschreven_op is not None
        elif staat:
            gedaan.add(staat.id)
            gezien.add(staat.leerlingnummer)
            _vergelijk(regel, staat, inhoud.velden, plan)
        else:
            plan.nieuw.append(regel)
    actief = [staat for staat in staten if staat.uitgeschreven_op is None]
    plan.vertrokken = [staat for staat in actief if staat.leerlingnummer not in gezien]
    plan.volledig = not plan.fouten and len(plan.vertrokken) <= max(5, len(actief) // 10)
    return plan


def _zoek_op_naam(
    regel: Regel, op_naam: dict[NaamEnDag, list[Staat]], gedaan: set[int], plan: Plan
) -> Staat | None:
    """Find the one pupil with this name and birth date; otherwise the line is refused."""
    sleutel = (kaal(regel.roepnaam), kaal(regel.achternaam), regel.geboortedatum)
    gevonden = op_naam.get(sleutel, []) if regel.geboortedatum else []
    if len(gevonden) == 1 and gevonden[0].id not in gedaan:
        return gevonden[0]
    reden = (
        "en deze naam en geboortedatum komen meer dan één keer voor."
        if gevonden
        else "en er is geen leerling met deze naam en geboortedatum."
    )
    plan.fouten.append(
        Fout(regel.nummer, f"Deze leerling heeft geen leerlingnummer (de sleutel begint met #), {reden}")
    )
    return None


def _vergelijk(regel: Regel, staat: Staat, velden: set[str], plan: Plan) -> None:
    jaar = plan.schooljaar.beginjaar
    klas = (regel.klas, jaar) if regel.klas else None
    lesgroepen = frozenset((naam, jaar) for naam in regel.lesgroepen)
    heeft_lesgroepen = "lesgroepen" in velden
    wijziging = Wijziging(
        regel=regel,
        oud=staat,
        velden=_veldverschil(regel, staat, velden),
        terug=staat.uitgeschreven_op is not None,
        klas=klas if klas != staat.klas else None,
        lesgroepen_bij=lesgroepen - staat.lesgroepen if heeft_lesgroepen else frozenset(),
        lesgroepen_af=staat.lesgroepen - lesgroepen if heeft_lesgroepen else frozenset(),
        contacten=tuple(_contactverschil(regel, staat, velden)),
        op_naam=regel.op_naam,
    )
    if not wijziging.is_iets:
        plan.ongewijzigd += 1
    elif regel.op_naam:
        plan.op_naam.append(wijziging)
    else:
        plan.gewijzigd.append(wijziging)


def _veldverschil(regel: Regel, staat: Staat, velden: set[str]) -> dict[str, Any]:
    nieuw = {veld: getattr(regel, veld) for veld in VELDEN if veld in velden}
    return {
        veld: waarde
        for veld, waarde in nieuw.items()
        if waarde != staat.velden[veld] and (waarde or veld in LEEG_MAG)
    }


def _contactverschil(regel: Regel, staat: Staat, velden: set[str]) -> list[ContactWijziging]:
    """Compare contacts by name. One that an import wrote and that is no longer in the file loses its gezag:
    he is kept, because consent may hang on him, but he may no longer consent."""
    if not any(veld.startswith("contact") for veld in velden):
        return []
    wijzigingen = []
    op_naam = {contact.herkennen: contact for contact in staat.contacten}
    genoemd: set[str] = set()
    for contact in regel.contacten:
        sleutel = kaal(contact.naam)
        if sleutel in genoemd:
            continue
        genoemd.add(sleutel)
        oud = op_naam.get(sleutel)
        if oud and oud.beeindigd:
            continue  # the school ended him: a file does not bring him back
        nieuw = contactwaarden(contact)
        anders = _met_behoud(oud, nieuw) if oud else nieuw
        if anders or oud is None:
            wijzigingen.append(ContactWijziging(oud, contact.naam, anders))
    for sleutel, oud in op_naam.items():
        if sleutel in genoemd or oud.beeindigd:
            continue
        if oud.geimporteerd and oud.gezag != Gezag.ONBEKEND:
            wijzigingen.append(ContactWijziging(oud, oud.naam, {"gezag": Gezag.ONBEKEND.value}))
    return wijzigingen


def _met_behoud(oud: StaatContact, nieuw: dict[str, Any]) -> dict[str, Any]:
    """What a file changes about a contact. What a person wrote here stays; what the file says instead is kept beside
    it, for him to choose. Gezag may always become less by a file, and never more than a person wrote."""
    anders = {v: w for v, w in nieuw.items() if getattr(oud, v) != w}
    eigen = oud.eigen if oud.geimporteerd else frozenset(nieuw)
    if anders.get("gezag") and oud.gezag == Gezag.JA:
        eigen = eigen - {"gezag"}
    ernaast = {v: w for v, w in anders.items() if v in eigen}
    blijft = {v: w for v, w in oud.administratie.items() if v in eigen and v not in nieuw}
    administratie = blijft | ernaast
    over = {v: w for v, w in anders.items() if v not in eigen}
    return over | ({"administratie": administratie} if administratie != oud.administratie else {})


def contactwaarden(contact: Contact) -> dict[str, Any]:
    """Return what the file says about a contact besides his name."""
    alles = {v: getattr(contact, v) for v in ("relatie", "gezag", "huishouden", "telefoon", "email")}
    return {veld: waarde for veld, waarde in alles.items() if waarde is not None}
