"""The rows of the role matrix for the page Beleid en jaar, the development point and what waits.

The coordinator works at them, the schoolleiding reads them and may allow a second point; nobody else has a part in it.
"""

_LEEST = "200 403 403 403 403 200 403 403 403 {ander} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_PUNT, _LATER = ("ontwikkelpunt",), ("nietnu",)

PUNTRIJEN: tuple[tuple, ...] = (
    ("beleid:beleid", _LEEST.format(ander=200)),
    ("beleid:punt_nieuw", "403 403 403 403 403 200 403 403 403 200 302"),
    ("beleid:punt_nieuw", "403 403 403 403 403 422 403 403 403 422 302", "POST"),
    ("beleid:punt", _LEEST.format(ander=404), "GET", _PUNT),
    ("beleid:punt_wijzigen", _WERKT.format(200, 404), "GET", _PUNT),
    ("beleid:punt_wijzigen", _WERKT.format(422, 404), "POST", _PUNT),
    ("beleid:punt_meten", _WERKT.format(200, 404), "GET", (*_PUNT, "=1")),
    ("beleid:punt_meten", _WERKT.format(422, 404), "POST", (*_PUNT, "=1")),
    ("beleid:punt_terugkijken", _WERKT.format(200, 404), "GET", _PUNT),
    ("beleid:punt_terugkijken", _WERKT.format(422, 404), "POST", _PUNT),
    ("beleid:nietnu_nieuw", _WERKT.format(200, 200)),
    ("beleid:nietnu_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:nietnu", _WERKT.format(200, 404), "GET", _LATER),
    ("beleid:nietnu", _WERKT.format(422, 404), "POST", _LATER),
    ("beleid:nietnu_weg", _WERKT.format(302, 404), "POST", _LATER),
    ("beleid:nietnu_terug", _WERKT.format(302, 404), "POST", _LATER),
)
