"""One's own meldingen and the moment of the daily mail; mails that did not go out, one's own and for the beheerder all."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.notifications import access, services
from zorgapp.notifications.forms import MailmomentForm
from zorgapp.notifications.inbox import markeer_gezien
from zorgapp.notifications.moment import klok

AL_GEDAAN = "Met deze mail is intussen al iets gedaan. Hier staat hoe het nu is."


@vereist(Recht.MELDINGEN)
@require_GET
def meldingen(request: ZorgRequest) -> HttpResponse:
    """What one was told and is not done; a worker looks again, and the page asks once more a moment later."""
    dagen = access.meldingen(request.werkplek)
    bijgewerkt = "bij" in request.GET
    if dagen and not bijgewerkt:
        services.vraag_nakijken(door=request.werkplek)
    gegevens = {
        "dagen": dagen,
        "nieuw": sum(regel.nieuw for dag in dagen for regel in dag.regels),
        "problemen": access.eigen_problemen(request.werkplek),
        "bijgewerkt": bijgewerkt,
        "nu": timezone.now().isoformat(),
    }
    return render(request, "notifications/meldingen.html", gegevens)


@vereist(Recht.MELDINGEN)
@require_POST
def gezien(request: ZorgRequest) -> HttpResponse:
    """Mark what stood on the page as seen; what came after it stays new."""
    try:
        tot = parse_datetime(request.POST.get("tot", ""))
    except ValueError:
        tot = None
    if tot is not None and timezone.is_aware(tot):
        markeer_gezien(door=request.werkplek, tot=tot, op=timezone.now())
    return redirect("notifications:meldingen")


@vereist(Recht.MELDINGEN)
@require_http_methods(["GET", "POST"])
def mailmoment(request: ZorgRequest) -> HttpResponse:
    """Choose when the daily mail comes."""
    school = access.mailmoment_school(request.werkplek)
    gekozen = access.mailmoment(request.werkplek.user)
    form = MailmomentForm(request.POST if request.method == "POST" else None, gekozen=gekozen, school=school)
    if form.is_valid():
        minuut = form.cleaned_data["minuut"]
        services.mailmoment_kiezen(door=request.werkplek, minuut=minuut)
        gedaan(request, f"Je dagelijkse mail komt om {klok(school if minuut is None else minuut)} uur.")
        return redirect("notifications:mailmoment")
    return render(
        request, "notifications/mailmoment.html", {"form": form}, status=422 if form.errors else 200
    )


@vereist(Recht.WACHTRIJ)
@require_GET
def wachtrij(request: ZorgRequest) -> HttpResponse:
    """List what was refused or is of unknown fate at this school."""
    pagina = access.problemen(request.werkplek, request.GET.get("p"))
    return render(request, "notifications/wachtrij.html", {"pagina": pagina, "problemen": pagina.rijen})


@vereist(Recht.WACHTRIJ)
@require_POST
def opnieuw(request: ZorgRequest, zending: UUID) -> HttpResponse:
    """Send one again, because the beheerder asks for it."""
    return _opnieuw(request, zending, "notifications:wachtrij")


@vereist(Recht.WACHTRIJ)
@require_POST
def vervalt(request: ZorgRequest, zending: UUID) -> HttpResponse:
    """Leave one unsent."""
    return _vervalt(request, zending, "notifications:wachtrij")


@vereist(Recht.MELDINGEN)
@require_POST
def eigen_opnieuw(request: ZorgRequest, zending: UUID) -> HttpResponse:
    """Send one's own mail again."""
    return _opnieuw(request, zending, "notifications:meldingen")


@vereist(Recht.MELDINGEN)
@require_POST
def eigen_vervalt(request: ZorgRequest, zending: UUID) -> HttpResponse:
    """Leave one's own mail unsent; what it was about stays on its list."""
    return _vervalt(request, zending, "notifications:meldingen")


def _opnieuw(request: ZorgRequest, zending: UUID, terug: str) -> HttpResponse:
    direct = services.verstuur_opnieuw(door=request.werkplek, zending=zending)
    if direct is None:
        opgelet(request, AL_GEDAAN)
    else:
        gedaan(request, "De mail gaat zo weg" if direct else "Dit gaat mee met de volgende dagelijkse mail")
    return redirect(terug)


def _vervalt(request: ZorgRequest, zending: UUID, terug: str) -> HttpResponse:
    if services.sluit_probleem(door=request.werkplek, zending=zending):
        gedaan(request, "Deze mail wordt niet meer verstuurd")
    else:
        opgelet(request, AL_GEDAAN)
    return redirect(terug)
