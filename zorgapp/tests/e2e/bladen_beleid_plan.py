"""Pages of the yearly plan, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_plan import PLANDOELEN, PLANFORMULIEREN

_PLAN, _TEAM = PLANDOELEN["beleidsplan"], PLANDOELEN["beleidsplan_team"]
_VISIE = f"SELECT ({_TEAM}), 'visie'"
_REACTIE = f"SELECT plan_id, id FROM beleid_planreactie WHERE plan_id = ({_TEAM}) ORDER BY id LIMIT 1"
PLANBLADEN: tuple[tuple, ...] = (
    ("beleid:plan", "angelica"),
    ("beleid:plan", "sanne"),
    ("beleid:plan_lezen", "angelica", _PLAN),
    ("beleid:plan_lezen", "sanne", _TEAM),
    ("beleid:plan_lezers", "angelica", _PLAN),
    ("beleid:plan_verschil", "angelica", _TEAM),
    ("beleid:plan_deel", "angelica", _VISIE),
    ("beleid:plan_factoren", "angelica", _TEAM),
    ("beleid:plan_factor_nieuw", "angelica", _TEAM, "", "stuur:Zet erbij"),
    ("beleid:plan_reacties", "sanne", _TEAM, "", "stuur:Plaats je reactie"),
    ("beleid:plan_reactie", "angelica", _REACTIE),
)
PLAN_VRIJGESTELD: dict[str, str] = {
    **{f"beleid:plan_{naam}": "only POST: it answers with a page above" for naam in PLANFORMULIEREN},
    "beleid:plan_factor": "the form of plan_factor_nieuw, filled in",
}
