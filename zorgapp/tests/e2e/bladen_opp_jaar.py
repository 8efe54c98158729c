"""Pages of who must have an OPP, evaluations and the ROD, as the arguments of a Blad: name, who, sql, query, state."""

from zorgapp.web.meet.paginas_opp import OPPDOELEN

Z, MENTOR = "angelica", "joris"
_KEES_JAN = "SELECT id FROM leerlingen_leerling WHERE roepnaam = 'Kees Jan' AND achternaam = 'Bakker'"
_LOOPT = "SELECT min(id) FROM ondersteuning_opp WHERE status = 'loopt'"

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
    ("ondersteuning:opp_beschikking", Z, "SELECT min(id) FROM ondersteuning_beschikking"),
    ("ondersteuning:opp_tijdelijk_nieuw", Z, _KEES_JAN),
    ("ondersteuning:opp_tijdelijk", Z, "SELECT min(id) FROM ondersteuning_tijdelijkeplaatsing"),
    ("ondersteuning:opp_evaluatie", Z, _LOOPT),
    ("ondersteuning:opp_evaluatie", Z, _LOOPT, "", "stuur:Leg vast"),
    (
        "ondersteuning:opp_evaluatie_verbeter",
        Z,
        f"SELECT min(id) FROM ondersteuning_oppevaluatie WHERE opp_id = ({_LOOPT})",
    ),
    ("ondersteuning:opp_rod", Z, _LOOPT),
    ("ondersteuning:opp_evaluaties", Z, OPPDOELEN["oppconcept"]),
)
_POST = "only POST: it changes something and answers with a redirect"
JAAR_VRIJGESTELD: dict[str, str] = {
    "ondersteuning:opp_beschikking_weg": _POST,
    "ondersteuning:opp_tijdelijk_weg": _POST,
}
