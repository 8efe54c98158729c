"""The page of each person who is asked: read the OPP, write, agree or not, and a receipt. Behind a personal link."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from ondersteuning.access_opp_bewijs import antwoord_van, bewijs_van_bezoek, bewijstaak_van, er_is
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.access_opp_ouder import document_van, ouderblad
from ondersteuning.access_opp_pdf import lees_heel
from ondersteuning.forms.opp_instemming import EigenForm, ReactieForm
from ondersteuning.models import Linksoort
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.services.opp_antwoord import antwoord_via_link
from ondersteuning.services.opp_bewijs import bewijs_vragen
from ondersteuning.services.opp_link import LinkDood, download_vastleggen
from ondersteuning.services.opp_reactie import reactie_via_link
from ondersteuning.views.opp_linkdeur import adres, linkpagina
from zorgapp.accounts.forms.basis import probeer

OPEN = "who is asked to agree has no account; his signed link and its code say who he is"


@linkpagina(Linksoort.INSTEMMING, OPEN)
@sensitive_post_parameters("reden", "opmerking")
@require_http_methods(["GET", "POST"])
def lees(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """Read and answer; the answer uses the link up."""
    form = EigenForm(request.POST if request.method == "POST" else None)
    try:
        if form.is_valid() and _probeer(form, lambda: _antwoord(bezoek, form)):
            return redirect(f"{request.path}klaar/")
    except LinkDood:  # sent twice at once, or it ended meanwhile: its door knows which
        return redirect(request.path)
    return _toon(request, bezoek, form)


def _toon(request: HttpRequest, bezoek: Linkbezoek, form: Any, **extra: Any) -> HttpResponse:
    """The page, with what was typed so far."""
    context = {"blad": ouderblad(bezoek), "form": form, "bezoek": bezoek, "lees_url": _adres(request, "lees")}
    context |= {"reactie_url": _adres(request, "reactie"), **extra}
    return render(request, "ondersteuning/opp/ouder.html", context, status=422 if form.errors else 200)


def _adres(request: HttpRequest, wat: str) -> str:
    """Another page behind the same link."""
    assert request.resolver_match is not None
    return adres(f"opp_link_{wat}", request.resolver_match.kwargs["token"])


def _probeer(form: Any, doe: Any) -> bool:
    """Run a service; what it refuses becomes an error of the form."""
    try:
        return bool(probeer(form, doe))
    except DaadNietToegestaan as fout:
        form.add_error(None, ValidationError(str(fout)))
        return False


def _antwoord(bezoek: Linkbezoek, form: Any) -> Any:
    wat = {"gelezen": form.gelezen(), "gegevens": form.gegevens(bezoek.dag)}
    return antwoord_via_link(bezoek=bezoek, op=timezone.now(), **wat)


@linkpagina(Linksoort.INSTEMMING, OPEN)
@sensitive_post_parameters("reden", "opmerking")
@require_http_methods(["GET", "POST"])
def reactie(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """Keep a question or remark; the page comes back with what he chose so far, and the link still works."""
    if request.method != "POST":
        return redirect(_adres(request, "lees"))
    form = ReactieForm(request.POST)
    try:
        if form.is_valid() and _probeer(form, lambda: _reageer(bezoek, form)):
            return _toon(request, bezoek, EigenForm(initial=form.rest()), verstuurd=True)
    except LinkDood:
        return redirect(_adres(request, "lees"))
    return _toon(request, bezoek, form)


def _reageer(bezoek: Linkbezoek, form: ReactieForm) -> Any:
    data = form.cleaned_data
    wat = {"gelezen": form.gelezen(), "sleutel": data["sleutel"], "tekst": data["opmerking"]}
    return reactie_via_link(bezoek=bezoek, op=timezone.now(), **wat)


@linkpagina(Linksoort.INSTEMMING, OPEN)
@require_GET
def document(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """The stored version as a file."""
    inhoud = document_van(bezoek)
    if inhoud is None:
        raise Http404("document")
    download_vastleggen(bezoek)
    return _bestand(inhoud, "ontwikkelingsperspectief.pdf")


def _bestand(inhoud: bytes, naam: str) -> HttpResponse:
    """A file that a browser only keeps."""
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord.headers["Content-Disposition"] = f'attachment; filename="{naam}"'
    antwoord.headers["X-Content-Type-Options"] = "nosniff"
    return antwoord


@linkpagina(Linksoort.INSTEMMING, OPEN, klaar=True)
@require_GET
def klaar(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """What he answered, and his receipt, for as long as his visit lasts."""
    context = {"bezoek": bezoek, **_bewijs(request, bezoek)}
    return render(request, "ondersteuning/opp/ouder_klaar.html", context)


def _bewijs(request: HttpRequest, bezoek: Linkbezoek) -> dict[str, Any]:
    """What he answered, and how far the receipt is."""
    antwoord = antwoord_van(bezoek)
    taak = bewijstaak_van(antwoord) if antwoord else None
    adressen = {f"{wat}_url": _adres(request, wat) for wat in ("bewijs", "bewijs_pdf", "lees_klaar")}
    return {"antwoord": antwoord, "taak": taak, "er_is": er_is(taak, timezone.now()), **adressen}


@linkpagina(Linksoort.INSTEMMING, OPEN, klaar=True)
@require_http_methods(["GET", "POST"])
def bewijs(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """How far the receipt is, as a part of the page; POST has it made once more when that failed."""
    antwoord = antwoord_van(bezoek)
    if request.method == "POST" and antwoord is not None:
        bewijs_vragen(link=bezoek.link, antwoord=antwoord, dag=bezoek.dag)
    if request.method == "POST" or not request.headers.get("HX-Request"):
        return redirect(_adres(request, "lees_klaar"))
    context = {"bezoek": bezoek, **_bewijs(request, bezoek)}
    return render(request, "ondersteuning/opp/_ouder_bewijs.html", context)


@linkpagina(Linksoort.INSTEMMING, OPEN, klaar=True)
@require_GET
def bewijs_pdf(request: HttpRequest, bezoek: Linkbezoek) -> HttpResponse:
    """The receipt as a file."""
    bestand = bewijs_van_bezoek(bezoek, timezone.now())
    inhoud = lees_heel(bestand) if bestand else None
    if inhoud is None:
        raise Http404("bewijs")
    download_vastleggen(bezoek)
    return _bestand(inhoud, "ontvangstbewijs.pdf")
