"""Pages of the development point, what waits, and the page Beleid en jaar as the measurement opens them."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_B = "beleid:"
PUNTDOELEN: dict[str, str] = {
    "ontwikkelpunt": f"SELECT id FROM beleid_ontwikkelpunt WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
    "nietnu": f"SELECT id FROM beleid_nietnu WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
}
PUNTPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "beleid en jaar", "url": f"{_B}beleid", "wie": "angelica"},
    {"naam": "beleid en jaar schoolleiding", "url": f"{_B}beleid", "wie": "marijke"},
    {"naam": "tweede ontwikkelpunt", "url": f"{_B}punt_nieuw", "wie": "marijke"},
    {"naam": "ontwikkelpunt", "url": f"{_B}punt", "wie": "angelica", "over": "ontwikkelpunt"},
    {
        "naam": "ontwikkelpunt wijzigen",
        "url": f"{_B}punt_wijzigen",
        "wie": "angelica",
        "over": "ontwikkelpunt",
    },
    {
        "naam": "ontwikkelpunt terugkijken",
        "url": f"{_B}punt_terugkijken",
        "wie": "angelica",
        "over": "ontwikkelpunt",
    },
    {
        "naam": "ontwikkelpunt meten",
        "url": f"{_B}punt_meten",
        "wie": "angelica",
        "over": "ontwikkelpunt",
        "vast": "1",
    },
    {"naam": "bewust later nieuw", "url": f"{_B}nietnu_nieuw", "wie": "angelica"},
    {"naam": "bewust later", "url": f"{_B}nietnu", "wie": "angelica", "over": "nietnu"},
)
_POST = "only POST: it changes something and answers with a redirect"
PUNTFORMULIEREN = ("nietnu_weg", "nietnu_terug")
PUNT_ZONDER: dict[str, str] = {f"{_B}{naam}": _POST for naam in PUNTFORMULIEREN}
