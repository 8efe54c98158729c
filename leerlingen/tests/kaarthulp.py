"""A class with its teachers and a facility card, for the tests of cards, class cards and substitutes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from leerlingen.access import Grond, Toegangsgrond
from leerlingen.models import Faciliteit, Faciliteitenkaart, FaciliteitToekenning, Klas, Leerling, Lesopdracht
from leerlingen.services.faciliteiten import startset_neerleggen
from leerlingen.services.kaart import Toekenninggegevens, faciliteit_toekennen
from leerlingen.services.kaartgrond import Grondgegevens, kaartgrond_vastleggen
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_les, maak_mentor, maak_werkplek

LANG_GELEDEN = date(2020, 8, 1)
Z = Grond(Toegangsgrond.ZORGCOORDINATOR)
MENTOR = Grond(Toegangsgrond.MENTOR)


@dataclass(frozen=True)
class Kaartdecor:
    """Kees Jan in H3b: his mentor teaches wiskunde to the class, Sanne teaches him Duits in a group."""

    school: School
    klas: Klas
    leerling: Leerling
    coordinator: Werkplek
    mentor: Werkplek
    docent: Werkplek
    begeleider: Werkplek
    les: Lesopdracht

    def faciliteit(self, naam: str) -> Faciliteit:
        return Faciliteit.objects.get(naam=naam)

    @property
    def kaart(self) -> Faciliteitenkaart:
        return Faciliteitenkaart.objects.get(leerling=self.leerling)

    def geef(self, naam: str, op: datetime = NU, **gegevens: Any) -> FaciliteitToekenning:
        """Put a facility on the card, with its catalogue text unless said otherwise."""
        faciliteit = self.faciliteit(naam)
        velden = {"tekst": faciliteit.tekst, "les": faciliteit.les, "toets": True}
        return faciliteit_toekennen(
            door=self.coordinator,
            leerling=self.leerling,
            faciliteit=faciliteit,
            op=op,
            gegevens=Toekenninggegevens(**(velden | gegevens)),
        )

    def onderbouw(self, versie: int = 0, **velden: Any) -> None:
        """Record a reason and the statement of an expert."""
        standaard: dict[str, Any] = {
            "grondslag": ["dyslexie"],
            "toelichting": "Vastgesteld in groep 8",
            "verklaring": True,
            "verklaring_op": date(2024, 3, 1),
            "verklaring_door": "drs. J. de Lange, orthopedagoog",
        }
        kaartgrond_vastleggen(
            door=self.coordinator,
            leerling=self.leerling,
            versie=versie,
            gegevens=Grondgegevens(**(standaard | velden)),
            op=NU,
        )


def maak_kaartdecor(school: School, dag: date = DAG) -> Kaartdecor:
    """Make it in the context of `school`, with the starter set; the card itself is not there yet."""
    klas = maak_klas(school)
    leerling = maak_leerling(school, klas)
    docent = maak_werkplek(school, Rol.DOCENT, dag, "Sanne")
    mentor = maak_werkplek(school, Rol.MENTOR, dag, "Joris")
    coordinator = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag, "Angelica")
    maak_mentor(school, klas, mentor.user, van=LANG_GELEDEN)
    Lesopdracht.objects.create(school=school, user=mentor.user, klas=klas, vak="wiskunde", van=LANG_GELEDEN)
    startset_neerleggen(door=coordinator)
    return Kaartdecor(
        school=school,
        klas=klas,
        leerling=leerling,
        coordinator=coordinator,
        mentor=mentor,
        docent=docent,
        begeleider=maak_werkplek(school, Rol.BEGELEIDER, dag, "Ruben"),
        les=maak_les(school, docent.user, leerling, van=LANG_GELEDEN),
    )
