"""Pages of the ondersteuningsaanbod for the schoolgids as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_TEKST = "SELECT id FROM beleid_aanbodtekst WHERE school_id = {} AND status = '{}' ORDER BY schooljaar DESC, id DESC LIMIT 1"
_B = "beleid:"
AANBODTEKSTDOELEN: dict[str, str] = {
    "aanbodtekst": _TEKST.format(_RIETVEEN, "vastgesteld"),
    "aanbodtekst_concept": _TEKST.format(_RIETVEEN, "concept"),
    "aanbodregel": "SELECT a.stam FROM ondersteuning_aanbod a JOIN beleid_aanbodtekst t ON t.school_id = a.school_id"
    f" AND t.schooljaar = a.schooljaar WHERE a.school_id = {_RIETVEEN} AND t.status = 'concept' ORDER BY a.id LIMIT 1",
}
AANBODTEKSTPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "aanbodtekst", "url": f"{_B}aanbodtekst", "wie": "marijke"},
    {
        "naam": "aanbodtekst schrijven",
        "url": f"{_B}aanbodtekst_schrijven",
        "wie": "angelica",
        "over": "aanbodtekst_concept",
    },
    {
        "naam": "aanbodtekst woorden",
        "url": f"{_B}aanbodtekst_woorden",
        "wie": "angelica",
        "over": "aanbodtekst_concept",
        "daarna": "aanbodregel",
    },
    {"naam": "aanbodtekst html", "url": f"{_B}aanbodtekst_html", "wie": "angelica", "over": "aanbodtekst"},
)
_POST = "only POST: it changes something and answers with a redirect"
AANBODTEKSTFORMULIEREN = ("begin", "weggooien", "voorleggen", "terughalen", "pdf")
AANBODTEKST_ZONDER: dict[str, str] = {
    **{f"{_B}aanbodtekst_{naam}": _POST for naam in AANBODTEKSTFORMULIEREN},
    f"{_B}aanbodtekst_voorbeeld": "only POST: the live preview, the right half of the page of writing",
    f"{_B}aanbodtekst_vaststellen": "only for a text that was put forward: the reading page with a form of one field",
    f"{_B}aanbodtekst_terugsturen": "only for a text that was put forward: the reading page with a form of one field",
}
