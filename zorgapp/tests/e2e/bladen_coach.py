"""Pages of the coachlijn and of cases, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_coach import COACHDOELEN, COACHFORMULIEREN

_VRAAG, _INTERVISIE = COACHDOELEN["coachvraag"], COACHDOELEN["intervisie"]
COACHBLADEN: tuple[tuple, ...] = (
    ("overleg:coachlijn", "angelica"),
    ("overleg:coachlijn", "sanne"),
    ("overleg:coach_nieuw", "sanne"),
    ("overleg:coach_nieuw", "sanne", "", "", "stuur:Verstuur naar je coach"),
    ("overleg:coachvraag", "sanne", _VRAAG),
    ("overleg:coachvraag", "ruben", _VRAAG, "", "stuur:Verstuur"),
    ("overleg:casus", "ruben", _INTERVISIE),
    ("overleg:casus", "sanne", _INTERVISIE, "", "stuur:Zet op de agenda"),
)
COACH_VRIJGESTELD: dict[str, str] = {
    **{f"overleg:{naam}": "only POST: it answers with a page above" for naam in COACHFORMULIEREN},
    "overleg:casus_wijzigen": "the form of the page of the cases on a page of its own",
}
