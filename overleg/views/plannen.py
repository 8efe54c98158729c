"""One meeting: planning it, its page, moving it, calling it off, and who takes part."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access import get_leerling
from leerlingen.models import Leerling
from ondersteuning.forms.traject import LeerlingForm
from ondersteuning.views.trajectvorm import draai_terug, geweigerd, naar_nieuwste, verstuur, verzonden
from overleg.access import deelnemers_van, get_overleg, get_overleg_om
from overleg.access_agenda import agenda_van
from overleg.access_plannen import docenten_van_klas, dubbel_geboekt
from overleg.forms.plannen import AfzegForm, OverlegForm
from overleg.loop import Stap, mag_stap
from overleg.models import Overleg
from overleg.panelen import panelen_van
from overleg.services.live import overleg_beginnen
from overleg.services.overleg import Lid, eis_soort
from overleg.services.plannen import haal_eraf, herstel, plan_overleg, verzet_overleg, vraag_erbij, zeg_af
from overleg.soorten import SOORTEN, Overlegsoort, regels, te_plannen
from overleg.views.deelnemervorm import lege_vormen, verzonden_vorm
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.velden import gelezen_nummer

VEROUDERD = "Een collega paste dit overleg net aan. Kijk wat er nu staat; wat jij typte staat er nog."


def _soort(request: ZorgRequest) -> str | None:
    """The kind that is asked for, when it exists and one may plan it."""
    mogelijk = te_plannen(request.werkplek.rollen)
    gevraagd = request.GET.get("soort", Overlegsoort.MDO if "leerling" in request.GET else "")
    if not gevraagd and len(mogelijk) == 1:
        return mogelijk[0]
    if gevraagd:
        eis_soort(request.werkplek, gevraagd)
    return gevraagd or None


def _leerling(request: ZorgRequest, soort: str) -> Leerling | None:
    """The pupil an MDO is about, through his own door; None when none is chosen yet."""
    gevraagd = request.GET.get("leerling", "")
    if soort != Overlegsoort.MDO or not gevraagd:
        return None
    nummer = gelezen_nummer(gevraagd)
    if nummer is None:
        raise Http404("leerling")
    return get_leerling(request.werkplek, nummer)[0]


@vereist(Recht.OVERLEG_PLANNEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """First which kind, for an MDO which pupil, and then when, where and who leads."""
    werkplek, soort = request.werkplek, _soort(request)
    if soort is None:
        keuzes = [(s, SOORTEN[s]) for s in te_plannen(werkplek.rollen)]
        return render(request, "overleg/plannen_soort.html", {"keuzes": keuzes})
    leerling = _leerling(request, soort)
    if soort == Overlegsoort.MDO and leerling is None:
        return _kies_leerling(request)
    form = OverlegForm(verzonden(request), werkplek=werkplek, soort=soort, leerling=leerling)
    uit = verstuur(request, form, lambda: _plan(request, form, leerling), VEROUDERD)
    if uit.waarde:
        return _gepland(request, uit.waarde)
    return _toon_vorm(request, form, None, uit.status, leerling=leerling)


def _kies_leerling(request: ZorgRequest) -> HttpResponse:
    """An MDO is about one pupil: choose him first."""
    form = LeerlingForm(verzonden(request), werkplek=request.werkplek)
    if form.is_bound and form.is_valid():
        leerling = form.cleaned_data["leerling"]
        return redirect(f"{reverse('overleg:overleg_nieuw')}?soort=mdo&leerling={leerling.pk}")
    status = 422 if form.is_bound else 200
    return render(request, "overleg/plannen_leerling.html", {"form": form}, status=status)


def _plan(request: ZorgRequest, form: OverlegForm, leerling: Leerling | None) -> Overleg:
    """Plan it with who is asked from the start: the teachers of the class, when they were ticked."""
    data, werkplek = form.cleaned_data, request.werkplek
    klas = data.get("klas") if data.get("docenten") else None
    leden = [Lid(collega) for collega in docenten_van_klas(werkplek, klas)] if klas else []
    return plan_overleg(door=werkplek, plan=form.plan(), leden=leden, op=timezone.now(), leerling=leerling)


def _gepland(request: ZorgRequest, overleg: Overleg) -> HttpResponse:
    _waarschuw(request, overleg)
    gedaan(request, "Het overleg staat. Kijk hieronder wie er meedoet.")
    return redirect("overleg:overleg", overleg.pk)


def _waarschuw(request: ZorgRequest, overleg: Overleg) -> None:
    """Say that the chair leads two meetings at once; which the other is, is not for everybody."""
    if dubbel_geboekt(request.werkplek, overleg):
        opgelet(request, f"{overleg.voorzitter.naam} leidt op dat moment ook een ander overleg.")


def _toon_vorm(
    request: ZorgRequest, form: forms.Form, overleg: Overleg | None, status: int, **extra: Any
) -> HttpResponse:
    """The form; after "somebody was first" about the newest version, with what stands there now."""
    if status == 409 and overleg:
        naar_nieuwste(form, overleg.versie)
    context = {"form": form, "o": overleg, "verouderd": status == 409, **extra}
    if not overleg:
        context["soort"] = Overlegsoort(form.soort)  # type: ignore[attr-defined]
    return render(request, "overleg/plannen_vorm.html", context, status=status)


@vereist(Recht.OVERLEG)
@require_GET
def overleg(request: ZorgRequest, pk: int) -> HttpResponse:
    """When, where and who; the agenda as far as one may see it; what can be done now."""
    return _een(request, pk)


def _een(request: ZorgRequest, pk: int, status: int = 200, **formulieren: Any) -> HttpResponse:
    """Render one meeting; a refused form comes back under its own name, so that its text is not lost."""
    werkplek = request.werkplek
    rij, mag = get_overleg(werkplek, pk)
    mensen = deelnemers_van(rij.pk)
    context = {
        "o": rij,
        "mag": mag,
        "stappen": {stap.value for stap in Stap if mag_stap(rij.status, stap)},
        "eind": rij.begin + timedelta(minutes=rij.minuten),
        "deelnemers": mensen,
        "agenda": agenda_van(werkplek, rij),
        "panelen": panelen_van(werkplek, rij, mag),
        "regels": regels(rij.soort),
    }
    if mag.leiden and mag_stap(rij.status, Stap.WIJZIGEN):
        context |= lege_vormen(werkplek, rij.soort, [d.user_id for d in mensen])
    context["afzeg_form"] = AfzegForm(initial={"versie": rij.versie})
    return render(request, "overleg/plannen_overleg.html", context | formulieren, status=status)


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another time, place, length or chair."""
    werkplek = request.werkplek
    rij, _ = get_overleg_om(werkplek, pk, "leiden")
    form = OverlegForm(verzonden(request), werkplek=werkplek, soort=rij.soort, overleg=rij)
    uit = verstuur(
        request,
        form,
        lambda: verzet_overleg(
            door=werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"] or 0,
            plan=form.plan(),
            op=timezone.now(),
        ),
        VEROUDERD,
    )
    if not uit.waarde:
        return _toon_vorm(request, form, rij, uit.status)
    _waarschuw(request, uit.waarde)
    gedaan(request, "Bewaard. Wie meedoet, hoort het als dag, tijd of plek anders is.")
    return redirect("overleg:overleg", pk)


