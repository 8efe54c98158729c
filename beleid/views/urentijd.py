"""How one's own year divides over managen, coachen, innoveren and beheren, and the taps that correct this week."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from beleid.access_urentijd import eigen_correcties, eigen_verdeling, maandag
from beleid.forms.urentijd import WeekForm
from beleid.inzet import Taakrol
from beleid.services.urentijd import week_corrigeren
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def tijd(request: ZorgRequest) -> HttpResponse:
    """The picture of one's own year; one's own week only as a form."""
    werkplek, jaar = request.werkplek, Schooljaar.van(request.werkplek.dag)
    week = maandag(werkplek.dag)
    al = eigen_correcties(werkplek, week)
    form = WeekForm(verzonden(request), initial={rol.value: al.get(rol, 0) for rol in Taakrol})

    def bewaar() -> bool:
        week_corrigeren(door=werkplek, verschuivingen=form.verschuivingen())
        return True

    uit = verstuur(request, form, bewaar, VEROUDERD)
    if uit.waarde is None:
        delen = [(rol.label, deel) for rol, deel in eigen_verdeling(werkplek, jaar).items()]
        context = {"jaar": jaar, "delen": delen, "form": form, "week": week}
        return render(request, "beleid/uren_tijd.html", context, status=uit.status)
    gedaan(request, "Deze week telt zo mee in je jaar.")
    return redirect("beleid:uren_tijd")
