"""Pages of ontwikkelingsperspectieven, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.tests.e2e.bladen_opp_hub import HUB_VRIJGESTELD, HUBBLADEN
from zorgapp.tests.e2e.bladen_opp_jaar import JAAR_VRIJGESTELD, JAARBLADEN
from zorgapp.tests.e2e.bladen_opp_samen import SAMEN_VRIJGESTELD, SAMENBLADEN
from zorgapp.web.meet.paginas_opp import OPPDOELEN

Z = "angelica"
_CONCEPT, _ZONDER = OPPDOELEN["oppconcept"], OPPDOELEN["opp_zonder"]

_ZONDER_WOORDEN = (
    "SELECT h.opp_id FROM ondersteuning_hoorrecht h JOIN ondersteuning_opp o ON o.id = h.opp_id "
    "WHERE o.status <> 'afgesloten' AND h.ziet_af_op IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM ondersteuning_inbreng i WHERE i.hoorrecht_id = h.id) ORDER BY h.id LIMIT 1"
)


def _scherm(sleutel: str) -> str:
    return f"SELECT opp_id, '{sleutel}' FROM ({_CONCEPT}) een"


def _rij(tabel: str, veld: str) -> str:
    """The first goal or deviation of that OPP."""
    return (
        f"SELECT v.opp_id, r.{veld} FROM ondersteuning_{tabel} r JOIN ondersteuning_oppversie v ON v.id = r.oppversie_id "
        f"WHERE v.status = 'concept' AND v.opp_id = ({_CONCEPT}) ORDER BY r.id LIMIT 1"
    )


_EDITOR: tuple[tuple, ...] = (
    ("ondersteuning:opp_begin", Z, _ZONDER),
    ("ondersteuning:opp_begin", Z, _ZONDER, "", "stuur:Begin"),
    ("ondersteuning:opp_zinnen", Z),
    ("ondersteuning:opp_zinnen", Z, "", "", "stuur:Zet erbij"),
    ("ondersteuning:opp_vergelijk", Z, _CONCEPT),
    *(
        ("ondersteuning:opp_scherm", Z, _scherm(s))
        for s in ("start", "beeld", "perspectief", "handelingsdeel", "samen")
    ),
    ("ondersteuning:opp_nieuws", Z, _scherm("start")),
    ("ondersteuning:opp_doel_nieuw", Z, _CONCEPT),
    ("ondersteuning:opp_doel_nieuw", Z, _CONCEPT, "", "stuur:Bewaar het doel"),
    ("ondersteuning:opp_doel", Z, _rij("oppdoel", "stam")),
    ("ondersteuning:opp_afwijking_nieuw", Z, _CONCEPT),
    ("ondersteuning:opp_afwijking_nieuw", Z, _CONCEPT, "", "stuur:Bewaar de afwijking"),
)
_BUNDEL = (
    "INSERT INTO ondersteuning_oppbundel (schooljaar, gemaakt_op, gestopt_op, door_id, school_id) "
    "SELECT 2026, now(), now(), u.id, a.school_id FROM accounts_user u JOIN accounts_aanstelling a ON a.user_id = u.id "
    "WHERE u.email = 'angelica@rietveen.example' LIMIT 1 RETURNING id"
)
"""Somebody stopped it at once: without a worker there is none to look at."""
_PAPIER: tuple[tuple, ...] = (
    ("ondersteuning:opp_papieren", Z, _CONCEPT),
    ("ondersteuning:opp_bundels", Z),
    ("ondersteuning:opp_bundel", Z, _BUNDEL),
)
_HOREN: tuple[tuple, ...] = (
    ("ondersteuning:opp_horen", Z, _CONCEPT),
    ("ondersteuning:opp_horen", Z, _ZONDER_WOORDEN, "", "stuur:Voeg deze woorden toe"),
    ("ondersteuning:opp_link", "", "SELECT 'geen'", "", "", 404),
)
OPPBLADEN: tuple[tuple, ...] = (
    *HUBBLADEN,
    *JAARBLADEN,
    *SAMENBLADEN,
    *_HOREN,
    *_PAPIER,
    *_EDITOR,
)
_POST = "only POST: it changes something and answers with a redirect"
OPP_VRIJGESTELD: dict[str, str] = {
    **HUB_VRIJGESTELD,
    **JAAR_VRIJGESTELD,
    **SAMEN_VRIJGESTELD,
    "ondersteuning:opp_invloed": "the same three fields as on opp_horen, filled in",
    **{
        f"ondersteuning:{naam}": "needs a session that was handed over, or a link; looked at in test_opp_tablet"
        for naam in (
            "opp_tablet",
            "opp_tablet_klaar",
            "opp_tablet_terug",
            "opp_link_vertel",
            "opp_link_vertel_klaar",
        )
    },
    **{
        f"ondersteuning:{naam}": _POST
        for naam in (
            "opp_horen_aanbieden",
            "opp_horen_inbreng",
            "opp_invloed_nieuw",
            "opp_horen_toelichten",
            "opp_horen_afzien",
            "opp_horen_link",
            "opp_horen_geef",
            "opp_tablet_uit",
            "opp_link_intrekken",
        )
    },
    "ondersteuning:opp_terug": "sends on to opp_papieren",
    "ondersteuning:opp_document": "a PDF; what it holds is in test_opp_document",
    "ondersteuning:opp_bundel_bestand": "a ZIP; what it holds is in test_opp_bundel",
    **{
        f"ondersteuning:opp_{naam}": _POST
        for naam in ("pdf", "document_vraag", "bundel_stop", "bundel_verder")
    },
    "ondersteuning:opp_afwijking": "the same form as opp_afwijking_nieuw, filled in",
    **{
        f"ondersteuning:{naam}": _POST
        for naam in (
            "opp_zin_stop",
            "opp_neem",
            "opp_niet_overnemen",
            "opp_toch_tonen",
            "opp_doel_neem",
            "opp_doel_weg",
            "opp_doel_omhoog",
            "opp_afwijking_weg",
        )
    },
}
