"""Tables of meetings: series and participants, agenda and report, agreements, coachlijn."""

from overleg.afspraakloop import Afspraakdaad, Afspraakstand, Uitvoerder
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models.afspraak import Afspraak, Afspraakstap
from overleg.models.agenda import Agendapunt, Bron, Naamgrond, Wetsgrond
from overleg.models.coachlijn import Coachbericht, Coachstatus, Coachvraag
from overleg.models.overleg import Agendafeed, Deelname, Functie, Overleg, Overlegreeks, Reekslid
from overleg.models.verslag import Aanvulling, Rondvraag, Terugvertellen, Verslagdeel
from overleg.soorten import Overlegsoort

__all__ = [
    "Aanvulling",
    "Afspraak",
    "Afspraakdaad",
    "Afspraakstand",
    "Afspraakstap",
    "Agendafeed",
    "Agendapunt",
    "Bron",
    "Coachbericht",
    "Coachstatus",
    "Coachvraag",
    "Deelname",
    "Functie",
    "Naamgrond",
    "Overleg",
    "Overlegreeks",
    "Overlegsoort",
    "Overlegstatus",
    "Puntstatus",
    "Reekslid",
    "Rondvraag",
    "Terugvertellen",
    "Uitvoerder",
    "Verslagdeel",
    "Wetsgrond",
]
