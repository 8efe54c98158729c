"""Two versions of an OPP side by side with the differences marked; which two stands in the address."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ondersteuning.access_opp import get_opp_heel, versies_van
from ondersteuning.models import OppVersie
from ondersteuning.oppscherm import pagina
from ondersteuning.oppvergelijk import vergelijk_versies
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist


@vereist(Recht.OPP)
@require_GET
def vergelijk(request: ZorgRequest, pk: int) -> HttpResponse:
    """`?van=1&naar=2`; without them the newest version and the one it came from."""
    opp, _, _ = get_opp_heel(request.werkplek, pk)
    versies = versies_van(opp.pk)
    nieuw = _kies(versies, request.GET.get("naar")) or versies[0]
    oud = _kies(versies, request.GET.get("van")) or _voor(versies, nieuw)
    if oud.nummer > nieuw.nummer:
        oud, nieuw = nieuw, oud
    context = {
        "opp": opp,
        "versies": versies,
        "oud": oud,
        "nieuw": nieuw,
        "delen": vergelijk_versies(oud, nieuw) if oud != nieuw else [],
        "hub": pagina("opp", pk),
    }
    return render(request, "ondersteuning/opp/vergelijk.html", context)


def _kies(versies: list[OppVersie], gevraagd: str | None) -> OppVersie | None:
    """The version with this number; None when none is asked for, 404 for one that is not there."""
    if not gevraagd:
        return None
    gevonden = next((v for v in versies if str(v.nummer) == gevraagd), None)
    if gevonden is None:
        raise Http404("versie")
    return gevonden


def _voor(versies: list[OppVersie], nieuw: OppVersie) -> OppVersie:
    """The version that `nieuw` came from; itself when it is the first."""
    return next((v for v in versies if v.pk == nieuw.vorige_id), nieuw)
