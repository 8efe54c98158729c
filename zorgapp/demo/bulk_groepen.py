"""Classes, teachers and lessons of a demo school, as many as its pupils need."""

from itertools import count
from random import Random

from django.contrib.auth.hashers import make_password

from leerlingen.models import Klas, Lesgroep, Lesopdracht, Mentorschap
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.cast import klas_vorig_jaar
from zorgapp.demo.controle import maak_veel
from zorgapp.demo.names import kies_naam
from zorgapp.demo.school import EIGEN_GROEP, Demoschool, leerjaar_van, maak_klas

PER_KLAS = 26
KLASSEN_PER_DOCENT = 3
KLASSEN_MET_AFDELING = 40
LEERLINGEN_PER_BEGELEIDER = 300
STROMEN = (
    ("B", 1, "brugklas"),
    ("B", 2, "brugklas"),
    ("M", 2, "vmbo-tl"),
    ("H", 2, "havo"),
    ("V", 2, "vwo"),
    ("M", 3, "vmbo-tl"),
    ("H", 3, "havo"),
    ("V", 3, "vwo"),
    ("M", 4, "vmbo-tl"),
    ("H", 4, "havo"),
    ("V", 4, "vwo"),
    ("H", 5, "havo"),
    ("V", 5, "vwo"),
    ("V", 6, "vwo"),
)
VAKKEN = (
    "Nederlands",
    "Engels",
    "wiskunde",
    "biologie",
    "geschiedenis",
    "aardrijkskunde",
    "gym",
    "Duits",
    "Frans",
)
VAKKEN_PER_KLAS = 5


def parallel(nummer: int) -> str:
    """a, b, ... z, aa, ab, ... for the parallel classes of one stream."""
    letters = ""
    nummer += 1
    while nummer:
        nummer, rest = divmod(nummer - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def zet_groepen(demo: Demoschool, leerlingen: int, rng: Random) -> None:
    """Add classes until every pupil fits, then a mentor and lessons for each, and enough begeleiders."""
    nodig = -(-leerlingen // PER_KLAS)
    nieuw: list[Klas] = []
    for n in count():
        if len(demo.klassen_nu) + len(nieuw) >= nodig:
            break
        letter, leerjaar, niveau = STROMEN[n % len(STROMEN)]
        naam = f"{letter}{leerjaar}{parallel(n // len(STROMEN))}"
        if naam not in demo.klassen:
            nieuw.append(maak_klas(demo, naam, leerjaar, niveau))
    for klas in nieuw[KLASSEN_MET_AFDELING:]:
        klas.afdeling = (
            None  # a team leader's department has a size one person can lead, also in a huge school
        )
    for klas in maak_veel(nieuw, rng):
        demo.klassen[klas.naam] = klas
    for klas in demo.klassen_nu:
        if leerjaar_van(klas) > 1:
            klas_vorig_jaar(demo, klas)
    _mentoren(demo, rng)
    _lessen(demo, rng)
    extra = leerlingen // LEERLINGEN_PER_BEGELEIDER
    if not any(a.rol == Rol.BEGELEIDER for a in _aanstellingen(demo)):
        extra += 1
    _neem_aan(demo, Rol.BEGELEIDER, ["leerlingbegeleider"] * extra, rng)


def _aanstellingen(demo: Demoschool) -> list[Aanstelling]:
    return list(Aanstelling.objects.filter(school=demo.school))


def _neem_aan(demo: Demoschool, rol: Rol, functies: list[str], rng: Random) -> list[User]:
    """New colleagues of one role, without a password: they cannot sign in, and nobody needs them to."""
    domein = demo.domein
    begin = User.objects.count()
    users = []
    for n, _ in enumerate(functies):
        naam = kies_naam(rng)
        users.append(
            User(
                email=f"medewerker{begin + n}@{domein}",
                voornaam=naam.roepnaam,
                tussenvoegsel=naam.tussenvoegsel,
                achternaam=naam.achternaam,
                password=make_password(None),
            )
        )
    users = maak_veel(users, rng)
    maak_veel(
        [
            Aanstelling(user=user, school=demo.school, rol=rol, functie=functie, van=demo.begin)
            for user, functie in zip(users, functies, strict=True)
        ],
        rng,
    )
    return users


def _mentoren(demo: Demoschool, rng: Random) -> None:
    met = set(Mentorschap.objects.values_list("klas_id", flat=True))
    zonder = [klas for klas in demo.klassen_nu if klas.pk not in met]
    vakken = [rng.choice(VAKKEN) for _ in zonder]
    users = _neem_aan(demo, Rol.MENTOR, [f"docent {vak}" for vak in vakken], rng)
    maak_veel(
        [
            Mentorschap(school=demo.school, user=user, klas=klas, van=demo.jaar.begin)
            for user, klas in zip(users, zonder, strict=True)
        ],
        rng,
    )
    maak_veel(
        [
            Lesopdracht(school=demo.school, user=user, klas=klas, vak=vak, van=demo.jaar.begin)
            for user, klas, vak in zip(users, zonder, vakken, strict=True)
        ],
        rng,
    )


def _lessen(demo: Demoschool, rng: Random) -> None:
    """Teachers for every class: whole classes for most subjects, teaching groups for German and French."""
    klassen = demo.klassen_nu
    aantal = max(len(VAKKEN), -(-len(klassen) * VAKKEN_PER_KLAS // KLASSEN_PER_DOCENT)) if klassen else 0
    vakken = [VAKKEN[n % len(VAKKEN)] for n in range(aantal)]
    docenten = list(
        zip(_neem_aan(demo, Rol.DOCENT, [f"docent {vak}" for vak in vakken], rng), vakken, strict=True)
    )
    nieuw: list[Lesgroep] = []
    lessen: list[Lesopdracht] = []
    for n, klas in enumerate(klassen):
        al = {groep.vak for groep in demo.groepen.get(klas.naam, [])}
        for m in range(VAKKEN_PER_KLAS):
            docent, vak = docenten[(n * VAKKEN_PER_KLAS + m) % len(docenten)]
            les = Lesopdracht(school=demo.school, user=docent, vak=vak, van=demo.jaar.begin)
            if vak not in EIGEN_GROEP:
                les.klas = klas
            elif vak not in al:
                naam = f"{klas.naam.lower()}.{vak[:2].lower()}1"
                groep = Lesgroep(school=demo.school, naam=naam, schooljaar=demo.jaar.beginjaar, vak=vak)
                demo.groepen.setdefault(klas.naam, []).append(groep)
                nieuw.append(groep)
                les.lesgroep = groep
            else:
                continue
            lessen.append(les)
    maak_veel(nieuw, rng)
    for les in lessen:
        if les.lesgroep is not None:
            les.lesgroep = les.lesgroep  # takes over the key that the group got just now
    maak_veel(lessen, rng)
