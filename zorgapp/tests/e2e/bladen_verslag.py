"""Pages of closing and of reports, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_verslag import VERSLAGDOELEN, VERSLAGFORMULIEREN

_VERSLAG = VERSLAGDOELEN["verslag_zorg"]
VERSLAGBLADEN: tuple[tuple, ...] = (
    ("overleg:overleg_sluiten", "angelica", VERSLAGDOELEN["overleg_om_te_sluiten"]),
    ("overleg:verslag", "angelica", _VERSLAG),
    ("overleg:verslag", "ruben", _VERSLAG),
    ("overleg:terugvertellen", "joris"),
    ("overleg:terugvertellen", "angelica", "", "?toon=te_laat"),
    ("overleg:terugvertellen", "joris", "", "?toon=klaar"),
    ("overleg:vertellen", "joris", VERSLAGDOELEN["vertellen_open"]),
    ("overleg:vertellen", "joris", VERSLAGDOELEN["vertellen_open"], "", "stuur:Noteer"),
)
VERSLAG_VRIJGESTELD: dict[str, str] = {
    **{f"overleg:{naam}": "only POST: it answers with a page above" for naam in VERSLAGFORMULIEREN},
    "overleg:verslagen": "a redirect to one report or to the list",
}
