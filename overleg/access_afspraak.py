"""The only doors to agreements, and who may do what with one (DESIGN §3: owner, coordinator, who was in on the item).

Seeing one says a pupil's name and one sentence, and opens no file; it is logged when it is opened by itself.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from overleg.models import Afspraak, Afspraakstap
from overleg.querysets_afspraak import AfspraakQuerySet
from zorgapp.accounts.coordinatie import coordineert, is_coordinator
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Afspraakblik:
    """What somebody may do with one agreement. bijwerken: say how it went, postpone, reopen; overdragen: another owner;
    wijzigen: other words."""

    bijwerken: bool
    overdragen: bool
    wijzigen: bool


def blik(werkplek: Werkplek, afspraak: Afspraak) -> Afspraakblik:
    """Its owner works on it; its coordinator, and who leads or writes in its meeting, may besides change the words."""
    eigen = afspraak.eigenaar_id in werkplek.namens
    overleg = afspraak.overleg
    leidt = overleg is not None and (
        overleg.voorzitter_id in werkplek.namens or overleg.notulist_id in werkplek.namens
    )
    coordinator = (
        coordineert(werkplek, afspraak.leerling.vestiging_id)
        if afspraak.leerling
        else is_coordinator(werkplek)
    )
    stuurt = leidt or coordinator
    zelf_gemaakt = afspraak.gemaakt_door_id in werkplek.namens and afspraak.punt_id is None
    return Afspraakblik(eigen or stuurt, eigen or stuurt, stuurt or zelf_gemaakt)


def get_afspraak(werkplek: Werkplek, pk: int) -> tuple[Afspraak, Afspraakblik]:
    """Open one agreement; 404 for who may not know of it. Logs the look when it is about a pupil."""
    afspraak = _afspraak.een(werkplek, pk)
    if afspraak is None:
        raise Http404("afspraak")
    if afspraak.leerling_id:
        inzage_vastleggen(
            door=werkplek,
            onderwerp="afspraak",
            onderwerp_id=afspraak.pk,
            leerling_id=afspraak.leerling_id,
            grond="eigenaar" if afspraak.eigenaar_id in werkplek.namens else "overleg",
        )
    return afspraak, blik(werkplek, afspraak)


@vaste_vraag
def _afspraak(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Afspraak.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("leerling", "overleg", "eigenaar", "contact", "partner").met_klas()


def get_afspraak_om(werkplek: Werkplek, pk: int, daad: str) -> tuple[Afspraak, Afspraakblik]:
    """The same for who may do `daad` (a field of `Afspraakblik`); 403 for who may only see it."""
    afspraak, mag = get_afspraak(werkplek, pk)
    if not getattr(mag, daad):
        raise PermissionDenied(f"afspraak {daad}")
    return afspraak, mag


def get_afspraak_slot(werkplek: Werkplek, pk: int, *, daad: str) -> Afspraak:
    """Lock one agreement for a write; shows nothing. 404 for who may not know of it, 403 for who may not do `daad`."""
    rijen = Afspraak.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    afspraak = rijen.select_related("leerling", "overleg").select_for_update(of=("self",)).first()
    if afspraak is None:
        raise Http404("afspraak")
    if not getattr(blik(werkplek, afspraak), daad):
        raise PermissionDenied(f"afspraak {daad}")
    return afspraak


def get_afspraak_voor_overdracht(werkplek: Werkplek, pk: int) -> Afspraak:
    """Lock an agreement to give it another owner, for who ends roles; shows nothing of it. 404 for others."""
    if not werkplek.mag(Recht.MENSEN):
        return get_afspraak_slot(werkplek, pk, daad="overdragen")
    rijen = Afspraak.objects.filter(school=werkplek.school, pk=pk)
    afspraak = rijen.select_for_update(of=("self",)).first()
    if afspraak is None:
        raise Http404("afspraak")
    return afspraak


STAPPEN_MAX = 50


def stappen_van(afspraak_id: int, laatste: int = STAPPEN_MAX) -> list[Afspraakstap]:
    """What was done with an opened agreement, in order; of very many the `laatste` ones."""
    rijen = Afspraakstap.objects.filter(afspraak_id=afspraak_id).select_related("door", "eigenaar", "overleg")
    return list(rijen.order_by("-pk")[:laatste])[::-1]


def zonder_eigenaar(school_id: int, dag: date) -> AfspraakQuerySet:
    """Open agreements whose owner has no role any more that sees pupils: they go back to the coordinator."""
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    rijen = Afspraak.objects.open().filter(school_id=school_id)
    return rijen.exclude(eigenaar_id__in=met_rol.values("user_id")).order_by("klaar_op", "pk")