@vereist(Recht.OVERLEG)
@require_POST
def deelnemer(request: ZorgRequest, pk: int) -> HttpResponse:
    """Ask one more person: a colleague, or somebody from outside with his organisation."""
    werkplek = request.werkplek
    rij, _ = get_overleg_om(werkplek, pk, "leiden")
    behalve = [d.user_id for d in deelnemers_van(rij.pk)]
    naam, form = verzonden_vorm(request, rij.soort, behalve)
    uit = verstuur(
        request,
        form,
        lambda: vraag_erbij(door=werkplek, pk=pk, lid=form.lid(), op=timezone.now()),
        VEROUDERD,
    )
    if not uit.waarde:
        return _een(request, pk, uit.status, **{naam: form})
    gedaan(request, f"{uit.waarde.user.naam} doet mee en krijgt bericht.")
    return redirect("overleg:overleg", pk)


@vereist(Recht.OVERLEG)
@require_POST
def deelnemer_weg(request: ZorgRequest, pk: int, deelname: int) -> HttpResponse:
    """Take somebody off: from now on he sees nothing of it."""
    get_overleg_om(request.werkplek, pk, "leiden")
    draai_terug(
        request,
        lambda: haal_eraf(door=request.werkplek, pk=pk, deelname_id=deelname, op=timezone.now()),
        VEROUDERD,
        "Van de lijst gehaald. Hij of zij ziet niets meer van dit overleg.",
    )
    return redirect("overleg:overleg", pk)


@vereist(Recht.OVERLEG)
@require_POST
def afzeggen(request: ZorgRequest, pk: int) -> HttpResponse:
    """It does not go on, with the reason."""
    get_overleg_om(request.werkplek, pk, "leiden")
    form = AfzegForm(request.POST)
    uit = verstuur(
        request,
        form,
        lambda: zeg_af(door=request.werkplek, pk=pk, op=timezone.now(), **form.cleaned_data),
        VEROUDERD,
    )
    if not uit.waarde:
        return _een(request, pk, uit.status, afzeg_form=form)
    gedaan(
        request,
        "Afgezegd. Wie meedeed krijgt bericht.",
        herstel=reverse("overleg:overleg_herstellen", args=[pk]),
    )
    return redirect("overleg:overleg", pk)


@vereist(Recht.OVERLEG)
@require_POST
def herstellen(request: ZorgRequest, pk: int) -> HttpResponse:
    """It goes on after all."""
    rij, _ = get_overleg_om(request.werkplek, pk, "leiden")
    draai_terug(
        request,
        lambda: herstel(door=request.werkplek, pk=pk, versie=rij.versie, op=timezone.now()),
        VEROUDERD,
        "Het overleg gaat toch door. Wie meedoet krijgt bericht.",
    )
    return redirect("overleg:overleg", pk)


@vereist(Recht.OVERLEG)
@require_POST
def begin(request: ZorgRequest, pk: int) -> HttpResponse:
    """Begin the meeting; beginning it twice is beginning it once."""
    rij, _ = get_overleg_om(request.werkplek, pk, "leiden")
    if mag_stap(rij.status, Stap.NOTULEREN):
        return redirect("overleg:live", pk)
    uit = geweigerd(
        forms.Form(),
        lambda: overleg_beginnen(door=request.werkplek, pk=pk, versie=rij.versie, op=timezone.now()),
        VEROUDERD,
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return redirect("overleg:overleg", pk)
    terug = f"{reverse('overleg:live_terug', args=[pk])}?versie={uit.waarde.versie}"
    gedaan(request, "Het overleg is begonnen.", herstel=terug)
    return redirect("overleg:live", pk)
