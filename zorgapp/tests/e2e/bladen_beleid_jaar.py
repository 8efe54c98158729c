"""Pages of the jaarkalender, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_jaar import JAARDOELEN, JAARFORMULIEREN

_A = JAARDOELEN["activiteit"]
JAARBLADEN: tuple[tuple, ...] = (
    ("beleid:kalender", "angelica"),
    ("beleid:kalender", "sanne"),
    ("beleid:kalender_overnemen", "angelica"),
    ("beleid:activiteit_nieuw", "angelica", "", "", "stuur:Zet in de kalender"),
    ("beleid:activiteit", "angelica", _A),
    ("beleid:activiteit_wijzigen", "angelica", _A),
    ("beleid:activiteit_klaar", "angelica", _A),
)
JAAR_VRIJGESTELD: dict[str, str] = {
    **{f"beleid:{naam}": "only POST: it answers with a page above" for naam in JAARFORMULIEREN},
    "beleid:kalender_ics": "a calendar file, no page",
}
