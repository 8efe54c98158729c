"""The rows of the role matrix for the yearly plan: name, expected, method, args, data.

`plan` holds: all staff read it. `plan_concept` is written by the coordinator, the schoolleiding may look at it.
"""

_LEEST = "{0} {0} {0} {0} {0} {0} {0} 403 {0} {1} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_MAAK = "200 404 404 404 404 200 404 403 404 404 302"
_STAP = "{0} 404 404 404 404 {1} 404 403 404 404 302"
_PLAN, _CONCEPT = ("plan",), ("plan_concept",)

PLANRIJEN: tuple[tuple, ...] = (
    ("beleid:plan", _LEEST.format(200, 200)),
    ("beleid:plan_nieuw", _WERKT.format(404, 404), "POST"),
    ("beleid:plan_lezen", _LEEST.format(200, 404), "GET", _PLAN),
    ("beleid:plan_lezen", _MAAK, "GET", _CONCEPT),
    ("beleid:plan_gelezen", _LEEST.format(302, 404), "POST", _PLAN),
    ("beleid:plan_lezers", _WERKT.format(200, 404), "GET", _PLAN),
    ("beleid:plan_verschil", _LEEST.format(200, 404), "GET", _PLAN),
    ("beleid:plan_verschil", _MAAK, "GET", _CONCEPT),
    ("beleid:plan_pdf", _LEEST.format(302, 404), "POST", _PLAN),
    ("beleid:plan_blad", _LEEST.format(302, 404), "POST", _PLAN),
    ("beleid:plan_deel", _WERKT.format(200, 404), "GET", (*_CONCEPT, "=visie")),
    ("beleid:plan_deel", _WERKT.format(422, 404), "POST", (*_CONCEPT, "=visie")),
    ("beleid:plan_deel", _WERKT.format(404, 404), "GET", (*_CONCEPT, "=bestaat-niet")),
    ("beleid:plan_factoren", _WERKT.format(200, 404), "GET", _CONCEPT),
    ("beleid:plan_factoren", _WERKT.format(422, 404), "POST", _CONCEPT),
    ("beleid:plan_factor_nieuw", _WERKT.format(200, 404), "GET", _CONCEPT),
    ("beleid:plan_factor_nieuw", _WERKT.format(422, 404), "POST", _CONCEPT),
    ("beleid:plan_factor", _WERKT.format(200, 404), "GET", (*_CONCEPT, "planfactor")),
    ("beleid:plan_factor", _WERKT.format(422, 404), "POST", (*_CONCEPT, "planfactor")),
    ("beleid:plan_factor_weg", _WERKT.format(404, 404), "POST", (*_CONCEPT, "planfactor")),
    ("beleid:plan_stap", _STAP.format(422, 403), "POST", (*_CONCEPT, "=bespreken")),
    ("beleid:plan_stap", _STAP.format(403, 422), "POST", (*_CONCEPT, "=vaststellen")),
    ("beleid:plan_stap", _STAP.format(403, 422), "POST", (*_CONCEPT, "=terugsturen")),
    ("beleid:plan_stap", _LEEST.format(404, 404), "POST", (*_CONCEPT, "=schrijven")),
    ("beleid:plan_volgende", _WERKT.format(302, 404), "POST", _PLAN),
    ("beleid:plan_weghalen", _WERKT.format(422, 404), "POST", _CONCEPT),
    ("beleid:plan_reacties", _LEEST.format(200, 404), "GET", _PLAN),
    ("beleid:plan_reacties", _MAAK, "GET", _CONCEPT),
    ("beleid:plan_reacties", _STAP.format(422, 422), "POST", _CONCEPT),
    ("beleid:plan_reactie", _WERKT.format(200, 404), "GET", (*_CONCEPT, "planreactie")),
    ("beleid:plan_reactie", _WERKT.format(422, 404), "POST", (*_CONCEPT, "planreactie")),
)
