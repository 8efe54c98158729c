"""One's own name, phone and looks."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.forms.school import ProfielForm
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.profiel import profiel_wijzigen
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.tweestaps import heeft_tweestaps
from zorgapp.kern.berichten import gedaan


@vereist(Recht.WERKPLEK)
@require_http_methods(["GET", "POST"])
def profiel(request: ZorgRequest) -> HttpResponse:
    """What I may change about myself, and the way to password and second step."""
    form = ProfielForm(request.POST or None, instance=request.werkplek.user)
    if form.is_valid() and probeer(
        form, lambda: profiel_wijzigen(door=request.werkplek, **form.cleaned_data)
    ):
        gedaan(request, "Je profiel is bewaard.")
        return redirect("accounts:profiel")
    gegevens = {"form": form, "tweestaps": heeft_tweestaps(request.werkplek.user)}
    return render(request, "accounts/profiel.html", gegevens, status=422 if form.errors else 200)
