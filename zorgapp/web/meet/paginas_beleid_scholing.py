"""Pages of training as the measurement opens them: arguments of a Pagina."""

from typing import Any

_VAN_RIETVEEN = (
    "SELECT id FROM beleid_scholing WHERE school_id = (SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
    " AND weg_op IS NULL AND "
)
_B = "beleid:"
SCHOLINGDOELEN: dict[str, str] = {
    "scholing": f"{_VAN_RIETVEEN} NOT gegeven ORDER BY datum DESC, id LIMIT 1",
    "scholing geweest": f"{_VAN_RIETVEEN} datum <= now()::date ORDER BY datum DESC, id LIMIT 1",
}
SCHOLINGPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "scholing", "url": f"{_B}scholing", "wie": "angelica"},
    {"naam": "scholing docent", "url": f"{_B}scholing", "wie": "sanne"},
    {"naam": "scholing nieuw", "url": f"{_B}scholing_nieuw", "wie": "angelica"},
    {"naam": "scholing overnemen", "url": f"{_B}scholing_overnemen", "wie": "angelica"},
    {"naam": "een scholing", "url": f"{_B}scholing_een", "wie": "angelica", "over": "scholing"},
    {"naam": "een scholing docent", "url": f"{_B}scholing_een", "wie": "sanne", "over": "scholing"},
    {"naam": "scholing wijzigen", "url": f"{_B}scholing_wijzigen", "wie": "angelica", "over": "scholing"},
    {
        "naam": "scholing terugkijken",
        "url": f"{_B}scholing_terugkijken",
        "wie": "angelica",
        "over": "scholing geweest",
    },
)
_POST = "only POST: it changes something and answers with a redirect"
SCHOLINGFORMULIEREN = (
    "scholing_meedoen",
    "scholing_afmelden",
    "scholing_heropenen",
    "scholing_vervalt",
    "scholing_terug",
)
SCHOLING_ZONDER: dict[str, str] = {f"{_B}{naam}": _POST for naam in SCHOLINGFORMULIEREN}
