"""Pages of ontwikkelingsperspectieven as the measurement opens them: arguments of a Pagina."""

from typing import Any

from zorgapp.web.meet.paginas_opp_hub import HUBPAGINAS, HUBZONDER
from zorgapp.web.meet.paginas_opp_jaar import JAARDOELEN, JAARPAGINAS, JAARZONDER
from zorgapp.web.meet.paginas_opp_samen import SAMENPAGINAS, SAMENZONDER

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
# the OPP in the making with the most goals: a worked case
_CONCEPT = (
    "SELECT v.opp_id FROM ondersteuning_oppversie v LEFT JOIN ondersteuning_oppdoel d ON d.oppversie_id = v.id "
    f"WHERE v.school_id = {_RIETVEEN} AND v.status = 'concept' GROUP BY v.opp_id ORDER BY count(d.id) DESC, v.opp_id LIMIT 1"
)
_O, _POST = "ondersteuning:", "only POST: it changes something and answers with a redirect"
OPPDOELEN: dict[str, str] = {
    **JAARDOELEN,
    "oppconcept": _CONCEPT,
    "opp_zonder": "SELECT l.id FROM leerlingen_leerling l WHERE l.school_id = "
    f"{_RIETVEEN} AND NOT EXISTS (SELECT 1 FROM ondersteuning_opp o WHERE o.leerling_id = l.id) ORDER BY l.id LIMIT 1",
}
_EDITOR: tuple[dict[str, Any], ...] = (
    {"naam": "opp begin", "url": f"{_O}opp_begin", "wie": "angelica", "over": "opp_zonder"},
    {"naam": "opp zinnen", "url": f"{_O}opp_zinnen", "wie": "angelica"},
    {
        "naam": "opp versies naast elkaar",
        "url": f"{_O}opp_vergelijk",
        "wie": "angelica",
        "over": "oppconcept",
    },
    *(
        {"naam": f"opp {s}", "url": f"{_O}opp_scherm", "wie": "angelica", "over": "oppconcept", "vast": s}
        for s in ("start", "beeld", "perspectief", "handelingsdeel", "samen")
    ),
    {
        "naam": "opp nieuws",
        "url": f"{_O}opp_nieuws",
        "wie": "angelica",
        "over": "oppconcept",
        "vast": "start",
        "deel": True,
    },
    {"naam": "opp doel erbij", "url": f"{_O}opp_doel_nieuw", "wie": "angelica", "over": "oppconcept"},
    {
        "naam": "opp afwijking erbij",
        "url": f"{_O}opp_afwijking_nieuw",
        "wie": "angelica",
        "over": "oppconcept",
    },
)
_PAPIER: tuple[dict[str, Any], ...] = (
    {"naam": "opp documenten", "url": f"{_O}opp_papieren", "wie": "angelica", "over": "oppconcept"},
    {"naam": "opp bundels", "url": f"{_O}opp_bundels", "wie": "angelica"},
)
OPPPAGINAS: tuple[dict[str, Any], ...] = (
    *HUBPAGINAS,
    *JAARPAGINAS,
    *SAMENPAGINAS,
    {"naam": "opp stem van de leerling", "url": f"{_O}opp_horen", "wie": "joris", "over": "oppconcept"},
    *_PAPIER,
    *_EDITOR,
)
OPP_ZONDER: dict[str, str] = {
    **HUBZONDER,
    **JAARZONDER,
    **SAMENZONDER,
    f"{_O}opp_invloed": "a form of three fields; its statements are in test_opp_horen_pagina",
    **{
        f"{_O}{naam}": "needs a session that was handed over; its statements are in test_opp_tablet_sessie"
        for naam in ("opp_tablet", "opp_tablet_klaar", "opp_tablet_terug")
    },
    **{
        f"{_O}{naam}": "needs a personal link; its statements are in test_opp_link_pagina"
        for naam in ("opp_link", "opp_link_vertel", "opp_link_vertel_klaar")
    },
    **{
        f"{_O}{naam}": _POST
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
    f"{_O}opp_bundel": "exists when somebody made one; its statements are in test_opp_bundel",
    f"{_O}opp_terug": "sends on to opp_papieren",
    f"{_O}opp_document": "a stored file",
    f"{_O}opp_bundel_bestand": "a stored file",
    **{f"{_O}opp_{naam}": _POST for naam in ("pdf", "document_vraag", "bundel_stop", "bundel_verder")},
    f"{_O}opp_doel": "the same form as opp_doel_nieuw, filled in",
    f"{_O}opp_afwijking": "the same form as opp_afwijking_nieuw, filled in",
    **{
        f"{_O}{naam}": _POST
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
