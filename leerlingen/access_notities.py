"""The only doors to notes and their history: who reads what at which level. Every look is logged (DOMAIN 45)."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, mag_contacten_zien, open_zonder_regel
from leerlingen.models import Leerling, Niveau, Notitie, Notitierevisie
from leerlingen.querysets_notities import VERTROUWELIJK, VertrouwelijkQuerySet
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde
from zorgapp.kern.velden import gelezen_versie

REVISIES = 12
# Who will read it, in the words of the form; the author himself is added there.
WIE_LEEST = {
    Niveau.KLAS: "Alle docenten van {leerling}, de mentor, de teamleider en het zorgteam.",
    Niveau.MENTOR_ZORGTEAM: "De mentor, de zorgcoördinator en begeleiders die {leerling} nu begeleiden.",
    Niveau.ZORGTEAM: "Alleen de zorgcoördinator en begeleiders die {leerling} nu begeleiden.",
}


def blik_van(werkplek: Werkplek, grond: Grond) -> str:
    """How far somebody who may open a file sees in its notes and documents; empty: not at all (schoolleiding)."""
    if grond.grond == Toegangsgrond.ZORGCOORDINATOR:
        return "coordinator"
    if grond.grond == Toegangsgrond.MENTOR:
        return "mentor"
    if mag_contacten_zien(werkplek, grond):
        return "zorgteam"
    return "klas" if werkplek.mag(Recht.NOTITIES) else ""


@dataclass(frozen=True)
class OpenNotitie:
    """A note that was opened, with its pupil and why one may read it."""

    notitie: Notitie
    leerling: Leerling
    grond: Grond
    blik: str
    is_auteur: bool

    @property
    def mag_wijzigen(self) -> bool:
        """Author and coordinator change and retract it, and see its history."""
        return self.is_auteur or self.blik == "coordinator"

    @property
    def mag_zienswijze(self) -> bool:
        """Who knows the contacts writes down what they think of it."""
        return self.blik in {"mentor", "zorgteam", "coordinator"} and self.notitie.ingetrokken_op is None


def get_notitie(werkplek: Werkplek, pk: int, handeling: Handeling = Handeling.BEKEKEN) -> OpenNotitie:
    """Open one note; 404 for who may not open the file or not read this level. Of a retracted note the text is left
    empty for everybody but its author and the coordinator."""
    geopend = _open(werkplek, pk)
    notitie_ingezien(werkplek, geopend, handeling)
    if geopend.notitie.ingetrokken_op and not geopend.mag_wijzigen:
        for veld in VERTROUWELIJK:
            setattr(geopend.notitie, veld, "")
    return geopend


def get_notitie_slot(werkplek: Werkplek, pk: int) -> OpenNotitie:
    """Lock a note of one's own, or as coordinator any readable one, to change it; 404 for who may not read it.

    Logs nothing: it shows nothing. Whether one may change it is `mag_wijzigen`.
    """
    return _open(werkplek, pk, slot=True)


def notitie_ingezien(
    werkplek: Werkplek, geopend: OpenNotitie, handeling: Handeling = Handeling.BEKEKEN
) -> None:
    """Log that a note was opened, changed or printed."""
    inzage_vastleggen(
        door=werkplek,
        onderwerp="notitie",
        onderwerp_id=geopend.notitie.pk,
        leerling_id=geopend.leerling.pk,
        grond=geopend.grond.grond,
        namens_id=geopend.grond.namens_id,
        handeling=handeling,
    )


def _open(werkplek: Werkplek, pk: int, slot: bool = False) -> OpenNotitie:
    hier = Notitie.objects.filter(school=werkplek.school, pk=pk)
    leerling_id = hier.values_list("leerling_id", flat=True).first()
    if leerling_id is None:
        raise Http404("notitie")
    leerling, grond = open_zonder_regel(werkplek, leerling_id)
    blik = blik_van(werkplek, grond)
    rijen = leesbare_notities(werkplek, leerling_id, blik).filter(pk=pk)
    mensen = ("auteur", "gewijzigd_door", "ingetrokken_door")
    rijen = rijen.select_for_update(of=("self",)) if slot else rijen.select_related(*mensen)
    notitie = rijen.first()
    if notitie is None:
        raise Http404("notitie")
    return OpenNotitie(notitie, leerling, grond, blik, notitie.auteur_id == werkplek.user.pk)


def leesbare_notities(werkplek: Werkplek, leerling_id: int, blik: str) -> VertrouwelijkQuerySet:
    """Notes of an opened file that may be read at this blik, with their text. Retracted ones are among them."""
    van = Notitie.objects.filter(leerling_id=leerling_id)
    return van.met_vertrouwelijke_tekst(werkplek, blik)


def revisies_van(werkplek: Werkplek, geopend: OpenNotitie, blad: str | None = None) -> Pagina:
    """One page of who wrote which earlier text and when, the newest first and without those texts; empty for who is
    neither author nor coordinator, and for a note that was never changed (no query)."""
    if not geopend.mag_wijzigen or geopend.notitie.versie == 1:
        return Pagina([], 1, None)
    rijen = Notitierevisie.objects.filter(school=werkplek.school, notitie=geopend.notitie.pk)
    return bladzijde(rijen.select_related("auteur").order_by("-versie"), blad, REVISIES)


def revisie_van(werkplek: Werkplek, geopend: OpenNotitie, versie: str) -> Notitierevisie | None:
    """One earlier text; None for a version that is not there, or for who is neither author nor coordinator.

    As author one reads all texts of one's own note, also those at a level that the coordinator chose meanwhile.
    """
    nummer = gelezen_versie(versie)
    if not geopend.mag_wijzigen or not nummer:
        return None
    rijen = Notitierevisie.objects.filter(notitie=geopend.notitie.pk, versie=nummer)
    return rijen.met_vertrouwelijke_tekst(werkplek, "coordinator").select_related("auteur").first()


def niveaukeuzes(leerling: Leerling) -> list[tuple[str, str, str]]:
    """Value, label and who will read it, for the form."""
    return [(n.value, str(n.label), WIE_LEEST[n].format(leerling=leerling.roepnaam)) for n in Niveau]


def geschreven_sinds(moment: datetime) -> VertrouwelijkQuerySet:
    """Notes written since `moment`, for who asks only whether a pupil has one (Exists): never read, never shown."""
    return Notitie.objects.filter(gemaakt_op__gte=moment, ingetrokken_op__isnull=True)
