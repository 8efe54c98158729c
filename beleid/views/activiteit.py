"""One activity: its page, adding, changing, done, not going on, Herstel."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from beleid.access_jaar import get_activiteit, mag_afronden
from beleid.forms.jaar import ActiviteitForm, AfrondForm
from beleid.jaarstroken import Activiteitstatus
from beleid.kalenderbeeld import loopt
from beleid.models import Activiteit
from beleid.services import activiteit as dienst
from beleid.views.beleid import gevraagd_jaar
from beleid.views.concept import begin_van
from beleid.views.jaar import naar_kalender
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import draai_terug, geweigerd, naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.services import concept_weg

_VELDEN = ("strook", "van", "tot", "budget")
_TEKSTEN = ("titel", "indicator", "toelichting")


def _vorm(
    request: ZorgRequest, form: Form, kop: str, status: int, rij: Activiteit | None, **extra: Any
) -> HttpResponse:
    """One form on a page of its own; after a 409, or beside a draft that is older, with what stands there now."""
    if status == 409 and rij:
        naar_nieuwste(form, rij.versie)
    context = {"form": form, "kop": kop, "a": rij, **extra}
    context["verouderd"] = status == 409 or bool(extra.get("achter"))
    return render(request, "beleid/jaar_vorm.html", context, status=status)


@vereist(Recht.BELEID)
@require_GET
def activiteit(request: ZorgRequest, pk: int) -> HttpResponse:
    """One activity, and what one may do with it."""
    werkplek, rij = request.werkplek, get_activiteit(request.werkplek, pk)
    werkt, gepland = werkplek.mag(Recht.BELEID_WERKEN), rij.status == Activiteitstatus.GEPLAND
    vervallen = rij.status == Activiteitstatus.VERVALLEN
    context = {
        "a": rij,
        "loopt": loopt(rij, werkplek.dag),
        "gepland": gepland,
        "wijzigt": werkt and gepland,
        "rondt_af": gepland and mag_afronden(werkplek, rij),
        "zet_terug": not gepland and (werkt or (mag_afronden(werkplek, rij) and not vervallen)),
        "leest_beleid": werkplek.mag(Recht.BELEID_JAAR),
    }
    return render(request, "beleid/jaar_activiteit.html", context)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """One more activity in a year."""
    werkplek, jaar = request.werkplek, gevraagd_jaar(request)
    sleutel = f"activiteit:nieuw:{jaar.beginjaar}"
    bekend = begin_van(werkplek, sleutel, dict.fromkeys(_TEKSTEN, ""), 0)
    begin = bekend.velden | {"eigenaar": werkplek.user.pk}
    form = ActiviteitForm(verzonden(request), werkplek=werkplek, jaar=jaar, rij=None, initial=begin)
    form.helper.attrs |= bekend.attrs

    def voeg_toe() -> Activiteit:
        return dienst.activiteit_toevoegen(door=werkplek, jaar=jaar, gegevens=form.gegevens())

    uit = verstuur(request, form, voeg_toe, VEROUDERD)
    if uit.waarde is None:
        return _vorm(request, form, "Nieuwe activiteit", uit.status, None, jaar=jaar)
    concept_weg(door=werkplek, sleutel=sleutel)
    gedaan(request, "De activiteit staat in de kalender.")
    return redirect("beleid:activiteit", uit.waarde.pk)


def _begin(rij: Activiteit) -> dict[str, Any]:
    """What an activity is chosen to be; its texts may come from a draft."""
    gekozen = {veld: getattr(rij, veld) for veld in _VELDEN}
    return gekozen | {"eigenaar": rij.eigenaar_id, "vestiging": str(rij.vestiging_id or "")}


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Other days, another owner, other words."""
    werkplek, rij = request.werkplek, get_activiteit(request.werkplek, pk)
    sleutel = f"activiteit:{pk}"
    bekend = begin_van(werkplek, sleutel, {veld: getattr(rij, veld) for veld in _TEKSTEN}, rij.versie)
    form = ActiviteitForm(
        verzonden(request), werkplek=werkplek, jaar=rij.jaar, rij=rij, initial=_begin(rij) | bekend.velden
    )
    form.helper.attrs |= bekend.attrs

    def wijzig() -> Activiteit:
        versie = form.cleaned_data["versie"] or 0
        return dienst.activiteit_wijzigen(door=werkplek, pk=pk, versie=versie, gegevens=form.gegevens())

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        achter = bekend.achter and not form.is_bound
        return _vorm(request, form, "Wijzig de activiteit", uit.status, rij, jaar=rij.jaar, achter=achter)
    concept_weg(door=werkplek, sleutel=sleutel)
    gedaan(request, "De activiteit is aangepast.")
    return redirect("beleid:activiteit", pk)


@vereist(Recht.BELEID)
@require_http_methods(["GET", "POST"])
def klaar(request: ZorgRequest, pk: int) -> HttpResponse:
    """It is done, and what came of it: by who works at the policy and by its owner."""
    werkplek, rij = request.werkplek, get_activiteit(request.werkplek, pk)
    if not mag_afronden(werkplek, rij):
        raise PermissionDenied("activiteit van een ander")
    form = AfrondForm(verzonden(request), initial={"versie": rij.versie})

    def rond_af() -> Activiteit:
        velden = form.cleaned_data | {"versie": form.cleaned_data["versie"] or 0}
        return dienst.activiteit_afronden(door=werkplek, pk=pk, **velden)

    uit = verstuur(request, form, rond_af, VEROUDERD)
    if uit.waarde is None:
        return _vorm(request, form, "Rond de activiteit af", uit.status, rij, jaar=rij.jaar)
    terug = f"{reverse('beleid:activiteit_terug', args=[pk])}?versie={uit.waarde.versie}"
    gedaan(request, f"‘{rij.titel}’ is klaar.", herstel=terug)
    return redirect(naar_kalender(rij.jaar))


@vereist(Recht.BELEID_WERKEN)
@require_POST
def vervalt(request: ZorgRequest, pk: int) -> HttpResponse:
    """It does not go on this year, with a way back."""
    rij = get_activiteit(request.werkplek, pk)
    versie = gelezen_versie(request.POST.get("versie", ""))
    uit = geweigerd(
        Form(), lambda: dienst.activiteit_vervalt(door=request.werkplek, pk=pk, versie=versie), VEROUDERD
    )
    if uit.waarde is None:
        opgelet(request, uit.melding)
        return redirect("beleid:activiteit", pk)
    terug = f"{reverse('beleid:activiteit_terug', args=[pk])}?versie={uit.waarde.versie}"
    gedaan(request, f"‘{rij.titel}’ gaat dit jaar niet door.", herstel=terug)
    return redirect(naar_kalender(rij.jaar))


@vereist(Recht.BELEID)
@require_POST
def terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: planned again."""
    versie = gelezen_versie(request.GET.get("versie", ""))
    draai_terug(
        request,
        lambda: dienst.activiteit_terug(door=request.werkplek, pk=pk, versie=versie),
        VEROUDERD,
        "De activiteit staat weer in de kalender.",
    )
    return redirect("beleid:activiteit", pk)
