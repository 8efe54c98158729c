"""Pages of hours, means and scenarios as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_B = "beleid:"
URENDOELEN: dict[str, str] = {
    "uren": f"SELECT id FROM beleid_uren WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
    "scenario": f"SELECT id FROM beleid_scenario WHERE school_id = {_RIETVEEN} ORDER BY id DESC LIMIT 1",
    "middel": f"SELECT id FROM beleid_middel WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
}
URENPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "uren", "url": f"{_B}uren", "wie": "angelica"},
    {"naam": "uren schoolleiding", "url": f"{_B}uren", "wie": "marijke"},
    {"naam": "uren nieuwe rol", "url": f"{_B}uren_nieuw", "wie": "angelica"},
    {"naam": "uren minuten", "url": f"{_B}uren_normen", "wie": "angelica"},
    {"naam": "uren eigen tijd", "url": f"{_B}uren_tijd", "wie": "angelica"},
    {"naam": "uren wijzigen", "url": f"{_B}uren_wijzigen", "wie": "angelica", "over": "uren"},
    {"naam": "uren toezeggen", "url": f"{_B}uren_toezeggen", "wie": "marijke", "over": "uren"},
    {"naam": "scenario nieuw", "url": f"{_B}uren_scenario_nieuw", "wie": "angelica"},
    {"naam": "scenario", "url": f"{_B}uren_scenario", "wie": "angelica", "over": "scenario"},
    {
        "naam": "scenario wijzigen",
        "url": f"{_B}uren_scenario_wijzigen",
        "wie": "angelica",
        "over": "scenario",
    },
    {"naam": "scenario gesprek", "url": f"{_B}uren_gesprek", "wie": "angelica", "over": "scenario"},
    {"naam": "middelen", "url": f"{_B}middelen", "wie": "angelica"},
    {"naam": "middel nieuw", "url": f"{_B}middelen_nieuw", "wie": "angelica"},
    {"naam": "middel wijzigen", "url": f"{_B}middelen_wijzigen", "wie": "angelica", "over": "middel"},
)
_POST = "only POST: it changes something and answers with a redirect"
URENFORMULIEREN = (
    "uren_kiezen",
    "uren_pdf",
    "uren_tijd_delen",
    "uren_weg",
    "uren_terug",
    "middelen_weg",
    "middelen_terug",
)
UREN_ZONDER: dict[str, str] = {f"{_B}{naam}": _POST for naam in URENFORMULIEREN}
