"""Who works with the pupils of a large demo school, and on which days: what its bulk records are drawn from."""

from dataclasses import dataclass
from datetime import date, datetime, time
from random import Random

from leerlingen.models import Klas, Leerling, Lesopdracht, Mentorschap
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.kalender import verhaaldag
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment

MEER_DAN_HET_VERHAAL = 350  # pupils; a smaller demo school has what its story tells, and no more
TERUG, VOORUIT = 60, 40
Paar = tuple[Leerling, Klas]


@dataclass(frozen=True)
class Kring:
    """People without a name in the story first, so that the work of a named one stays as large as it is told."""

    demo: Demoschool
    leerlingen: list[Paar]
    rng: Random
    coordinator: User
    begeleiders: list[User]
    mentoren: dict[int, User]
    docenten: dict[int, list[tuple[User, str]]]
    dagen: dict[int, date]

    @classmethod
    def van(cls, demo: Demoschool, leerlingen: list[Paar], rng: Random) -> "Kring":
        """Read them once; needs the school's context and its classes, lessons and appointments."""
        per_rol: dict[str, list[User]] = {}
        for rij in Aanstelling.objects.filter(school=demo.school).select_related("user").order_by("pk"):
            per_rol.setdefault(rij.rol, []).append(rij.user)
        alle = per_rol[Rol.BEGELEIDER]
        docenten: dict[int, list[tuple[User, str]]] = {}
        lessen = Lesopdracht.objects.filter(school=demo.school, klas__isnull=False).select_related("user")
        for les in lessen.order_by("pk"):
            if les.klas_id and les.user not in [user for user, _ in docenten.get(les.klas_id, [])]:
                docenten.setdefault(les.klas_id, []).append((les.user, les.vak))
        mentoren = Mentorschap.objects.filter(school=demo.school).select_related("user")
        return cls(
            demo,
            leerlingen,
            rng,
            per_rol[Rol.ZORGCOORDINATOR][0],
            [user for user in alle if user not in demo.mensen.values()] or alle,
            {m.klas_id: m.user for m in mentoren},
            docenten,
            {terug: verhaaldag(demo.op, terug) for terug in range(-VOORUIT, TERUG + 1)},
        )

    @property
    def school(self) -> School:
        return self.demo.school

    def deel(self, aandeel: float) -> list[Paar]:
        """This share of the pupils, drawn without repeating one."""
        return self.rng.sample(self.leerlingen, round(len(self.leerlingen) * aandeel))

    def dag(self, van: int, tot: int) -> date:
        """A school day from `van` up to, not including, `tot` days ago; below zero lies ahead."""
        return self.dagen[self.rng.randrange(van, tot)]

    def op(self, dag: date) -> datetime:
        """A moment in the school hours of that day."""
        return moment(dag, time(self.rng.randrange(9, 16), self.rng.randrange(60)))

    def begeleider(self) -> User:
        return self.rng.choice(self.begeleiders)
