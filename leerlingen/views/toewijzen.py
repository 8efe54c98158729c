"""Pages of a beheerder about groups: who mentors and teaches, and classes in departments. No pupil is shown."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from leerlingen import toewijzing
from leerlingen.forms.toewijzen import KlassenForm, LesForm, MentorForm
from leerlingen.models import Lesopdracht, Mentorschap
from leerlingen.services.toewijzen import klassen_indelen, les_geven, mentor_maken, toewijzing_beeindigen
from zorgapp.accounts.access import get_mens
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.MENSEN)
@require_http_methods(["GET", "POST"])
def toewijzen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Classes and lessons of one colleague, with a form for each; `soort` says which was sent."""
    werkplek, mens = request.werkplek, get_mens(request.werkplek, pk)
    soort = request.POST.get("soort") if request.method == "POST" else ""
    mentor = MentorForm(request.POST if soort == "mentor" else None, werkplek=werkplek, prefix="m")
    les = LesForm(request.POST if soort == "les" else None, werkplek=werkplek, prefix="l")
    form, dienst = (mentor, mentor_maken) if soort == "mentor" else (les, les_geven)
    if form.is_valid() and probeer(form, lambda: dienst(door=werkplek, user=mens, **form.cleaned_data)):
        gedaan(request, f"Bewaard. {mens.naam} ziet deze leerlingen zo lang de periode duurt.")
        return redirect("leerlingen:toewijzen", mens.pk)
    gegevens = {
        "mens": mens,
        "mentor_form": mentor,
        "les_form": les,
        "mentorschappen": toewijzing.mentorschappen_van(werkplek, mens),
        "lessen": toewijzing.lesopdrachten_van(werkplek, mens),
    }
    return render(request, "leerlingen/toewijzen/mens.html", gegevens, status=422 if form.errors else 200)


def _stop(request: ZorgRequest, rij: Mentorschap | Lesopdracht) -> HttpResponse:
    """End with today as the last day; what starts today or later goes."""
    dag = request.werkplek.dag
    try:
        toewijzing_beeindigen(
            door=request.werkplek, rij=rij, tot=dag if rij.van < dag else dag - timedelta(1)
        )
        gedaan(request, f"Beëindigd voor {rij.user.naam}.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("leerlingen:toewijzen", rij.user_id)


@vereist(Recht.MENSEN)
@require_POST
def mentorschap_stop(request: ZorgRequest, pk: int) -> HttpResponse:
    """End a mentorship."""
    return _stop(request, toewijzing.get_toewijzing(request.werkplek, Mentorschap, pk))


@vereist(Recht.MENSEN)
@require_POST
def les_stop(request: ZorgRequest, pk: int) -> HttpResponse:
    """End a lesson."""
    return _stop(request, toewijzing.get_toewijzing(request.werkplek, Lesopdracht, pk))


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def klassen(request: ZorgRequest) -> HttpResponse:
    """The classes of this year: mentor and department. A teamleider sees the classes of his department."""
    rijen = toewijzing.klassen_dit_jaar(request.werkplek)
    form = KlassenForm(request.POST or None, werkplek=request.werkplek, rijen=rijen)
    if form.is_valid():
        aantal = klassen_indelen(door=request.werkplek, afdelingen=form.gekozen())
        gedaan(request, f"{aantal} klassen veranderd." if aantal != 1 else "1 klas veranderd.")
        return redirect("leerlingen:klassen")
    gegevens = {"form": form, "paren": form.paren(), "zonder": sum(not k.mentoren_nu for k in rijen)}
    return render(request, "leerlingen/toewijzen/klassen.html", gegevens, status=422 if form.errors else 200)
