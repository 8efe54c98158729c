"""Pages of the offer, who waits, who does what and the sociale kaart as the measurement opens them."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"


def _een(tabel: str, waar: str = "true") -> str:
    return f"SELECT id FROM {tabel} WHERE school_id = {_RIETVEEN} AND {waar} ORDER BY id LIMIT 1"


AANBODDOELEN = {
    "aanbod": _een("ondersteuning_aanbod", "naam = 'Gesprekken'"),
    "functionaris": _een("ondersteuning_functionaris"),
    "wachtplek": _een("ondersteuning_wachtplek", "status = 'wacht'"),
    "taak": _een("ondersteuning_ondersteuningstaak"),
    "partner": _een("leerlingen_externepartner"),
}
AANBODPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "ondersteuning", "url": "ondersteuning:structuur", "wie": "angelica"},
    {"naam": "ondersteuning mentor", "url": "ondersteuning:structuur", "wie": "joris"},
    {"naam": "ondersteuning teamleider", "url": "ondersteuning:structuur", "wie": "hanna"},
    {"naam": "ondersteuning schoolleiding", "url": "ondersteuning:structuur", "wie": "marijke"},
    {"naam": "cel", "url": "ondersteuning:structuur_cel", "wie": "angelica", "vast": "2/pers"},
    {"naam": "cel teamleider", "url": "ondersteuning:structuur_cel", "wie": "hanna", "vast": "1/leer"},
    {"naam": "aanbod", "url": "ondersteuning:aanbod_lijst", "wie": "angelica"},
    {"naam": "een aanbod", "url": "ondersteuning:aanbod", "wie": "angelica", "over": "aanbod"},
    {"naam": "een aanbod begeleider", "url": "ondersteuning:aanbod", "wie": "ruben", "over": "aanbod"},
    {"naam": "aanbod nieuw", "url": "ondersteuning:aanbod_nieuw", "wie": "angelica"},
    {"naam": "aanbod wijzigen", "url": "ondersteuning:aanbod_wijzig", "wie": "angelica", "over": "aanbod"},
    {"naam": "functies", "url": "ondersteuning:functionarissen", "wie": "angelica"},
    {"naam": "een functie", "url": "ondersteuning:functionaris", "wie": "angelica", "over": "functionaris"},
    {"naam": "functie nieuw", "url": "ondersteuning:functionaris_nieuw", "wie": "angelica"},
    {
        "naam": "functie wijzigen",
        "url": "ondersteuning:functionaris_wijzig",
        "wie": "angelica",
        "over": "functionaris",
    },
    {"naam": "wachtlijst", "url": "ondersteuning:wachtlijst", "wie": "angelica"},
    {"naam": "een wachtplek", "url": "ondersteuning:wachtplek", "wie": "angelica", "over": "wachtplek"},
    {
        "naam": "op de wachtlijst",
        "url": "ondersteuning:wachtplek_nieuw",
        "wie": "angelica",
        "over": "aanbod",
        "vraag": (("leerling", "@kees_jan"),),
    },
    {"naam": "taken", "url": "ondersteuning:taken", "wie": "angelica"},
    {"naam": "een taak", "url": "ondersteuning:taak", "wie": "angelica", "over": "taak"},
    {"naam": "taak nieuw", "url": "ondersteuning:taak_nieuw", "wie": "angelica"},
    {"naam": "sociale kaart", "url": "leerlingen:partners", "wie": "angelica"},
    {"naam": "een partner", "url": "leerlingen:partner", "wie": "joris", "over": "partner"},
    {"naam": "partner nieuw", "url": "leerlingen:partner_nieuw", "wie": "angelica"},
    {"naam": "partner wijzigen", "url": "leerlingen:partner_wijzig", "wie": "angelica", "over": "partner"},
)
_POST = "only POST: it changes something and answers with a redirect"
AANBOD_ZONDER = dict.fromkeys(
    (
        "ondersteuning:aanbod_stop",
        "ondersteuning:aanbod_overnemen",
        "ondersteuning:aanbod_beginset",
        "ondersteuning:wachtplek_plan",
        "ondersteuning:wachtplek_vervalt",
        "ondersteuning:taakhouder",
        "ondersteuning:taakhouder_weg",
        "ondersteuning:taak_vervalt",
        "ondersteuning:taken_beginset",
        "leerlingen:partner_stop",
    ),
    _POST,
)
