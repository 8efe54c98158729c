"""Pages of the figures as the measurement opens them: arguments of a Pagina."""

from typing import Any

_B = "beleid:"
CIJFERDOELEN: dict[str, str] = {}
CIJFERPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "cijfers", "url": f"{_B}cijfers", "wie": "marijke"},
    {"naam": "cijfers coördinator", "url": f"{_B}cijfers", "wie": "angelica"},
    {"naam": "cijfers een periode", "url": f"{_B}cijfers", "wie": "marijke", "vraag": (("periode", "1"),)},
    {"naam": "cijfers ondersteuning", "url": f"{_B}cijfers_deel", "wie": "marijke", "vast": "ondersteuning"},
    {"naam": "cijfers opp", "url": f"{_B}cijfers_deel", "wie": "marijke", "vast": "opp"},
    {"naam": "cijfers aanbod", "url": f"{_B}cijfers_deel", "wie": "marijke", "vast": "aanbod"},
    {"naam": "cijfers docenten", "url": f"{_B}cijfers_deel", "wie": "marijke", "vast": "docenten"},
    {"naam": "cijfers csv", "url": f"{_B}cijfers_csv", "wie": "marijke", "vast": "overzicht"},
    {"naam": "cijfers uitleg", "url": f"{_B}cijfers_uitleg", "wie": "marijke"},
    {"naam": "stilte", "url": f"{_B}cijfers_stilte", "wie": "angelica"},
)
CIJFER_ZONDER: dict[str, str] = {
    f"{_B}cijfers_bestand": "only POST: it starts a job of the worker",
    f"{_B}cijfers_rekenblad": "a file that a worker made",
}
