"""Pages of who must have an OPP, evaluations and the ROD as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_O, _POST = "ondersteuning:", "only POST: it changes something and answers with a redirect"
_LOOPT = f"SELECT id FROM ondersteuning_opp WHERE school_id = {_RIETVEEN} AND status = 'loopt'"
JAARDOELEN: dict[str, str] = {
    "opploopt": f"{_LOOPT} ORDER BY id LIMIT 1",
    "opprod": f"{_LOOPT} AND NOT pro ORDER BY id LIMIT 1",
    "beschikking": f"SELECT id FROM ondersteuning_beschikking WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
    "oppevaluatie": "SELECT id FROM ondersteuning_oppevaluatie "
    f"WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
}
JAARPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "opp lijst", "url": f"{_O}opp_lijst", "wie": "angelica"},
    {"naam": "opp lijst mentor", "url": f"{_O}opp_lijst", "wie": "joris"},
    {"naam": "opp lijst loopt", "url": f"{_O}opp_lijst", "wie": "angelica", "vraag": (("lijst", "loopt"),)},
    {
        "naam": "opp lijst evaluatie",
        "url": f"{_O}opp_lijst",
        "wie": "angelica",
        "vraag": (("lijst", "evaluatie"),),
    },
    {"naam": "opp lijst rod", "url": f"{_O}opp_lijst", "wie": "angelica", "vraag": (("lijst", "rod"),)},
    {"naam": "opp waarom", "url": f"{_O}opp_redenen", "wie": "joris", "over": "kees_jan"},
    {
        "naam": "beschikking erbij",
        "url": f"{_O}opp_beschikking_nieuw",
        "wie": "angelica",
        "over": "kees_jan",
    },
    {"naam": "opp evaluaties", "url": f"{_O}opp_evaluaties", "wie": "angelica", "over": "oppconcept"},
)
_VORM = "a form of a few fields; its statements are in test_opp_besluit"
_LOOPEND = "needs an OPP that is in force; its statements are in test_opp_jaar_pagina"
JAARZONDER: dict[str, str] = {
    f"{_O}opp_tijdelijk_nieuw": _VORM,
    f"{_O}opp_beschikking": _VORM,
    f"{_O}opp_tijdelijk": _VORM,
    f"{_O}opp_evaluatie": _LOOPEND,
    f"{_O}opp_evaluatie_verbeter": _LOOPEND,
    f"{_O}opp_rod": _LOOPEND,
    f"{_O}opp_beschikking_weg": _POST,
    f"{_O}opp_tijdelijk_weg": _POST,
}
