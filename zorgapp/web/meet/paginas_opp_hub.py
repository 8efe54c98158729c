"""The page of an OPP and what stands around it, as the measurement opens them: arguments of a Pagina."""

from typing import Any

_O, _POST = "ondersteuning:", "only POST: it changes something and answers with a redirect"
HUBPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "opp", "url": f"{_O}opp", "wie": "angelica", "over": "oppconcept"},
    {"naam": "opp mentor", "url": f"{_O}opp", "wie": "joris", "over": "oppconcept"},
    {"naam": "opp lezen", "url": f"{_O}opp_lezen", "wie": "angelica", "over": "oppconcept", "deel": True},
    {
        "naam": "opp paneel",
        "url": f"{_O}opp_paneel",
        "wie": "angelica",
        "over": "oppconcept",
        "vast": "horen",
        "deel": True,
    },
    {"naam": "opp beheer", "url": f"{_O}opp_beheer", "wie": "angelica", "over": "oppconcept"},
    {"naam": "opp orde", "url": f"{_O}opp_orde", "wie": "angelica"},
    {"naam": "opp orde schoolleiding", "url": f"{_O}opp_orde", "wie": "marijke"},
    {"naam": "opp voorgelegd", "url": f"{_O}opp_voorgelegd", "wie": "marijke"},
)
FORMULIEREN = (
    "opp_vaststellen",
    "opp_vaststellen_herstel",
    "opp_bijstellen",
    "opp_opsteller",
    "opp_leiding",
    "opp_afsluiten",
    "opp_besluit",
)
"""Addresses that only take what is sent; the browser tests leave them out as well."""
HUBZONDER: dict[str, str] = {
    f"{_O}opp_voorgelegd_een": "exists when something was put before somebody; its statements are in test_opp_leiding",
    **{f"{_O}{naam}": _POST for naam in FORMULIEREN},
}
