"""Pages for people from outside, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_extern import EXTERNDOELEN

_ZAT, _ZONDER = EXTERNDOELEN["zat"], EXTERNDOELEN["punt_zonder_naam"]
EXTERNBLADEN: tuple[tuple, ...] = (
    ("overleg:mijn_overleggen", "marieke"),
    ("overleg:mijn_overleg", "marieke", _ZAT),
    ("overleg:mijn_overleg", "marieke", EXTERNDOELEN["zat_verslag"]),
    ("overleg:overleg", "angelica", _ZAT),
    ("overleg:punt_extern", "angelica", EXTERNDOELEN["punt_met_naam"]),
    ("overleg:punt_extern", "angelica", _ZONDER),
)
_POST = "a POST that leads back to the page it was done on"
EXTERN_VRIJGESTELD: dict[str, str] = {"overleg:punt_grond": _POST, "overleg:punt_grond_weg": _POST}
