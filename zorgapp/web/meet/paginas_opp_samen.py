"""Pages of talks about an OPP and of who agrees as the measurement opens them: arguments of a Pagina."""

from typing import Any

_O, _POST = "ondersteuning:", "only POST: it changes something and answers with a redirect"
SAMENPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "opp overleg", "url": f"{_O}opp_overleg", "wie": "angelica", "over": "oppconcept"},
    {"naam": "opp akkoord", "url": f"{_O}opp_instemming", "wie": "angelica", "over": "oppconcept"},
)
_VORM = "needs a talk or a question; its statements are in test_opp_samen_paginas"
_LINK = "needs a personal link; its statements are in test_opp_ouder"
SAMENZONDER: dict[str, str] = {
    f"{_O}opp_overleg_verslag": _VORM,
    f"{_O}opp_overleg_verzet": _VORM,
    f"{_O}opp_instemming_antwoord": _VORM,
    f"{_O}opp_link_lees": _LINK,
    f"{_O}opp_link_lees_klaar": _LINK,
    f"{_O}opp_link_reactie": _LINK,
    f"{_O}opp_link_bewijs": _LINK,
    f"{_O}opp_link_bewijs_pdf": "a PDF; what it holds is in test_opp_papieren",
    f"{_O}opp_link_document": "a PDF; what it holds is in test_opp_document",
    f"{_O}opp_overleg_afzeggen": _POST,
    f"{_O}opp_instemming_vraag": _POST,
    f"{_O}opp_instemming_bijwerken": _POST,
    f"{_O}opp_instemming_herinner": _POST,
    f"{_O}opp_instemming_opnieuw": _POST,
    f"{_O}opp_instemming_link": _POST,
}
