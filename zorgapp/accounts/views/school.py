"""The school: its name, locations and departments."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zorgapp.accounts import access
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.forms.school import AfdelingForm, SchoolForm, VestigingForm
from zorgapp.accounts.models import Afdeling, Vestiging
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.school import plek_bewaren, plek_verwijderen, school_wijzigen
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def school(request: ZorgRequest) -> HttpResponse:
    """Name and sector, with the lists of locations and departments."""
    form = SchoolForm(request.POST or None, school=request.werkplek.school)
    if form.is_valid() and probeer(form, lambda: school_wijzigen(door=request.werkplek, **form.cleaned_data)):
        gedaan(request, "De gegevens van de school zijn bewaard.")
        return redirect("accounts:school")
    gegevens = {
        "form": form,
        "vestigingen": access.vestigingen(request.werkplek),
        "afdelingen": access.afdelingen(request.werkplek),
    }
    return render(request, "accounts/school.html", gegevens, status=422 if form.errors else 200)


def _plek(request: ZorgRequest, form: forms.ModelForm, woord: str) -> HttpResponse:
    """Store the form of a location or department, or show it."""
    if form.is_valid() and probeer(form, lambda: plek_bewaren(door=request.werkplek, plek=form.instance)):
        gedaan(request, f"{form.instance.naam} is bewaard.")
        return redirect("accounts:school")
    gegevens = {"form": form, "plek": form.instance, "woord": woord}
    return render(request, "accounts/plek.html", gegevens, status=422 if form.errors else 200)


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def vestiging(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number) or change a location."""
    rij = access.get_vestiging(request.werkplek, pk) if pk else Vestiging()
    form = VestigingForm(request.POST or None, instance=rij, werkplek=request.werkplek)
    return _plek(request, form, "vestiging")


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def afdeling(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number) or change a department."""
    rij = access.get_afdeling(request.werkplek, pk) if pk else Afdeling()
    form = AfdelingForm(request.POST or None, instance=rij, werkplek=request.werkplek)
    return _plek(request, form, "afdeling")


def _weg(request: ZorgRequest, plek: Vestiging | Afdeling) -> HttpResponse:
    try:
        plek_verwijderen(door=request.werkplek, plek=plek)
        gedaan(request, f"{plek.naam} is weg.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("accounts:school")


@vereist(Recht.INSTELLINGEN)
@require_POST
def vestiging_weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Remove a location that nothing points to."""
    return _weg(request, access.get_vestiging(request.werkplek, pk))


@vereist(Recht.INSTELLINGEN)
@require_POST
def afdeling_weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Remove a department that nothing points to."""
    return _weg(request, access.get_afdeling(request.werkplek, pk))
