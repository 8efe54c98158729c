"""What the open page sends while somebody types."""

import json
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 100_000


class OngeldigConcept(Exception):
    """The message cannot be used; `status` is the HTTP answer, the text is for the writer."""

    def __init__(self, tekst: str, status: int = 400) -> None:
        super().__init__(tekst)
        self.status = status


TE_LANG = OngeldigConcept("Deze tekst is te lang om te bewaren. Maak hem korter.", 413)


@dataclass(frozen=True)
class ConceptBericht:
    """`wie` is whose page this is: on a shared computer another person may have signed in since."""

    versie: int
    inhoud: dict[str, str | list[str]]
    wie: str


def lees_bericht(ruw: bytes) -> ConceptBericht:
    """Read the JSON of a save; raises OngeldigConcept for what is too large or has another shape."""
    if len(ruw) > MAX_BYTES:
        raise TE_LANG
    try:
        bericht = json.loads(ruw)
        versie, inhoud, wie = bericht["versie"], bericht["inhoud"], bericht["wie"]
    except (ValueError, KeyError, TypeError, RecursionError) as fout:
        raise OngeldigConcept("Dit concept is niet te lezen.") from fout
    goed = (
        type(versie) is int
        and 0 <= versie < 2**31 - 1
        and isinstance(wie, str)
        and isinstance(inhoud, dict)
        and all(_is_waarde(waarde) for waarde in inhoud.values())
    )
    if not goed:
        raise OngeldigConcept("Dit concept is niet te lezen.")
    return ConceptBericht(versie, _schoon(inhoud), wie)


def _is_waarde(waarde: Any) -> bool:
    return isinstance(waarde, str) or (
        isinstance(waarde, list) and all(isinstance(deel, str) for deel in waarde)
    )


def _schoon(inhoud: dict[str, Any]) -> dict[str, str | list[str]]:
    """Drop what PostgreSQL cannot store: NUL and halves of a character."""

    def tekst(waarde: str) -> str:
        return waarde.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")

    return {
        tekst(naam): [tekst(deel) for deel in waarde] if isinstance(waarde, list) else tekst(waarde)
        for naam, waarde in inhoud.items()
    }
