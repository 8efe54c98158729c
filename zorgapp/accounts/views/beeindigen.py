"""Ending a role: shows what is open, asks a new owner, then ends."""

from datetime import date

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zorgapp.accounts import access
from zorgapp.accounts.forms.basis import Datum, probeer
from zorgapp.accounts.forms.beeindigen import BeeindigForm
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.beeindigen import aanstelling_beeindigen, gevolgen
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dagdatum


def _laatste_dag(request: ZorgRequest, aanstelling: Aanstelling) -> date:
    """The asked last day, or today when there is none that can be read; never before the first day."""
    try:
        gevraagd = Datum().clean(request.POST.get("tot"))
    except ValidationError:
        gevraagd = request.werkplek.dag
    return max(gevraagd, aanstelling.van)


@vereist(Recht.MENSEN)
@require_http_methods(["GET", "POST"])
def aanstelling_beeindigen_view(request: ZorgRequest, pk: int) -> HttpResponse:
    """The last day and a new owner for each open item, on one page."""
    aanstelling = access.get_aanstelling(request.werkplek, pk)
    wat = gevolgen(door=request.werkplek, aanstelling=aanstelling, tot=_laatste_dag(request, aanstelling))
    ander = request.POST.get("ander", "")
    form = BeeindigForm(
        request.POST or None, werkplek=request.werkplek, aanstelling=aanstelling, gevolgen=wat, ander=ander
    )
    if ander:
        form.nog_niet()
    elif form.is_valid() and _beeindig(request, aanstelling, form):
        gedaan(request, f"De rol stopt. De laatste dag is {dagdatum(form.cleaned_data['tot'])}.")
        return redirect("accounts:mens", aanstelling.user_id)
    gegevens = {"form": form, "aanstelling": aanstelling, "mens": aanstelling.user, "gevolgen": wat}
    return render(
        request, "accounts/aanstelling_beeindigen.html", gegevens, status=422 if form.errors else 200
    )


def _beeindig(request: ZorgRequest, aanstelling: Aanstelling, form: BeeindigForm) -> bool:
    """End it; False, with the reason in the form, when the service refuses."""
    klaar = probeer(
        form,
        lambda: aanstelling_beeindigen(
            door=request.werkplek,
            aanstelling=aanstelling,
            tot=form.cleaned_data["tot"],
            opvolgers=form.opvolgers(),
        ),
    )
    return klaar is not None
