"""Groups: making one, its page, scores before and after, sessions with attendance, and closing it."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_groep import (
    aanwezigheid_van,
    deelnemers,
    get_groep,
    get_sessie,
    sessies_van_groep,
)
from ondersteuning.access_traject import get_traject_om_te_sturen, vervolgen_voor_traject
from ondersteuning.forms.groep import GroepForm, GroepSluitForm, MetingForm
from ondersteuning.forms.sessie import SessieForm, SessieVerslagForm
from ondersteuning.forms.traject import LeerlingForm
from ondersteuning.groepsbeeld import meetbeeld
from ondersteuning.models import Aanwezig, Sessie, Traject
from ondersteuning.services.groepen import (
    groep_afsluiten,
    groep_heropenen,
    groep_maken,
    groep_wijzigen,
    meting_vastleggen,
)
from ondersteuning.services.sessies import sessie_vastleggen, sessies_plannen
from ondersteuning.trajectstart import voorstel
from ondersteuning.views.trajectvorm import draai_terug, toon_groepsvorm, verstuur, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD_SESSIE = "Een collega paste deze sessie net aan. Kijk wat er nu staat; wat jij typte staat er nog."
VEROUDERD = "Een collega paste deze groep net aan. Kijk wat er nu staat; wat jij typte staat er nog."


@vereist(Recht.TRAJECT_STARTEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """A new group, without participants yet."""
    begin = voorstel(request.werkplek) | {"begeleider": request.werkplek.user.pk, "lijn": 2}
    form = GroepForm(verzonden(request), werkplek=request.werkplek, initial=begin)
    uit = verstuur(
        request, form, lambda: groep_maken(door=request.werkplek, gegevens=form.gegevens()), VEROUDERD
    )
    if uit.waarde:
        gedaan(request, "De groep staat klaar. Kies nu wie er meedoen.")
        return redirect("ondersteuning:groep", uit.waarde.pk)
    return toon_groepsvorm(request, form, None, "Nieuwe groep", uit.status)


@vereist(Recht.TRAJECT)
@require_GET
def groep(request: ZorgRequest, pk: int) -> HttpResponse:
    """Participants, sessions and scores of one group."""
    werkplek = request.werkplek
    rij = get_groep(werkplek, pk)
    mee = deelnemers(werkplek, rij)
    wachten = [v for v in vervolgen_voor_traject(werkplek) if v.signaal.domein == rij.domein]
    context = {
        "groep": rij,
        "deelnemers": mee,
        "bezet": sum(t.status == "loopt" for t in mee),
        "sessies": sessies_van_groep(rij),
        "beeld": meetbeeld(rij, mee),
        "vervolgen": wachten,
        "leerling_form": LeerlingForm(werkplek=werkplek),
    }
    return render(request, "ondersteuning/groep/groep.html", context)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def wijzig(request: ZorgRequest, pk: int) -> HttpResponse:
    """Its name, dates, places and scale."""
    rij = get_groep(request.werkplek, pk)
    form = GroepForm(verzonden(request), werkplek=request.werkplek, groep=rij)
    uit = verstuur(
        request,
        form,
        lambda: groep_wijzigen(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"] or 0,
            gegevens=form.gegevens(),
        ),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Bewaard.")
        return redirect("ondersteuning:groep", pk)
    return toon_groepsvorm(request, form, rij, "Wijzig de groep", uit.status)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def meting(request: ZorgRequest, pk: int) -> HttpResponse:
    """Scores before and after, on one screen."""
    rij = get_groep(request.werkplek, pk)
    mee = deelnemers(request.werkplek, rij)
    form = MetingForm(verzonden(request), groep=rij, deelnemers=mee)
    uit = verstuur(
        request,
        form,
        lambda: meting_vastleggen(
            door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], scores=form.scores()
        ),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Bewaard.")
        return redirect("ondersteuning:groep", pk)
    context = {"form": form, "groep": rij}
    return render(request, "ondersteuning/groep/meting.html", context, status=uit.status)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def afsluiten(request: ZorgRequest, pk: int) -> HttpResponse:
    """Close the group, with an outcome for everybody."""
    rij = get_groep(request.werkplek, pk)
    form = GroepSluitForm(verzonden(request), groep=rij, deelnemers=deelnemers(request.werkplek, rij))
    uit = verstuur(
        request,
        form,
        lambda: groep_afsluiten(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"],
            aflopen=form.aflopen(),
            tekst=form.cleaned_data["tekst"],
            op=timezone.now(),
        ),
        VEROUDERD,
    )
    if uit.waarde:
        gedaan(request, "Afgesloten.", herstel=reverse("ondersteuning:groep_heropenen", args=[pk]))
        return redirect("ondersteuning:groep", pk)
    return toon_groepsvorm(request, form, rij, "Sluit de groep af", uit.status)


@vereist(Recht.TRAJECT)
@require_POST
def heropenen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: take the closing of the group back."""
    get_groep(request.werkplek, pk)
    draai_terug(
        request,
        lambda: groep_heropenen(door=request.werkplek, pk=pk, op=timezone.now()),
        "Deze groep loopt al weer.",
        "Teruggedraaid. De groep loopt weer.",
    )
    return redirect("ondersteuning:groep", pk)


