"""The rows of the role matrix for agreements: that of the stage is the mentor's, made in a meeting with the begeleider.

Teacher and team leader were not in on it; the begeleider reads it only.
"""

_LEEST = "{0} {0} 404 404 {0} 403 403 403 403 404 302"
_WERKT = "{0} {0} 404 404 403 403 403 403 403 404 302"
_IEDER = "{0} {0} {0} {0} {0} 403 403 403 403 {0} 302"
_EEN = ("afspraak",)

AFSPRAAKRIJEN: tuple[tuple, ...] = (
    ("overleg:afspraken", _IEDER.format(200)),
    ("overleg:afspraken_vandaag", _IEDER.format(302)),
    ("overleg:afspraak_tik", _IEDER.format(302), "POST"),
    ("overleg:afspraak_nieuw", _IEDER.format(200)),
    ("overleg:afspraak_nieuw", _IEDER.format(422), "POST"),
    ("overleg:afspraak", _LEEST.format(200), "GET", _EEN),
    ("overleg:afspraak_herstel", _WERKT.format(302), "POST", ("afspraak", "=1")),
    ("overleg:afspraak_later", _WERKT.format(422), "POST", _EEN),
    ("overleg:afspraak_overdragen", _WERKT.format(422), "POST", _EEN),
    ("overleg:afspraak_wijzigen", "422 403 404 404 403 403 403 403 403 404 302", "POST", _EEN),
)
