"""Doors to what was put before the schoolleiding: one version of one OPP, for one schoolleider, till he decides.

He reads that one object and nothing else of the pupil (DESIGN §3); somebody else of the schoolleiding finds nothing. It
closes with his decision, after its last day, and when the text changed after it was put before him.
"""

from django.db.models import F, Q, QuerySet
from django.http import Http404

from leerlingen.access import Toegangsgrond
from leerlingen.access_stukken import leiding_kring
from ondersteuning.models import Opp, OppVoorlegging, Versiestatus
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

GETOOND = 25


def kring_van_leiding(werkplek: Werkplek) -> Kring:
    """To whom a version may be put: colleagues of the schoolleiding, not oneself."""
    return leiding_kring(werkplek)


def nog_dezelfde() -> Q:
    """The version that was put before somebody is still in the making, and nobody wrote in it since."""
    return Q(oppversie__status=Versiestatus.CONCEPT, oppversie__gewijzigd_op__lte=F("gemaakt_op"))


def _van_mij(werkplek: Werkplek) -> QuerySet:
    """Open ones for this person himself; never as a deputy, and never for who is no schoolleider today."""
    rijen = OppVoorlegging.objects.filter(nog_dezelfde(), school=werkplek.school, besluit="")
    return rijen.filter(aan=werkplek.user, van__lte=werkplek.dag, tot__gte=werkplek.dag)


def is_leiding(werkplek: Werkplek) -> bool:
    """Whether this person is a schoolleider himself today."""
    return any(a.rol == Rol.SCHOOLLEIDING for a in werkplek.aanstellingen)


def aan_mij_voorgelegd(werkplek: Werkplek) -> list[OppVoorlegging]:
    """What waits for the decision of this schoolleider, the nearest last day first; shows no pupil by itself."""
    return _open.lees(werkplek) if is_leiding(werkplek) else []


@vaste_vraag
def _open(werkplek: Werkplek) -> QuerySet:
    return _van_mij(werkplek).select_related("door").order_by("tot", "pk")[:GETOOND]


def get_voorgelegd(werkplek: Werkplek, pk: int) -> OppVoorlegging:
    """Open one, with its version, OPP and pupil; 404 for anybody it was not put before. Logs the look."""
    rij = _een.een(werkplek, pk) if is_leiding(werkplek) else None
    if rij is None:
        raise Http404("voorgelegd")
    opp = rij.oppversie.opp
    inzage_vastleggen(
        door=werkplek,
        onderwerp="opp",
        onderwerp_id=opp.pk,
        leerling_id=opp.leerling_id,
        grond=Toegangsgrond.VERLENING,
        handeling=Handeling.BEKEKEN,
    )
    return rij


@vaste_vraag
def _een(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = _van_mij(werkplek).filter(pk=pk)
    return rijen.select_related("door", "oppversie__opp__leerling", "oppversie__opp__opsteller")


def get_voorgelegd_slot(werkplek: Werkplek, pk: int) -> tuple[OppVoorlegging, Opp]:
    """The same for deciding: locks its OPP; shows nothing. 404 when it was decided or withdrawn meanwhile."""
    if not is_leiding(werkplek):
        raise Http404("voorgelegd")
    gevonden = _van_mij(werkplek).filter(pk=pk).values_list("oppversie__opp_id", flat=True)
    opps = Opp.objects.filter(pk__in=gevonden).select_related("leerling")
    opp = opps.select_for_update(of=("self",)).first()
    rij = _van_mij(werkplek).filter(pk=pk).select_related("oppversie").first()
    if opp is None or rij is None:
        raise Http404("voorgelegd")
    return rij, opp


def voorleggingen_van(opp_id: int) -> list[OppVoorlegging]:
    """What was put before the schoolleiding of one OPP, the newest first; only after its door."""
    return _voorleggingen.lees(opp_id)


@vaste_vraag
def _voorleggingen(opp_id: int) -> QuerySet:
    rijen = OppVoorlegging.objects.filter(oppversie__opp_id=opp_id).select_related("aan", "oppversie")
    return rijen.order_by("-pk")[:5]


def ligt_er_nog(rij: OppVoorlegging, werkplek: Werkplek) -> bool:
    """Whether one of `voorleggingen_van` can still be read and decided on."""
    zelfde = rij.oppversie.status == Versiestatus.CONCEPT and rij.oppversie.gewijzigd_op <= rij.gemaakt_op
    return not rij.besluit and zelfde and rij.tot >= werkplek.dag
