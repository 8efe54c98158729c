"""Pages of the agenda, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_agenda import AGENDA_BLAD, AGENDADOELEN, AGENDAFORMULIEREN

_AGENDA = AGENDADOELEN["overleg_agenda"]
AGENDABLADEN: tuple[tuple, ...] = (
    ("overleg:agenda", "angelica", _AGENDA),
    ("overleg:agenda", "ruben", _AGENDA),
    ("overleg:agenda", "joris", AGENDADOELEN["overleg_bespreking"]),
    ("overleg:rondvraag_vragen", "angelica", AGENDA_BLAD),
    ("overleg:rondvragen", "sanne"),
    ("overleg:rondvraag", "sanne", AGENDADOELEN["rondvraag"]),
    ("overleg:rondvraag", "sanne", AGENDADOELEN["rondvraag"], "", "stuur:Geef antwoord"),
    ("overleg:vooraf", "angelica", _AGENDA),
)
AGENDA_VRIJGESTELD: dict[str, str] = {
    f"overleg:{naam}": "only POST: it answers with a page above" for naam in AGENDAFORMULIEREN
}
