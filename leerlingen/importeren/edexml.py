"""Reading EDEXML 2.1 (and what is near it) as a stream, Dutch and Flemish, without a schema.

The public schema refuses every school year after 2024-2025, so nothing is validated against it. Only the elements
named here are read: BSN, onderwijsnummer, rijksregisternummer, etniciteit, land, gewicht, postcode, fotourl and
toevoegingen never get further than the parser (DOMAIN 53). Documents with a DTD or entities are refused.
"""

from collections.abc import Iterator
from datetime import date
from typing import IO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from leerlingen.importeren.inhoud import Inhoud, LeesFout
from leerlingen.importeren.regels import maak_regel
from zorgapp.kern.schooljaar import Schooljaar

DIEPTE_MAX = 40
JAARGROEP_KAAL = "jaargroep"
_DELEN = {"school", "vestiging", "groep", "samengestelde_groep", "leerling", "leerkracht"}
_OUDERS = {"EDEX", "vestigingen", "groepen", "leerlingen", "leerkrachten"}
_VELDEN = {
    "achternaam": "achternaam",
    "voorvoegsel": "tussenvoegsel",
    "voornamen": "voornamen",
    "voorletters-1": "voorletters",
    "roepnaam": "roepnaam",
    "geboortedatum": "geboortedatum",
    "jaargroep": "leerjaar",
    "emailadres": "email",
    "instroomdatum": "ingeschreven_op",
    "uitstroomdatum": "uitgeschreven_op",
}


def lees_edexml(bestand: IO[bytes], vandaag: date, voortgezet: bool = True) -> Inhoud:
    """Read an EDEXML file; raises LeesFout when it is none, is broken or holds a DTD.

    voortgezet: the school is no primary school, so a plain jaargroep 1 to 6 is noted.
    """
    bestand.seek(0)
    lezer = _Lezer(vandaag, voortgezet)
    try:
        for deel in _delen(bestand):
            lezer.neem(deel)
    except DefusedXmlException as fout:
        raise LeesFout(
            "Dit bestand bevat een DTD of verwijzingen; die horen niet in EDEXML. Maak de export opnieuw."
        ) from fout
    except (ParseError, UnicodeError, LookupError, ValueError) as fout:
        raise LeesFout("Dit XML-bestand is niet compleet of beschadigd. Maak de export opnieuw.") from fout
    return lezer.klaar()


def _plaatselijk(naam: str) -> str:
    """Return the name without a namespace: a UWLR message has one, a file has none."""
    return naam.rpartition("}")[2]


def _delen(bestand: IO[bytes]) -> Iterator[Element]:
    """Yield each school, group, pupil and teacher when it is complete, and free it after use."""
    pad: list[Element] = []
    for gebeurtenis, element in iterparse(bestand, events=("start", "end"), forbid_dtd=True):
        if gebeurtenis == "start":
            if not pad and _plaatselijk(element.tag).upper() != "EDEX":
                raise LeesFout("Dit XML-bestand is geen EDEXML. Kies een EDEXML-, CSV- of Excel-bestand.")
            pad.append(element)
            if len(pad) > DIEPTE_MAX:
                raise LeesFout("Dit XML-bestand is geen EDEXML: het is te diep genest.")
            continue
        pad.pop()
        if not 1 <= len(pad) <= 2 or _plaatselijk(pad[-1].tag) not in _OUDERS:
            continue
        if _plaatselijk(element.tag) in _DELEN:
            yield element
        if _plaatselijk(element.tag) not in _OUDERS:
            pad[-1].remove(element)


