"""What gives a pupil away in a text for outsiders, initials too, and what somebody reads who may not hear the name.

The writer is warned (he may know better); a reader without a ground does not get the text (DOMAIN §7.3: initials are not
anonymous).
"""

import re
from datetime import date

from overleg.naamvrij import herkenbaar

LEERLING = "Leerling"
NIET_GETOOND = "Deze tekst is nog niet zonder naam opgeschreven. Vraag ernaar in het overleg."
_DEEL = re.compile(r"[^\W\d_]+")


def verraadt(
    tekst: str, roepnaam: str, achternaam: str, klas: str = "", geboren: date | None = None
) -> list[str]:
    """What in `tekst` gives the pupil away: as `herkenbaar`, and his initials ("K.J.", "K.B.", "KJB", "K.")."""
    if not tekst:
        return []
    return herkenbaar(tekst, roepnaam, achternaam, klas, geboren) + _voorletters(tekst, roepnaam, achternaam)


def _voorletters(tekst: str, roepnaam: str, achternaam: str) -> list[str]:
    """The initials that stand in it, as they stand there. Capitals only: "sv" is no name, and "Ook." is no initial."""
    voor = [deel[0].upper() for deel in _DEEL.findall(roepnaam)]
    na = [deel[0].upper() for deel in _DEEL.findall(achternaam)][-1:]
    rijen = {(*voor, *na), (*voor[:1], *na), tuple(voor)}
    gevonden = []
    for letters in sorted(rijen, key=len, reverse=True):
        los = r"\.\s?".join(map(re.escape, letters)) + r"\."
        aaneen = "|" + "".join(map(re.escape, letters)) if len(letters) > 1 else ""
        patroon = rf"(?<![\w.])(?:{los}{aaneen})(?!\w)" if letters else r"(?!)"
        gevonden += re.findall(patroon, tekst)
    return list(dict.fromkeys(gevonden))


def voor_lezer(tekst: str, *, naam: bool, verraden: list[str]) -> str:
    """The text as somebody from outside reads it: without a ground nothing that gives the pupil away."""
    return NIET_GETOOND if verraden and not naam else tekst
