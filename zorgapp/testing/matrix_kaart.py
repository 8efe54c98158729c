"""The rows of the role matrix for facility cards, class cards and substitutes: name, expected, method, args, data.

The mentor and the docent teach the pupil, the team leader leads his class, the begeleider has no pupil.
"""

_LEEST = "200 200 200 200 404 403 403 403 403 404 302"
_ALLEEN_Z = "403 403 403 403 403 403 403 403"
_MELDT = "403 403 403 403 403 403 403 404 302"
_ADVISEERT = "403 403 404 403 403 403 403 404 302"
_GROEP = "200 200 404 200 404 403 403 403 403 404 302"
_LEERLING, _RIJ, _ADVIES = ("leerling",), ("leerling", "toekenning"), ("leerling", "advies")


def _z(eigen: int, ander: int = 404) -> str:
    return f"{eigen} {_ALLEEN_Z} {ander} 302"


KAARTRIJEN: tuple[tuple, ...] = (
    ("leerlingen:kaart", _LEEST, "GET", _LEERLING),
    ("leerlingen:kaart_gezien", "403 302 302 403 404 403 403 403 403 404 302", "POST", _LEERLING),
    ("leerlingen:kaart_herinner", f"302 302 {_MELDT}", "POST", _LEERLING),
    ("leerlingen:kaart_melden", f"422 422 {_MELDT}", "POST", _LEERLING),
    ("leerlingen:kaart_melding_herstel", f"302 302 {_MELDT}", "POST", ("leerling", "melding")),
    ("leerlingen:kaart_pas", f"302 302 {_MELDT}", "POST", _LEERLING),
    ("leerlingen:kaart_wijzigen", _z(200), "GET", _LEERLING),
    ("leerlingen:kaart_toevoegen", _z(302), "GET", _LEERLING),
    ("leerlingen:kaart_toevoegen", _z(422), "POST", _LEERLING, (("faciliteit", "faciliteit"),)),
    ("leerlingen:kaart_periode", _z(422), "POST", _LEERLING),
    ("leerlingen:kaart_grond", "200 404 404 404 404 403 403 403 403 404 302", "GET", _LEERLING),
    ("leerlingen:kaart_grond", "422 404 404 404 404 403 403 403 403 404 302", "POST", _LEERLING),
    ("leerlingen:kaart_toekenning", _z(200), "GET", _RIJ),
    ("leerlingen:kaart_toekenning", _z(422), "POST", _RIJ),
    ("leerlingen:kaart_toekenning_stop", _z(302), "POST", _RIJ),
    ("leerlingen:kaart_toekenning_terug", _z(302), "POST", _RIJ),
    ("leerlingen:kaart_advies", f"200 200 {_ADVISEERT}", "GET", _LEERLING),
    ("leerlingen:kaart_advies", f"422 422 {_ADVISEERT}", "POST", _LEERLING),
    ("leerlingen:kaart_advies_stop", f"302 302 {_ADVISEERT}", "POST", _ADVIES),
    ("leerlingen:kaart_advies_vooraan", f"302 302 {_ADVISEERT}", "POST", _ADVIES),
    ("leerlingen:kaarten", _z(200, 200)),
    ("leerlingen:niet_gekregen", _z(200, 200)),
    ("leerlingen:faciliteiten", _z(200, 200)),
    ("leerlingen:faciliteiten_start", _z(302, 302), "POST"),
    ("leerlingen:faciliteit_nieuw", _z(200, 200)),
    ("leerlingen:faciliteit_nieuw", _z(422, 422), "POST"),
    ("leerlingen:faciliteit", _z(200), "GET", ("faciliteit",)),
    ("leerlingen:faciliteit", _z(422), "POST", ("faciliteit",)),
    ("leerlingen:faciliteit_stop", _z(302), "POST", ("faciliteit",)),
    ("leerlingen:faciliteit_terug", _z(302), "POST", ("faciliteit",)),
    ("leerlingen:docentkaarten", "200 200 200 200 200 403 403 403 403 200 302"),
    ("leerlingen:docentkaart", _GROEP, "GET", ("docentgroep",)),
    ("leerlingen:docentkaart", "200 404 200 404 404 403 403 403 403 404 302", "GET", ("docentgroep2",)),
    ("leerlingen:docentkaart_druk", _GROEP, "GET", ("docentgroep",)),
    ("leerlingen:vervanging", "200 200 404 200 403 403 403 403 403 404 302", "GET", ("docentgroep",)),
    ("leerlingen:vervanging", "422 422 404 422 403 403 403 403 403 404 302", "POST", ("docentgroep",)),
    ("leerlingen:vervanging_stop", "302 302 404 404 403 403 403 403 403 404 302", "POST", ("vervanging",)),
)
