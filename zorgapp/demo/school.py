"""Laying down a demo school: locations, free days, settings, people and their classes. Needs no pupil yet."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.contrib.auth.hashers import make_password

from leerlingen.models import Klas, Lesgroep, Lesopdracht, Mentorschap
from zorgapp.accounts.models import Aanstelling, Afdeling, Instelling, School, User, Vestiging, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.demo.kalender import alle_vrije_dagen
from zorgapp.demo.rolverdeling import AFDELINGEN, DOMEIN, KLASSEN, MEDEWERKERS, VESTIGINGEN, Medewerker
from zorgapp.kern.schooljaar import Schooljaar

ONDERBOUW_TOT = 3
EIGEN_GROEP = frozenset({"Duits", "Frans"})


@dataclass
class Demoschool:
    """A demo school under construction, with what the next steps hang on. `wachtwoord` is a hash, made once."""

    school: School
    op: date
    wachtwoord: str
    domein: str = DOMEIN
    vestigingen: list[Vestiging] = field(default_factory=list)
    afdelingen: list[Afdeling] = field(default_factory=list)
    mensen: dict[str, User] = field(default_factory=dict)
    klassen: dict[str, Klas] = field(default_factory=dict)
    groepen: dict[str, list[Lesgroep]] = field(default_factory=dict)

    @property
    def jaar(self) -> Schooljaar:
        return Schooljaar.van(self.op)

    @property
    def begin(self) -> date:
        """Where appointments start: two school years ago, so that every story day lies inside."""
        return date(self.jaar.beginjaar - 2, 8, 1)

    @property
    def klassen_nu(self) -> list[Klas]:
        """The classes of this school year."""
        return [klas for klas in self.klassen.values() if klas.schooljaar == self.jaar.beginjaar]

    def werkplek(self, login: str, dag: date) -> Werkplek:
        """The Werkplek of a named colleague on a day; sets the context to him."""
        werkplek = werkplek_maken(self.mensen[login], dag, self.school.pk)
        if werkplek is None:
            raise ValueError(f"{login} werkt op {dag} niet op deze school")
        return werkplek


@lru_cache(maxsize=4)
def wachtwoord_hash(wachtwoord: str) -> str:
    """One hash for all demo logins: hashing twenty times would take longer than the rest of the cast."""
    return make_password(wachtwoord)


def maak_school(brin: str, naam: str, op: date) -> School:
    """The school row itself; it lies outside the school context."""
    return School.objects.create(
        brin=brin, naam=naam, ingericht_op=date(Schooljaar.van(op).beginjaar - 2, 8, 1)
    )


def richt_in(demo: Demoschool, vestigingen: tuple[str, ...] = VESTIGINGEN) -> None:
    """Locations, departments, free days of four school years, and sign-in without a second step (demo only)."""
    demo.vestigingen = [Vestiging.objects.create(school=demo.school, naam=naam) for naam in vestigingen]
    demo.afdelingen = [Afdeling.objects.create(school=demo.school, naam=naam) for naam in AFDELINGEN]
    Vrijedag.objects.bulk_create(
        Vrijedag(school=demo.school, naam=naam, van=periode.van, tot=periode.tot)
        for naam, periode in alle_vrije_dagen(demo.op)
    )
    Instelling.objects.create(school=demo.school, sleutel="tweestaps", waarde=0, geldig_vanaf=demo.begin)


def stel_aan(demo: Demoschool, wie: Medewerker) -> User:
    """A named colleague with a login and one appointment."""
    user = User.objects.create(
        email=f"{wie.login}@{demo.domein}",
        voornaam=wie.voornaam,
        tussenvoegsel=wie.tussenvoegsel,
        achternaam=wie.achternaam,
        telefoon=wie.telefoon,
        password=demo.wachtwoord,
    )
    afdeling = next((a for a in demo.afdelingen if a.naam == wie.afdeling), None)
    Aanstelling.objects.create(
        user=user, school=demo.school, rol=wie.rol, functie=wie.functie, afdeling=afdeling, van=demo.begin
    )
    demo.mensen[wie.login] = user
    return user


def maak_klas(
    demo: Demoschool, naam: str, leerjaar: int, niveau: str, jaar: Schooljaar | None = None
) -> Klas:
    """A class (unsaved) with its department and location; parallel classes alternate between the locations."""
    plek = len(naam) + ord(naam[-1]) + leerjaar
    return Klas(
        school=demo.school,
        naam=naam,
        schooljaar=(jaar or demo.jaar).beginjaar,
        leerjaar=leerjaar,
        niveau=niveau,
        vestiging=demo.vestigingen[plek % len(demo.vestigingen)],
        afdeling=demo.afdelingen[0 if leerjaar <= ONDERBOUW_TOT else 1],
    )


def leerjaar_van(klas: Klas) -> int:
    """The year of a class; demo classes always have one."""
    return klas.leerjaar or 1


def zet_klassen(demo: Demoschool) -> None:
    """The named classes of this year, with their mentors and lessons."""
    for naam, leerjaar, niveau in KLASSEN:
        demo.klassen[naam] = klas = maak_klas(demo, naam, leerjaar, niveau)
        klas.save()
    for wie in MEDEWERKERS:
        user = demo.mensen[wie.login]
        for naam in wie.klassen:
            Mentorschap.objects.create(
                school=demo.school, user=user, klas=demo.klassen[naam], van=demo.jaar.begin
            )
        for naam in wie.lessen:
            geef_les(demo, user, demo.klassen[naam], wie.vak)


def geef_les(demo: Demoschool, user: User, klas: Klas, vak: str) -> None:
    """Let a colleague teach a class: as a teaching group for the languages that are chosen, else as a whole class."""
    if vak not in EIGEN_GROEP:
        Lesopdracht.objects.create(school=demo.school, user=user, klas=klas, vak=vak, van=demo.jaar.begin)
        return
    groep = Lesgroep.objects.create(
        school=demo.school,
        naam=f"{klas.naam.lower()}.{vak[:2].lower()}1",
        schooljaar=demo.jaar.beginjaar,
        vak=vak,
    )
    demo.groepen.setdefault(klas.naam, []).append(groep)
    Lesopdracht.objects.create(school=demo.school, user=user, lesgroep=groep, vak=vak, van=demo.jaar.begin)


def zet_personeel(demo: Demoschool) -> None:
    for wie in MEDEWERKERS:
        stel_aan(demo, wie)


WATERLAND_STAF = (
    Medewerker("omar", "Omar", "", "Benali", Rol.ZORGCOORDINATOR, telefoon="06 87 65 43 21"),
    Medewerker("lies", "Lies", "van", "Rijn", Rol.BEHEERDER, "applicatiebeheerder"),
)
