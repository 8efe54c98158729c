"""Writing protocols: beginning one, its title and day, its text and steps."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from beleid.access_protocol import get_protocol
from beleid.forms.protocol import ProtocolForm, VersieForm
from beleid.models import Protocol, Protocolversie
from beleid.protocolsoorten import Versiestatus
from beleid.services.protocol import protocol_beginnen, protocol_wijzigen, versie_schrijven
from beleid.views.protocol import VEROUDERD
from ondersteuning.views.trajectvorm import naar_nieuwste, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """A protocol that begins with the starter text of its kind."""
    form = ProtocolForm(verzonden(request), nieuw=True)

    def begin() -> Protocol:
        velden = {veld: form.cleaned_data[veld] for veld in ("soort", "titel", "nakijken_op")}
        return protocol_beginnen(door=request.werkplek, op=timezone.now(), **velden)

    uit = verstuur(request, form, begin, VEROUDERD)
    if uit.waarde is None:
        context = {"form": form, "kop": "Nieuw protocol"}
        return render(request, "beleid/protocol_vorm.html", context, status=uit.status)
    return redirect("beleid:protocol_schrijven", uit.waarde.pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another title, or another day to look whether it still holds."""
    rij, _ = get_protocol(request.werkplek, pk)
    begin = {veld: getattr(rij, veld) for veld in ("versie", "titel", "nakijken_op")}
    form = ProtocolForm(verzonden(request), nieuw=False, initial=begin)

    def wijzig() -> Protocol:
        velden = {veld: form.cleaned_data[veld] for veld in ("titel", "nakijken_op")}
        return protocol_wijzigen(
            door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"] or 0, **velden
        )

    uit = verstuur(request, form, wijzig, VEROUDERD)
    if uit.waarde is None:
        if uit.status == 409:
            naar_nieuwste(form, rij.versie)
        context = {"form": form, "kop": "Naam en nakijken", "protocol": rij, "verouderd": uit.status == 409}
        return render(request, "beleid/protocol_vorm.html", context, status=uit.status)
    gedaan(request, "Aangepast.")
    return redirect("beleid:protocol", pk)


def _concept(request: ZorgRequest, pk: int) -> tuple[Protocol, Protocolversie]:
    rij, versies = get_protocol(request.werkplek, pk)
    concept = next((v for v in versies if v.status == Versiestatus.CONCEPT), None)
    if concept is None:
        raise Http404("protocolversie")
    return rij, concept


def _bewaard(request: ZorgRequest, versie: Protocolversie) -> HttpResponse:
    """To what was just written, also when an older version holds; or on with more rows."""
    gedaan(request, "Bewaard.")
    if "meer" in request.POST:
        return redirect("beleid:protocol_schrijven", versie.protocol_id)
    return redirect(f"{reverse('beleid:protocol', args=[versie.protocol_id])}?versie={versie.nummer}")


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def schrijven(request: ZorgRequest, pk: int) -> HttpResponse:
    """The text and the steps of what is being written; what is typed is kept on the server meanwhile."""
    werkplek = request.werkplek
    rij, versie = _concept(request, pk)
    sleutel = f"protocol:{versie.pk}"
    concept = concept_lezen(werkplek, sleutel)
    getypt = {veld: concept.inhoud[veld] for veld in ("tekst", "wijziging") if veld in concept.inhoud}
    begin = {"versie": versie.versie, "tekst": versie.tekst, "wijziging": versie.wijziging} | getypt
    form = VersieForm(verzonden(request), stappen=versie.stappen, initial=begin)

    def schrijf() -> Protocolversie:
        velden = {veld: form.cleaned_data[veld] for veld in ("tekst", "wijziging")}
        nummer = form.cleaned_data["versie"] or 0
        return versie_schrijven(door=werkplek, pk=pk, versie=nummer, stappen=form.stappen, **velden)

    uit = verstuur(request, form, schrijf, VEROUDERD)
    if uit.waarde is not None:
        concept_weg(door=werkplek, sleutel=sleutel)
        return _bewaard(request, uit.waarde)
    if uit.status == 409:
        naar_nieuwste(form, versie.versie)
    context = {"form": form, "protocol": rij, "versie": versie, "verouderd": uit.status == 409}
    context["concept"] = concept_attrs(werkplek, sleutel, concept.versie)
    return render(request, "beleid/protocol_schrijven.html", context, status=uit.status)
