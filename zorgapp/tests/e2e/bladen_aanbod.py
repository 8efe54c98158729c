"""Pages of the offer, who waits, who does what and the sociale kaart, as the arguments of a Blad."""

_SCHOOL = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
Z, MENTOR, LEIDING = "angelica", "joris", "marijke"


def _een(tabel: str, waar: str = "true") -> str:
    return f"SELECT id FROM {tabel} WHERE school_id = {_SCHOOL} AND {waar} ORDER BY id LIMIT 1"


_FAALANGST = _een("ondersteuning_aanbod", "naam = 'Faalangsttraining'")
_FUNCTIE = _een("ondersteuning_functionaris")
_WACHT = _een("ondersteuning_wachtplek", "status = 'wacht'")
_TAAK = _een("ondersteuning_ondersteuningstaak")
_PARTNER = _een("leerlingen_externepartner")

AANBODBLADEN: tuple[tuple[str, ...], ...] = (
    ("ondersteuning:structuur",),
    ("ondersteuning:structuur", MENTOR),
    ("ondersteuning:structuur", LEIDING),
    ("ondersteuning:structuur_cel", Z, "SELECT 2, 'pers'"),
    ("ondersteuning:aanbod_lijst",),
    ("ondersteuning:aanbod_lijst", LEIDING),
    ("ondersteuning:aanbod_lijst", Z, "", "?lijn=3&vorm=klas"),
    ("ondersteuning:aanbod", Z, _FAALANGST),
    ("ondersteuning:aanbod_nieuw",),
    ("ondersteuning:aanbod_nieuw", Z, "", "", "stuur:Bewaar"),
    ("ondersteuning:aanbod_wijzig", Z, _FAALANGST),
    ("ondersteuning:functionarissen",),
    ("ondersteuning:functionaris", Z, _FUNCTIE),
    ("ondersteuning:functionaris_nieuw", Z, "", "", "stuur:Bewaar"),
    ("ondersteuning:functionaris_wijzig", Z, _FUNCTIE),
    ("ondersteuning:wachtlijst",),
    ("ondersteuning:wachtplek", Z, _WACHT),
    ("ondersteuning:wachtplek_nieuw", Z, _FAALANGST, "?q=kees"),
    ("ondersteuning:taken",),
    ("ondersteuning:taak_nieuw",),
    ("ondersteuning:taak", Z, _TAAK),
    ("leerlingen:partners",),
    ("leerlingen:partner", Z, _PARTNER),
    ("leerlingen:partner_nieuw", Z, "", "", "stuur:Bewaar"),
    ("leerlingen:partner_wijzig", Z, _PARTNER),
)
_POST = "answers a form; what it shows is a page above"
AANBOD_VRIJGESTELD = {
    "ondersteuning:aanbod_stop": _POST,
    "ondersteuning:aanbod_overnemen": _POST,
    "ondersteuning:aanbod_beginset": _POST,
    "ondersteuning:wachtplek_plan": _POST,
    "ondersteuning:wachtplek_vervalt": _POST,
    "ondersteuning:taakhouder": _POST,
    "ondersteuning:taakhouder_weg": _POST,
    "ondersteuning:taak_vervalt": _POST,
    "ondersteuning:taken_beginset": _POST,
    "leerlingen:partner_stop": _POST,
}
