"""The rows of the role matrix for the figures: name, expected, method, args, data.

Coordinator and schoolleiding see figures without names, the list of silence is for the coordinator; nobody else has a part
in it. The other school was not counted yet: its pages are empty, and it has no files.
"""

_LEEST = "{0} 403 403 403 403 {0} 403 403 403 {1} 302"
_DEEL = ("=ondersteuning",)

CIJFERRIJEN: tuple[tuple, ...] = (
    ("beleid:cijfers", _LEEST.format(200, 200)),
    ("beleid:cijfers_uitleg", _LEEST.format(200, 200)),
    ("beleid:cijfers_deel", _LEEST.format(200, 200), "GET", _DEEL),
    ("beleid:cijfers_csv", _LEEST.format(200, 404), "GET", _DEEL),
    ("beleid:cijfers_bestand", _LEEST.format(302, 404), "POST", (*_DEEL, "=pdf")),
    ("beleid:cijfers_rekenblad", _LEEST.format(404, 404), "GET", ("=987654",)),
    ("beleid:cijfers_stilte", "200 403 403 403 403 403 403 403 403 200 302"),
)
