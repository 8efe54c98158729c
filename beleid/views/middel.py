"""Money for support of a school year: the list with its totals, a new source, changing one."""

from decimal import Decimal

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from beleid.access_uren import get_middel, middelen_van
from beleid.forms.scenario import MiddelForm
from beleid.models import Middel
from beleid.services.middel import middel_wijzigen, middel_zetten
from beleid.views.beleid import gevraagd_jaar
from beleid.views.punt import VEROUDERD
from beleid.views.uren import naar, toon_vorm
from ondersteuning.views.trajectvorm import verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.BELEID_JAAR)
@require_GET
def middelen(request: ZorgRequest) -> HttpResponse:
    """Source, purpose, amount, spent and result, with the totals."""
    jaar = gevraagd_jaar(request)
    rijen = middelen_van(request.werkplek, jaar)
    bedrag, besteed = (sum((getattr(r, v) for r in rijen), Decimal(0)) for v in ("bedrag", "besteed"))
    context = {
        "jaar": jaar,
        "middelen": [(rij, rij.bedrag - rij.besteed) for rij in rijen],
        "bedrag": bedrag,
        "besteed": besteed,
        "over": bedrag - besteed,
        "werkt": request.werkplek.mag(Recht.BELEID_WERKEN),
    }
    return render(request, "beleid/middelen.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """One more source."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    form = MiddelForm(verzonden(request), initial={"besteed": 0})
    uit = verstuur(
        request, form, lambda: middel_zetten(door=werkplek, jaar=jaar, **form.gegevens()), VEROUDERD
    )
    if uit.waarde is None:
        return toon_vorm(request, form, "Nieuw middel", uit.status, jaar, middelen=True)
    gedaan(request, "Het middel staat in de lijst.")
    return naar("middelen", jaar)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """What was spent, what came of it."""
    werkplek, rij = request.werkplek, get_middel(request.werkplek, pk)
    velden = ("versie", "bron", "doel", "bedrag", "besteed", "resultaat")
    form = MiddelForm(verzonden(request), initial={veld: getattr(rij, veld) for veld in velden})

    def wijzig() -> Middel:
        versie = form.cleaned_data["versie"] or 0
        return middel_wijzigen(door=werkplek, pk=pk, versie=versie, **form.gegevens())

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        weg = not rij.besteed and reverse("beleid:middelen_weg", args=[pk])
        extra = {"versie": rij.versie, "rij": rij, "middelen": True, "weg": weg}
        return toon_vorm(request, form, "Wijzig het middel", uit.status, rij.jaar, **extra)
    gedaan(request, "Het middel is aangepast.")
    return naar("middelen", rij.jaar)
