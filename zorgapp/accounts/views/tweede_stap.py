"""The page on which a beheerder lets a colleague set up the second step anew."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zorgapp.accounts import access
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.tweede_stap import bezwaar
from zorgapp.accounts.services.tweede_stap import tweede_stap_opnieuw as opnieuw
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.MENSEN)
@require_http_methods(["GET", "POST"])
def tweede_stap_opnieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Say what will happen and ask once; then do it."""
    persoon = access.get_mens(request.werkplek, pk)
    if request.method == "POST":
        try:
            opnieuw(door=request.werkplek, user=persoon)
            gedaan(request, f"{persoon.naam} stelt bij het inloggen de tweede stap opnieuw in.")
        except ValidationError as fout:
            messages.error(request, " ".join(fout.messages))
        return redirect("accounts:mens", persoon.pk)
    gegevens = {"mens": persoon, "bezwaar": bezwaar(door=request.werkplek, user=persoon)}
    return render(request, "accounts/tweede_stap.html", gegevens)
