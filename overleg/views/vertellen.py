"""What a mentor is asked to tell pupil and parents: the list, and one of them."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from ondersteuning.views.trajectvorm import naar_nieuwste, verstuur, verzonden
from overleg.access_vertellen import (
    KLAAR,
    MIJN,
    TE_LAAT,
    afspraken_om_te_vertellen,
    get_vertellen,
    lijst_van,
    ziet_te_laat,
)
from overleg.forms.sluiten import VertelForm
from overleg.models import Terugvertellen
from overleg.services.vertellen import vertellen_noteren
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega noteerde hier net iets. Kijk wat er nu staat; wat jij typte staat er nog."


@vereist(Recht.OVERLEG)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """One's own that are open, those of others that are late (for a coordinator), or what was told."""
    laat = ziet_te_laat(request.werkplek)
    mogelijk = (MIJN, TE_LAAT, KLAAR) if laat else (MIJN, KLAAR)
    toon = request.GET.get("toon", MIJN)
    toon = toon if toon in mogelijk else MIJN
    pagina = lijst_van(request.werkplek, toon, request.GET.get("p"))
    context = {"pagina": pagina, "toon": toon, "ziet_te_laat": laat}
    return render(request, "overleg/vertellen_lijst.html", context)


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def een(request: ZorgRequest, pk: int) -> HttpResponse:
    """What was agreed about one pupil, and on which day he and his parents heard it."""
    rij = get_vertellen(request.werkplek, pk)
    form = VertelForm(verzonden(request), initial=VertelForm.begin_van(rij))
    uit = verstuur(request, form, lambda: _noteer(request, pk, form), VEROUDERD)
    if uit.waarde:
        gedaan(
            request,
            "Genoteerd."
            if uit.waarde.klaar_op
            else "Genoteerd. Je bent klaar als de leerling en de ouders het weten.",
        )
        return redirect("overleg:terugvertellen")
    if uit.status == 409:
        rij = get_vertellen(request.werkplek, pk)
        naar_nieuwste(form, rij.versie)
    context = {
        "rij": rij,
        "form": form,
        "verouderd": uit.status == 409,
        "afspraken": afspraken_om_te_vertellen(rij),
    }
    return render(request, "overleg/vertellen.html", context, status=uit.status)


def _noteer(request: ZorgRequest, pk: int, form: VertelForm) -> Terugvertellen:
    return vertellen_noteren(
        door=request.werkplek,
        pk=pk,
        versie=form.cleaned_data["versie"],
        verteld=form.verteld(),
        op=timezone.now(),
    )
