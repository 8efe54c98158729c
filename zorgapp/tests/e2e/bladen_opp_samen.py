"""Pages of talks about an OPP and of who agrees, as the arguments of a Blad: name, who, sql, query, state."""

from zorgapp.web.meet.paginas_opp import OPPDOELEN

Z, _CONCEPT = "angelica", OPPDOELEN["oppconcept"]

SAMENBLADEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_overleg", Z, _CONCEPT),
    ("ondersteuning:opp_overleg", Z, _CONCEPT, "", "stuur:Plan dit gesprek"),
    ("ondersteuning:opp_instemming", Z, _CONCEPT),
)
_POST = "only POST: it changes something and answers with a redirect"
_VORM = "needs a talk or a question that the demo does not have at hand; read in test_opp_samen_paginas"
SAMEN_VRIJGESTELD: dict[str, str] = {
    "ondersteuning:opp_overleg_verslag": _VORM,
    "ondersteuning:opp_overleg_verzet": "the same form as on opp_overleg, filled in",
    "ondersteuning:opp_instemming_antwoord": _VORM,
    "ondersteuning:opp_link_lees": "needs a personal link; read in test_opp_ouder",
    "ondersteuning:opp_link_lees_klaar": "needs a personal link; read in test_opp_ouder",
    "ondersteuning:opp_link_document": "a PDF",
    "ondersteuning:opp_link_reactie": "shows opp_link_lees again; read in test_opp_ouder_reactie",
    "ondersteuning:opp_link_bewijs": "a part of opp_link_lees_klaar; read in test_opp_ouder_bewijs",
    "ondersteuning:opp_link_bewijs_pdf": "a PDF",
    "ondersteuning:opp_overleg_afzeggen": _POST,
    "ondersteuning:opp_instemming_vraag": _POST,
    "ondersteuning:opp_instemming_bijwerken": _POST,
    "ondersteuning:opp_instemming_herinner": _POST,
    "ondersteuning:opp_instemming_opnieuw": _POST,
    "ondersteuning:opp_instemming_link": _POST,
}
