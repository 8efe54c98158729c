"""The only doors to documents of a file; restricted kinds open for few (DOMAIN 42). Every look and download is logged."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, open_zonder_regel
from leerlingen.access_notities import OpenNotitie, blik_van
from leerlingen.models import Leerling, Stuk, Toegangsverlening
from leerlingen.querysets import VAN_EEN_STUK
from leerlingen.querysets_notities import StukQuerySet
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

IN_PANEEL = 5
PER_BLAD = 18  # rows with icons: the page stays below 20 kB


@dataclass(frozen=True)
class OpenStuk:
    """A document that was opened, with its pupil and why one may."""

    stuk: Stuk
    leerling: Leerling
    grond: Grond
    blik: str
    is_auteur: bool

    @property
    def mag_intrekken(self) -> bool:
        return self.is_auteur or self.blik == "coordinator"

    @property
    def mag_voorleggen(self) -> bool:
        """The coordinator shows one document to the schoolleiding."""
        return self.blik == "coordinator" and self.stuk.ingetrokken_op is None

    @property
    def mag_zienswijze(self) -> bool:
        return self.blik in {"mentor", "zorgteam", "coordinator"} and self.stuk.ingetrokken_op is None


@dataclass(frozen=True)
class Paneel:
    """The newest documents of a file, for the column beside its timeline."""

    rijen: list[Stuk]
    meer: bool
    mag_toevoegen: bool


def bron_van(stuk_id: int) -> str:
    """How access to one document is noted in a Toegangsverlening, and a view on it in a Zienswijze."""
    return f"{VAN_EEN_STUK}{stuk_id}"


def get_stuk(werkplek: Werkplek, pk: int, handeling: Handeling | None = Handeling.BEKEKEN) -> OpenStuk:
    """Open one document; 404 for who may not open the file or not this document. `handeling` None logs nothing."""
    leerling_id = (
        Stuk.objects.filter(school=werkplek.school, pk=pk).values_list("leerling_id", flat=True).first()
    )
    if leerling_id is None:
        raise Http404("stuk")
    rijen = Stuk.objects.filter(pk=pk).select_related("bestand", "auteur", "ingetrokken_door")
    voorgelegd = _voorgelegd(werkplek, rijen)
    leerling, grond, blik = _dossier(werkplek, leerling_id, voorgelegd)
    stuk = rijen.zichtbaar_bij(werkplek, blik).first() or voorgelegd
    if stuk is None:
        raise Http404("stuk")
    geopend = OpenStuk(stuk, leerling, grond, blik, stuk.auteur_id == werkplek.user.pk and not stuk.beperkt)
    if handeling is not None:
        _ingezien(werkplek, geopend, handeling)
    return geopend


def _dossier(werkplek: Werkplek, leerling_id: int, voorgelegd: Stuk | None) -> tuple[Leerling, Grond, str]:
    """The pupil of a document, why, and how far one sees in his file: not at all for who is shown this one only."""
    try:
        leerling, grond = open_zonder_regel(werkplek, leerling_id)
    except Http404:
        if voorgelegd is None:
            raise
        alleen_dit = Leerling.objects.met_klas().get(school=werkplek.school, pk=leerling_id)
        return alleen_dit, Grond(Toegangsgrond.VERLENING), ""
    return leerling, grond, blik_van(werkplek, grond)


def get_stuk_slot(werkplek: Werkplek, pk: int) -> OpenStuk:
    """The same for changing it: locked for the transaction, without a line in the log."""
    Stuk.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    return get_stuk(werkplek, pk, handeling=None)


def _voorgelegd(werkplek: Werkplek, rijen: StukQuerySet) -> Stuk | None:
    """The document when the coordinator shows this one to this member of the schoolleiding now; never as a deputy."""
    stuk = rijen.filter(school=werkplek.school, ingetrokken_op__isnull=True).first()
    als_leiding = any(a.rol == Rol.SCHOOLLEIDING for a in werkplek.aanstellingen)
    if stuk is None or not als_leiding:
        return None
    loopt = Toegangsverlening.objects.filter(
        op_dag(werkplek.dag), school=werkplek.school, user=werkplek.user, bron=bron_van(stuk.pk)
    )
    return stuk if loopt.exists() else None


def _ingezien(werkplek: Werkplek, geopend: OpenStuk, handeling: Handeling) -> None:
    inzage_vastleggen(
        door=werkplek,
        onderwerp="stuk",
        onderwerp_id=geopend.stuk.pk,
        leerling_id=geopend.leerling.pk,
        grond=geopend.grond.grond,
        namens_id=geopend.grond.namens_id,
        handeling=handeling,
    )


def stukken_van(werkplek: Werkplek, leerling_id: int, blik: str, gevraagd: str | None) -> Pagina:
    """One page of the documents of an opened file that may be opened at this blik, the newest first."""
    return vaste_bladzijde(_stukken, werkplek, leerling_id, blik, gevraagd=gevraagd, per_pagina=PER_BLAD)


@vaste_vraag
def _stukken(werkplek: Werkplek, leerling_id: int, blik: str, bereik: Bereik) -> QuerySet:
    rijen = Stuk.objects.filter(leerling_id=leerling_id).zichtbaar_bij(werkplek, blik)
    rijen = rijen.select_related("bestand", "auteur").order_by("-gebeurd_op", "-pk")
    return bereik.uit(rijen)


def paneel_stukken(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> Paneel:
    """The newest documents of an opened file (one query); none that are retracted."""
    blik = blik_van(werkplek, grond)
    rijen: list[Stuk] = _nieuwste.lees(werkplek, leerling.pk, blik) if blik else []
    return Paneel(rijen[:IN_PANEEL], len(rijen) > IN_PANEEL, werkplek.mag(Recht.NOTITIES))


@vaste_vraag
def _nieuwste(werkplek: Werkplek, leerling_id: int, blik: str) -> QuerySet:
    rijen = Stuk.objects.filter(leerling_id=leerling_id, ingetrokken_op__isnull=True)
    rijen = rijen.zichtbaar_bij(werkplek, blik).select_related("bestand")
    return rijen.order_by("-gebeurd_op", "-pk")[: IN_PANEEL + 1]


def stukken_bij(werkplek: Werkplek, geopend: OpenNotitie) -> list[Stuk]:
    """Attachments of an opened note; those of a retracted note only for its author and the coordinator."""
    return _bijlagen.lees(werkplek, geopend.leerling.pk, geopend.notitie.pk, geopend.blik)


@vaste_vraag
def _bijlagen(werkplek: Werkplek, leerling_id: int, notitie_id: int, blik: str) -> QuerySet:
    rijen = Stuk.objects.filter(leerling_id=leerling_id, notitie_id=notitie_id)
    return rijen.zichtbaar_bij(werkplek, blik).select_related("bestand", "auteur").order_by("pk")


def leiding_kring(werkplek: Werkplek) -> Kring:
    """To whom a document may be shown: colleagues of the schoolleiding."""

    def rangen() -> list[Q]:
        return [Q(rol=Rol.SCHOOLLEIDING)]

    return Kring(werkplek, frozenset({Rol.SCHOOLLEIDING}), rangen, frozenset({werkplek.user.pk}))


def voorgelegd_aan(geopend: OpenStuk, werkplek: Werkplek) -> list[Any]:
    """To whom this document is shown now, and until when; for the coordinator."""
    if not geopend.mag_voorleggen:
        return []
    rijen = Toegangsverlening.objects.filter(
        op_dag(werkplek.dag), school=werkplek.school, bron=bron_van(geopend.stuk.pk)
    )
    return list(rijen.select_related("user").order_by("tot", "pk")[:20])


def aan_mij_voorgelegd(werkplek: Werkplek) -> list[Toegangsverlening]:
    """What the coordinator shows to this person of the schoolleiding now: reason, last day and `stuk_id`, no pupil."""
    if not any(a.rol == Rol.SCHOOLLEIDING for a in werkplek.aanstellingen):
        return []
    rijen = Toegangsverlening.objects.filter(
        op_dag(werkplek.dag), school=werkplek.school, user=werkplek.user, bron__startswith=VAN_EEN_STUK
    )
    lijst = list(rijen.select_related("door").order_by("tot", "pk")[:50])
    for rij in lijst:
        rij.stuk_id = int(rij.bron.removeprefix(VAN_EEN_STUK))  # type: ignore[attr-defined]
    return lijst
