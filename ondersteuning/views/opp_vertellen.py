"""The pupil's own page: on the tablet of his mentor, in a session that reaches nothing else, or by a personal link."""

import uuid
from datetime import date
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.models import Leerling
from ondersteuning.access_opp_horen import get_opp_tablet
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.forms.opp_horen import VertelForm
from ondersteuning.models import Linksoort
from ondersteuning.opp.termijnen import meerderjarig
from ondersteuning.services.opp_link import LinkDood
from ondersteuning.services.opp_vertellen import met_link_vertellen, op_tablet_vertellen
from ondersteuning.views.opp_linkdeur import linkpagina
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.grens import te_vaak
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.smal import mag_proberen, smal_pad, verruim
from zorgapp.accounts.toegang import ZorgRequest, vereist

OPEN = "the pupil has no account; his signed link and its code say who he is"


def _smal(request: ZorgRequest, pk: int) -> bool:
    """This session was handed over for this page."""
    return smal_pad(request) == reverse("ondersteuning:opp_tablet", args=[pk])


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def tablet(request: ZorgRequest, pk: int) -> HttpResponse:
    """The pupil tells; only in a session that was handed over."""
    if not _smal(request, pk):
        return redirect("ondersteuning:opp_horen", pk)
    opp, beeld = get_opp_tablet(request.werkplek, pk)
    form = VertelForm(request.POST or None, initial={"sleutel": uuid.uuid4()})
    if form.is_valid() and probeer(form, lambda: _op_tablet(request, pk, form)):
        return redirect("ondersteuning:opp_tablet_klaar", pk)
    context = {"form": form, "eerder": beeld.inbreng, "pk": pk}
    return _vertel(request, opp.leerling, request.werkplek.dag, context)


def _op_tablet(request: ZorgRequest, pk: int, form: VertelForm) -> Any:
    return op_tablet_vertellen(
        door=request.werkplek,
        pk=pk,
        sleutel=form.cleaned_data["sleutel"],
        verteld=form.verteld(),
        op=timezone.now(),
    )


def _vertel(request: HttpRequest, leerling: Leerling, dag: date, context: dict[str, Any]) -> HttpResponse:
    """Render the page; from 18 parents do not read along."""
    status = 422 if context["form"].errors else 200
    context |= {"naam": leerling.roepnaam, "volwassen": meerderjarig(leerling.geboortedatum, dag)}
    return render(request, "ondersteuning/opp/vertel.html", context, status=status)


@vereist(Recht.OPP_WERKEN)
@require_GET
def tablet_klaar(request: ZorgRequest, pk: int) -> HttpResponse:
    """The receipt on the tablet: what happens now."""
    if not _smal(request, pk):
        return redirect("ondersteuning:opp_horen", pk)
    return render(request, "ondersteuning/opp/vertel_klaar.html", {"pk": pk})


@vereist(Recht.OPP_WERKEN)
@sensitive_post_parameters("wachtwoord")
@require_http_methods(["GET", "POST"])
def tablet_terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """The mentor takes his device back with his password."""
    fout = False
    if not _smal(request, pk):
        return redirect("ondersteuning:opp_horen", pk)
    if request.method == "POST":
        if not mag_proberen(request):
            return te_vaak(request)
        if verruim(request, request.POST.get("wachtwoord", "")[:200]):
            return redirect("ondersteuning:opp_horen", pk)
        fout = True
    context = {"fout": fout, "pk": pk}
    return render(request, "ondersteuning/opp/vertel_terug.html", context, status=422 if fout else 200)


@vereist(Recht.OPP_WERKEN)
@require_POST
def tablet_uit(request: ZorgRequest, pk: int) -> HttpResponse:
    """Sign out altogether: without the password there is no way back into this session."""
    logout(request)
    return redirect("account_login")


@linkpagina(Linksoort.HOORRECHT, OPEN)
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """The pupil tells, by his link; sending it uses the link up."""
    form = VertelForm(request.POST or None, initial={"sleutel": uuid.uuid4()})
    if form.is_valid():
        try:
            if probeer(form, lambda: _met_link(bezoek, form)):
                return redirect(f"{request.path}klaar/")
        except LinkDood:  # sent twice at once, or withdrawn meanwhile: its door knows which
            return redirect(request.path)
    return _vertel(request, bezoek.leerling, bezoek.dag, {"form": form, "bezoek": bezoek})


def _met_link(bezoek: Linkbezoek, form: VertelForm) -> Any:
    sleutel = form.cleaned_data["sleutel"]
    return met_link_vertellen(bezoek=bezoek, sleutel=sleutel, verteld=form.verteld(), op=timezone.now())


@linkpagina(Linksoort.HOORRECHT, OPEN, klaar=True)
@require_GET
def link_klaar(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """The receipt of a link that was used; it names nobody."""
    return render(request, "ondersteuning/opp/vertel_klaar.html", {"bezoek": bezoek})
