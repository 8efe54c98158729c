"""Pages of a beheerder about groups: who mentors and teaches, and classes in departments. No pupil is shown."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen import toewijzing
from leerlingen.forms.toewijzen import KlassenForm, LesForm, MentorForm
from leerlingen.groepkeuze import Groepbron
from leerlingen.models import Lesopdracht, Mentorschap
from leerlingen.services.toewijzen import klassen_indelen, les_geven, mentor_maken, toewijzing_beeindigen
from zorgapp.accounts.access import get_mens
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.kiezen import GEVONDEN_MAX, VRAAG_MAX
from zorgapp.kern.pagina import PER_PAGINA, Pagina, bladzijde
from zorgapp.kern.velden import gelezen_nummer


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


@vereist(Recht.MENSEN)
@require_GET
def groepen(request: ZorgRequest) -> HttpResponse:
    """Fragment: classes, and with `les` teaching groups, while typing a name."""
    vraag = request.GET.get(request.GET.get("veld", "q"), "").strip()[:VRAAG_MAX]
    bron = Groepbron(request.werkplek, ook_lesgroepen="les" in request.GET)
    gevonden = bron.zoek(vraag, GEVONDEN_MAX)
    return render(request, "accounts/_gevonden.html", {"gevonden": gevonden, "vraag": vraag})


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def klassen(request: ZorgRequest) -> HttpResponse:
    """The classes of this year, a page at a time: mentor and department. A teamleider sees those of his department."""
    naam, leerjaar = request.GET.get("naam", "")[:40], request.GET.get("leerjaar", "")
    zonder = "zonder" in request.GET
    gevonden = toewijzing.klassen_dit_jaar(request.werkplek, naam, leerjaar, zonder)
    pagina = bladzijde(gevonden, request.GET.get("p"))
    adres = urlencode({"naam": naam, "leerjaar": leerjaar} | ({"zonder": "1"} if zonder else {})) + "&"
    form = _klassen_form(request, pagina)
    if form.is_valid():
        aantal = klassen_indelen(door=request.werkplek, afdelingen=form.gekozen())
        gedaan(request, f"{aantal} klassen veranderd." if aantal != 1 else "1 klas veranderd.")
        return redirect(f"{request.path}?{adres}p={pagina.nummer}")
    alle, zonder_mentor = toewijzing.aantal_zonder_mentor(request.werkplek)
    gegevens = {"form": form, "paren": form.paren(), "pagina": pagina, "adres": adres, "naam": naam}
    gegevens |= {"alle": alle, "aantal_zonder": zonder_mentor, "zonder": zonder, "leerjaar": leerjaar}
    gegevens["leerjaren"] = toewijzing.leerjaren(request.werkplek)
    return render(request, "leerlingen/toewijzen/klassen.html", gegevens, status=422 if form.errors else 200)


def _klassen_form(request: ZorgRequest, pagina: Pagina) -> KlassenForm:
    """The departments of the classes on this page, or of those that were sent: the page may show others by now."""
    if request.method != "POST":
        return KlassenForm(werkplek=request.werkplek, rijen=pagina.rijen)
    nummers = list(filter(None, (gelezen_nummer(veld.removeprefix("klas-")) for veld in request.POST)))
    rijen = list(toewijzing.klassen_met_nummer(request.werkplek, nummers[:PER_PAGINA]))
    return KlassenForm(request.POST, werkplek=request.werkplek, rijen=rijen)
