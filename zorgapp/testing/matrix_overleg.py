"""The rows of the role matrix for meetings and agreements: name, expected, method, args, data.

The coordinator leads a zorgoverleg about the pupil that is on (stage objects `overleg`, `punt`, `afspraak`) and one that
is planned (`overleg_straks`); the begeleider and the mentor take part in both. Teacher and team leader do not.
"""

from zorgapp.testing.matrix_afspraken import AFSPRAAKRIJEN
from zorgapp.testing.matrix_agenda import AGENDARIJEN
from zorgapp.testing.matrix_coach import COACHRIJEN
from zorgapp.testing.matrix_extern import EXTERNRIJEN
from zorgapp.testing.matrix_live import LIVERIJEN
from zorgapp.testing.matrix_verslag import VERSLAGRIJEN

# Planning: the coordinator leads, mentor and begeleider take part, teacher and team leader do not.
_IEDEREEN = "{0} {0} {0} {0} {0} {0} {0} {0} {0} {0} 302"
_MAG_PLANNEN = "200 200 403 200 200 403 403 403 403 200 302"
_DOET_MEE = "200 200 404 404 200 403 403 403 403 404 302"
_LEIDT = "{} 403 404 404 403 403 403 403 403 404 302"
_STRAKS, _REEKS = ("overleg_straks",), ("overlegreeks",)

PLANRIJEN: tuple[tuple, ...] = (
    ("overleg:overleggen", "200 200 200 200 200 403 403 403 403 200 302"),
    ("overleg:overleg_vandaag", "302 302 302 302 302 403 403 403 403 302 302"),
    ("overleg:overleg_nieuw", _MAG_PLANNEN),
    ("overleg:overleg_nieuw", _MAG_PLANNEN, "POST"),
    ("overleg:overleg", _DOET_MEE, "GET", _STRAKS),
    ("overleg:overleg_wijzigen", _LEIDT.format(200), "GET", _STRAKS),
    ("overleg:overleg_wijzigen", _LEIDT.format(422), "POST", _STRAKS),
    ("overleg:overleg_deelnemer", _LEIDT.format(422), "POST", _STRAKS),
    ("overleg:overleg_deelnemer_weg", _LEIDT.format(302), "POST", ("overleg_straks", "deelname")),
    ("overleg:overleg_afzeggen", _LEIDT.format(422), "POST", _STRAKS),
    ("overleg:overleg_herstellen", _LEIDT.format(302), "POST", _STRAKS),
    ("overleg:overleg_begin", _LEIDT.format(302), "POST", _STRAKS),
    ("overleg:overleg_ics", "200 200 404 404 200 404 404 404 404 404 302", "GET", _STRAKS),
    ("overleg:reeks_nieuw", _MAG_PLANNEN),
    # a mentor and a begeleider make series of one kind only: they get its form at once
    ("overleg:reeks_nieuw", "200 422 403 200 422 403 403 403 403 200 302", "POST"),
    ("overleg:reeks", _DOET_MEE, "GET", _REEKS),
    ("overleg:reeks_wijzigen", _LEIDT.format(200), "GET", _REEKS),
    ("overleg:reeks_wijzigen", _LEIDT.format(422), "POST", _REEKS),
    ("overleg:reeks_stoppen", _LEIDT.format(302), "POST", _REEKS),
    ("overleg:reeks_lid", _LEIDT.format(422), "POST", _REEKS),
    ("overleg:reeks_lid_weg", _LEIDT.format(302), "POST", ("overlegreeks", "reekslid")),
    ("overleg:agendafeed", _IEDEREEN.format(200)),
    ("overleg:agendafeed_maken", _IEDEREEN.format(200), "POST"),
    ("overleg:agendafeed_intrekken", _IEDEREEN.format(302), "POST"),
    # an address that was never made is one answer for everybody
    ("overleg:agendafeed_ics", " ".join(["404"] * 11), "GET", ("=geen",)),
)

OVERLEGRIJEN: tuple[tuple, ...] = (
    *AGENDARIJEN,
    *EXTERNRIJEN,
    *PLANRIJEN,
    *AFSPRAAKRIJEN,
    *LIVERIJEN,
    *COACHRIJEN,
    *VERSLAGRIJEN,
)
