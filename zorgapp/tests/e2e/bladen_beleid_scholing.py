"""Pages of training, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_scholing import SCHOLINGDOELEN, SCHOLINGFORMULIEREN

_S, _WAS = SCHOLINGDOELEN["scholing"], SCHOLINGDOELEN["scholing geweest"]
SCHOLINGBLADEN: tuple[tuple, ...] = (
    ("beleid:scholing", "angelica"),
    ("beleid:scholing", "sanne"),
    ("beleid:scholing_nieuw", "angelica", "", "", "stuur:Zet in de lijst"),
    ("beleid:scholing_overnemen", "angelica"),
    ("beleid:scholing_een", "angelica", _S),
    ("beleid:scholing_een", "sanne", _S),
    ("beleid:scholing_een", "marijke", _WAS),
    ("beleid:scholing_wijzigen", "angelica", _S),
    ("beleid:scholing_terugkijken", "angelica", _WAS),
)
SCHOLING_VRIJGESTELD: dict[str, str] = {
    f"beleid:{naam}": "only POST: it answers with a page above" for naam in SCHOLINGFORMULIEREN
}
