"""The rows of the role matrix for the offer, who waits, who does what and the sociale kaart.

The pupil of the mentor waits, watched over by the coordinator; the begeleider has no pupil. Who sees figures only gets
the structure and the catalogue, never a page with pupils.
"""

_LEEST = "200 200 200 200 200 200 403 403 403 {} 302"
_LEERLINGEN = "200 200 200 200 200 403 403 403 403 {} 302"
_KAART = "200 200 403 200 200 403 403 403 403 {} 302"
_ALLEEN_Z = "{} 403 403 403 403 403 403 403 403 {} 302"
_ZIET = "200 200 404 404 404 403 403 403 403 404 302"
_REGELT = "422 403 404 404 404 403 403 403 403 404 302"

AANBODRIJEN: tuple[tuple[object, ...], ...] = (
    ("ondersteuning:structuur", _LEEST.format(200)),
    ("ondersteuning:structuur_cel", _LEERLINGEN.format(200), "GET", ("=2", "=pers")),
    ("ondersteuning:aanbod_lijst", _LEEST.format(200)),
    ("ondersteuning:aanbod", _LEEST.format(404), "GET", ("aanbod",)),
    ("ondersteuning:aanbod_nieuw", _ALLEEN_Z.format(200, 200)),
    ("ondersteuning:aanbod_wijzig", _ALLEEN_Z.format(200, 404), "GET", ("aanbod",)),
    ("ondersteuning:aanbod_stop", _ALLEEN_Z.format(302, 404), "POST", ("aanbod",)),
    ("ondersteuning:aanbod_overnemen", _ALLEEN_Z.format(302, 302), "POST"),
    ("ondersteuning:aanbod_beginset", _ALLEEN_Z.format(302, 302), "POST"),
    ("ondersteuning:functionarissen", _LEERLINGEN.format(200)),
    ("ondersteuning:functionaris", _LEERLINGEN.format(404), "GET", ("functionaris",)),
    ("ondersteuning:functionaris_nieuw", _ALLEEN_Z.format(200, 200)),
    ("ondersteuning:functionaris_wijzig", _ALLEEN_Z.format(200, 404), "GET", ("functionaris",)),
    ("ondersteuning:wachtlijst", _LEERLINGEN.format(200)),
    ("ondersteuning:wachtplek", _ZIET, "GET", ("wachtplek",)),
    ("ondersteuning:wachtplek_plan", _REGELT, "POST", ("wachtplek",)),
    ("ondersteuning:wachtplek_vervalt", _REGELT, "POST", ("wachtplek",)),
    ("ondersteuning:wachtplek_nieuw", _ALLEEN_Z.format(200, 404), "GET", ("aanbod",)),
    ("ondersteuning:taken", _LEEST.format(200)),
    ("ondersteuning:taak_nieuw", _ALLEEN_Z.format(200, 200)),
    ("ondersteuning:taak", _ALLEEN_Z.format(200, 404), "GET", ("taak",)),
    ("ondersteuning:taakhouder", _ALLEEN_Z.format(422, 404), "POST", ("taak",)),
    ("ondersteuning:taakhouder_weg", _ALLEEN_Z.format(302, 404), "POST", ("taakhouder",)),
    ("ondersteuning:taak_vervalt", _ALLEEN_Z.format(302, 404), "POST", ("taak",)),
    ("ondersteuning:taken_beginset", _ALLEEN_Z.format(302, 302), "POST"),
    ("leerlingen:partners", _KAART.format(200)),
    ("leerlingen:partner", _KAART.format(404), "GET", ("partner",)),
    ("leerlingen:partner_nieuw", _ALLEEN_Z.format(200, 200)),
    ("leerlingen:partner_wijzig", _ALLEEN_Z.format(200, 404), "GET", ("partner",)),
    ("leerlingen:partner_stop", _ALLEEN_Z.format(302, 404), "POST", ("partner",)),
)
