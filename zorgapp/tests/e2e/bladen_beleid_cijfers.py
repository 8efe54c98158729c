"""Pages of the figures, as the arguments of a Blad: name, who, sql, query, state, status."""

CIJFERBLADEN: tuple[tuple, ...] = (
    ("beleid:cijfers", "marijke"),
    ("beleid:cijfers", "angelica", "", "?jaar=1999-2000", "", 404),
    ("beleid:cijfers", "angelica", "", "?niveau=pro"),
    ("beleid:cijfers_deel", "marijke", "SELECT 'ondersteuning'"),
    ("beleid:cijfers_deel", "marijke", "SELECT 'aanbod'"),
    ("beleid:cijfers", "marijke", "", "?tabel=signalen"),
    ("beleid:cijfers_uitleg", "marijke"),
    ("beleid:cijfers_stilte", "angelica"),
)
CIJFER_VRIJGESTELD: dict[str, str] = {
    "beleid:cijfers_csv": "a file",
    "beleid:cijfers_rekenblad": "a file",
    "beleid:cijfers_bestand": "only POST: it answers with the progress of a job",
}
