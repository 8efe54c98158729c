"""The agendas of the story: what is on today's zorgoverleg and on the next leerlingbespreking, and what teachers wrote."""

from dataclasses import dataclass
from datetime import time

from leerlingen.models import Leerling
from ondersteuning.access_overdracht import lesgevers
from overleg.models import Agendapunt, Overleg
from overleg.services.agenda import Puntgegevens, punt_toevoegen
from overleg.services.rondvraag import Antwoord, rondvraag_beantwoorden, rondvraag_vragen
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.overleggen import Demooverleg
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.notifications.models import Herinnering, Status


@dataclass(frozen=True)
class Punt:
    """One item: of whom (empty: a subject), the question, minutes. `vragen`: how many teachers are asked beforehand."""

    wie: str
    vraag: str
    minuten: int = 15
    onderwerp: str = ""
    vragen: int = 0


ZORGOVERLEG = (
    Punt("kees_jan", "Hoe krijgt hij bij elk vak dezelfde extra tijd?", 20, vragen=2),
    Punt("sem", "Wat doen we als hij dinsdag weer niet komt?", 15),
    Punt("noor", "Helpt een rustiger toetsrooster genoeg?", 15, vragen=2),
    Punt("amal", "", 10),
    Punt("", "Wie vangt de leerlingen op in de toetsweek?", 10, "Toetsweek"),
)
BESPREKING = (
    Punt("kees_jan", "Wat werkt in jouw les?", 10, vragen=2),
    Punt("", "Hoe maken we de overgang naar de middag rustiger?", 10, "Het zesde uur"),
)
ANTWOORDEN = (
    Antwoord(
        "Hij werkt hard en vraagt om hulp.",
        "Bij toetsen haalt hij de laatste opgaven niet.",
        "Vooraf zeggen hoeveel tijd hij heeft.",
    ),
    Antwoord("Mondeling is hij sterk.", "Hij legt zijn kaart niet op tafel.", "Een vaste plek vooraan."),
)


@dataclass
class Verteller:
    """Makes the agendas, each on the day on which it was done."""

    demo: Demoschool
    leerlingen: dict[str, Leerling]

    def zet(self, overleg: Overleg, punten: tuple[Punt, ...], wie: str, terug: int) -> list[Agendapunt]:
        """Put these items on the agenda, `terug` school days before the demo day."""
        dag = verhaaldag(self.demo.op, terug)
        return [
            punt_toevoegen(
                door=self.demo.werkplek(wie, dag),
                overleg_id=overleg.pk,
                gegevens=Puntgegevens(
                    leerling=self.leerlingen[punt.wie] if punt.wie else None,
                    onderwerp=punt.onderwerp,
                    vraag=punt.vraag,
                    minuten=punt.minuten,
                ),
                op=moment(dag, time(9, 40)),
            )
            for punt in punten
        ]

    def vraag(self, rij: Agendapunt, punt: Punt, wie: str, *, antwoorden: int) -> None:
        """Ask teachers about the pupil of an item three school days ago; the first `antwoorden` of them answered."""
        dag, later = verhaaldag(self.demo.op, 3), verhaaldag(self.demo.op, 1)
        login = {mens.pk: naam for naam, mens in self.demo.mensen.items()}
        bekend = [les.user_id for les in lesgevers(self.leerlingen[punt.wie].pk, dag) if les.user_id in login]
        eerst = sorted(dict.fromkeys(bekend), key=lambda nr: (login[nr] == wie, login[nr] != "sanne"))
        collegas = [nr for nr in eerst if login[nr] != wie][: punt.vragen]
        gevraagd = rondvraag_vragen(
            door=self.demo.werkplek(wie, dag),
            punt_id=rij.pk,
            collegas=collegas,
            vraag="",
            uiterlijk=later,
            op=moment(dag, time(10, 5)),
        )
        for vraag, antwoord in list(zip(gevraagd, ANTWOORDEN, strict=False))[:antwoorden]:
            door = self.demo.werkplek(login[vraag.collega_id], later)
            rondvraag_beantwoorden(
                door=door, pk=vraag.pk, versie=1, antwoord=antwoord, op=moment(later, time(15, 30))
            )


def zet_agendas(demo: Demoschool, leerlingen: dict[str, Leerling], overleg: Demooverleg) -> None:
    """Fill the agendas of today's zorgoverleg and of the next leerlingbespreking; what is past has its own file."""
    verteller = Verteller(demo, leerlingen)
    rijen = verteller.zet(overleg.volgende, ZORGOVERLEG, "angelica", 4)
    verteller.vraag(rijen[0], ZORGOVERLEG[0], "angelica", antwoorden=2)
    verteller.vraag(rijen[2], ZORGOVERLEG[2], "angelica", antwoorden=1)
    rijen = verteller.zet(overleg.bespreking, BESPREKING, "joris", 3)
    verteller.vraag(rijen[0], BESPREKING[0], "joris", antwoorden=0)
    voorbij = Herinnering.objects.filter(
        school=demo.school,
        status=Status.GEPLAND,
        soort__startswith="rondvraag",
        niet_voor__lt=moment(demo.op, time(0)),
    )
    voorbij.update(status=Status.VERVALLEN)
