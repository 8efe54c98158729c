"""What Vandaag shows, per role: what waits, what is owed, what comes due; and the one sentence above it."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Window

from leerlingen.groepen import Groep, eigen_groepen
from ondersteuning.access import EERST_ACUUT, eigen_signalen, signalen_op_bord, vervolgen
from ondersteuning.models import Terugkoppeling, Vervolg
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.eersterun import StapStand, te_tonen
from zorgapp.accounts.eigendom import OpenStuk, zonder_toegang
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.access import aantal_problemen
from zorgapp.web.beheer import Feit, feiten
from zorgapp.web.nachtcontrole import nachtcontrole_vond_iets

MEEST = 8
MEEST_NIEUW = MEEST_STRAKS = 5
MEEST_NAAST = 3  # a coordinator's own signals stand beside the work of the day
MEEST_WACHTEND = 50


@dataclass
class Vandaag:
    """Empty lists are shown as an empty sheet, None means: not for this role."""

    nieuw: list[Any] | None = None
    aantal_nieuw: int = 0
    schulden: list[Terugkoppeling] | None = None
    te_laat: int = 0
    aan_de_beurt: list[Vervolg] | None = None
    straks: list[Vervolg] = field(default_factory=list)
    eigen: list[Any] | None = None
    ongelezen: int = 0
    groepen: list[Groep] = field(default_factory=list)
    zonder_eigenaar: list[OpenStuk] = field(default_factory=list)
    stappen: list[StapStand] = field(default_factory=list)
    mailproblemen: int = 0
    beheer: list[Feit] = field(default_factory=list)
    alleen_rol: str = ""

    @property
    def zin(self) -> list[tuple[str, bool]]:
        """The opening sentence in parts; True marks what is set in bold."""
        delen: list[str] = []
        for aantal, een, meer in (
            (self.aantal_nieuw, "nieuw signaal", "nieuwe signalen"),
            (self.te_laat, "antwoord over tijd", "antwoorden over tijd"),
            (len(self.aan_de_beurt or []), "vervolg dat aan de beurt is", "vervolgen die aan de beurt zijn"),
            (self.ongelezen, "nieuw antwoord op je signaal", "nieuwe antwoorden op je signalen"),
        ):
            if aantal:
                delen.append(f"{aantal} {een if aantal == 1 else meer}")
        if not delen:
            return []
        zin: list[tuple[str, bool]] = []
        for nummer, deel in enumerate(delen):
            if nummer:
                zin.append((" en " if nummer == len(delen) - 1 else ", ", False))
            zin.append((deel, True))
        return [*zin, (". De rest loopt.", False)]


def lees(werkplek: Werkplek) -> Vandaag:
    """Read it in as few statements as the role needs."""
    stand = Vandaag()
    if werkplek.mag(Recht.TRIAGE):
        _coordinator(werkplek, stand)
    if werkplek.mag(Recht.VERVOLG):
        rijen = list(vervolgen(werkplek).filter(eigenaar_id__in=werkplek.namens)[: 3 * MEEST])
        stand.aan_de_beurt = [v for v in rijen if v.volgende_datum <= werkplek.dag]
        stand.straks = [v for v in rijen if v.volgende_datum > werkplek.dag][:MEEST_STRAKS]
    if werkplek.mag(Recht.SIGNAAL_INDIENEN):
        eigen = list(eigen_signalen(werkplek)[: MEEST_NAAST if werkplek.mag(Recht.TRIAGE) else MEEST])
        stand.eigen = None if werkplek.mag(Recht.TRIAGE) and not eigen else eigen
        stand.ongelezen = sum(_ongelezen(s.terugkoppeling) for s in eigen)
    if werkplek.mag(Recht.EIGEN_KLAS):
        stand.groepen = eigen_groepen(werkplek)
    if werkplek.mag(Recht.MENSEN):
        stand.beheer = feiten(werkplek)
    if werkplek.mag(Recht.WACHTRIJ):
        stand.mailproblemen = aantal_problemen(werkplek)
    stand.stappen = te_tonen(werkplek)
    stand.alleen_rol = _zonder_paginas(werkplek)
    return stand


def _coordinator(werkplek: Werkplek, stand: Vandaag) -> None:
    """New signals and the answers they owe are the same rows, read once and shown in two orders."""
    wachtend = signalen_op_bord(werkplek).filter(status=SignaalStatus.NIEUW)
    rijen = list(wachtend.annotate(totaal=Window(Count("pk"))).order_by(*EERST_ACUUT)[:MEEST_WACHTEND])
    stand.nieuw = rijen[:MEEST_NIEUW]
    stand.aantal_nieuw = rijen[0].totaal if rijen else 0
    stand.schulden = sorted((s.terugkoppeling for s in rijen), key=lambda t: (t.uiterlijk, t.pk))
    stand.te_laat = sum(t.uiterlijk < werkplek.dag for t in stand.schulden)
    if nachtcontrole_vond_iets(werkplek):
        stand.zonder_eigenaar = [stuk for _, stuk in zonder_toegang(werkplek.school.pk, werkplek.dag)]


def _ongelezen(antwoord: Terugkoppeling) -> bool:
    return antwoord.gegeven_op is not None and antwoord.gelezen_op is None


def _zonder_paginas(werkplek: Werkplek) -> str:
    """A role without pages yet gets one honest sentence."""
    zinnen = {
        Rol.SCHOOLLEIDING: "Cijfers, Ondersteuning en Beleid komen in een volgende versie. Tot dan staat hier niets voor je klaar.",
        Rol.EXTERNE: "Je ziet hier straks de overleggen waarvoor je bent uitgenodigd. Nu staat er niets voor je klaar.",
        Rol.VERTROUWENSPERSOON: "Je eigen notities komen in een volgende versie. Nu staat er niets voor je klaar.",
    }
    eigen = [zinnen[r] for r in sorted(werkplek.rollen) if r in zinnen]
    return eigen[0] if eigen and len(werkplek.rollen) == len(eigen) else ""
