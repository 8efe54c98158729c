"""The menu as data: each item names the right it needs; who lacks it does not see it (DESIGN §3)."""

from dataclasses import dataclass, replace
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from zorgapp.accounts.rollen import Recht, Rol

Z, M, D, T, B = Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER
IEDEREEN_MET_LEERLINGEN = frozenset({Z, M, D, T, B})


@dataclass(frozen=True)
class Punt:
    """One menu item; `tel` names the counter shown beside it."""

    naam: str
    label: str
    icoon: str
    rollen: frozenset[Rol]
    recht: Recht
    tel: str = ""
    kop: str = ""
    deel: str = ""


PUNTEN = (
    Punt("web:vandaag", "Vandaag", "sun", frozenset(Rol), Recht.WERKPLEK),
    Punt(
        "ondersteuning:triage",
        "Signalen",
        "inbox",
        frozenset({Z}),
        Recht.TRIAGE,
        tel="nieuw",
        deel="signalen/",
    ),
    Punt(
        "ondersteuning:signaal_nieuw",
        "Signaal",
        "send",
        frozenset({M, D, T, B}),
        Recht.SIGNAAL_INDIENEN,
        deel="signaal/",
    ),
    Punt("web:eigen_klas", "Mijn klas", "school", frozenset({M, T}), Recht.EIGEN_KLAS, deel="mijn-klas/"),
    Punt("web:eigen_klas", "Mijn lessen", "school", frozenset({D}), Recht.EIGEN_KLAS, deel="mijn-klas/"),
    Punt(
        "web:leerlingen",
        "Leerlingen",
        "users",
        frozenset({Z, B}),
        Recht.LEERLINGEN_LIJST,
        deel="leerlingen/",
    ),
    Punt(
        "leerlingen:kaarten",
        "Kaarten",
        "id",
        frozenset({Z}),
        Recht.KAART_WIJZIGEN,
        deel="faciliteitenkaarten/",
    ),
    Punt(
        "ondersteuning:caseload",
        "Mijn trajecten",
        "target-arrow",
        frozenset({B}),
        Recht.TRAJECT,
        deel="trajecten/",
    ),
    Punt(
        "ondersteuning:vervolg_lijst",
        "Vervolg",
        "list-check",
        IEDEREEN_MET_LEERLINGEN,
        Recht.VERVOLG,
        deel="vervolg/",
    ),
    Punt(
        "leerlingen:toestemming_lijst",
        "Toestemming",
        "circle-check",
        frozenset({Z}),
        Recht.TOESTEMMING,
        deel="toestemming/",
    ),
    Punt(
        "ondersteuning:overdrachten",
        "Naar de les",
        "book",
        IEDEREEN_MET_LEERLINGEN,
        Recht.VERVOLG,
        deel="overdrachten/",
    ),
    Punt(
        "ondersteuning:klachten",
        "Klachten",
        "message-report",
        frozenset({Z, Rol.SCHOOLLEIDING}),
        Recht.KLACHT,
        deel="klachten/",
    ),
    Punt(
        "leerlingen:stukken_voorgelegd",
        "Voorgelegd",
        "file-text",
        frozenset({Rol.SCHOOLLEIDING}),
        Recht.STUK_OPENEN,
        deel="stukken/",
    ),
    Punt(
        "leerlingen:vertrouwensnotities",
        "Mijn notities",
        "notes",
        frozenset({Rol.VERTROUWENSPERSOON}),
        Recht.VERTROUWENSNOTITIES,
        deel="mijn-notities/",
    ),
    Punt(
        "ondersteuning:structuur",
        "Ondersteuning",
        "layout-grid",
        frozenset({Z, Rol.SCHOOLLEIDING}),
        Recht.AANBOD_ZIEN,
        kop="De school",
        deel="ondersteuning/",
    ),
    Punt(
        "accounts:mensen", "Mensen", "users", frozenset({Rol.BEHEERDER}), Recht.MENSEN, deel="beheer/mensen/"
    ),
    Punt(
        "leerlingen:import",
        "Import",
        "upload",
        frozenset({Rol.BEHEERDER}),
        Recht.IMPORT,
        deel="beheer/import/",
    ),
    Punt(
        "accounts:instellingen",
        "Instellingen",
        "settings",
        frozenset({Z, Rol.BEHEERDER}),
        Recht.INSTELLINGEN,
        kop="De school",
        deel="beheer/instellingen/",
    ),
)


@lru_cache(maxsize=256)
def menu_voor(rollen: frozenset[Rol]) -> tuple[tuple[Punt, str], ...]:
    """Return the items for a set of roles with their address; the first label for an address wins, a heading stands once."""
    gezien: set[str] = set()
    punten = []
    for punt in PUNTEN:
        try:
            url = reverse(punt.naam)
        except NoReverseMatch:  # a menu shows only what exists
            continue
        if punt.rollen & rollen and url not in gezien:
            gezien.add(url)
            al = {eerder.kop for eerder, _ in punten}
            punten.append((replace(punt, kop="") if punt.kop in al else punt, url))
    return tuple(punten)
