"""The doors to development points and to what deliberately waits. No pupils here: who may read policy, reads all of it."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.http import Http404

from beleid.models import Meetmoment, NietNu, Ontwikkelpunt, Puntstatus
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

PUNTROLLEN = frozenset(
    {Rol.ZORGCOORDINATOR, Rol.SCHOOLLEIDING, Rol.TEAMLEIDER, Rol.BEGELEIDER, Rol.MENTOR, Rol.DOCENT}
)
NIET_NU_MAX = 30


def eigenaar_kring(werkplek: Werkplek, eigenaar_id: int | None = None) -> Kring:
    """Whose point it can be: colleagues with a role in the support or the school's leadership."""
    zelf = Nummers(pk for pk in (werkplek.user.pk, eigenaar_id) if pk)
    return Kring(werkplek, PUNTROLLEN, _rangen, om=(zelf,))


def _rangen(zelf: Nummers) -> Sequence[Q]:
    return (Q(user__pk__onder=zelf), Q(rol=Rol.ZORGCOORDINATOR), Q(rol=Rol.TEAMLEIDER))


def punten_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Ontwikkelpunt]:
    """The point of a school year, and a second when there is one, with their moments."""
    return _punten.lees(werkplek.school.pk, str(jaar.beginjaar))


@vaste_vraag
def _punten(school_id: int, beginjaar: str) -> QuerySet:
    rijen = Ontwikkelpunt.objects.filter(school_id=school_id, schooljaar=beginjaar)
    return rijen.select_related("eigenaar").order_by("nummer")


def get_punt(werkplek: Werkplek, pk: int) -> Ontwikkelpunt:
    """One point of this school; 403 for who has no part in the school's policy, 404 when it is not there."""
    werkplek.eis(Recht.BELEID_JAAR)
    rijen = Ontwikkelpunt.objects.filter(school=werkplek.school, pk=pk)
    momenten = Prefetch("momenten", Meetmoment.objects.order_by("nummer"))
    punt = rijen.select_related("eigenaar", "evaluatie", "toegestaan_door").prefetch_related(momenten).first()
    if punt is None:
        raise Http404("ontwikkelpunt")
    return punt


def get_punt_slot(werkplek: Werkplek, pk: int) -> Ontwikkelpunt:
    """Lock one point for a write: for who works at the policy; 403, 404."""
    werkplek.eis(Recht.BELEID_WERKEN)
    punt = Ontwikkelpunt.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    if punt is None:
        raise Http404("ontwikkelpunt")
    return punt


def mag_kiezen(werkplek: Werkplek, nummer: int) -> bool:
    """The first point is chosen by who works at the policy, a second is allowed by the schoolleiding (DOMAIN 59)."""
    return werkplek.mag(Recht.BELEID_WERKEN if nummer == 1 else Recht.BELEID_VASTSTELLEN)


def niet_nu_van(werkplek: Werkplek) -> list[NietNu]:
    """What deliberately waits, oldest first, at most 30."""
    return _niet_nu.lees(werkplek.school.pk)


@vaste_vraag
def _niet_nu(school_id: int) -> QuerySet:
    return NietNu.objects.filter(school_id=school_id, weg_op__isnull=True).order_by("pk")[:NIET_NU_MAX]


def get_nietnu(werkplek: Werkplek, pk: int, *, slot: bool = False) -> NietNu:
    """One thing that waits, for who works at the policy; `slot` locks it for a write. 403, 404."""
    werkplek.eis(Recht.BELEID_WERKEN)
    rijen = NietNu.objects.filter(school=werkplek.school, pk=pk)
    rij = (rijen.select_for_update(of=("self",)) if slot else rijen).first()
    if rij is None:
        raise Http404("niet nu")
    return rij


def punten_zonder_eigenaar(school_id: int, dag: date) -> QuerySet:
    """Running points whose owner does not work here any more."""
    hier = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=PUNTROLLEN, user__is_active=True)
    rijen = Ontwikkelpunt.objects.filter(school_id=school_id, status=Puntstatus.LOOPT)
    return rijen.exclude(eigenaar_id__in=hier.values("user_id")).order_by("pk")
