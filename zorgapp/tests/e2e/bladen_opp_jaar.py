"""Pages of who must have an OPP, evaluations and the ROD, as the arguments of a Blad: name, who, sql, query, state."""

from zorgapp.web.meet.paginas_opp import OPPDOELEN

Z, MENTOR = "angelica", "joris"
_KEES_JAN = "SELECT id FROM leerlingen_leerling WHERE roepnaam = 'Kees Jan' AND achternaam = 'Bakker'"

JAARBLADEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_lijst", Z),
    ("ondersteuning:opp_lijst", MENTOR),
    ("ondersteuning:opp_lijst", Z, "", "?lijst=loopt"),
    ("ondersteuning:opp_lijst", Z, "", "?lijst=evaluatie"),
    ("ondersteuning:opp_lijst", Z, "", "?lijst=rod"),
    ("ondersteuning:opp_lijst", Z, "", "?lijst=afgesloten"),
    ("ondersteuning:opp_redenen", Z, _KEES_JAN),
    ("ondersteuning:opp_beschikking_nieuw", Z, _KEES_JAN),
    ("ondersteuning:opp_beschikking_nieuw", Z, _KEES_JAN, "", "stuur:Bewaar"),
    ("ondersteuning:opp_tijdelijk_nieuw", Z, _KEES_JAN),
    ("ondersteuning:opp_evaluaties", Z, OPPDOELEN["oppconcept"]),
)
_POST = "only POST: it changes something and answers with a redirect"
_GEVULD = "the same form as for a new one, filled in"
JAAR_VRIJGESTELD: dict[str, str] = {
    "ondersteuning:opp_beschikking": _GEVULD,
    "ondersteuning:opp_tijdelijk": _GEVULD,
    "ondersteuning:opp_evaluatie": "needs an OPP that is in force",
    "ondersteuning:opp_evaluatie_verbeter": "needs an OPP that is in force",
    "ondersteuning:opp_rod": "needs an OPP that is in force",
    "ondersteuning:opp_beschikking_weg": _POST,
    "ondersteuning:opp_tijdelijk_weg": _POST,
}
