"""The rows of the role matrix for closing a meeting, its report and what is told afterwards.

`overleg` is on; `overleg_klaar` is closed, its mentor is to tell its pupil (`vertellen`). Mentor and begeleider took part.
"""

_LEEST = "{0} {0} 404 404 {0} 403 403 403 403 404 302"
_LEIDT = "{} 403 404 404 403 403 403 403 403 404 302"
_VERTELT = "{0} {0} 404 404 404 403 403 403 403 404 302"
_IEDER = "{0} {0} {0} {0} {0} 403 403 403 403 {0} 302"
_KLAAR, _BEZIG, _EEN = ("overleg_klaar",), ("overleg",), ("vertellen",)

VERSLAGRIJEN: tuple[tuple, ...] = (
    ("overleg:overleg_sluiten", _LEIDT.format(200), "GET", _BEZIG),
    ("overleg:overleg_sluiten", _LEIDT.format(422), "POST", _BEZIG),
    ("overleg:overleg_heropenen", _LEIDT.format(422), "POST", _KLAAR),
    ("overleg:verslagen", _IEDER.format(302)),
    ("overleg:verslag", _LEEST.format(200), "GET", _KLAAR),
    ("overleg:verslag_aanvullen", _LEEST.format(422), "POST", _KLAAR),
    ("overleg:verslag_pdf", _LEEST.format(302), "POST", _KLAAR),
    ("overleg:terugvertellen", _IEDER.format(200)),
    ("overleg:vertellen", _VERTELT.format(200), "GET", _EEN),
    ("overleg:vertellen", _VERTELT.format(422), "POST", _EEN),
)
