"""Pages of hours, means and scenarios, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_uren import URENDOELEN, URENFORMULIEREN

_ROL, _SCENARIO, _MIDDEL = (URENDOELEN[naam] for naam in ("uren", "scenario", "middel"))
URENBLADEN: tuple[tuple, ...] = (
    ("beleid:uren", "angelica"),
    ("beleid:uren", "marijke"),
    ("beleid:uren_nieuw", "angelica", "", "", "stuur:Zet in de lijst"),
    ("beleid:uren_normen", "angelica"),
    ("beleid:uren_tijd", "angelica"),
    ("beleid:uren_wijzigen", "angelica", _ROL),
    ("beleid:uren_toezeggen", "marijke", _ROL),
    ("beleid:uren_scenario_nieuw", "angelica", "", "", "stuur:Bewaar het scenario"),
    ("beleid:uren_scenario", "angelica", _SCENARIO),
    ("beleid:uren_scenario_wijzigen", "angelica", _SCENARIO),
    ("beleid:uren_gesprek", "angelica", _SCENARIO, "", "stuur:Leg de uitkomst vast"),
    ("beleid:middelen", "angelica"),
    ("beleid:middelen_nieuw", "angelica", "", "", "stuur:Bewaar"),
    ("beleid:middelen_wijzigen", "angelica", _MIDDEL),
)
UREN_VRIJGESTELD: dict[str, str] = {
    f"beleid:{naam}": "only POST: it answers with a page above" for naam in URENFORMULIEREN
}
