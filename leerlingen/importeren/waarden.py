"""Turning the text of one cell or element into a value; each refuses with a Dutch WaardeFout."""

import re
import unicodedata
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from leerlingen.importeren.inhoud import WaardeFout, kaal
from leerlingen.models.leerling import Gezag, Relatie

GEBOREN_VANAF = date(1990, 1, 1)
DAG_VANAF = date(1990, 1, 1)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_NL = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?")
_AANEEN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_TUSSENVOEGSEL = re.compile(
    r"(?:(?:van|von|de|den|der|het|'t|’t|ten|ter|te|in|op|aan|bij|el|al|la|le|du|da|dos|di|uit|onder|over|voor)\s*)+",
    re.IGNORECASE,
)

_GEZAG = {
    Gezag.JA: ("ja", "j", "true", "1", "waar", "yes", "heeft gezag", "ouderlijk gezag", "gezag"),
    Gezag.NEE: ("nee", "n", "false", "0", "onwaar", "no", "geen gezag"),
    Gezag.ONBEKEND: ("onbekend", "gezag onbekend", "?"),
}
_RELATIE = {
    Relatie.MOEDER: ("moeder", "mother", "mama"),
    Relatie.VADER: ("vader", "father", "papa"),
    Relatie.OUDER: ("ouder", "ouder/verzorger", "verzorger", "ouder of verzorger"),
    Relatie.STIEFOUDER: ("stiefouder", "stiefvader", "stiefmoeder"),
    Relatie.PLEEGOUDER: ("pleegouder", "pleegvader", "pleegmoeder"),
    Relatie.VOOGD: ("voogd", "voogdes", "gezinsvoogd"),
    Relatie.VERTEGENWOORDIGER: ("vertegenwoordiger", "wettelijk vertegenwoordiger", "curator", "mentor"),
}
_GEZAG_VAN = {woord: gezag.value for gezag, woorden in _GEZAG.items() for woord in woorden}
_RELATIE_VAN = {woord: relatie.value for relatie, woorden in _RELATIE.items() for woord in woorden}


def tekst(ruw: str, wat: str, hoogstens: int) -> str:
    """Return the text with single spaces; refuses unreadable signs and what is too long."""
    netjes = " ".join(ruw.split())
    if "\ufffd" in netjes or any(unicodedata.category(t) in {"Cc", "Cs", "Co", "Cn"} for t in netjes):
        raise WaardeFout(f"{wat} bevat onleesbare tekens.")
    if len(netjes) > hoogstens:
        raise WaardeFout(f"{wat} is langer dan {hoogstens} tekens.")
    return netjes


def naam(ruw: str, wat: str, hoogstens: int) -> str:
    """Return a name; refuses a formula in its place."""
    netjes = tekst(ruw, wat, hoogstens)
    if netjes[:1] in {"=", "@", "+"}:
        raise WaardeFout(f"{wat} begint met een teken dat hier niet hoort.")
    return netjes


def datum(ruw: str, wat: str) -> date | None:
    """Read dd-mm-jjjj, jjjj-mm-dd (with or without a time) or jjjjmmdd; empty is None."""
    ruw = ruw.strip()
    if not ruw:
        return None
    if treffer := _ISO.fullmatch(ruw) or _AANEEN.fullmatch(ruw):
        jaar, maand, dag = treffer.groups()
    elif treffer := _NL.fullmatch(ruw):
        dag, maand, jaar = treffer.groups()
    else:
        raise WaardeFout(f"{wat} is geen datum. Schrijf dag-maand-jaar, zoals 12-04-2011.")
    try:
        return date(int(jaar), int(maand), int(dag))
    except ValueError:
        raise WaardeFout(f"{wat} is geen dag die bestaat.") from None


def geboortedatum(ruw: str, vandaag: date) -> date | None:
    """Read a birth date between 1990 and today."""
    dag = datum(ruw, "De geboortedatum")
    if dag and not GEBOREN_VANAF <= dag <= vandaag:
        raise WaardeFout(f"Geboortedatum {dag:%d-%m-}{dag.year} kan niet kloppen.")
    return dag


def schooldatum(ruw: str, wat: str) -> date | None:
    """Read a date of coming or leaving between 1990 and 2100."""
    dag = datum(ruw, wat)
    if dag and not (dag >= DAG_VANAF and dag.year <= 2100):
        raise WaardeFout(f"{wat} kan niet kloppen.")
    return dag


def leerjaar(ruw: str) -> int | None:
    """Read "3", "leerjaar 3" or jaargroep 13 as 3 (DOMAIN 54); None for anything else, such as S or C."""
    cijfers = re.findall(r"\d+", ruw)
    if len(cijfers) != 1 or len(cijfers[0]) > 2:
        return None
    jaar = int(cijfers[0])
    if 11 <= jaar <= 16:
        return jaar - 10
    return jaar if 1 <= jaar <= 8 else None


def email(ruw: str) -> str | None:
    """Return the address, empty for nothing, None for something that is no address."""
    netjes = ruw.strip()
    try:
        if netjes:
            validate_email(netjes)
    except ValidationError:
        return None
    return netjes if len(netjes) <= 254 else None


def telefoon(ruw: str) -> str | None:
    """Return the number, empty for nothing, None for something that is no number."""
    netjes = " ".join(ruw.split())
    return netjes if len(netjes) <= 20 and re.fullmatch(r"[0-9+()\-. /]*", netjes) else None


def gezag(ruw: str) -> str | None:
    """Read ja/nee/true/false/1/0; None when the file does not say."""
    if not ruw.strip():
        return None
    try:
        return _GEZAG_VAN[kaal(ruw)]
    except KeyError:
        raise WaardeFout("Gezag is ja, nee of onbekend.") from None


def relatie(ruw: str) -> str | None:
    """Read the relation of a contact; an unknown word is "anders", nothing is None."""
    return _RELATIE_VAN.get(kaal(ruw), Relatie.ANDERS.value) if ruw.strip() else None


def huishouden(ruw: str) -> int | None:
    """Read household 1 to 4; None when the file does not say."""
    if not ruw.strip():
        return None
    if ruw.strip() not in {"1", "2", "3", "4"}:
        raise WaardeFout("Huishouden is een getal van 1 tot en met 4.")
    return int(ruw)


def splits_achternaam(achternaam: str) -> tuple[str, str, str]:
    """Split "Vries, de" and "De Vries, Anna" into achternaam, tussenvoegsel, roepnaam."""
    voor, komma, na = (deel.strip() for deel in achternaam.partition(","))
    if not komma or not voor:
        return achternaam, "", ""
    if _TUSSENVOEGSEL.fullmatch(na):
        return voor, na, ""
    return voor, "", na
