"""A page of the figures on paper, for the MT (look 7b): the same publication as on the screen."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.safestring import SafeString

from beleid.access_cijfers import publicatie_van
from beleid.cijfers import beeld
from beleid.cijfers.beeld import Balk
from beleid.cijfers.publicatie import Publicatie, Tabel
from beleid.cijfers.snede import Snede, uit_nummer
from beleid.services.cijferbestand import DOCUMENT, uit_object_id
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.documenten import Document, Documentsoort

_MAANDEN = ("signalen", "signalen_eerder")
_GETEKEND = {*_MAANDEN, "besluiten", "antwoord", "lijn", "afspraken", "opp_termijn"}


@dataclass(frozen=True, kw_only=True)
class Cijferblad(Document):
    """One publication with its pictures; `tabellen` are those that are not drawn, `grijs` says that columns hide a part."""

    pub: Publicatie
    signalen: SafeString | None
    antwoord: SafeString | None
    besluiten: Sequence[Balk]
    lijn: Tabel | None
    tabellen: Sequence[Tabel]
    grijs: bool


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Only who sees the figures of his school; no pupil is in it, so no look is logged."""
    if not werkplek.mag(Recht.CIJFERS):
        raise Http404("cijfers")
    deel, nummer = uit_object_id(object_id)
    publicatie_van(werkplek, deel, nummer)


def maak(werkplek: Werkplek, object_id: int) -> Cijferblad:
    """The publication as it is now."""
    deel, nummer = uit_object_id(object_id)
    pub = publicatie_van(werkplek, deel, nummer)
    overzicht = deel == "overzicht"
    norm = instelling("antwoordtermijn", werkplek.dag) if overzicht else None
    return Cijferblad(
        titel=f"Cijfers: {pub.titel.lower()}" if not overzicht else pub.titel,
        school=werkplek.school.naam,
        vestiging=pub.snede.waarvan,
        wat="Cijfers ondersteuning",
        door=werkplek.user.naam,
        op=werkplek.dag,
        vertrouwelijk=False,
        pub=pub,
        signalen=beeld.signalengrafiek(pub, hoog=222) if overzicht else None,
        antwoord=beeld.antwoordgrafiek(pub, norm, hoog=150) if overzicht else None,
        besluiten=beeld.balken(pub.tabellen.get("besluiten")),
        lijn=pub.tabellen.get("lijn") if overzicht else None,
        grijs=overzicht and any(t.verborgen for t in map(pub.tabellen.get, _MAANDEN) if t),
        tabellen=[t for t in pub.alle_tabellen if not overzicht or t.sleutel not in _GETEKEND],
    )


def terug(object_id: int) -> str:
    """The page it was asked from, in the same cut."""
    deel, nummer = uit_object_id(object_id)
    jaar, term, locatie, niveau = uit_nummer(nummer)
    pad = reverse("beleid:cijfers") if deel == "overzicht" else reverse("beleid:cijfers_deel", args=[deel])
    return f"{pad}?{Snede(Schooljaar(jaar), term, locatie, niveau).vraag}"


SOORT = Documentsoort(
    sleutel=DOCUMENT,
    recht=Recht.CIJFERS,
    deur=deur,
    maak=maak,
    template="beleid/cijfers_papier.html",
    terug=terug,
)
