"""Pages of the ondersteuningsaanbod for the schoolgids, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_aanbod import AANBODTEKSTDOELEN, AANBODTEKSTFORMULIEREN

_CONCEPT, _TEKST = AANBODTEKSTDOELEN["aanbodtekst_concept"], AANBODTEKSTDOELEN["aanbodtekst"]
AANBODTEKSTBLADEN: tuple[tuple, ...] = (
    ("beleid:aanbodtekst", "angelica"),
    ("beleid:aanbodtekst", "marijke", "", "?versie=1"),
    ("beleid:aanbodtekst_schrijven", "angelica", _CONCEPT),
    ("beleid:aanbodtekst_html", "marijke", _TEKST),
)
AANBODTEKST_VRIJGESTELD: dict[str, str] = {
    **{
        f"beleid:aanbodtekst_{naam}": "only POST: it answers with a page above"
        for naam in AANBODTEKSTFORMULIEREN
    },
    "beleid:aanbodtekst_voorbeeld": "only POST: the right half of the page of writing",
    "beleid:aanbodtekst_woorden": "a form of one field, with the parts of the page of writing",
    "beleid:aanbodtekst_vaststellen": "needs a text that was put forward: the reading page with a form of one field",
    "beleid:aanbodtekst_terugsturen": "needs a text that was put forward: the reading page with a form of one field",
}
