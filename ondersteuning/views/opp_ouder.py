"""The page of each person who is asked: read the OPP, agree or not, and a receipt. Behind a personal link."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.access_opp_ouder import document_van, eigen_antwoord, ouderblad
from ondersteuning.forms.opp_instemming import EigenForm
from ondersteuning.models import Linksoort
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.services.opp_antwoord import antwoord_via_link
from ondersteuning.services.opp_link import LinkDood
from ondersteuning.views.opp_linkdeur import linkpagina
from zorgapp.accounts.forms.basis import probeer

OPEN = "who is asked to agree has no account; his signed link and its code say who he is"


@linkpagina(Linksoort.INSTEMMING, OPEN)
@sensitive_post_parameters("reden", "opmerking")
@require_http_methods(["GET", "POST"])
def lees(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """Read and answer; the answer uses the link up."""
    form = EigenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            if probeer(form, lambda: _antwoord(bezoek, form)):
                return redirect(f"{request.path}klaar/")
        except LinkDood:  # sent twice at once, or it ended meanwhile: its door knows which
            return redirect(request.path)
        except DaadNietToegestaan as fout:
            form.add_error(None, ValidationError(str(fout)))
    context = {"blad": ouderblad(bezoek), "form": form, "bezoek": bezoek}
    return render(request, "ondersteuning/opp/ouder.html", context, status=422 if form.errors else 200)


def _antwoord(bezoek: Linkbezoek, form: EigenForm) -> Any:
    wat = {"gelezen": form.gelezen(), "gegevens": form.gegevens(bezoek.dag)}
    return antwoord_via_link(bezoek=bezoek, op=timezone.now(), **wat)


@linkpagina(Linksoort.INSTEMMING, OPEN)
@require_GET
def document(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """The stored version as a file."""
    inhoud = document_van(bezoek)
    if inhoud is None:
        raise Http404("document")
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord.headers["Content-Disposition"] = 'attachment; filename="ontwikkelingsperspectief.pdf"'
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord


@linkpagina(Linksoort.INSTEMMING, OPEN, klaar=True)
@require_GET
def klaar(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """The receipt of what he answered, for as long as his visit lasts."""
    context = {"antwoord": eigen_antwoord(bezoek), "bezoek": bezoek}
    return render(request, "ondersteuning/opp/ouder_klaar.html", context)
