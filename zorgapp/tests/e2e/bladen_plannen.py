"""Pages of planning meetings, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_plannen import PLANDOELEN, PLANFORMULIEREN

Z, MENTOR, DOCENT = "angelica", "joris", "sanne"
_STRAKS, _REEKS = PLANDOELEN["overleg_straks"], PLANDOELEN["overlegreeks"]
PLANBLADEN: tuple[tuple, ...] = (
    ("overleg:overleggen", Z),
    ("overleg:overleggen", DOCENT),
    ("overleg:overleggen", Z, "", "?toon=geweest"),
    ("overleg:overleggen", Z, "", "?toon=reeksen"),
    ("overleg:overleg_nieuw", Z),
    ("overleg:overleg_nieuw", Z, "", "?soort=zorgoverleg", "stuur:Plan het overleg"),
    ("overleg:overleg_nieuw", MENTOR, "", "?soort=mdo"),
    ("overleg:overleg", Z, _STRAKS),
    ("overleg:overleg", "ruben", PLANDOELEN["overleg_geweest"]),
    ("overleg:overleg", DOCENT, PLANDOELEN["overleg_klas"]),
    ("overleg:overleg_wijzigen", Z, _STRAKS),
    ("overleg:reeks_nieuw", Z, "", "?soort=zorgoverleg"),
    ("overleg:reeks_nieuw", Z, "", "?soort=zorgoverleg", "stuur:Bekijk de dagen"),
    ("overleg:reeks", Z, _REEKS),
    ("overleg:reeks", Z, PLANDOELEN["overlegreeks_zat"]),
    ("overleg:reeks_wijzigen", Z, _REEKS),
    ("overleg:agendafeed", "ruben"),
)
PLAN_VRIJGESTELD: dict[str, str] = {
    **{f"overleg:{naam}": "only POST: it answers with a page above" for naam in PLANFORMULIEREN},
    "overleg:agendafeed_maken": "the page above with the address in it, which is shown once",
    "overleg:overleg_vandaag": "a part of Vandaag, looked at within it",
    "overleg:overleg_ics": "a calendar file",
    "overleg:agendafeed_ics": "a calendar file",
}
