"""The rows of the role matrix for news: one letter that was placed (`nieuwsbrief`), one in the making (`nieuwsconcept`).

All staff read what was placed; a letter in the making and the buttons are for the coordinator.
"""

_LEEST = "{0} {0} {0} {0} {0} {0} {0} 403 {0} {1} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_BRIEF, _MAAK, _ITEM = ("nieuwsbrief",), ("nieuwsconcept",), ("nieuwsconcept", "nieuwsbericht")
_GOED, _WET = ("goedgegaan",), ("=hoorrecht",)
_JAAR = "200 403 403 403 403 200 403 403 403 200 302"

NIEUWSRIJEN: tuple[tuple, ...] = (
    ("beleid:nieuws", _LEEST.format(200, 200)),
    ("beleid:nieuws_te_lezen", _LEEST.format(200, 200)),
    ("beleid:nieuws_nieuw", _WERKT.format(200, 200)),
    ("beleid:nieuws_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:nieuws_brief", _LEEST.format(200, 404), "GET", _BRIEF),
    ("beleid:nieuws_brief", "200 404 404 404 404 404 404 403 404 404 302", "GET", _MAAK),
    ("beleid:nieuws_titel", _WERKT.format(200, 404), "GET", _MAAK),
    ("beleid:nieuws_titel", _WERKT.format(422, 404), "POST", _MAAK),
    ("beleid:nieuws_over", _WERKT.format(302, 404), "POST", _MAAK),
    ("beleid:nieuws_plaatsen", _WERKT.format(422, 404), "POST", _MAAK),
    ("beleid:nieuws_bericht_nieuw", _WERKT.format(200, 404), "GET", _MAAK),
    ("beleid:nieuws_bericht_nieuw", _WERKT.format(422, 404), "POST", _MAAK),
    ("beleid:nieuws_bericht", _WERKT.format(200, 404), "GET", _ITEM),
    ("beleid:nieuws_bericht", _WERKT.format(422, 404), "POST", _ITEM),
    ("beleid:nieuws_bericht_weg", _WERKT.format(302, 302), "POST", _ITEM),
    ("beleid:nieuws_goed", _LEEST.format(200, 200)),
    ("beleid:nieuws_goed", _LEEST.format(422, 422), "POST"),
    ("beleid:nieuws_goed_weg", _LEEST.format(302, 302), "POST", _GOED),
    ("beleid:nieuws_goed_terug", "302 404 404 404 404 404 404 403 404 404 302", "POST", _GOED),
    ("beleid:dag_rond", _WERKT.format(200, 200)),
    ("beleid:dag_rond", _WERKT.format(422, 422), "POST"),
    ("beleid:wetten", _JAAR),
    ("beleid:wet", _JAAR, "GET", _WET),
    ("beleid:wet_nakijken", _WERKT.format(200, 200), "GET", _WET),
    ("beleid:wet_nakijken", _WERKT.format(422, 422), "POST", _WET),
)
