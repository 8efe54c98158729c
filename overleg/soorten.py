"""Which kinds of meeting there are, and what each of them allows, as data."""

from dataclasses import dataclass

from django.db.models import TextChoices

from zorgapp.accounts.rollen import Rol


class Overlegsoort(TextChoices):
    """What kind of meeting it is; decides who may plan it, what stands on its agenda and who is in it."""

    ZORGOVERLEG = "zorgoverleg", "zorgoverleg"
    ZAT = "zat", "zorgadviesteam (ZAT)"
    MDO = "mdo", "multidisciplinair overleg (MDO)"
    LEERLINGBESPREKING = "leerlingbespreking", "leerlingbespreking"
    SECTIE = "sectie", "sectieoverleg"
    TEAM = "team", "teamoverleg"
    INTERVISIE = "intervisie", "intervisie"
    SCHOLING = "scholing", "scholing"


@dataclass(frozen=True)
class Soortregels:
    """What one kind allows.

    planners: roles that may plan it (besides the coordinator, who plans all). leerlingen: its items are about pupils.
    externen: people from outside may be asked. klas: it is about one class. voorstellen: its agenda is proposed from
    the cases of the whole zorgteam. minuten: proposed for one item. omschrijving: what it is for, in one line.
    """

    planners: frozenset[Rol]
    leerlingen: bool
    externen: bool
    klas: bool
    voorstellen: bool
    minuten: int
    omschrijving: str


_NIEMAND_MEER: frozenset[Rol] = frozenset()
_MET_LEERLINGEN = frozenset({Rol.MENTOR, Rol.BEGELEIDER})
_LEIDERS = frozenset({Rol.TEAMLEIDER})

SOORTEN: dict[Overlegsoort, Soortregels] = {
    Overlegsoort.ZORGOVERLEG: Soortregels(
        _NIEMAND_MEER,
        True,
        False,
        False,
        True,
        15,
        "Het zorgteam van de school over leerlingen die meer nodig hebben.",
    ),
    Overlegsoort.ZAT: Soortregels(
        _NIEMAND_MEER, True, True, False, True, 15, "Met partners van buiten, zoals leerplicht en jeugdarts."
    ),
    Overlegsoort.MDO: Soortregels(
        _MET_LEERLINGEN, True, True, False, False, 45, "Over één leerling, met iedereen om hem heen."
    ),
    Overlegsoort.LEERLINGBESPREKING: Soortregels(
        frozenset({Rol.MENTOR}), True, False, True, False, 8, "De docenten van een klas; de mentor leidt."
    ),
    Overlegsoort.SECTIE: Soortregels(
        _LEIDERS, False, False, False, False, 20, "Een knelpunt in een vak, niet over één leerling."
    ),
    Overlegsoort.TEAM: Soortregels(
        _LEIDERS, False, False, False, False, 20, "Een knelpunt in een team, niet over één leerling."
    ),
    Overlegsoort.INTERVISIE: Soortregels(
        frozenset({Rol.BEGELEIDER}), False, False, False, False, 30, "Samen leren van een casus zonder naam."
    ),
    Overlegsoort.SCHOLING: Soortregels(
        _LEIDERS, False, False, False, False, 60, "Iets leren met elkaar; een casus heeft geen naam."
    ),
}
# Kinds whose agreements come back on the next meeting of that kind, also when it is no series (DOMAIN 60).
KEERT_TERUG = frozenset(Overlegsoort) - {Overlegsoort.SCHOLING}


def regels(soort: str) -> Soortregels:
    """What this kind allows; ValueError for a kind that does not exist."""
    return SOORTEN[Overlegsoort(soort)]


def te_plannen(rollen: frozenset[Rol]) -> list[Overlegsoort]:
    """The kinds that somebody with these roles may plan, in the order of the choice."""
    if Rol.ZORGCOORDINATOR in rollen:
        return list(Overlegsoort)
    return [soort for soort, regel in SOORTEN.items() if regel.planners & rollen]
