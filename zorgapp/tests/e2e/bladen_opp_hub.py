"""Pages around one OPP, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_opp_hub import HUBZONDER

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"


def _een(status: str) -> str:
    return f"SELECT id FROM ondersteuning_opp WHERE school_id = {_RIETVEEN} AND {status} ORDER BY id LIMIT 1"


_OPP = _een("status <> 'afgesloten'")
_VOORGELEGD = "ondersteuning:opp_voorgelegd_een"
Z, MENTOR = "angelica", "joris"
HUBBLADEN: tuple[tuple, ...] = (
    ("ondersteuning:opp", Z, _OPP),
    ("ondersteuning:opp_lezen", Z, _OPP),
    ("ondersteuning:opp_beheer", Z, _OPP),
    ("ondersteuning:opp_beheer", Z, _OPP, "", "stuur:Sluit af"),
    ("ondersteuning:opp_orde", Z),
    ("ondersteuning:opp_orde", "marijke"),
    ("ondersteuning:opp_voorgelegd", "marijke"),
    (_VOORGELEGD, "marijke", "SELECT min(id) FROM ondersteuning_oppvoorlegging", "", "stuur:Stuur terug"),
)
HUB_VRIJGESTELD: dict[str, str] = {
    **{naam: reden for naam, reden in HUBZONDER.items() if naam != _VOORGELEGD},
    "ondersteuning:opp_paneel": "a part of the page of an OPP, which is looked at whole",
}
