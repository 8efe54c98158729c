"""Pages of trajectories, goals and groups as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_RUBEN = "SELECT id FROM accounts_user WHERE email = 'ruben@rietveen.example'"
_KEES_JAN = (
    f"SELECT id FROM leerlingen_leerling WHERE school_id = {_RIETVEEN} AND roepnaam = 'Kees Jan' "
    "AND achternaam = 'Bakker' ORDER BY id LIMIT 1"
)
_VAN_RUBEN = f"status = 'loopt' AND regievoerder_id = ({_RUBEN})"
_TRAJECTEN = f"SELECT id FROM ondersteuning_traject WHERE {_VAN_RUBEN}"


def _eerste(tabel: str, waar: str) -> str:
    return f"SELECT id FROM {tabel} WHERE school_id = {_RIETVEEN} AND {waar} ORDER BY id LIMIT 1"


TRAJECTDOELEN = {
    "ruben": _RUBEN,
    "vervolg_traject": _eerste(
        "ondersteuning_vervolg", "status = 'open' AND soort IN ('tweede_lijn', 'derde_lijn')"
    ),
    "traject_ruben": _eerste("ondersteuning_traject", _VAN_RUBEN),
    "traject_kees_jan": _eerste("ondersteuning_traject", f"status = 'loopt' AND leerling_id = ({_KEES_JAN})"),
    "doel_ruben": _eerste("ondersteuning_doel", f"traject_id IN ({_TRAJECTEN})"),
    "evaluatie_ruben": _eerste("ondersteuning_evaluatie", f"traject_id IN ({_TRAJECTEN})"),
    "groep_ruben": _eerste(
        "ondersteuning_groepstraject", f"afgesloten_op IS NULL AND begeleider_id = ({_RUBEN})"
    ),
    "sessie_ruben": _eerste("ondersteuning_sessie", f"door_id = ({_RUBEN})"),
}
TRAJECTPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "mijn trajecten", "url": "ondersteuning:caseload", "wie": "ruben"},
    {
        "naam": "trajecten van een collega",
        "url": "ondersteuning:caseload",
        "wie": "angelica",
        "vraag": (("wie", "@ruben"),),
    },
    {"naam": "traject starten", "url": "ondersteuning:traject_nieuw", "wie": "ruben"},
    {
        "naam": "traject starten uit een vervolg",
        "url": "ondersteuning:traject_nieuw",
        "wie": "angelica",
        "vraag": (("vervolg", "@vervolg_traject"),),
    },
    {
        "naam": "traject leerling zoeken",
        "url": "ondersteuning:traject_leerling",
        "wie": "ruben",
        "vraag": (("q", "kee"),),
        "deel": True,
    },
    {"naam": "traject", "url": "ondersteuning:traject", "wie": "ruben", "over": "traject_ruben"},
    {"naam": "traject docent", "url": "ondersteuning:traject", "wie": "sanne", "over": "traject_kees_jan"},
    {
        "naam": "traject wijzigen",
        "url": "ondersteuning:traject_wijzig",
        "wie": "ruben",
        "over": "traject_ruben",
    },
    {
        "naam": "traject afsluiten",
        "url": "ondersteuning:traject_afsluiten",
        "wie": "ruben",
        "over": "traject_ruben",
    },
    {
        "naam": "traject evalueren",
        "url": "ondersteuning:evaluatie_nieuw",
        "wie": "ruben",
        "over": "traject_ruben",
    },
    {
        "naam": "traject sessie plannen",
        "url": "ondersteuning:traject_sessie",
        "wie": "ruben",
        "over": "traject_ruben",
    },
    {"naam": "doel nieuw", "url": "ondersteuning:doel_nieuw", "wie": "ruben", "over": "traject_ruben"},
    {"naam": "doel", "url": "ondersteuning:doel", "wie": "ruben", "over": "doel_ruben"},
    {"naam": "evaluatie", "url": "ondersteuning:evaluatie", "wie": "ruben", "over": "evaluatie_ruben"},
    {
        "naam": "evaluatie verbeteren",
        "url": "ondersteuning:evaluatie_corrigeer",
        "wie": "ruben",
        "over": "evaluatie_ruben",
    },
    {"naam": "groep nieuw", "url": "ondersteuning:groep_nieuw", "wie": "ruben"},
    {"naam": "groep", "url": "ondersteuning:groep", "wie": "ruben", "over": "groep_ruben"},
    {"naam": "groep wijzigen", "url": "ondersteuning:groep_wijzig", "wie": "ruben", "over": "groep_ruben"},
    {
        "naam": "groep sessie plannen",
        "url": "ondersteuning:groep_sessie",
        "wie": "ruben",
        "over": "groep_ruben",
    },
    {"naam": "groep scores", "url": "ondersteuning:groep_meting", "wie": "ruben", "over": "groep_ruben"},
    {
        "naam": "groep afsluiten",
        "url": "ondersteuning:groep_afsluiten",
        "wie": "ruben",
        "over": "groep_ruben",
    },
    {"naam": "sessie", "url": "ondersteuning:sessie", "wie": "ruben", "over": "sessie_ruben"},
)
_POST = "only POST: it changes something and answers with a redirect or the page above"
TRAJECT_ZONDER = {
    f"ondersteuning:{naam}": _POST
    for naam in (
        "traject_overdragen",
        "traject_heropenen",
        "regie_antwoord",
        "doel_vervallen",
        "doel_stand",
        "groep_heropenen",
    )
}
