"""Pages of a meeting that is on as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_BEZIG = (
    f"FROM overleg_agendapunt p JOIN overleg_overleg o ON o.id = p.overleg_id WHERE o.school_id = {_RIETVEEN} "
    "AND o.status = 'bezig' AND o.soort = 'mdo' ORDER BY o.begin, p.id LIMIT 1"
)
_O = "overleg:"
LIVEDOELEN: dict[str, str] = {"overleg_bezig": f"SELECT o.id {_BEZIG}", "punt_bezig": f"SELECT p.id {_BEZIG}"}
LIVE_BLAD = f"SELECT o.id, p.id {_BEZIG}"
"""Both arguments of the page in one row."""
_OVER = {"over": "overleg_bezig", "daarna": "punt_bezig"}
LIVEPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "overleg bezig", "url": f"{_O}live_punt", "wie": "angelica", **_OVER},
    {"naam": "overleg bezig notulist", "url": f"{_O}live_punt", "wie": "ilse", **_OVER},
    {"naam": "overleg bezig meelezer", "url": f"{_O}live_punt", "wie": "joris", **_OVER},
    {"naam": "overleg vorige keer", "url": f"{_O}live_los", "wie": "angelica", "over": "overleg_bezig"},
    {"naam": "overleg leerling erbij", "url": f"{_O}live_erbij", "wie": "angelica", "over": "overleg_bezig"},
)
LIVEFORMULIEREN = ("notulen", "antwoord", "afspraak", "aanwezig", "nu", "verder", "stap", "terug")
_POST = "only POST: it changes something and answers with the page it was sent from, or a part of it"
LIVE_ZONDER: dict[str, str] = {
    **{f"{_O}live_{naam}": _POST for naam in LIVEFORMULIEREN},
    f"{_O}live_stand": "JSON for the open page; what it asks is held in overleg/tests/test_live_volgen.py",
    f"{_O}live": "leads to the item that is discussed",
}
