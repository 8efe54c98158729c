"""Pages of a meeting that is on, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_live import LIVE_BLAD, LIVEDOELEN, LIVEFORMULIEREN

_BEZIG = LIVEDOELEN["overleg_bezig"]
LIVEBLADEN: tuple[tuple, ...] = (
    ("overleg:live_punt", "angelica", LIVE_BLAD),
    ("overleg:live_punt", "joris", LIVE_BLAD),
    ("overleg:live_punt", "angelica", LIVE_BLAD, "", "stuur:Afspraak vastleggen"),
    ("overleg:live_los", "angelica", _BEZIG),
    ("overleg:live_erbij", "angelica", _BEZIG),
    ("overleg:live_erbij", "angelica", _BEZIG, "", "stuur:Zet op de agenda"),
)
LIVE_VRIJGESTELD: dict[str, str] = {
    **{f"overleg:live_{naam}": "only POST: it answers with the page above" for naam in LIVEFORMULIEREN},
    "overleg:live": "leads to the page above",
    "overleg:live_stand": "JSON",
}
