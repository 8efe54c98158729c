"""The menu as data: each item names the right it needs; who lacks it does not see it (DESIGN §3)."""

from dataclasses import dataclass, replace
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from zorgapp.accounts.rollen import Recht, Rol, rechten_van

Z, M, D, T, B = Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER
IEDEREEN_MET_LEERLINGEN = frozenset({Z, M, D, T, B})


@dataclass(frozen=True)
class Tab:
    """A list that belongs to a menu item: it stands above that page instead of in the menu."""

    naam: str
    label: str
    recht: Recht
    deel: str


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
    ook: tuple[str, ...] = ()  # pages that belong here too
    tabs: tuple[Tab, ...] = ()


COACH_TAB = Tab("overleg:coachlijn", "Coachlijn", Recht.COACHLIJN, "coachlijn/")
OPP_TAB = Tab("ondersteuning:opp_lijst", "OPP’s", Recht.OPP_WERKEN, "opp/")
SCHOOL_TABS = (
    Tab("beleid:protocollen", "Protocollen", Recht.BELEID, "protocollen/"),
    Tab("beleid:nieuws", "Nieuws", Recht.BELEID, "nieuws/"),
    Tab("beleid:kalender", "Jaarkalender", Recht.BELEID, "beleid/kalender/"),
    Tab("beleid:scholing", "Scholing", Recht.BELEID, "beleid/scholing/"),
)
PLAN_TAB = Tab("beleid:plan", "Ondersteuningsplan", Recht.BELEID, "beleid/plan/")
VAN_DE_LES = (
    Tab("leerlingen:docentkaarten", "Docentkaart", Recht.DOCENTKAART, "docentkaart/"),
    Tab("ondersteuning:mijn_lijsten", "Mijn lijsten", Recht.LIJST_INVULLEN, "lijsten/"),
    Tab("ondersteuning:voorstellen", "Voorstellen", Recht.VOORSTEL, "voorstellen/"),
    OPP_TAB,
    COACH_TAB,
    *SCHOOL_TABS,
    PLAN_TAB,
)
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
        tabs=(Tab("ondersteuning:voorstellen", "Voorstellen", Recht.VOORSTEL, "voorstellen/"),),
    ),
    Punt(
        "ondersteuning:signaal_nieuw",
        "Signaal",
        "send",
        frozenset({M, D, T, B}),
        Recht.SIGNAAL_INDIENEN,
        deel="signaal/",
    ),
    Punt(
        "web:eigen_klas",
        "Mijn klas",
        "school",
        frozenset({M, T}),
        Recht.EIGEN_KLAS,
        deel="mijn-klas/",
        tabs=VAN_DE_LES,
    ),
    Punt(
        "web:eigen_klas",
        "Mijn lessen",
        "school",
        frozenset({D}),
        Recht.EIGEN_KLAS,
        deel="mijn-klas/",
        tabs=VAN_DE_LES,
    ),
    Punt(
        "web:leerlingen",
        "Leerlingen",
        "users",
        frozenset({Z, B}),
        Recht.LEERLINGEN_LIJST,
        deel="leerlingen/",
        ook=("notities/", "stukken/", "contacten/", "hgw/"),
        tabs=(
            Tab("leerlingen:kaarten", "Faciliteitenkaarten", Recht.KAART_WIJZIGEN, "faciliteitenkaarten/"),
            Tab("leerlingen:toestemming_lijst", "Toestemming", Recht.TOESTEMMING, "toestemming/"),
            Tab("ondersteuning:lijsten", "Signaleringslijsten", Recht.LIJSTEN, "lijsten/"),
            OPP_TAB,
            Tab("ondersteuning:klachten", "Klachten", Recht.KLACHT, "klachten/"),
        ),
    ),
    Punt(
        "ondersteuning:caseload",
        "Mijn trajecten",
        "target-arrow",
        frozenset({B}),
        Recht.TRAJECT,
        deel="trajecten/",
        ook=("trajectgroepen/", "doelen/", "evaluaties/", "sessies/", "regie/"),
        tabs=(*SCHOOL_TABS, PLAN_TAB),
    ),
    Punt(
        "overleg:afspraken",
        "Afspraken",
        "clipboard-check",
        IEDEREEN_MET_LEERLINGEN,
        Recht.AFSPRAAK,
        tel="afspraken_laat",
        deel="afspraken/",
    ),
    Punt(
        "overleg:overleggen",
        "Zorgoverleg",
        "users-group",
        frozenset({Z, B}),
        Recht.OVERLEG,
        deel="overleg/",
        tabs=(COACH_TAB,),
    ),
    Punt(
        "overleg:mijn_overleggen",
        "Mijn overleggen",
        "users-group",
        frozenset({Rol.EXTERNE}),
        Recht.OVERLEG_EXTERN,
        deel="mijn-overleggen/",
    ),
    Punt(
        "ondersteuning:vervolg_lijst",
        "Vervolg",
        "list-check",
        IEDEREEN_MET_LEERLINGEN,
        Recht.VERVOLG,
        deel="vervolg/",
        ook=("trajecten/", "trajectgroepen/", "doelen/", "evaluaties/", "sessies/", "regie/"),
        tabs=(Tab("ondersteuning:overdrachten", "Naar de les", Recht.VERVOLG, "overdrachten/"),),
    ),
    Punt(
        "ondersteuning:klachten",
        "Klachten",
        "message-report",
        frozenset({Rol.SCHOOLLEIDING}),
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
        tabs=(Tab("ondersteuning:opp_voorgelegd", "OPP’s", Recht.OPP_BESLUITEN, "opp/voorgelegd/"),),
    ),
    Punt(
        "leerlingen:vertrouwensnotities",
        "Mijn notities",
        "notes",
        frozenset({Rol.VERTROUWENSPERSOON}),
        Recht.VERTROUWENSNOTITIES,
        deel="mijn-notities/",
        tabs=(*SCHOOL_TABS, PLAN_TAB),
    ),
    Punt(
        "ondersteuning:structuur",
        "Ondersteuning",
        "layout-grid",
        frozenset({Z, Rol.SCHOOLLEIDING}),
        Recht.AANBOD_ZIEN,
        kop="De school",
        deel="ondersteuning/",
        ook=("aanbod/", "sociale-kaart/"),
        tabs=(Tab("ondersteuning:opp_orde", "OPP’s in orde", Recht.OPP_CIJFER, "opp/orde/"),),
    ),
    Punt(
        "beleid:beleid",
        "Beleid en jaar",
        "route",
        frozenset({Z, Rol.SCHOOLLEIDING}),
        Recht.BELEID_JAAR,
        kop="De school",
        deel="beleid/",
        ook=("protocollen/", "nieuws/", "dag-rond/"),
        tabs=(
            Tab("beleid:aanbodtekst", "Schoolgids", Recht.BELEID_JAAR, "beleid/aanbod/"),
            Tab("beleid:uren", "Uren", Recht.BELEID_JAAR, "beleid/uren/"),
            Tab("beleid:middelen", "Middelen", Recht.BELEID_JAAR, "beleid/middelen/"),
            *SCHOOL_TABS,
            Tab("beleid:wetten", "Voldoen wij?", Recht.BELEID_JAAR, "beleid/wetten/"),
            Tab("beleid:dag_rond", "Dag rond", Recht.DAG_ROND, "dag-rond/"),
        ),
    ),
    Punt(
        "beleid:cijfers",
        "Cijfers",
        "chart-column",
        frozenset({Z, Rol.SCHOOLLEIDING}),
        Recht.CIJFERS,
        kop="De school",
        deel="cijfers/",
    ),
    Punt(
        "accounts:mensen",
        "Mensen",
        "users",
        frozenset({Rol.BEHEERDER}),
        Recht.MENSEN,
        deel="beheer/mensen/",
        tabs=(*SCHOOL_TABS, PLAN_TAB),
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
        "adjustments-horizontal",
        frozenset({Z, Rol.BEHEERDER}),
        Recht.INSTELLINGEN,
        kop="De school",
        deel="beheer/instellingen/",
    ),
)


