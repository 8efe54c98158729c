"""The rows of the role matrix for the protocolgids: one that holds with a next text (`protocol`), one that does not yet.

All staff read what holds; a draft and the buttons are for the coordinator.
"""

_LEEST = "{0} {0} {0} {0} {0} {0} {0} 403 {0} {1} 302"
_WERKT = "{0} 403 403 403 403 403 403 403 403 {1} 302"
_PROTOCOL, _CONCEPT = ("protocol",), ("protocol_concept",)

PROTOCOLRIJEN: tuple[tuple, ...] = (
    ("beleid:protocollen", _LEEST.format(200, 200)),
    ("beleid:protocol_nieuw", _WERKT.format(200, 200)),
    ("beleid:protocol_nieuw", _WERKT.format(422, 422), "POST"),
    ("beleid:protocol", _LEEST.format(200, 404), "GET", _PROTOCOL),
    ("beleid:protocol", "200 404 404 404 404 404 404 403 404 404 302", "GET", _CONCEPT),
    ("beleid:protocol_gelezen", _LEEST.format(302, 404), "POST", _PROTOCOL),
    ("beleid:protocol_lezers", _WERKT.format(200, 404), "GET", _PROTOCOL),
    ("beleid:protocol_wijzigen", _WERKT.format(200, 404), "GET", _PROTOCOL),
    ("beleid:protocol_wijzigen", _WERKT.format(422, 404), "POST", _PROTOCOL),
    ("beleid:protocol_schrijven", _WERKT.format(200, 404), "GET", _CONCEPT),
    ("beleid:protocol_schrijven", _WERKT.format(409, 404), "POST", _CONCEPT),
    ("beleid:protocol_herzien", _WERKT.format(302, 404), "POST", _PROTOCOL),
    ("beleid:protocol_gelden", _WERKT.format(302, 302), "POST", _CONCEPT),
    ("beleid:protocol_weggooien", _WERKT.format(302, 302), "POST", _CONCEPT),
    ("beleid:protocol_tekst_terug", _WERKT.format(302, 302), "POST", _CONCEPT),
    ("beleid:protocol_beeindigen", _WERKT.format(302, 302), "POST", _PROTOCOL),
    ("beleid:protocol_terug", _WERKT.format(302, 404), "POST", _PROTOCOL),
)
