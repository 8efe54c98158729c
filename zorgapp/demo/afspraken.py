"""The agreements of the story outside a meeting: open, late, closed, postponed, handed over, of a parent and of a partner."""

import uuid
from dataclasses import dataclass
from datetime import date, time

from leerlingen.models import Contactpersoon, ExternePartner, Leerling
from overleg.afspraakloop import Afspraakstand, Uitvoerder
from overleg.models import Afspraak
from overleg.services.afspraak import (
    Afspraakgegevens,
    afspraak_los_maken,
    afspraak_overdragen,
    afspraak_uitstellen,
    stand_zetten,
)
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.notifications.models import Herinnering, Status


@dataclass(frozen=True)
class Scene:
    """One agreement: days count as in the scenes of the signals, below zero lies ahead.

    later: (told, new day, why). naar: (told, to whom, why). stand: (told, how it went).
    """

    wie: str
    eigenaar: str
    wat: str
    klaar: int
    merkt: str = ""
    gemaakt: int = 10
    door: str = "angelica"
    doet: Uitvoerder = Uitvoerder.ZELF
    later: tuple[int, int, str] | None = None
    naar: tuple[int, str, str] | None = None
    stand: tuple[int, Afspraakstand] | None = None


_S, _U = Afspraakstand, Uitvoerder
SCENES = (
    Scene("sem", "joris", "Belt de ouders over het verzuim op dinsdag.", 5, gemaakt=14),
    Scene(
        "noor", "tom", "Past het toetsrooster aan: hoogstens één toets per dag.", 2, stand=(4, _S.LUKT_NIET)
    ),
    Scene("dani", "angelica", "Koppelt de vragen van de jeugdarts terug.", 1),
    Scene(
        "kees_jan",
        "ilse",
        "Bespreekt de faciliteitenkaart met alle taaldocenten.",
        -3,
        "Bij elke taal krijgt hij dezelfde extra tijd.",
    ),
    Scene("kees_jan", "sanne", "Geeft de woordenlijst een week van tevoren.", 0, "Hij kan op tijd beginnen."),
    Scene(
        "kees_jan",
        "joris",
        "Legt zijn kaart bij elke toets zelf op tafel.",
        -8,
        door="joris",
        doet=_U.LEERLING,
    ),
    Scene("kees_jan", "joris", "Leest elke avond een kwartier met hem.", 0, door="joris", doet=_U.OUDER),
    Scene("kees_jan", "ilse", "Regelt een laptop voor de toetsen.", 6, gemaakt=20, stand=(8, _S.GELUKT)),
    Scene("amal", "ruben", "Maakt met haar een plan voor de lunchpauze.", -4, stand=(2, _S.LOOPT)),
    Scene("sem", "angelica", "Bereidt het gesprek met leerplicht voor.", -4),
    Scene("sem", "angelica", "Plant een huisbezoek.", -6, doet=_U.EXTERN),
    Scene("lotte", "ruben", "Kijkt met haar terug op de faalangsttraining.", -5),
    Scene(
        "yara", "ruben", "Zoekt een rustige plek voor in de pauze.", 3, gemaakt=15, stand=(5, _S.NIET_NODIG)
    ),
    Scene(
        "finn",
        "ilse",
        "Meet het leesniveau opnieuw.",
        4,
        gemaakt=18,
        later=(6, -7, "Hij was twee weken ziek."),
    ),
    Scene(
        "jada",
        "karin",
        "Oefent de woorden van biologie voor.",
        -9,
        naar=(1, "ilse", "Karin gaat met verlof."),
    ),
)


@dataclass
class Verteller:
    """Tells them on their own days."""

    demo: Demoschool
    leerlingen: dict[str, Leerling]
    partners: dict[str, ExternePartner]

    def dag(self, terug: int) -> date:
        """School day `terug` before the demo day; a negative number lies ahead."""
        return verhaaldag(self.demo.op, terug)

    def speel(self, scene: Scene) -> Afspraak:
        """Make it, then what happened with it."""
        leerling, dag = self.leerlingen[scene.wie], self.dag(scene.gemaakt)
        ouders = Contactpersoon.objects.filter(leerling=leerling).order_by("pk")
        afspraak = afspraak_los_maken(
            door=self.demo.werkplek(scene.door, dag),
            leerling=leerling,
            gegevens=Afspraakgegevens(
                scene.wat,
                self.demo.mensen[scene.eigenaar],
                self.dag(scene.klaar),
                scene.merkt,
                scene.doet,
                ouders.first() if scene.doet == Uitvoerder.OUDER else None,
                self.partners["jeugdteam"] if scene.doet == Uitvoerder.EXTERN else None,
            ),
            sleutel=uuid.uuid4(),
            op=moment(dag, time(14, 5)),
        )
        return self._verder(scene, afspraak)

    def _verder(self, scene: Scene, afspraak: Afspraak) -> Afspraak:
        pk = afspraak.pk
        if scene.later:
            terug, nieuw, reden = scene.later
            afspraak = afspraak_uitstellen(
                door=self.demo.werkplek(scene.eigenaar, self.dag(terug)),
                pk=pk,
                versie=afspraak.versie,
                klaar_op=self.dag(nieuw),
                reden=reden,
                op=moment(self.dag(terug), time(15, 10)),
            )
        if scene.naar:
            terug, wie, reden = scene.naar
            door, op = (
                self.demo.werkplek(scene.eigenaar, self.dag(terug)),
                moment(self.dag(terug), time(15, 20)),
            )
            afspraak = afspraak_overdragen(
                door=door, pk=pk, versie=afspraak.versie, naar=self.demo.mensen[wie], op=op, reden=reden
            )
        if scene.stand:
            terug, stand = scene.stand
            door, op = (
                self.demo.werkplek(scene.eigenaar, self.dag(terug)),
                moment(self.dag(terug), time(15, 30)),
            )
            afspraak = stand_zetten(door=door, pk=pk, versie=afspraak.versie, stand=stand, op=op)
        return afspraak


def zet_afspraken(
    demo: Demoschool, leerlingen: dict[str, Leerling], partners: dict[str, ExternePartner]
) -> list[Afspraak]:
    """Tell them all, the oldest first; needs the school's context. Partners by the keys of the sociale kaart."""
    verteller = Verteller(demo, leerlingen, partners)
    verteld = [verteller.speel(scene) for scene in sorted(SCENES, key=lambda s: -s.gemaakt)]
    oud = Herinnering.objects.filter(school=demo.school, status=Status.GEPLAND, soort__startswith="afspraak_")
    oud.filter(niet_voor__lt=moment(demo.op, time(0, 0))).update(status=Status.VERVALLEN)
    return verteld
