"""Who carries out the support, in which function, and how much each can carry."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from ondersteuning.access_aanbod import functionarissen, get_functionaris
from ondersteuning.catalogus import ziet_aantallen
from ondersteuning.forms.functionaris import FunctionarisForm
from ondersteuning.models import Functionaris
from ondersteuning.services.functionarissen import functionaris_bewaren
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.AANBOD_LEERLINGEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """Everybody with a function now."""
    rijen = functionarissen(request.werkplek)
    return render(
        request,
        "ondersteuning/aanbod/functionarissen.html",
        {"rijen": rijen, "aantallen": ziet_aantallen(request.werkplek)},
    )


@vereist(Recht.AANBOD_LEERLINGEN)
@require_GET
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """One function of a colleague."""
    context = {"f": get_functionaris(request.werkplek, pk), "aantallen": ziet_aantallen(request.werkplek)}
    return render(request, "ondersteuning/aanbod/functionaris.html", context)


@vereist(Recht.AANBOD_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def bewerk(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number) or change a function."""
    werkplek = request.werkplek
    rij = get_functionaris(werkplek, pk) if pk else Functionaris()
    form = FunctionarisForm(request.POST or None, instance=rij, werkplek=werkplek)
    context: dict[str, Any] = {"form": form, "pk": pk, "naam": rij.user.naam if pk else ""}
    sjabloon = "ondersteuning/aanbod/functionaris_bewerk.html"
    try:
        bewaard = form.is_valid() and probeer(
            form,
            lambda: functionaris_bewaren(door=werkplek, functionaris=form.instance, versie=form.versie),
        )
    except Verouderd:
        nu = get_functionaris(werkplek, pk)
        context["verouderd"] = form.verschillen(nu)
        form.op_nieuwste(nu)
        return render(request, sjabloon, context, status=409)
    if bewaard:
        gedaan(request, f"{bewaard.user.naam} is bewaard.")
        return redirect("ondersteuning:functionarissen")
    return render(request, sjabloon, context, status=422 if form.errors else 200)
