"""Wat ging er goed: reading, writing one line, taking one's own away, Herstel."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_goed import goedblad
from beleid.forms.goed import GoedForm
from beleid.forms.protocol import StandForm
from beleid.models import Goedgegaan
from beleid.services.goed import goed_opschrijven, goed_terug, goed_weg
from ondersteuning.views.trajectvorm import Uitkomst, draai_terug, geweigerd, verstuur, verzonden
from overleg.access_naamcheck import namen_in
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Dit is net aangepast. Kijk eerst wat er nu staat."


def schrijf_op(request: ZorgRequest) -> tuple[GoedForm, Uitkomst[Goedgegaan]]:
    """The form, and what came of it: also on the page Dag rond."""
    form = GoedForm(verzonden(request), namen_in=lambda tekst: namen_in(request.werkplek, tekst))

    def doe() -> Goedgegaan:
        velden = {veld: form.cleaned_data[veld] for veld in ("tekst", "delen")}
        return goed_opschrijven(door=request.werkplek, **velden)

    uit = verstuur(request, form, doe, VEROUDERD)
    if uit.waarde is not None:
        zin = "Opgeschreven. Je collega’s lezen het ook." if uit.waarde.delen else "Opgeschreven, voor jou."
        gedaan(request, zin)
    return form, uit


@vereist(Recht.BELEID)
@require_http_methods(["GET", "POST"])
def goed(request: ZorgRequest) -> HttpResponse:
    """One's own lines and what colleagues share, with one field."""
    form, uit = schrijf_op(request)
    if uit.waarde is not None:
        return redirect("beleid:nieuws_goed")
    pagina = goedblad(request.werkplek, request.GET.get("p"))
    return render(request, "beleid/nieuws_goed.html", {"form": form, "pagina": pagina}, status=uit.status)


@vereist(Recht.BELEID)
@require_POST
def weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take one's own line away, with a way back."""
    form = StandForm(request.POST)

    def haal() -> Goedgegaan:
        return goed_weg(door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], op=timezone.now())

    uit = geweigerd(form, haal, VEROUDERD)
    if uit.waarde is None:
        opgelet(request, uit.melding or "Laad de pagina opnieuw.")
    else:
        terug_naar = f"{reverse('beleid:nieuws_goed_terug', args=[pk])}?versie={uit.waarde.versie}"
        gedaan(request, "Weggehaald.", herstel=terug_naar)
    return redirect("beleid:nieuws_goed")


@vereist(Recht.BELEID)
@require_POST
def terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel."""
    versie = gelezen_versie(request.GET.get("versie", ""))
    draai_terug(
        request,
        lambda: goed_terug(door=request.werkplek, pk=pk, versie=versie),
        VEROUDERD,
        "Het staat er weer.",
    )
    return redirect("beleid:nieuws_goed")
