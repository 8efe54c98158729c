"""The page Beleid en jaar: what the school works at this year, put together from the blocks of each subject."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from beleid.blokken import acties_voor, getekend
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.schooljaar import Schooljaar

JAREN_TERUG, JAREN_VOORUIT = 5, 1


def gevraagd_jaar(request: ZorgRequest) -> Schooljaar:
    """The school year in the address, or the present one; 404 for what is none, or too far away."""
    nu = Schooljaar.van(request.werkplek.dag)
    label = request.GET.get("jaar", "")
    if not label:
        return nu
    try:
        jaar = Schooljaar.uit_label(label[:9])
    except ValueError as fout:
        raise Http404("schooljaar") from fout
    if label != str(jaar) or not -JAREN_TERUG <= jaar.beginjaar - nu.beginjaar <= JAREN_VOORUIT:
        raise Http404("schooljaar")
    return jaar


@vereist(Recht.BELEID_JAAR)
@require_GET
def beleid(request: ZorgRequest) -> HttpResponse:
    """The point, what waits, the year and the hours."""
    jaar = gevraagd_jaar(request)
    nu = Schooljaar.van(request.werkplek.dag)
    context = {
        "jaar": jaar,
        "dit_jaar": jaar == nu,
        "vorig": Schooljaar(jaar.beginjaar - 1) if nu.beginjaar - jaar.beginjaar < JAREN_TERUG else None,
        "volgend": Schooljaar(jaar.beginjaar + 1) if jaar <= nu else None,
        "acties": acties_voor(request.werkplek),
        "blokken": getekend(request.werkplek, jaar),
    }
    return render(request, "beleid/beleid.html", context)
