"""Pages of agreements, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_afspraken import AFSPRAAKDOELEN

_EIGEN, _AF = AFSPRAAKDOELEN["afspraak_joris"], AFSPRAAKDOELEN["afspraak_af"]

AFSPRAAKBLADEN: tuple[tuple, ...] = (
    ("overleg:afspraken", "angelica"),
    ("overleg:afspraken", "angelica", "", "?wie=team"),
    ("overleg:afspraken", "angelica", "", "?wie=team&toon=klaar"),
    ("overleg:afspraken", "angelica", "", "?wie=niemand"),
    ("overleg:afspraken", "joris"),
    ("overleg:afspraak", "joris", _EIGEN),
    ("overleg:afspraak", "joris", _EIGEN, "", "stuur:Stel uit"),
    ("overleg:afspraak", "angelica", _AF),
    ("overleg:afspraak_nieuw", "angelica"),
    ("overleg:afspraak_nieuw", "angelica", "", "?leerling=1"),
    ("overleg:afspraak_nieuw", "angelica", "", "?leerling=1", "stuur:Leg de afspraak vast"),
)
_POST = "a POST that leads back to the page it was done on"
AFSPRAAK_VRIJGESTELD: dict[str, str] = {
    "overleg:afspraken_vandaag": "a fragment, looked at on Vandaag",
    "overleg:afspraak_tik": _POST,
    "overleg:afspraak_herstel": _POST,
    "overleg:afspraak_later": _POST,
    "overleg:afspraak_overdragen": _POST,
    "overleg:afspraak_wijzigen": _POST,
}
