"""What Vandaag shows, per role: what waits, what is owed, what comes due; and the one sentence above it."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import QuerySet

from leerlingen.groepen import Groep, eigen_groepen
from ondersteuning.access import (
    EERST_ACUUT,
    eigen_signalen,
    nieuwe_signalen,
    signalen_op_bord,
    vervolgen,
)
from ondersteuning.models import Terugkoppeling, Vervolg
from overleg.access_afspraken import eigen_aan_de_beurt
from overleg.access_extern import eerstvolgende
from overleg.access_plannen import eigen_vandaag
from overleg.planbeeld import zin_extern, zin_vandaag
from zorgapp.accounts.eersterun import StapStand, te_tonen
from zorgapp.accounts.eigendom import OpenStuk, zonder_toegang
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import vorm_bij
from zorgapp.kern.pagina import TEL_TOT, Bereik, geteld
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.notifications.access import aantal_problemen
from zorgapp.web.beheer import Feit, feiten
from zorgapp.web.nachtcontrole import nachtcontrole_vond_iets

MEEST = 8
MEEST_NIEUW = 3
MEEST_VERVOLG, MEEST_STRAKS = 6, 2
MEEST_NAAST = 2  # a coordinator's own signals stand beside the work of the day


@dataclass
class Vandaag:
    """Empty lists are shown as an empty sheet, None means: not for this role."""

    nieuw: list[Any] | None = None
    aantal_nieuw: int = 0
    schulden: list[Terugkoppeling] | None = None
    te_laat: int = 0
    aan_de_beurt: list[Vervolg] | None = None
    aantal_beurt: int = 0
    straks: list[Vervolg] = field(default_factory=list)
    eigen: list[Any] | None = None
    ongelezen: int = 0
    groepen: list[Groep] = field(default_factory=list)
    zonder_eigenaar: list[OpenStuk] = field(default_factory=list)
    stappen: list[StapStand] = field(default_factory=list)
    mailproblemen: int = 0
    beheer: list[Feit] = field(default_factory=list)
    eigen_dagen: list[date] = field(default_factory=list)
    afspraken_laat: int = 0
    overleg: str = ""
    verder: bool = False
    leerlingen: bool = False
    alleen_rol: str = ""
    extern: bool = False

    @property
    def tel_nieuw(self) -> str:
        return geteld(self.aantal_nieuw)

    @property
    def tel_beurt(self) -> str:
        return geteld(self.aantal_beurt)

    @property
    def zin(self) -> list[tuple[str, bool]]:
        """The opening sentence in parts; True marks what is set in bold."""
        delen: list[str] = []
        for aantal, een, meer in (
            (self.aantal_nieuw, "nieuw signaal", "nieuwe signalen"),
            (self.afspraken_laat, "afspraak over tijd", "afspraken over tijd"),
            (self.te_laat, "antwoord over tijd", "antwoorden over tijd"),
            (self.aantal_beurt, "vervolg dat aan de beurt is", "vervolgen die aan de beurt zijn"),
            (self.ongelezen, "nieuw antwoord op je signaal", "nieuwe antwoorden op je signalen"),
        ):
            if aantal:
                delen.append(f"{geteld(aantal)} {vorm_bij(aantal, een, meer)}")
        stukken = [(deel, True) for deel in delen]
        if self.overleg:
            stukken.append((self.overleg if delen else self.overleg[0].upper() + self.overleg[1:], False))
        if not stukken:
            return []
        zin: list[tuple[str, bool]] = []
        for nummer, stuk in enumerate(stukken):
            if nummer:
                zin.append((" en " if nummer == len(stukken) - 1 else ", ", False))
            zin.append(stuk)
        return [*zin, (". De rest loopt.", False)]

    @property
    def rust(self) -> str:
        """The sentence when nothing of the above waits; it never denies what stands below it."""
        if open_ := sum(not stap.klaar for stap in self.stappen):
            return f"Welkom. Nog {open_} stap{'pen' if open_ != 1 else ''}, dan kan je school aan de slag."
        if koppen := " en ".join(feit.kop for feit in self.beheer if feit.let_op):
            return f"Bij {koppen} wacht iets op jou."
        loopt = self.straks or self.nieuw is not None
        wat = (
            "Er wacht geen signaal of vervolg op je." if self.leerlingen else "Er staat niets voor je klaar."
        )
        return f"{wat}{' De rest loopt.' if loopt else ''}"


def lees(werkplek: Werkplek) -> Vandaag:
    """Read it in as few statements as the role needs."""
    stand = Vandaag()
    if werkplek.mag(Recht.TRIAGE):
        _coordinator(werkplek, stand)
    if werkplek.mag(Recht.VERVOLG):
        rijen = _eigen_vervolgen.lees(werkplek)
        stand.aan_de_beurt = [v for v in rijen if v.volgende_datum <= werkplek.dag]
        stand.aantal_beurt = len(_aan_de_beurt.lees(werkplek))
        stand.straks = [v for v in rijen if v.volgende_datum > werkplek.dag][:MEEST_STRAKS]
    stand.eigen_dagen = eigen_aan_de_beurt(werkplek)
    stand.afspraken_laat = sum(dag < werkplek.dag for dag in stand.eigen_dagen)
    if werkplek.mag(Recht.OVERLEG):
        stand.overleg = zin_vandaag(eigen_vandaag(werkplek))
    if werkplek.mag(Recht.SIGNAAL_INDIENEN):
        stand.eigen = _eigen_signalen.lees(werkplek)
        stand.ongelezen = sum(_ongelezen(s.terugkoppeling) for s in stand.eigen)
        if werkplek.mag(Recht.TRIAGE):  # his own, once answered and read, is no work of today
            stand.eigen = [s for s in stand.eigen if not s.terugkoppeling.gelezen_op][:MEEST_NAAST]
    if werkplek.mag(Recht.EIGEN_KLAS):
        stand.groepen = eigen_groepen(werkplek)
    if werkplek.mag(Recht.MENSEN):
        stand.beheer = feiten(werkplek)
    if werkplek.mag(Recht.WACHTRIJ):
        stand.mailproblemen = aantal_problemen(werkplek)
    stand.leerlingen = werkplek.mag(Recht.LEERLING_INZIEN) or werkplek.mag(Recht.KLACHT)
    stand.verder = stand.leerlingen or werkplek.mag(Recht.BELEID)
    stand.stappen = te_tonen(werkplek)
    stand.alleen_rol = _zonder_paginas(werkplek)
    stand.extern = werkplek.mag(Recht.OVERLEG_EXTERN)
    return stand


def _coordinator(werkplek: Werkplek, stand: Vandaag) -> None:
    """New signals, and the answers they owe: the same signals in two orders, counted once."""
    wachtend = _uiterlijk.lees(werkplek)
    stand.aantal_nieuw = len(wachtend)
    stand.te_laat = sum(dag < werkplek.dag for dag in wachtend)
    stand.nieuw = _nieuw.lees(werkplek)
    stand.schulden = [s.terugkoppeling for s in _schulden.lees(werkplek)]
    if nachtcontrole_vond_iets(werkplek):
        stand.zonder_eigenaar = [stuk for _, stuk in zonder_toegang(werkplek.school.pk, werkplek.dag)]


@vaste_vraag
def _nieuw(werkplek: Werkplek) -> QuerySet:
    return signalen_op_bord(nieuwe_signalen(werkplek), EERST_ACUUT, Bereik(0, MEEST_NIEUW))


@vaste_vraag
def _schulden(werkplek: Werkplek) -> QuerySet:
    volgorde = ("terugkoppeling__uiterlijk", "pk")
    return signalen_op_bord(nieuwe_signalen(werkplek), volgorde, Bereik(0, MEEST_NIEUW))


@vaste_vraag
def _uiterlijk(werkplek: Werkplek) -> QuerySet:
    dagen = nieuwe_signalen(werkplek).order_by("terugkoppeling__uiterlijk")
    return dagen.values_list("terugkoppeling__uiterlijk", flat=True)[:TEL_TOT]


@vaste_vraag
def _eigen_vervolgen(werkplek: Werkplek) -> QuerySet:
    return vervolgen(werkplek).filter(eigenaar_id__in=werkplek.namens)[:MEEST_VERVOLG]


@vaste_vraag
def _aan_de_beurt(werkplek: Werkplek) -> QuerySet:
    rijen = vervolgen(werkplek).filter(eigenaar_id__in=werkplek.namens).aan_de_beurt(werkplek.dag)
    return rijen.values_list("pk")[:TEL_TOT]


@vaste_vraag
def _eigen_signalen(werkplek: Werkplek) -> QuerySet:
    return eigen_signalen(werkplek)[:MEEST]


def _ongelezen(antwoord: Terugkoppeling) -> bool:
    return antwoord.gegeven_op is not None and antwoord.gelezen_op is None


def _zonder_paginas(werkplek: Werkplek) -> str:
    """A role without pages yet gets one honest sentence."""
    zinnen = {
        Rol.SCHOOLLEIDING: "Wat de zorgcoördinator je laat lezen, staat onder Voorgelegd.",
        Rol.VERTROUWENSPERSOON: "Wat alleen jij leest, staat onder Mijn notities.",
    }
    if werkplek.rollen == {Rol.EXTERNE}:
        return zin_extern(eerstvolgende(werkplek), werkplek.dag)
    eigen = [zinnen[r] for r in sorted(werkplek.rollen) if r in zinnen]
    return eigen[0] if eigen and len(werkplek.rollen) == len(eigen) else ""
