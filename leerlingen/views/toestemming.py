"""The consent register: of one pupil, of the school, asking, the form on paper and noting answers."""

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access_delen import ANONIEM, wettelijke_grond
from leerlingen.access_toestemming import (
    get_dossier,
    get_formulier,
    get_toestemming,
    mag_beheren,
    partners_om_te_vragen,
    partners_zonder_vraag,
    register_van,
    woont,
)
from leerlingen.access_toestemmingslijst import SOORTEN, toestemmingen_van_school
from leerlingen.forms.toestemming import AntwoordForm, VraagForm
from leerlingen.models import Delen
from leerlingen.services.toestemming import antwoord_vastleggen, toestemming_vragen
from leerlingen.toestemming import Gever, wie_geeft
from zorgapp.accounts.forms.basis import getypt, probeer
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.documenten import pdf_aanvragen

VEROUDERD = "Een collega legde net iets vast. Dit is de nieuwste stand; wat jij invulde staat er nog."

VOORBIJ = "Een collega legde net iets vast. Er is geen antwoord meer om vast te leggen."


def _invoer(request: ZorgRequest) -> QueryDict | None:
    """What was sent; None when the page is only opened."""
    return request.POST if request.method == "POST" else None


@vereist(Recht.TOESTEMMING)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """The register of the school; `soort` and `partner` stand in the address."""
    soort = request.GET.get("soort", "")
    soort = soort if soort in SOORTEN else "loopt"
    partners = list(partners_om_te_vragen(request.werkplek))
    partner = next((p for p in partners if str(p.pk) == request.GET.get("partner")), None)
    pagina = toestemmingen_van_school(
        request.werkplek, soort, partner.pk if partner else None, request.GET.get("p")
    )
    context = {
        "pagina": pagina,
        "soort": soort,
        "soorten": SOORTEN.items(),
        "partner": partner,
        "partners": partners,
        "adres": urlencode({"soort": soort, "partner": partner.pk if partner else ""}) + "&",
    }
    return render(request, "leerlingen/toestemming/lijst.html", context)


@vereist(Recht.CONTACTEN)
@require_GET
def van_leerling(request: ZorgRequest, pk: int) -> HttpResponse:
    """What was asked about one pupil and how it stands, and with whom no consent is needed."""
    leerling, grond = get_dossier(request.werkplek, pk)
    zonder = [
        (partner, wettelijke_grond(partner) if partner.delen == Delen.WETTELIJK else ANONIEM)
        for partner in partners_zonder_vraag(request.werkplek)
    ]
    context = {
        "leerling": leerling,
        "grond": grond,
        "register": register_van(leerling, request.werkplek.dag)[::-1],
        "zonder": zonder,
        "mag_beheren": mag_beheren(grond),
        "gever": wie_geeft(leerling.geboortedatum, request.werkplek.dag),
    }
    return render(request, "leerlingen/toestemming/leerling.html", context)


@vereist(Recht.TOESTEMMING)
@require_http_methods(["GET", "POST"])
def vragen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask for consent: the request is noted, then the form can be printed."""
    werkplek = request.werkplek
    leerling, _ = get_dossier(werkplek, pk, schrijven=True)
    form = VraagForm(_invoer(request), werkplek=werkplek, leerling=leerling)
    if form.is_valid():
        gegevens = form.als_gegevens()
        rij = probeer(form, lambda: toestemming_vragen(door=werkplek, leerling_id=pk, gegevens=gegevens))
        if rij is not None:
            gedaan(request, "Vastgelegd. Druk nu het formulier af.")
            return redirect("leerlingen:toestemming", rij.pk)
    context = {"form": form, "leerling": leerling, "zelf": form.gever == Gever.LEERLING}
    return render(request, "leerlingen/toestemming/vragen.html", context, status=422 if form.errors else 200)


def _een(
    request: ZorgRequest, pk: int, form: AntwoordForm | None, status: int, melding: str = ""
) -> HttpResponse:
    """Render one request with its answers; `form` is a refused answer whose text must not be lost."""
    register, leerling, grond = get_toestemming(request.werkplek, pk)
    form = form or AntwoordForm(register=register, dag=request.werkplek.dag)
    kwijt = getypt(form) if not form.kan else []
    if form.is_bound and not form.kan:
        status, melding = 409, VOORBIJ
    elif melding and request.FILES:
        melding += " Kies de scan opnieuw."
    if melding:  # both are shown: sending it again is a choice
        form.data = {**request.POST.dict(), "versie": str(register.toestemming.versie)}
    per_huis = {woont(a): a for a in register.personen}
    context = {
        "r": register,
        "leerling": leerling,
        "mag_beheren": mag_beheren(grond),
        "form": form,
        "formulieren": sorted(per_huis.items()),
        "verouderd": melding,
        "kwijt": kwijt,
    }
    return render(request, "leerlingen/toestemming/een.html", context, status=status)


@vereist(Recht.CONTACTEN)
@require_GET
def toestemming(request: ZorgRequest, pk: int) -> HttpResponse:
    """One request: what was asked, what everybody answered, and for the coordinator the form to note an answer."""
    return _een(request, pk, None, 200)


@vereist(Recht.TOESTEMMING)
@require_POST
def antwoord(request: ZorgRequest, pk: int) -> HttpResponse:
    """Note an answer, or a withdrawal."""
    werkplek = request.werkplek
    register, _, _ = get_toestemming(werkplek, pk, schrijven=True)
    form = AntwoordForm(request.POST, request.FILES, register=register, dag=werkplek.dag)
    if not form.is_valid():
        return _een(request, pk, form, 422)
    data, op = form.cleaned_data, timezone.now()
    wat = {"pk": pk, "versie": data["versie"], "sleutel": data["sleutel"], "gegevens": form.als_gegevens()}
    try:
        uitkomst = probeer(form, lambda: antwoord_vastleggen(door=werkplek, op=op, **wat))
    except Verouderd:
        return _een(request, pk, form, 409, VEROUDERD)
    if uitkomst is None:
        return _een(request, pk, form, 422)
    gedaan(request, "Antwoord vastgelegd.")
    return redirect("leerlingen:toestemming", pk)


@vereist(Recht.TOESTEMMING)
@require_POST
def formulier(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have the form made for the household of the person whose answer this is."""
    taak = pdf_aanvragen(door=request.werkplek, soort="toestemmingsformulier", object_id=pk)
    return redirect("werk:taak", taak.pk)


@vereist(Recht.TOESTEMMING)
@require_GET
def van_antwoord(request: ZorgRequest, pk: int) -> HttpResponse:
    """The way back from the form to the request it belongs to."""
    register, _, _ = get_formulier(request.werkplek, pk, Handeling.BEKEKEN)
    return redirect("leerlingen:toestemming", register.toestemming.pk)
