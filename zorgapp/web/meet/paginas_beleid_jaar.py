"""Pages of the jaarkalender as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_B = "beleid:"
JAARDOELEN: dict[str, str] = {
    "activiteit": f"SELECT id FROM beleid_activiteit WHERE school_id = {_RIETVEEN} AND status = 'gepland'"
    " ORDER BY van DESC, id LIMIT 1",
}
_OVER = {"wie": "angelica", "over": "activiteit"}
JAARPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "jaarkalender", "url": f"{_B}kalender", "wie": "angelica"},
    {"naam": "jaarkalender docent", "url": f"{_B}kalender", "wie": "sanne"},
    {"naam": "jaarkalender overnemen", "url": f"{_B}kalender_overnemen", "wie": "angelica"},
    {"naam": "activiteit nieuw", "url": f"{_B}activiteit_nieuw", "wie": "angelica"},
    {"naam": "activiteit", "url": f"{_B}activiteit", **_OVER},
    {"naam": "activiteit wijzigen", "url": f"{_B}activiteit_wijzigen", **_OVER},
    {"naam": "activiteit afronden", "url": f"{_B}activiteit_klaar", **_OVER},
)
_POST = "only POST: it changes something and answers with a redirect"
JAARFORMULIEREN = (
    "kalender_a3",
    "kalender_maken",
    "kalender_meeschuiven",
    "activiteit_vervalt",
    "activiteit_terug",
)
JAAR_ZONDER: dict[str, str] = {
    **{f"{_B}{naam}": _POST for naam in JAARFORMULIEREN},
    f"{_B}kalender_ics": "a calendar file",
}
