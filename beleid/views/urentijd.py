"""How one's own year divides over managen, coachen, innoveren and beheren, the taps that correct a week, and sharing it."""

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_urentijd import deelt, eigen_correcties, eigen_verdeling
from beleid.forms.urentijd import WeekForm
from beleid.inzet import Taakrol
from beleid.services.urentijd import tijd_delen, week_corrigeren
from beleid.urentijd import weken
from beleid.views.punt import VEROUDERD
from ondersteuning.views.trajectvorm import verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar

WEEKNAMEN = ("deze week", "vorige week", "twee weken terug")


def _gevraagde_week(request: ZorgRequest) -> date:
    """The Monday in the address, else that of this week; 404 for one that cannot be corrected (any more)."""
    kan = weken(request.werkplek.dag)
    gevraagd = request.GET.get("week", "")
    gevonden = next((week for week in kan if week.isoformat() == gevraagd), None)
    if gevonden is None and gevraagd:
        raise Http404("week")
    return gevonden or kan[0]


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def tijd(request: ZorgRequest) -> HttpResponse:
    """The picture of one's own year; one's own weeks only as a form."""
    werkplek, jaar, week = request.werkplek, Schooljaar.van(request.werkplek.dag), _gevraagde_week(request)
    al = eigen_correcties(werkplek, week)
    pad = f"{reverse('beleid:uren_tijd')}?week={week}"
    form = WeekForm(verzonden(request), pad=pad, initial={rol.value: al.get(rol, 0) for rol in Taakrol})

    def bewaar() -> bool:
        week_corrigeren(door=werkplek, week=week, verschuivingen=form.verschuivingen())
        return True

    uit = verstuur(request, form, bewaar, VEROUDERD)
    if uit.waarde is None:
        delen = [(rol.label, deel) for rol, deel in eigen_verdeling(werkplek, jaar).items()]
        kan = list(zip(weken(werkplek.dag), WEEKNAMEN, strict=True))
        context = {"jaar": jaar, "delen": delen, "form": form, "week": week, "weken": kan}
        context["naam"] = dict(kan)[week]
        context["deelt"] = deelt(werkplek, jaar)
        return render(request, "beleid/uren_tijd.html", context, status=uit.status)
    gedaan(request, "Zo telt deze week mee in je jaar.")
    return redirect(pad)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def delen(request: ZorgRequest) -> HttpResponse:
    """Share the picture of the year with the schoolleiding, or stop; one button does one of the two."""
    aan = request.POST.get("delen") == "ja"
    tijd_delen(door=request.werkplek, jaar=Schooljaar.van(request.werkplek.dag), delen=aan)
    zin = "De schoolleiding ziet nu de verdeling van je jaar." if aan else "Alleen jij ziet dit weer."
    gedaan(request, zin)
    return redirect("beleid:uren_tijd")
