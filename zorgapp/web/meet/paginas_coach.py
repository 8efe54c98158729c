"""Pages of the coachlijn and of cases as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_O = "overleg:"
COACHDOELEN: dict[str, str] = {
    "coachvraag": f"SELECT id FROM overleg_coachvraag WHERE school_id = {_RIETVEEN} AND status = 'loopt' "
    "ORDER BY id LIMIT 1",
    "intervisie": f"SELECT id FROM overleg_overleg WHERE school_id = {_RIETVEEN} AND soort = 'intervisie' "
    "AND status = 'gepland' ORDER BY begin DESC LIMIT 1",
}
COACHPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "coachlijn", "url": f"{_O}coachlijn", "wie": "angelica"},
    {"naam": "coachlijn docent", "url": f"{_O}coachlijn", "wie": "sanne"},
    {"naam": "coachvraag nieuw", "url": f"{_O}coach_nieuw", "wie": "sanne"},
    {"naam": "coachvraag", "url": f"{_O}coachvraag", "wie": "sanne", "over": "coachvraag"},
    {"naam": "casus", "url": f"{_O}casus", "wie": "ruben", "over": "intervisie"},
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
COACHFORMULIEREN = ("coach_sluiten", "coach_intrekken", "casus_weg")
COACH_ZONDER: dict[str, str] = {
    **{f"{_O}{naam}": _POST for naam in COACHFORMULIEREN},
    f"{_O}casus_wijzigen": "the form of the page of the cases, filled in",
}
