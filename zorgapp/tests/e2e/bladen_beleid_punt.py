"""Pages of the development point, what waits, and the page Beleid en jaar, as the arguments of a Blad."""

from zorgapp.web.meet.paginas_beleid_punt import PUNTDOELEN, PUNTFORMULIEREN

_PUNT, _LATER = PUNTDOELEN["ontwikkelpunt"], PUNTDOELEN["nietnu"]
PUNTBLADEN: tuple[tuple, ...] = (
    ("beleid:beleid", "angelica"),
    ("beleid:beleid", "marijke"),
    ("beleid:punt_nieuw", "marijke", "", "", "stuur:Kies dit ontwikkelpunt"),
    ("beleid:punt", "angelica", _PUNT),
    ("beleid:punt_wijzigen", "angelica", _PUNT),
    ("beleid:punt_terugkijken", "angelica", _PUNT, "", "stuur:Rond het ontwikkelpunt af"),
    ("beleid:nietnu_nieuw", "angelica", "", "", "stuur:Zet bij bewust later"),
    ("beleid:nietnu", "angelica", _LATER),
)
PUNT_VRIJGESTELD: dict[str, str] = {
    **{f"beleid:{naam}": "only POST: it answers with a page above" for naam in PUNTFORMULIEREN},
    "beleid:punt_meten": "a form of three fields, with the parts of the form of something that waits",
}