class _Lezer:
    """Collects the parts of one file."""

    def __init__(self, vandaag: date, voortgezet: bool) -> None:
        self.vandaag, self.voortgezet = vandaag, voortgezet
        self.inhoud = Inhoud("edexml", velden={"tussenvoegsel", "roepnaam", "achternaam"})
        self.nummer = 0
        self.namen: dict[tuple[str, str], str] = {}
        self.vergeven: set[tuple[str, str]] = set()
        self.jaargroep: dict[str, str] = {}
        self.leerkrachten = 0

    def neem(self, deel: Element) -> None:
        soort = _plaatselijk(deel.tag)
        if soort == "school":
            self._school(deel)
        elif soort == "leerling":
            self._leerling(deel)
        elif soort == "leerkracht":
            self._leerkracht(deel)
        else:
            self._benoem(soort, deel)

    def klaar(self) -> Inhoud:
        if not self.nummer:
            raise LeesFout("In dit EDEXML-bestand staan geen leerlingen.")
        self.inhoud.zonder_dubbele()
        if self.leerkrachten:
            self.inhoud.let_op.append(
                f"Het bestand noemt {self.leerkrachten} leerkrachten. Zij krijgen hierdoor geen rol en geen "
                "toegang; dat regel je bij Mensen."
            )
        return self.inhoud

    def _school(self, deel: Element) -> None:
        label = _tekst(deel, "schooljaar")
        try:
            self.inhoud.schooljaar = Schooljaar.uit_label(label.replace("/", "-"))
        except ValueError:
            self.inhoud.let_op.append(
                "Het schooljaar in het bestand is niet te lezen. Ik neem het schooljaar van nu."
            )
        self.inhoud.school = (_tekst(deel, "brincode") or _tekst(deel, "instellingsnummer"))[:20].upper()

    def _benoem(self, soort: str, deel: Element) -> None:
        """Remember the name behind a key; two groups with one name go by their keys."""
        sleutel = deel.get("key", "")
        naam = " ".join(_tekst(deel, "naam").split()) or sleutel
        if (soort, naam) in self.vergeven:
            naam = sleutel
        self.vergeven.add((soort, naam))
        self.namen[soort, sleutel] = naam
        self.inhoud.codes[soort, naam] = sleutel[:256]
        self.jaargroep[sleutel] = _tekst(deel, "jaargroep") if soort == "groep" else ""

    def _naam(self, soort: str, sleutel: str) -> str:
        return self.namen.get((soort, sleutel), sleutel)

    def _leerling(self, deel: Element) -> None:
        self.nummer += 1
        ruw = {veld: _tekst(deel, element) for element, veld in _VELDEN.items()}
        ruw["leerlingnummer"] = deel.get("key", "")
        ruw["eckid"] = deel.get("eckid", "")
        groep = _kind(deel, "groep")
        sleutel = "" if groep is None else groep.get("key", "")
        ruw["klas"] = self._naam("groep", sleutel)
        ruw["leerjaar"] = ruw["leerjaar"] or self.jaargroep.get(sleutel, "")
        vestiging = _kind(deel, "vestiging")
        ruw["vestiging"] = "" if vestiging is None else self._naam("vestiging", vestiging.get("key", ""))
        samen = _kind(deel, "samengestelde_groepen")
        sleutels = [kind.get("key", "") for kind in samen if kind.get("key")] if samen is not None else []
        ruw["lesgroepen"] = ",".join(self._naam("samengestelde_groep", s).replace(",", " ") for s in sleutels)
        if self.voortgezet and ruw["leerjaar"] in {"1", "2", "3", "4", "5", "6"}:
            self.inhoud.merk_op(JAARGROEP_KAAL, self.nummer)
        ruw["leerjaar"] = ruw["leerjaar"] if ruw["leerjaar"].isdigit() else ""
        maak_regel(self.nummer, ruw, self.inhoud, self.vandaag)

    def _leerkracht(self, deel: Element) -> None:
        """Count a teacher, and remember of which class the file calls him mentor; nothing more (DOMAIN 52)."""
        self.leerkrachten += 1
        groepen = _kind(deel, "groepen")
        naam = " ".join(
            filter(
                None, (_tekst(deel, d) for d in ("roepnaam", "voorletters-1", "voorvoegsel", "achternaam"))
            )
        )
        for groep in groepen if groepen is not None else ():
            if "mentor" in _tekst(groep, "rolomschrijving").casefold() and naam:
                klas = self._naam("groep", groep.get("key", ""))
                self.inhoud.mentoren[klas[:40]].add(naam[:120])


def _kind(element: Element, naam: str) -> Element | None:
    return next((kind for kind in element if _plaatselijk(kind.tag) == naam), None)


def _tekst(element: Element, naam: str) -> str:
    kind = _kind(element, naam)
    return (kind.text or "").strip() if kind is not None else ""
