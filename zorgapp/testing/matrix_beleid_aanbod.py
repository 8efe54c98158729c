"""The rows of the role matrix for the offer text: one that is written (`aanbodtekst`), one that was put forward.

Coordinator and schoolleiding read it; the first writes it, the second sets it or sends it back.
"""

_LEEST = "{0} 403 403 403 403 {0} 403 403 403 {1} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_BESLUIT = "403 403 403 403 403 {0} 403 403 403 403 302"
_TEKST, _VOOR, _STAM = ("aanbodtekst",), ("aanbodtekst_voor",), ("aanbodtekst", "aanbodstam")

AANBODTEKSTRIJEN: tuple[tuple, ...] = (
    ("beleid:aanbodtekst", _LEEST.format(200, 200)),
    ("beleid:aanbodtekst_begin", _WERKT.format(302, 302), "POST"),
    ("beleid:aanbodtekst_schrijven", _WERKT.format(200, 404), "GET", _TEKST),
    ("beleid:aanbodtekst_schrijven", _WERKT.format(409, 404), "POST", _TEKST),
    ("beleid:aanbodtekst_weggooien", _WERKT.format(302, 404), "POST", _TEKST),
    ("beleid:aanbodtekst_voorbeeld", _WERKT.format(200, 404), "POST", _TEKST),
    ("beleid:aanbodtekst_woorden", _WERKT.format(200, 404), "GET", _STAM),
    ("beleid:aanbodtekst_woorden", _WERKT.format(302, 404), "POST", _STAM),
    ("beleid:aanbodtekst_voorleggen", _WERKT.format(302, 404), "POST", _TEKST),
    ("beleid:aanbodtekst_terughalen", _WERKT.format(302, 404), "POST", _VOOR),
    ("beleid:aanbodtekst_terugsturen", _BESLUIT.format(200), "GET", _VOOR),
    ("beleid:aanbodtekst_terugsturen", _BESLUIT.format(422), "POST", _VOOR),
    ("beleid:aanbodtekst_vaststellen", _BESLUIT.format(200), "GET", _VOOR),
    ("beleid:aanbodtekst_vaststellen", _BESLUIT.format(409), "POST", _VOOR),
    ("beleid:aanbodtekst_html", _LEEST.format(200, 404), "GET", _TEKST),
    ("beleid:aanbodtekst_pdf", _LEEST.format(302, 404), "POST", _TEKST),
)
