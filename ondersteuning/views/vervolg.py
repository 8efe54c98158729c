"""What decisions left open: the list, its owner and date, and its end."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.access import get_vervolg, vervolgen
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.triage import AfsluitForm, VervolgForm
from ondersteuning.services.vervolg import vervolg_afsluiten, vervolg_plannen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import PER_PAGINA_RUIM, bladzijde

VAN_WIE = {"mij": "Van mij", "alle": "Van iedereen"}
VEROUDERD = "Een collega paste dit net aan. Dit is de nieuwste stand; wat jij typte staat er nog."


@vereist(Recht.VERVOLG)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """Open follow-ups; `van=mij` keeps one's own, kept in the address."""
    werkplek = request.werkplek
    alle = werkplek.mag(Recht.TRIAGE)
    van = (
        request.GET.get("van") if request.GET.get("van") in VAN_WIE and alle else ("alle" if alle else "mij")
    )
    rijen = vervolgen(werkplek)
    if van == "mij":
        rijen = rijen.filter(eigenaar_id__in=werkplek.namens)
    context = {
        "pagina": bladzijde(rijen, request.GET.get("p"), PER_PAGINA_RUIM),
        "van": van,
        "keuzes": VAN_WIE.items() if alle else (),
    }
    return render(request, "ondersteuning/vervolg_lijst.html", context)


def _een(
    request: ZorgRequest, pk: int, status: int = 200, form: VervolgForm | None = None, **extra: Any
) -> HttpResponse:
    """Render one follow-up; `form` is a refused plan whose text must not be lost."""
    vervolg = get_vervolg(request.werkplek, pk)
    kring = eigenaar_kring(request.werkplek, vervolg.signaal.leerling_id, vervolg.eigenaar_id)
    nu = {"eigenaar": vervolg.eigenaar_id, "datum": vervolg.volgende_datum}
    form = form or VervolgForm(initial=nu, kring=kring, vandaag=request.werkplek.dag)
    form.eigenaar_uit(kring)
    context = {"vervolg": vervolg, "plan_form": form, **extra}
    return render(request, "ondersteuning/vervolg.html", context, status=status)


@vereist(Recht.VERVOLG)
@require_GET
def vervolg(request: ZorgRequest, pk: int) -> HttpResponse:
    """One follow-up with its two forms."""
    return _een(request, pk)


@vereist(Recht.VERVOLG)
@require_POST
def plan(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another owner or date."""
    werkplek = request.werkplek
    form = VervolgForm(request.POST, kring=eigenaar_kring(werkplek, None), vandaag=werkplek.dag)
    if not form.is_valid():
        return _een(request, pk, 422, form)
    data = form.cleaned_data
    wie, datum = data["eigenaar"], data["datum"]
    try:
        vervolg_plannen(
            door=werkplek, pk=pk, versie=data["versie"], eigenaar=wie, datum=datum, op=timezone.now()
        )
    except Verouderd:
        return _een(request, pk, 409, form, verouderd=VEROUDERD)
    gedaan(request, f"{wie.voornaam} is aan zet.")
    return redirect("ondersteuning:vervolg_lijst")


@vereist(Recht.VERVOLG)
@require_POST
def sluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """The end, with its result."""
    form = AfsluitForm(request.POST)
    if not form.is_valid():
        return _een(request, pk, 422, sluit_form=form)
    data = form.cleaned_data
    try:
        vervolg_afsluiten(
            door=request.werkplek,
            pk=pk,
            versie=data["versie"],
            resultaat=data["resultaat"],
            op=timezone.now(),
        )
    except Verouderd:
        return _een(request, pk, 409, sluit_form=form, verouderd=VEROUDERD)
    gedaan(request, "Afgesloten.")
    return redirect("ondersteuning:vervolg_lijst")
