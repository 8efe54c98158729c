"""The rows of the role matrix for people from outside: the externe of the stage is asked to its ZAT, and to nothing else.

The coordinator leads that ZAT and alone sets what outsiders see; the begeleider and the mentor take part.
"""

_ALLEEN_E = "403 403 403 403 403 403 403 {} 403 403 302"
_LEIDT = "{} 403 404 404 403 403 403 403 403 404 302"
_PUNT = ("punt_zat",)

EXTERNRIJEN: tuple[tuple, ...] = (
    ("overleg:mijn_overleggen", _ALLEEN_E.format(200)),
    ("overleg:mijn_overleg", _ALLEEN_E.format(200), "GET", ("zat",)),
    ("overleg:mijn_overleg", _ALLEEN_E.format(404), "GET", ("overleg_straks",)),
    ("overleg:overleg", "200 200 404 404 200 403 403 403 403 404 302", "GET", ("zat",)),
    ("overleg:punt_extern", _LEIDT.format(200), "GET", _PUNT),
    ("overleg:punt_extern", _LEIDT.format(422), "POST", _PUNT),
    ("overleg:punt_grond", _LEIDT.format(422), "POST", _PUNT),
    ("overleg:punt_grond_weg", _LEIDT.format(302), "POST", ("punt_zat", "naamgrond")),
)
