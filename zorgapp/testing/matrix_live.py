"""The rows of the role matrix for a meeting that is on: the coordinator leads it, mentor and begeleider follow along."""

_LEEST = "{0} {0} 404 404 {0} 403 403 403 403 404 {1}"
_SCHRIJFT = "{0} 403 404 404 403 403 403 403 403 404 {1}"
_OVERLEG, _PUNT = ("overleg",), ("overleg", "punt")

LIVERIJEN: tuple[tuple, ...] = (
    ("overleg:live", _LEEST.format(302, 302), "GET", _OVERLEG),
    ("overleg:live_los", _LEEST.format(200, 302), "GET", _OVERLEG),
    ("overleg:live_los", _LEEST.format(302, 302), "POST", _OVERLEG),
    ("overleg:live_punt", _LEEST.format(200, 302), "GET", _PUNT),
    ("overleg:live_stand", _LEEST.format(200, 401), "GET", _PUNT),
    ("overleg:live_notulen", _SCHRIJFT.format(302, 401), "POST", _PUNT),
    ("overleg:live_antwoord", _LEEST.format(302, 302), "POST", _PUNT),
    ("overleg:live_afspraak", _SCHRIJFT.format(422, 302), "POST", _PUNT),
    ("overleg:live_aanwezig", _SCHRIJFT.format(302, 302), "POST", _PUNT),
    ("overleg:live_nu", _SCHRIJFT.format(302, 302), "POST", _PUNT),
    ("overleg:live_verder", _SCHRIJFT.format(302, 302), "POST", _PUNT),
    ("overleg:live_stap", _SCHRIJFT.format(302, 302), "POST", _OVERLEG),
    ("overleg:live_terug", _SCHRIJFT.format(302, 302), "POST", _OVERLEG),
    ("overleg:live_erbij", _SCHRIJFT.format(200, 302), "GET", _OVERLEG),
    ("overleg:live_erbij", _SCHRIJFT.format(422, 302), "POST", _OVERLEG),
)
