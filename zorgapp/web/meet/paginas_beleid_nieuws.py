"""Pages of news as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_BRIEF = (
    "SELECT b.id FROM beleid_nieuwsbrief b WHERE b.school_id = {} AND b.status = '{}' ORDER BY b.id LIMIT 1"
)
_ITEM = (
    "SELECT {}.id FROM beleid_nieuwsbrief b JOIN beleid_nieuwsbericht i ON i.brief_id = b.id"
    " WHERE b.school_id = {} AND b.status = 'concept' ORDER BY b.id, i.id LIMIT 1"
)
_B = "beleid:"
NIEUWSDOELEN: dict[str, str] = {
    "nieuwsbrief": _BRIEF.format(_RIETVEEN, "geplaatst"),
    "nieuwsconcept": _BRIEF.format(_RIETVEEN, "concept"),
    "nieuwsbrief_van_bericht": _ITEM.format("b", _RIETVEEN),
    "nieuwsbericht": _ITEM.format("i", _RIETVEEN),
    "wet": "SELECT 'hoorrecht'",
}
NIEUWSPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "nieuws", "url": f"{_B}nieuws", "wie": "angelica"},
    {"naam": "nieuws docent", "url": f"{_B}nieuws", "wie": "sanne"},
    {"naam": "om te lezen", "url": f"{_B}nieuws_te_lezen", "wie": "sanne"},
    {"naam": "nieuws nieuw", "url": f"{_B}nieuws_nieuw", "wie": "angelica"},
    {"naam": "nieuwsbrief", "url": f"{_B}nieuws_brief", "wie": "angelica", "over": "nieuwsbrief"},
    {"naam": "nieuwsbrief maken", "url": f"{_B}nieuws_brief", "wie": "angelica", "over": "nieuwsconcept"},
    {"naam": "nieuwsbrief naam", "url": f"{_B}nieuws_titel", "wie": "angelica", "over": "nieuwsconcept"},
    {
        "naam": "nieuwsbericht nieuw",
        "url": f"{_B}nieuws_bericht_nieuw",
        "wie": "angelica",
        "over": "nieuwsconcept",
    },
    {"naam": "wat ging er goed", "url": f"{_B}nieuws_goed", "wie": "angelica"},
    {"naam": "wetten", "url": f"{_B}wetten", "wie": "angelica"},
    {"naam": "wetten leiding", "url": f"{_B}wetten", "wie": "marijke"},
    {"naam": "wet", "url": f"{_B}wet", "wie": "angelica", "over": "wet"},
    {"naam": "wet nakijken", "url": f"{_B}wet_nakijken", "wie": "angelica", "over": "wet"},
    {"naam": "dag rond", "url": f"{_B}dag_rond", "wie": "angelica"},
    {
        "naam": "nieuwsbericht",
        "url": f"{_B}nieuws_bericht",
        "wie": "angelica",
        "over": "nieuwsbrief_van_bericht",
        "daarna": "nieuwsbericht",
    },
)
NIEUWSFORMULIEREN = (
    "nieuws_over",
    "nieuws_plaatsen",
    "nieuws_bericht_weg",
    "nieuws_goed_weg",
    "nieuws_goed_terug",
)
NIEUWS_ZONDER: dict[str, str] = {
    f"{_B}{naam}": "only POST: it changes something and answers with a redirect" for naam in NIEUWSFORMULIEREN
}