@dataclass(frozen=True)
class Ingang:
    """A menu item with its address, and the lists above its page as (label, address, part of the address)."""

    punt: Punt
    url: str
    tabs: tuple[tuple[str, str, str], ...]

    def huidig(self, pad: str) -> bool:
        """Whether somebody is here: on its page, on one of its lists, or on what opens from there."""
        alle = (self.punt.deel, *self.punt.ook, *(tab[2] for tab in self.tabs))
        delen = tuple(f"/{deel}" for deel in alle if deel)
        return pad == self.url or bool(delen and pad.startswith(delen))

    def lijsten(self, pad: str) -> list[tuple[str, str]]:
        """The lists to stand above the page at `pad`; none when it is not one of them."""
        lijsten = [(self.punt.label, self.url), *((label, url) for label, url, _ in self.tabs)]
        return lijsten if self.tabs and pad in {url for _, url in lijsten} else []


@lru_cache(maxsize=256)
def menu_voor(rollen: frozenset[Rol]) -> tuple[Ingang, ...]:
    """Return the items for a set of roles; the first label for an address wins, a heading stands once."""
    rechten = rechten_van(rollen)
    gezien: set[str] = set()
    ingangen: list[Ingang] = []
    for punt in PUNTEN:
        try:
            url = reverse(punt.naam)
        except NoReverseMatch:  # a menu shows only what exists
            continue
        if punt.rollen & rollen and url not in gezien:
            gezien.add(url)
            koppen = {eerder.punt.kop for eerder in ingangen}
            tabs = tuple((t.label, reverse(t.naam), t.deel) for t in punt.tabs if t.recht in rechten)
            ingangen.append(Ingang(replace(punt, kop="") if punt.kop in koppen else punt, url, tabs))
    return tuple(ingangen)


def ingang_van(ingangen: tuple[Ingang, ...], pad: str) -> Ingang | None:
    """Where somebody is at `pad`: the item whose page or list it is, else the first that it belongs to."""
    eigen = (i for i in ingangen if pad == i.url or pad in {url for _, url, _ in i.tabs})
    return next(eigen, None) or next((i for i in ingangen if i.huidig(pad)), None)
