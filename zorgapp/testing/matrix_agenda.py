"""The rows of the role matrix for the agenda: the coordinator makes it, mentor and begeleider take part, the teacher is asked."""

_LEEST = "200 200 404 404 200 403 403 403 403 404 302"
_MAAKT = "{} 403 404 404 403 403 403 403 403 404 302"
_GEVRAAGD = "404 404 {} 404 404 403 403 403 403 404 302"
_IEDEREEN = "200 200 200 200 200 403 403 403 403 200 302"
_O, _P = ("overleg_straks",), ("overleg_straks", "punt_straks")

AGENDARIJEN: tuple[tuple, ...] = (
    ("overleg:agenda", _LEEST, "GET", _O),
    # an empty press changes nothing and leads back to the page, that has its own rule
    ("overleg:agenda_stap", "302 302 302 302 302 403 403 403 403 302 302", "POST", _O),
    ("overleg:agenda_erbij", _MAAKT.format(422), "POST", _O),
    ("overleg:agenda_voorstel", _MAAKT.format(422), "POST", _O),
    ("overleg:agenda_punt", "422 422 404 404 422 403 403 403 403 404 302", "POST", _P),
    ("overleg:agenda_vraag", "422 422 404 404 422 403 403 403 403 404 302", "POST", _P),
    ("overleg:agenda_terug", _MAAKT.format(302), "POST", _P),
    ("overleg:rondvraag_vragen", _MAAKT.format(200), "GET", _P),
    ("overleg:rondvraag_vragen", _MAAKT.format(422), "POST", _P),
    ("overleg:rondvraag_intrekken", _MAAKT.format(302), "POST", (*_P, "rondvraag")),
    ("overleg:rondvraag_herinneren", _MAAKT.format(302), "POST", _O),
    ("overleg:rondvragen", _IEDEREEN),
    ("overleg:rondvraag", _GEVRAAGD.format(200), "GET", ("rondvraag",)),
    ("overleg:rondvraag", _GEVRAAGD.format(422), "POST", ("rondvraag",)),
    ("overleg:rondvraag_geen_les", _GEVRAAGD.format(302), "POST", ("rondvraag",)),
    ("overleg:vooraf", _LEEST, "GET", _O),
    ("overleg:vooraf_pdf", "302 302 404 404 302 403 403 403 403 404 302", "POST", _O),
)
