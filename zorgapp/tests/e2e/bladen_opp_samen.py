"""Pages of talks about an OPP and of who agrees, as the arguments of a Blad: name, who, sql, query, state."""

from zorgapp.web.meet.paginas_opp import OPPDOELEN

Z, _CONCEPT = "angelica", OPPDOELEN["oppconcept"]
_GEHOUDEN = "SELECT min(id) FROM ondersteuning_overeenstemming WHERE status = 'gehouden'"
_OPEN = (
    "SELECT min(v.id) FROM ondersteuning_instemmingverzoek v JOIN ondersteuning_oppversie o ON o.id = v.oppversie_id "
    "WHERE o.handelingsdeel = 'voorgelegd' AND v.vervallen_op IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM ondersteuning_instemming i WHERE i.verzoek_id = v.id)"
)
_GEVRAAGD = (
    "SELECT o.opp_id FROM ondersteuning_oppversie o JOIN ondersteuning_instemmingverzoek v ON v.oppversie_id = o.id "
    f"WHERE v.id = ({_OPEN})"
)

SAMENBLADEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_overleg", Z, _CONCEPT),
    ("ondersteuning:opp_overleg", Z, _CONCEPT, "", "stuur:Plan dit gesprek"),
    ("ondersteuning:opp_overleg_verslag", Z, _GEHOUDEN),
    ("ondersteuning:opp_instemming", Z, _CONCEPT),
    ("ondersteuning:opp_instemming", Z, _GEVRAAGD),
    ("ondersteuning:opp_instemming_antwoord", Z, _OPEN, "", "stuur:Leg dit antwoord vast"),
)
_POST = "only POST: it changes something and answers with a redirect"
SAMEN_VRIJGESTELD: dict[str, str] = {
    "ondersteuning:opp_overleg_verzet": "the same form as on opp_overleg, filled in",
    "ondersteuning:opp_link_lees": "needs a personal link; looked at in test_opp_verhaal",
    "ondersteuning:opp_link_lees_klaar": "needs a personal link; looked at in test_opp_verhaal",
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
