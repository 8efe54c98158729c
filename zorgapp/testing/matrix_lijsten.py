"""The rows of the role matrix for observation lists and proposals: name, expected, method, args.

The docent filled in a list that is out and is ready; what he saw is a proposal to the coordinator and the mentor.
"""

_REST = "403 403 403 403 403 403 403 403 {} 302"
_ZELF = "{} " + _REST  # the coordinator's own; what the other school's coordinator gets
_INVULLER = "403 404 {} 404 403 403 403 403 403 403 302"  # the docent's own part in a campaign
_BEIDEN = "{} {} 403 403 403 403 403 403 403 {} 302"  # coordinator and mentor
_LIJST, _CAMPAGNE, _INVULLING, _VOORSTEL = ("lijst",), ("campagne",), ("invulling",), ("voorstel",)
_VAN_LEERLING = ("invulling", "leerling")

LIJSTRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:lijsten", _ZELF.format(200, 200)),
    ("ondersteuning:lijsten_start", _ZELF.format(302, 302), "POST"),
    ("ondersteuning:lijst_nieuw", _ZELF.format(200, 200)),
    ("ondersteuning:lijst_nieuw", _ZELF.format(422, 422), "POST"),
    ("ondersteuning:lijst", _ZELF.format(200, 404), "GET", _LIJST),
    ("ondersteuning:lijst_wijzig", _ZELF.format(200, 404), "GET", _LIJST),
    ("ondersteuning:lijst_wijzig", _ZELF.format(422, 404), "POST", _LIJST),
    ("ondersteuning:lijst_voorbeeld", _ZELF.format(200, 404), "GET", _LIJST),
    ("ondersteuning:lijst_kopie", _ZELF.format(302, 404), "POST", _LIJST),
    ("ondersteuning:lijst_stop", _ZELF.format(302, 404), "POST", _LIJST),
    ("ondersteuning:campagne_nieuw", _ZELF.format(200, 404), "GET", _LIJST),
    ("ondersteuning:campagne_nieuw", _ZELF.format(422, 404), "POST", _LIJST),
    ("ondersteuning:campagne", _ZELF.format(200, 404), "GET", _CAMPAGNE),
    ("ondersteuning:campagne_herinner", _ZELF.format(302, 404), "POST", _CAMPAGNE),
    ("ondersteuning:campagne_sluit", _ZELF.format(302, 404), "POST", _CAMPAGNE),
    ("ondersteuning:lijst_deelname", "403 403 403 403 403 200 403 403 403 403 302"),
    ("ondersteuning:mijn_lijsten", "403 200 200 200 403 403 403 403 403 403 302"),
    ("ondersteuning:invullen", _INVULLER.format(200), "GET", _INVULLING),
    ("ondersteuning:invullen_rest", _INVULLER.format(302), "POST", _INVULLING),
    ("ondersteuning:invullen_leerling", _INVULLER.format(200), "GET", _VAN_LEERLING),
    ("ondersteuning:invullen_leerling", _INVULLER.format(422), "POST", _VAN_LEERLING),
    ("ondersteuning:invullen_niets", _INVULLER.format(302), "POST", _VAN_LEERLING),
    ("ondersteuning:leerling_lijsten", "200 200 200 200 404 403 403 403 403 404 302", "GET", ("leerling",)),
    ("ondersteuning:voorstellen", _BEIDEN.format(200, 200, 200)),
    ("ondersteuning:voorstel", _BEIDEN.format(200, 200, 404), "GET", _VOORSTEL),
    ("ondersteuning:voorstel_signaal", _BEIDEN.format(200, 200, 404), "GET", _VOORSTEL),
    ("ondersteuning:voorstel_signaal", _BEIDEN.format(422, 422, 404), "POST", _VOORSTEL),
    ("ondersteuning:voorstel_afwijzen", _BEIDEN.format(422, 422, 404), "POST", _VOORSTEL),
)
