"""The rows of the role matrix for training: one that comes (`scholing`) and one that was (`scholing_geweest`), of the coordinator.

All staff read it and sign up; the coordinator works at it and looks back.
"""

_LEEST = "{0} {0} {0} {0} {0} {0} {0} 403 {0} {1} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_S, _WAS = ("scholing",), ("scholing_geweest",)

SCHOLINGRIJEN: tuple[tuple, ...] = (
    ("beleid:scholing", _LEEST.format(200, 200)),
    ("beleid:scholing_nieuw", _WERKT.format(200, 200)),
    ("beleid:scholing_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:scholing_overnemen", _WERKT.format(200, 200)),
    ("beleid:scholing_overnemen", _WERKT.format(302, 302), "POST"),
    ("beleid:scholing_een", _LEEST.format(200, 404), "GET", _S),
    ("beleid:scholing_wijzigen", _WERKT.format(200, 404), "GET", _S),
    ("beleid:scholing_wijzigen", _WERKT.format(422, 404), "POST", _S),
    ("beleid:scholing_meedoen", _LEEST.format(302, 404), "POST", _S),
    ("beleid:scholing_afmelden", _LEEST.format(302, 404), "POST", _S),
    ("beleid:scholing_terugkijken", _WERKT.format(200, 404), "GET", _WAS),
    ("beleid:scholing_terugkijken", _WERKT.format(409, 404), "POST", _WAS),
    ("beleid:scholing_heropenen", _WERKT.format(302, 404), "POST", _WAS),
    ("beleid:scholing_vervalt", _WERKT.format(302, 404), "POST", _S),
    ("beleid:scholing_terug", _WERKT.format(302, 404), "POST", _S),
)
