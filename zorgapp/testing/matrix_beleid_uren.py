"""The rows of the role matrix for hours, means and scenarios: name, expected, method, args, data.

The coordinator works at them, the schoolleiding reads them and promises hours; nobody else has a part in it.
"""

_LEEST = "200 403 403 403 403 200 403 403 403 {ander} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_ZEGT_TOE = "403 403 403 403 403 {} 403 403 403 403 302"
_ROL, _SCENARIO, _MIDDEL = ("uren",), ("scenario",), ("middel",)

URENRIJEN: tuple[tuple, ...] = (
    ("beleid:uren", _LEEST.format(ander=200)),
    ("beleid:uren_nieuw", _WERKT.format(200, 200)),
    ("beleid:uren_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:uren_normen", _WERKT.format(200, 200)),
    ("beleid:uren_normen", _WERKT.format(422, 422), "POST"),
    ("beleid:uren_tijd", _WERKT.format(200, 200)),
    ("beleid:uren_tijd", _WERKT.format(422, 422), "POST"),
    ("beleid:uren_tijd_delen", _WERKT.format(302, 302), "POST"),
    ("beleid:uren_weg", _WERKT.format(302, 404), "POST", _ROL),
    ("beleid:uren_terug", _WERKT.format(302, 404), "POST", _ROL),
    ("beleid:middelen_weg", _WERKT.format(302, 404), "POST", _MIDDEL),
    ("beleid:middelen_terug", _WERKT.format(302, 404), "POST", _MIDDEL),
    ("beleid:uren_pdf", "302 403 403 403 403 302 403 403 403 302 302", "POST"),
    ("beleid:uren_wijzigen", _WERKT.format(200, 404), "GET", _ROL),
    ("beleid:uren_wijzigen", _WERKT.format(422, 404), "POST", _ROL),
    ("beleid:uren_toezeggen", _ZEGT_TOE.format(200), "GET", _ROL),
    ("beleid:uren_toezeggen", _ZEGT_TOE.format(409), "POST", _ROL),
    ("beleid:uren_scenario_nieuw", _WERKT.format(200, 200)),
    ("beleid:uren_scenario_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:uren_scenario", _LEEST.format(ander=404), "GET", _SCENARIO),
    ("beleid:uren_kiezen", _WERKT.format(302, 404), "POST", _SCENARIO),
    ("beleid:uren_scenario_wijzigen", _WERKT.format(200, 404), "GET", _SCENARIO),
    ("beleid:uren_scenario_wijzigen", _WERKT.format(422, 404), "POST", _SCENARIO),
    ("beleid:uren_gesprek", _WERKT.format(200, 404), "GET", _SCENARIO),
    ("beleid:uren_gesprek", _WERKT.format(422, 404), "POST", _SCENARIO),
    ("beleid:middelen", _LEEST.format(ander=200)),
    ("beleid:middelen_nieuw", _WERKT.format(200, 200)),
    ("beleid:middelen_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:middelen_wijzigen", _WERKT.format(200, 404), "GET", _MIDDEL),
    ("beleid:middelen_wijzigen", _WERKT.format(422, 404), "POST", _MIDDEL),
)
