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
DEEL_MIN = 3  # "El" and "de" are also words


def verraadt(
    tekst: str, roepnaam: str, achternaam: str, klas: str = "", geboren: date | None = None
) -> list[str]:
    """What in `tekst` gives the pupil away: as `herkenbaar`, a part of a name ("Kees"), and initials ("K.J.", "KB", "K.")."""
    if not tekst:
        return []
    gevonden = herkenbaar(tekst, roepnaam, achternaam, klas, geboren)
    for naam in (roepnaam, achternaam):
        for deel in _DEEL.findall(naam):
            if len(deel) >= DEEL_MIN and naam not in gevonden:
                gevonden += herkenbaar(tekst, deel, "")
    return list(dict.fromkeys(gevonden + _voorletters(tekst, roepnaam, achternaam)))


def _voorletters(tekst: str, roepnaam: str, achternaam: str) -> list[str]:
    """The initials that stand in it, as they stand there. Capitals only: "kb" is no name, and "Ook." is no initial."""
    voor = tuple(deel[0].upper() for deel in _DEEL.findall(roepnaam))
    na = tuple(deel[0].upper() for deel in _DEEL.findall(achternaam))[-1:]
    gevonden = []
    for letters in ((*voor, *na), (*voor[:1], *na), voor, voor[:1]):
        if letters:
            patroon = r"\.[\s-]?".join(letters) + r"\."
            if len(letters) > 1:  # the last dot is often left out: "K.J"
                patroon += "?|" + "[ -]?".join(letters)
            gevonden += re.findall(rf"(?<![\w.])(?:{patroon})(?!\w)", tekst)
    return [een for een in gevonden if not any(een != ander and een in ander for ander in gevonden)]


def voor_lezer(tekst: str, *, naam: bool, verraden: list[str]) -> str:
    """The text as somebody from outside reads it: without a ground nothing that gives the pupil away."""
    return NIET_GETOOND if verraden and not naam else tekst
