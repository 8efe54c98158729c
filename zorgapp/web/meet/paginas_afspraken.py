"""Pages of agreements as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_VAN = "SELECT id FROM accounts_user WHERE email = '{}@rietveen.example'"


def _van(login: str, waar: str) -> str:
    return (
        f"SELECT id FROM overleg_afspraak WHERE school_id = {_RIETVEEN} AND eigenaar_id = ({_VAN.format(login)}) "
        f"AND {waar} ORDER BY klaar_op, id LIMIT 1"
    )


_OPEN, _AF = "afgerond_op IS NULL", "afgerond_op IS NOT NULL"
_O, _POST = "overleg:", "only POST: it changes something and answers with a redirect"
AFSPRAAKDOELEN: dict[str, str] = {
    "afspraak_joris": _van("joris", _OPEN),
    "afspraak_af": _van("ilse", _AF),
}
AFSPRAAKPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "afspraken coördinator", "url": f"{_O}afspraken", "wie": "angelica"},
    {"naam": "afspraken team", "url": f"{_O}afspraken", "wie": "angelica", "vraag": (("wie", "team"),)},
    {
        "naam": "afspraken team bladzijde 3",
        "url": f"{_O}afspraken",
        "wie": "angelica",
        "vraag": (("wie", "team"), ("p", "3")),
    },
    {
        "naam": "afspraken klaar",
        "url": f"{_O}afspraken",
        "wie": "angelica",
        "vraag": (("wie", "team"), ("toon", "klaar")),
    },
    {
        "naam": "afspraken van niemand",
        "url": f"{_O}afspraken",
        "wie": "angelica",
        "vraag": (("wie", "niemand"),),
    },
    {"naam": "afspraken klas", "url": f"{_O}afspraken", "wie": "joris", "vraag": (("wie", "team"),)},
    {"naam": "afspraken afdeling", "url": f"{_O}afspraken", "wie": "hanna", "vraag": (("wie", "team"),)},
    {"naam": "afspraken begeleider", "url": f"{_O}afspraken", "wie": "ruben", "vraag": (("wie", "team"),)},
    {"naam": "afspraken docent", "url": f"{_O}afspraken", "wie": "sanne"},
    {"naam": "vandaag afspraken", "url": f"{_O}afspraken_vandaag", "wie": "joris", "deel": True},
    {"naam": "afspraak", "url": f"{_O}afspraak", "wie": "joris", "over": "afspraak_joris"},
    {"naam": "afspraak klaar", "url": f"{_O}afspraak", "wie": "angelica", "over": "afspraak_af"},
    {
        "naam": "afspraak nieuw",
        "url": f"{_O}afspraak_nieuw",
        "wie": "angelica",
        "vraag": (("leerling", "@kees_jan"),),
    },
)
AFSPRAAK_ZONDER: dict[str, str] = {
    f"{_O}afspraak_tik": _POST,
    f"{_O}afspraak_herstel": _POST,
    f"{_O}afspraak_later": _POST,
    f"{_O}afspraak_overdragen": _POST,
    f"{_O}afspraak_wijzigen": _POST,
}