def _plan(request: ZorgRequest, traject_id: int | None, groep_id: int | None) -> tuple[SessieForm, int]:
    """The form, and the status of the answer; 302: it was planned."""
    form = SessieForm(verzonden(request), initial={"dag": request.werkplek.dag})
    uit = verstuur(
        request,
        form,
        lambda: sessies_plannen(
            door=request.werkplek, gegevens=form.gegevens(), traject_id=traject_id, groep_id=groep_id
        ),
        VEROUDERD,
    )
    if not uit.waarde:
        return form, uit.status
    gedaan(request, f"{len(uit.waarde)} sessie{'s' if len(uit.waarde) > 1 else ''} gepland.")
    return form, 302


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def groepssessie(request: ZorgRequest, pk: int) -> HttpResponse:
    """Plan sessions of a group."""
    rij = get_groep(request.werkplek, pk)
    form, status = _plan(request, None, pk)
    if status == 302:
        return redirect("ondersteuning:groep", pk)
    return toon_groepsvorm(request, form, rij, "Plan een sessie", status)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def trajectsessie(request: ZorgRequest, pk: int) -> HttpResponse:
    """Plan sessions of a trajectory."""
    rij = get_traject_om_te_sturen(request.werkplek, pk)
    form, status = _plan(request, pk, None)
    if status == 302:
        return redirect("ondersteuning:traject", pk)
    context = {"form": form, "traject": rij, "kop": "Plan een sessie"}
    return render(request, "ondersteuning/traject/vorm.html", context, status=status)


def _staat(rij: Sessie, mee: Sequence[Traject]) -> list[str]:
    """What a colleague noted: what it was about, and of each participant whether he was there."""
    was = aanwezigheid_van(rij)
    wie = [f"{t.leerling.naam} {Aanwezig(was[t.pk]).label}" for t in mee if t.pk in was]
    return [
        zin for zin in (rij.onderwerp, rij.verslag, "Ging niet door" if rij.vervallen else "", *wie) if zin
    ]


def _na_sessie(request: ZorgRequest, rij: Sessie) -> HttpResponse:
    gedaan(request, "Bewaard.")
    naar = ("groep", rij.groep_id) if rij.groep_id else ("traject", rij.traject_id)
    return redirect(f"ondersteuning:{naar[0]}", naar[1])


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def sessie(request: ZorgRequest, pk: int) -> HttpResponse:
    """Who was there, with taps, and what was done."""
    rij = get_sessie(request.werkplek, pk)
    mee = deelnemers(request.werkplek, rij.groep) if rij.groep else [rij.traject]
    form = SessieVerslagForm(verzonden(request), sessie=rij, deelnemers=mee, was=aanwezigheid_van(rij))
    uit = verstuur(
        request,
        form,
        lambda: sessie_vastleggen(
            door=request.werkplek,
            pk=pk,
            versie=form.cleaned_data["versie"],
            verslag=form.verslagen(),
            aanwezig=form.aanwezig(),
        ),
        VEROUDERD_SESSIE,
    )
    if uit.waarde:
        return _na_sessie(request, rij)
    nu = _staat(rij, mee) if uit.status == 409 else []
    context = {"form": form, "sessie": rij, "versie": rij.versie, "nu": nu}
    return render(request, "ondersteuning/groep/sessie.html", context, status=uit.status)
