"""Pages of the yearly plan as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_MET = f"SELECT id FROM beleid_beleidsplan WHERE school_id = {_RIETVEEN} AND {{}} ORDER BY id LIMIT 1"
_TEAM_SQL = _MET.format("status = 'bespreking'")
_B = "beleid:"
PLANDOELEN: dict[str, str] = {
    "beleidsplan": _MET.format("status = 'gepubliceerd'"),
    "beleidsplan_team": _TEAM_SQL,
    "planfactor": f"SELECT id FROM beleid_planfactor WHERE plan_id = ({_TEAM_SQL}) ORDER BY id LIMIT 1",
    "planreactie": f"SELECT id FROM beleid_planreactie WHERE plan_id = ({_TEAM_SQL}) ORDER BY id LIMIT 1",
}
_TEAM = {"over": "beleidsplan_team", "wie": "angelica"}
PLANPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "plannen", "url": f"{_B}plan", "wie": "angelica"},
    {"naam": "plan", "url": f"{_B}plan_lezen", "wie": "sanne", "over": "beleidsplan"},
    {"naam": "plan lezers", "url": f"{_B}plan_lezers", "wie": "angelica", "over": "beleidsplan"},
    {"naam": "plan bij team", "url": f"{_B}plan_lezen", **_TEAM},
    {"naam": "plan verschil", "url": f"{_B}plan_verschil", **_TEAM},
    {"naam": "plan factoren", "url": f"{_B}plan_factoren", **_TEAM},
    {"naam": "plan factor nieuw", "url": f"{_B}plan_factor_nieuw", **_TEAM},
    {"naam": "plan factor", "url": f"{_B}plan_factor", **_TEAM, "daarna": "planfactor"},
    {"naam": "plan schrijven", "url": f"{_B}plan_deel", **_TEAM, "vast": "visie"},
    {"naam": "plan reacties", "url": f"{_B}plan_reacties", **_TEAM},
    {"naam": "plan reactie", "url": f"{_B}plan_reactie", **_TEAM, "daarna": "planreactie"},
)
_POST = "only POST: it changes something and answers with a redirect"
PLANFORMULIEREN = ("nieuw", "gelezen", "pdf", "blad", "factor_weg", "stap", "volgende", "weghalen")
PLAN_ZONDER: dict[str, str] = {f"{_B}plan_{naam}": _POST for naam in PLANFORMULIEREN}
