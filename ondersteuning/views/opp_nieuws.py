"""What became known after an OPP was filled, per screen, and taking it over without writing anything over."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.access_opp_editor import Werk
from ondersteuning.forms.opp_editor import NeemForm
from ondersteuning.opp.velden import SCHERM, VELDEN
from ondersteuning.oppbronnen import nieuws as wat_is_nieuw
from ondersteuning.services.opp_editor import VraagtOpnieuw, nieuws_overnemen, vraagt_opnieuw
from ondersteuning.views.opp_vorm import EERST_KIJKEN, OPNIEUW, met_versie
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.OPP_WERKEN)
@require_GET
@met_versie
def nieuws(request: ZorgRequest, werk: Werk, scherm: str) -> HttpResponse:
    """What is new for the fields of one screen, as far as the writer may read it; asked by htmx or on its own page."""
    assert werk.versie is not None
    velden = [veld.naam for veld in SCHERM[scherm].velden if werk.opp.pro or not veld.pro]
    gevonden = wat_is_nieuw(request.werkplek, werk.opp.leerling, werk.versie, velden)
    deel = bool(request.headers.get("HX-Request"))
    context = {
        "opp": werk.opp,
        "versie": werk.versie,
        "scherm": SCHERM[scherm],
        "nieuws": [(nieuw, VELDEN[nieuw.veld]) for nieuw in gevonden],
        "opnieuw": scherm == "handelingsdeel" and vraagt_opnieuw(werk.versie),
        "fragment": deel,
    }
    return render(request, f"ondersteuning/opp/{'_nieuws' if deel else 'nieuws'}.html", context)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def neem(request: ZorgRequest, werk: Werk, scherm: str) -> HttpResponse:
    """Take over what is new for one field."""
    form = NeemForm(request.POST)
    try:
        if not form.is_valid():
            raise Verouderd
        data = form.cleaned_data
        nieuws_overnemen(
            door=request.werkplek,
            pk=werk.opp.pk,
            veld=data["veld"],
            nummer=data["nummer"],
            gewaarschuwd=data["gewaarschuwd"],
            op=timezone.now(),
        )
        gedaan(request, "Het staat erbij, onder wat er al stond.")
    except Verouderd:
        messages.error(request, EERST_KIJKEN)
    except VraagtOpnieuw:
        messages.error(request, OPNIEUW)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("ondersteuning:opp_scherm", werk.opp.pk, scherm)
