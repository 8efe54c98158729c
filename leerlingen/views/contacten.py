"""The people around a pupil: per household, with gezag in sight; the coordinator changes them."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access import contacten_van
from leerlingen.access_contacten import (
    afwijkingen,
    beeindigde_contacten,
    geschiedenis_van,
    per_huishouden,
    toestemmingen_met,
)
from leerlingen.access_toestemming import get_contact, get_dossier, mag_beheren
from leerlingen.forms.contacten import ContactForm
from leerlingen.services.contacten import (
    contact_beeindigen,
    contact_overnemen,
    contact_terugzetten,
    contact_toevoegen,
    contact_wijzigen,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Een collega paste dit net aan. Hieronder staat wat er nu is; in de velden staat wat jij invulde."


def _invoer(request: ZorgRequest) -> QueryDict | None:
    """What was sent; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


def _versie(request: ZorgRequest) -> int:
    """The version that was on the page; 0 for anything else, which no row has."""
    return gelezen_versie(request.POST.get("versie"))


@vereist(Recht.CONTACTEN)
@require_GET
def contacten(request: ZorgRequest, pk: int) -> HttpResponse:
    """The contacts of one pupil, each household apart."""
    leerling, grond = get_dossier(request.werkplek, pk)
    context = {
        "leerling": leerling,
        "grond": grond,
        "huishoudens": per_huishouden(contacten_van(request.werkplek, leerling, grond)),
        "mag_beheren": mag_beheren(grond),
        "beeindigd": beeindigde_contacten(leerling, grond),
    }
    return render(request, "leerlingen/contacten/lijst.html", context)


@vereist(Recht.TOESTEMMING)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Somebody whom the administration does not have."""
    leerling, _ = get_dossier(request.werkplek, pk, schrijven=True)
    form = ContactForm(_invoer(request), initial={"gezag": "onbekend", "relatie": "ouder"})
    if form.is_valid():
        gegevens = form.als_gegevens()
        rij = probeer(
            form, lambda: contact_toevoegen(door=request.werkplek, leerling_id=pk, gegevens=gegevens)
        )
        if rij is not None:
            gedaan(request, "Contact toegevoegd.")
            return redirect("leerlingen:contacten", pk)
    context = {"form": form, "leerling": leerling}
    return render(request, "leerlingen/contacten/een.html", context, status=422 if form.errors else 200)


@vereist(Recht.TOESTEMMING)
@require_http_methods(["GET", "POST"])
def contact(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change one contact; a stale form keeps what was typed and shows what is there now."""
    rij, leerling, _ = get_contact(request.werkplek, pk)
    form = ContactForm(_invoer(request), contact=rij)
    melding = ""
    if form.is_valid():
        versie, gegevens = form.cleaned_data["versie"] or 0, form.als_gegevens()
        try:
            if probeer(
                form,
                lambda: contact_wijzigen(door=request.werkplek, pk=pk, versie=versie, gegevens=gegevens),
            ):
                gedaan(request, "Bewaard.")
                return redirect("leerlingen:contacten", leerling.pk)
        except Verouderd:
            melding = VEROUDERD
            form.data = {**request.POST.dict(), "versie": str(rij.versie)}  # sending it again is a choice
    status = 409 if melding else 422 if form.errors else 200
    context = {"form": form, "leerling": leerling, "contact": rij, "verouderd": melding}
    context |= {"geschiedenis": geschiedenis_van(rij), "afwijkingen": afwijkingen(rij)}
    context["toestemmingen"] = toestemmingen_met(rij)
    return render(request, "leerlingen/contacten/een.html", context, status=status)


@vereist(Recht.TOESTEMMING)
@require_POST
def overnemen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take over what the administration says."""
    try:
        contact_overnemen(door=request.werkplek, pk=pk, versie=_versie(request))
        gedaan(request, "Overgenomen uit de administratie.")
    except Verouderd:
        gedaan(request, "Een collega paste dit net aan. Kijk eerst wat er nu staat.")
    return redirect("leerlingen:contact", pk)


@vereist(Recht.TOESTEMMING)
@require_POST
def beeindigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """No contact any more: added by mistake, or not in this pupil's life."""
    try:
        rij = contact_beeindigen(door=request.werkplek, pk=pk, versie=_versie(request))
    except Verouderd:
        gedaan(request, "Een collega paste dit net aan. Kijk eerst wat er nu staat.")
        return redirect("leerlingen:contact", pk)
    terug = reverse("leerlingen:contact_terugzetten", args=[pk])
    blijft = " Toestemmingen blijven hem noemen." if toestemmingen_met(rij) else ""
    gedaan(request, f"Dit contact is niet meer in gebruik.{blijft}", herstel=terug)
    return redirect("leerlingen:contacten", rij.leerling_id)


@vereist(Recht.TOESTEMMING)
@require_POST
def terugzetten(request: ZorgRequest, pk: int) -> HttpResponse:
    """A contact again."""
    rij = contact_terugzetten(door=request.werkplek, pk=pk)
    gedaan(request, "Dit contact is weer in gebruik.")
    return redirect("leerlingen:contacten", rij.leerling_id)
