"""Pages of planning meetings as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_VAN = "SELECT id FROM accounts_user WHERE email = '{}@rietveen.example'"
VAN_ANGELICA = f"voorzitter_id = ({_VAN.format('angelica')})"
"""The meetings of the story, which the people who measure take part in."""
VAN_JORIS = f"voorzitter_id = ({_VAN.format('joris')})"
_O = "overleg:"
PLANDOELEN: dict[str, str] = {
    "overleg_straks": f"SELECT id FROM overleg_overleg WHERE school_id = {_RIETVEEN} AND soort = 'zorgoverleg' "
    f"AND status = 'gepland' AND {VAN_ANGELICA} ORDER BY begin DESC LIMIT 1",
    "overleg_geweest": f"SELECT id FROM overleg_overleg WHERE school_id = {_RIETVEEN} AND soort = 'zorgoverleg' "
    f"AND status = 'afgesloten' AND {VAN_ANGELICA} ORDER BY begin DESC LIMIT 1",
    "overleg_klas": f"SELECT id FROM overleg_overleg WHERE school_id = {_RIETVEEN} AND soort = 'leerlingbespreking' "
    f"AND status = 'gepland' AND {VAN_JORIS} ORDER BY begin LIMIT 1",
    "overlegreeks": f"SELECT id FROM overleg_overlegreeks WHERE school_id = {_RIETVEEN} AND soort = 'zorgoverleg' "
    "ORDER BY id LIMIT 1",
    "overlegreeks_zat": f"SELECT id FROM overleg_overlegreeks WHERE school_id = {_RIETVEEN} AND soort = 'zat' "
    "ORDER BY id LIMIT 1",
}
_SOORT = (("soort", "zorgoverleg"),)
PLANPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "overleggen", "url": f"{_O}overleggen", "wie": "angelica"},
    {"naam": "overleggen begeleider", "url": f"{_O}overleggen", "wie": "ruben"},
    {"naam": "overleggen docent", "url": f"{_O}overleggen", "wie": "sanne"},
    {
        "naam": "overleggen geweest",
        "url": f"{_O}overleggen",
        "wie": "angelica",
        "vraag": (("toon", "geweest"),),
    },
    {"naam": "overlegreeksen", "url": f"{_O}overleggen", "wie": "angelica", "vraag": (("toon", "reeksen"),)},
    {"naam": "vandaag overleg", "url": f"{_O}overleg_vandaag", "wie": "angelica", "deel": True},
    {"naam": "overleg plannen soort", "url": f"{_O}overleg_nieuw", "wie": "angelica"},
    {"naam": "overleg plannen", "url": f"{_O}overleg_nieuw", "wie": "angelica", "vraag": _SOORT},
    {
        "naam": "mdo plannen",
        "url": f"{_O}overleg_nieuw",
        "wie": "joris",
        "vraag": (("soort", "mdo"), ("leerling", "@kees_jan")),
    },
    {"naam": "overleg", "url": f"{_O}overleg", "wie": "angelica", "over": "overleg_straks"},
    {"naam": "overleg begeleider", "url": f"{_O}overleg", "wie": "ruben", "over": "overleg_straks"},
    {"naam": "overleg geweest", "url": f"{_O}overleg", "wie": "angelica", "over": "overleg_geweest"},
    {"naam": "overleg docent", "url": f"{_O}overleg", "wie": "sanne", "over": "overleg_klas"},
    {"naam": "overleg wijzigen", "url": f"{_O}overleg_wijzigen", "wie": "angelica", "over": "overleg_straks"},
    {"naam": "overlegreeks nieuw", "url": f"{_O}reeks_nieuw", "wie": "angelica", "vraag": _SOORT},
    {"naam": "overlegreeks", "url": f"{_O}reeks", "wie": "angelica", "over": "overlegreeks"},
    {"naam": "overlegreeks zat", "url": f"{_O}reeks", "wie": "angelica", "over": "overlegreeks_zat"},
    {
        "naam": "overlegreeks wijzigen",
        "url": f"{_O}reeks_wijzigen",
        "wie": "angelica",
        "over": "overlegreeks",
    },
    {"naam": "agendafeed", "url": f"{_O}agendafeed", "wie": "ruben"},
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
PLANFORMULIEREN = (
    "overleg_deelnemer",
    "overleg_deelnemer_weg",
    "overleg_afzeggen",
    "overleg_herstellen",
    "overleg_begin",
    "reeks_stoppen",
    "reeks_lid",
    "reeks_lid_weg",
    "agendafeed_intrekken",
)
PLAN_ZONDER: dict[str, str] = {
    **{f"{_O}{naam}": _POST for naam in (*PLANFORMULIEREN, "agendafeed_maken")},
    f"{_O}overleg_ics": "a calendar file",
    f"{_O}agendafeed_ics": "a calendar file behind an address that is shown once",
}
