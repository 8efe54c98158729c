"""Pages of the agenda as the measurement opens them: arguments of a Pagina."""

from typing import Any

from zorgapp.web.meet.paginas_plannen import VAN_ANGELICA, VAN_JORIS

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_O = "overleg:"
_PUNT = (
    "FROM overleg_agendapunt p JOIN overleg_overleg o ON o.id = p.overleg_id "
    f"WHERE o.school_id = {_RIETVEEN} AND o.soort = 'zorgoverleg' AND o.status = 'gepland' "
    f"AND o.{VAN_ANGELICA} AND p.leerling_id IS NOT NULL ORDER BY o.begin, p.volgorde LIMIT 1"
)
_SANNE = "(SELECT id FROM accounts_user WHERE email = 'sanne@rietveen.example')"
AGENDADOELEN: dict[str, str] = {
    "overleg_agenda": f"SELECT o.id {_PUNT}",
    "agendapunt": f"SELECT p.id {_PUNT}",
    "overleg_bespreking": f"SELECT id FROM overleg_overleg WHERE school_id = {_RIETVEEN} "
    f"AND soort = 'leerlingbespreking' AND status = 'gepland' AND {VAN_JORIS} ORDER BY begin LIMIT 1",
    "rondvraag": f"SELECT r.id FROM overleg_rondvraag r WHERE r.school_id = {_RIETVEEN} AND r.collega_id = {_SANNE} "
    "AND r.ingetrokken_op IS NULL AND r.beantwoord_op IS NULL ORDER BY r.id LIMIT 1",
}
AGENDAPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "agenda", "url": f"{_O}agenda", "wie": "angelica", "over": "overleg_agenda"},
    {"naam": "agenda begeleider", "url": f"{_O}agenda", "wie": "ruben", "over": "overleg_agenda"},
    {"naam": "agenda klas", "url": f"{_O}agenda", "wie": "joris", "over": "overleg_bespreking"},
    {"naam": "vooraf", "url": f"{_O}vooraf", "wie": "angelica", "over": "overleg_agenda"},
    {"naam": "vooraf begeleider", "url": f"{_O}vooraf", "wie": "ruben", "over": "overleg_agenda"},
    {
        "naam": "rondvraag vragen",
        "url": f"{_O}rondvraag_vragen",
        "wie": "angelica",
        "over": "overleg_agenda",
        "daarna": "agendapunt",
    },
    {"naam": "rondvragen", "url": f"{_O}rondvragen", "wie": "sanne"},
    {"naam": "rondvraag", "url": f"{_O}rondvraag", "wie": "sanne", "over": "rondvraag"},
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
AGENDAFORMULIEREN = (
    "agenda_stap",
    "agenda_erbij",
    "agenda_voorstel",
    "agenda_punt",
    "agenda_vraag",
    "agenda_terug",
    "rondvraag_intrekken",
    "rondvraag_herinneren",
    "rondvraag_geen_les",
    "vooraf_pdf",
)
AGENDA_ZONDER: dict[str, str] = {f"overleg:{naam}": _POST for naam in AGENDAFORMULIEREN}
AGENDA_BLAD = f"SELECT o.id, p.id {_PUNT}"
"""Meeting and item in one row."""
