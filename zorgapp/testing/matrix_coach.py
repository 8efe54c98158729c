"""The rows of the role matrix for the coachlijn and cases: the teacher asked the begeleider and brought in a case.

Nobody else reads the question, whatever his role; the begeleider leads the intervisie and does not change the case.
"""

_IEDER = "{0} {0} {0} {0} {0} 403 403 403 403 {0} 302"
_SAMEN = "404 404 {0} 404 {0} 403 403 403 403 404 302"
_EIGEN = "404 404 {0} 404 403 403 403 403 403 404 302"
_VRAAG, _OVERLEG, _CASUS = ("coachvraag",), ("intervisie",), ("intervisie", "casuspunt")

COACHRIJEN: tuple[tuple, ...] = (
    ("overleg:coachlijn", _IEDER.format(200)),
    ("overleg:coach_nieuw", _IEDER.format(200)),
    ("overleg:coach_nieuw", _IEDER.format(422), "POST"),
    ("overleg:coachvraag", _SAMEN.format(200), "GET", _VRAAG),
    ("overleg:coachvraag", _SAMEN.format(422), "POST", _VRAAG),
    ("overleg:coach_sluiten", _SAMEN.format(422), "POST", _VRAAG),
    ("overleg:coach_intrekken", _SAMEN.format(422), "POST", _VRAAG),
    ("overleg:casus", _SAMEN.format(200), "GET", _OVERLEG),
    ("overleg:casus", _SAMEN.format(422), "POST", _OVERLEG),
    ("overleg:casus_wijzigen", _EIGEN.format(200), "GET", _CASUS),
    ("overleg:casus_wijzigen", _EIGEN.format(422), "POST", _CASUS),
    ("overleg:casus_weg", _EIGEN.format(302), "POST", _CASUS),
)
