"""The rows of the role matrix for the jaarkalender: everybody of the school reads it, the coordinator works at it.

The coordinator owns the activity of the stage; an owner may finish his own.
"""

_LEEST = "200 200 200 200 200 200 200 403 200 {ander} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_A = ("activiteit",)

JAARRIJEN: tuple[tuple, ...] = (
    ("beleid:kalender", _LEEST.format(ander=200)),
    ("beleid:kalender_ics", _LEEST.format(ander=200)),
    ("beleid:kalender_a3", "302 302 302 302 302 302 302 403 302 302 302", "POST"),
    ("beleid:kalender_maken", _WERKT.format(302, 302), "POST"),
    ("beleid:kalender_meeschuiven", _WERKT.format(302, 302), "POST"),
    ("beleid:kalender_overnemen", _WERKT.format(200, 200)),
    ("beleid:kalender_overnemen", _WERKT.format(302, 302), "POST"),
    ("beleid:activiteit", _LEEST.format(ander=404), "GET", _A),
    ("beleid:activiteit_nieuw", _WERKT.format(200, 200)),
    ("beleid:activiteit_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:activiteit_wijzigen", _WERKT.format(200, 404), "GET", _A),
    ("beleid:activiteit_wijzigen", _WERKT.format(422, 404), "POST", _A),
    ("beleid:activiteit_klaar", _WERKT.format(200, 404), "GET", _A),
    ("beleid:activiteit_klaar", _WERKT.format(409, 404), "POST", _A),
    ("beleid:activiteit_vervalt", _WERKT.format(302, 404), "POST", _A),
    ("beleid:activiteit_terug", _WERKT.format(302, 404), "POST", _A),
)
