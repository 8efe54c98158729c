"""The rows of the role matrix for who must have an OPP, evaluations and the ROD: name, expected, method, args.

The OPP of the stage was never set: looking back on it sends to its evaluations, and it has nothing in the ROD.
"""

_REST = "403 403 403 403 404 302"  # S A E V, the coordinator of another school, and not signed in
_BEHEERT = f"{{}} 403 403 403 403 {_REST}"
_LEERLING, _BESCHIKKING, _TIJDELIJK = ("leerling",), ("beschikking",), ("tijdelijk",)
_OPP, _EVALUATIE = ("opp",), ("oppevaluatie",)

JAARRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_lijst", "200 200 403 403 200 403 403 403 403 200 302"),
    ("ondersteuning:opp_redenen", f"200 200 403 403 404 {_REST}", "GET", _LEERLING),
    ("ondersteuning:opp_beschikking_nieuw", _BEHEERT.format(200), "GET", _LEERLING),
    ("ondersteuning:opp_beschikking_nieuw", _BEHEERT.format(422), "POST", _LEERLING),
    ("ondersteuning:opp_tijdelijk_nieuw", _BEHEERT.format(200), "GET", _LEERLING),
    ("ondersteuning:opp_tijdelijk_nieuw", _BEHEERT.format(422), "POST", _LEERLING),
    ("ondersteuning:opp_beschikking", _BEHEERT.format(200), "GET", _BESCHIKKING),
    ("ondersteuning:opp_beschikking", _BEHEERT.format(422), "POST", _BESCHIKKING),
    ("ondersteuning:opp_beschikking_weg", _BEHEERT.format(409), "POST", _BESCHIKKING),
    ("ondersteuning:opp_tijdelijk", _BEHEERT.format(200), "GET", _TIJDELIJK),
    ("ondersteuning:opp_tijdelijk", _BEHEERT.format(422), "POST", _TIJDELIJK),
    ("ondersteuning:opp_tijdelijk_weg", _BEHEERT.format(409), "POST", _TIJDELIJK),
    ("ondersteuning:opp_evaluaties", f"200 200 404 200 404 {_REST}", "GET", _OPP),
    ("ondersteuning:opp_evaluatie", f"302 403 403 403 404 {_REST}", "GET", _OPP),
    ("ondersteuning:opp_evaluatie", f"302 403 403 403 404 {_REST}", "POST", _OPP),
    ("ondersteuning:opp_evaluatie_verbeter", f"200 403 403 403 404 {_REST}", "GET", _EVALUATIE),
    ("ondersteuning:opp_evaluatie_verbeter", f"422 403 403 403 404 {_REST}", "POST", _EVALUATIE),
    ("ondersteuning:opp_rod", _BEHEERT.format(404), "GET", _OPP),
)
