"""Pages for people from outside as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_O, _POST = "overleg:", "only POST: it changes something and answers with a redirect"
_MET = f"FROM overleg_agendapunt p JOIN overleg_overleg o ON o.id = p.overleg_id WHERE o.school_id = {_RIETVEEN} "
EXTERNDOELEN: dict[str, str] = {
    "zat": f"SELECT o.id {_MET} AND p.voor_externen AND o.soort = 'zat' AND o.status = 'gepland' "
    "ORDER BY o.begin LIMIT 1",
    "zat_verslag": f"SELECT o.id {_MET} AND p.voor_externen AND o.status = 'afgesloten' ORDER BY o.begin DESC LIMIT 1",
    "punt_met_naam": f"SELECT p.id {_MET} AND p.voor_externen AND o.soort = 'zat' ORDER BY p.volgorde, p.id LIMIT 1",
    "punt_zonder_naam": f"SELECT p.id {_MET} AND p.voor_externen AND o.soort = 'zat' "
    "ORDER BY p.volgorde DESC, p.id DESC LIMIT 1",
}
EXTERNPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "mijn overleggen", "url": f"{_O}mijn_overleggen", "wie": "marieke"},
    {"naam": "mijn overleg", "url": f"{_O}mijn_overleg", "wie": "marieke", "over": "zat"},
    {"naam": "mijn overleg verslag", "url": f"{_O}mijn_overleg", "wie": "marieke", "over": "zat_verslag"},
    {"naam": "punt voor externen", "url": f"{_O}punt_extern", "wie": "angelica", "over": "punt_zonder_naam"},
)
EXTERN_ZONDER: dict[str, str] = {f"{_O}punt_grond": _POST, f"{_O}punt_grond_weg": _POST}
