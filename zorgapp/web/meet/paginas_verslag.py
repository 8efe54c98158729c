"""Pages of closing and of reports as the measurement opens them: arguments of a Pagina."""

from typing import Any

from zorgapp.web.meet.paginas_plannen import VAN_ANGELICA

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_O = "overleg:"
VERSLAGDOELEN: dict[str, str] = {
    "overleg_om_te_sluiten": f"SELECT id FROM overleg_overleg WHERE school_id = {_RIETVEEN} "
    "AND status IN ('bezig', 'pauze') ORDER BY id LIMIT 1",
    "verslag_zorg": "SELECT o.id FROM overleg_overleg o JOIN overleg_agendapunt p ON p.overleg_id = o.id "
    f"WHERE o.school_id = {_RIETVEEN} AND o.soort = 'zorgoverleg' AND o.status = 'afgesloten' "
    f"AND o.{VAN_ANGELICA} ORDER BY o.begin DESC, o.id LIMIT 1",
    "vertellen_open": "SELECT t.id FROM overleg_terugvertellen t JOIN accounts_user u ON u.id = t.mentor_id "
    f"WHERE t.school_id = {_RIETVEEN} AND u.email = 'joris@rietveen.example' ORDER BY t.klaar_op NULLS FIRST, t.id LIMIT 1",
}
VERSLAGPAGINAS: tuple[dict[str, Any], ...] = (
    {
        "naam": "overleg sluiten",
        "url": f"{_O}overleg_sluiten",
        "wie": "angelica",
        "over": "overleg_om_te_sluiten",
    },
    {"naam": "verslag", "url": f"{_O}verslag", "wie": "angelica", "over": "verslag_zorg"},
    {"naam": "verslag begeleider", "url": f"{_O}verslag", "wie": "ruben", "over": "verslag_zorg"},
    {"naam": "terugvertellen", "url": f"{_O}terugvertellen", "wie": "joris"},
    {
        "naam": "terugvertellen te laat",
        "url": f"{_O}terugvertellen",
        "wie": "angelica",
        "vraag": (("toon", "te_laat"),),
    },
    {"naam": "vertellen", "url": f"{_O}vertellen", "wie": "joris", "over": "vertellen_open"},
)
VERSLAGFORMULIEREN = ("overleg_heropenen", "verslag_aanvullen", "verslag_pdf")
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
VERSLAG_ZONDER: dict[str, str] = {
    **{f"{_O}{naam}": _POST for naam in VERSLAGFORMULIEREN},
    f"{_O}verslagen": "a redirect to one report or to the list",
}
