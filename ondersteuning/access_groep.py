"""The only doors to group trajectories, their participants and sessions."""

from django.db.models import Count, Q
from django.http import Http404

from ondersteuning.access_traject import get_traject_om_te_sturen
from ondersteuning.models import Aanwezigheid, Groepstraject, Sessie, Traject
from zorgapp.accounts.inzage import inzagen_vastleggen
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


def groepen_van(werkplek: Werkplek) -> list[Groepstraject]:
    """Running groups this person leads or coordinates, with `bezet` (at most 50)."""
    bezet = Count("deelnemers", filter=Q(deelnemers__status="loopt"))
    rijen = Groepstraject.objects.zichtbaar_voor(werkplek).lopend().select_related("begeleider")
    return list(rijen.annotate(bezet=bezet).order_by("naam", "pk")[:50])


def get_groep(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Groepstraject:
    """One group, for who leads or coordinates it; `slot` locks it. 404 otherwise."""
    rijen = Groepstraject.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    rijen = rijen.select_for_update(of=("self",)) if slot else rijen.select_related("begeleider", "aanbod")
    groep = rijen.first()
    if groep is None:
        raise Http404
    return groep


def deelnemers(werkplek: Werkplek, groep: Groepstraject, *, inzage: bool = True) -> list[Traject]:
    """The participants of an opened group by name: all for who leads it, else those one may read in full.

    Every look is logged for each pupil, unless a form only checks what it was sent.
    """
    leidt = groep.begeleider_id in werkplek.namens
    rijen = Traject.objects if leidt else Traject.objects.met_inhoud_voor(werkplek)
    gevonden = list(
        rijen.filter(school=werkplek.school, groep=groep)
        .select_related("leerling", "regievoerder")
        .met_klas()
        .order_by("status", "leerling__sorteernaam", "pk")[:60]
    )
    if inzage:
        namens = groep.begeleider_id if leidt and groep.begeleider_id != werkplek.user.pk else None
        inzagen_vastleggen(
            door=werkplek,
            onderwerp="groepstraject",
            rijen=[(groep.pk, traject.leerling_id) for traject in gevonden],
            grond="regievoerder" if leidt else Rol.ZORGCOORDINATOR,
            namens_id=namens,
        )
    return gevonden


def sessies_van_groep(groep: Groepstraject) -> list[Sessie]:
    """Sessions of an opened group, the nearest to now last planned first (at most 40), with `geteld` who were there."""
    rijen = Sessie.objects.filter(groep=groep).annotate(
        geteld=Count("aanwezigheid", filter=Q(aanwezigheid__aanwezig="ja"))
    )
    return list(rijen.order_by("-begint_op", "-pk")[:40])


def get_sessie(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Sessie:
    """One session of a trajectory or group that this person steers; `slot` locks it. 404 otherwise."""
    rijen = Sessie.objects.filter(school=werkplek.school, pk=pk)
    sessie = (rijen.select_for_update(of=("self",)) if slot else rijen.select_related("groep")).first()
    if sessie is None:
        raise Http404
    if sessie.groep_id:
        sessie.groep = get_groep(werkplek, sessie.groep_id)
    else:
        sessie.traject = get_traject_om_te_sturen(werkplek, sessie.traject_id or 0, slot=slot)
    return sessie


def aanwezigheid_van(sessie: Sessie) -> dict[int, str]:
    """Who was at an opened session: trajectory id -> answer."""
    return dict(Aanwezigheid.objects.filter(sessie=sessie).values_list("traject_id", "aanwezig"))
