"""Free days: the list, one period, and the proposals to tick."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zorgapp.accounts import access
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.forms.school import VrijedagForm
from zorgapp.accounts.models import Vrijedag
from zorgapp.accounts.models.school import Terminologie
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.kalender import (
    voorstellen_overnemen,
    vrijedag_bewaren,
    vrijedag_verwijderen,
)
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.vakanties import REGIOS, voorstellen
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar


@vereist(Recht.INSTELLINGEN)
@require_GET
def vrije_dagen(request: ZorgRequest) -> HttpResponse:
    """The free days of this school year and later."""
    begin = Schooljaar.van(request.werkplek.dag).begin
    gegevens = {"rijen": access.vrije_dagen(request.werkplek, begin), "begin": begin}
    return render(request, "accounts/vrije_dagen.html", gegevens)


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def vrije_dag(request: ZorgRequest, pk: int = 0) -> HttpResponse:
    """Add (without a number) or change one period."""
    rij = access.get_vrijedag(request.werkplek, pk) if pk else Vrijedag()
    form = VrijedagForm(request.POST or None, instance=rij)
    if form.is_valid() and probeer(
        form, lambda: vrijedag_bewaren(door=request.werkplek, vrijedag=form.instance)
    ):
        gedaan(request, f"{form.instance.naam} staat in de lijst.")
        return redirect("accounts:vrije_dagen")
    gegevens = {"form": form, "rij": rij}
    return render(request, "accounts/vrije_dag.html", gegevens, status=422 if form.errors else 200)


@vereist(Recht.INSTELLINGEN)
@require_POST
def vrije_dag_weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take one period out of the list."""
    rij = access.get_vrijedag(request.werkplek, pk)
    vrijedag_verwijderen(door=request.werkplek, vrijedag=rij)
    gedaan(request, f"{rij.naam} is uit de lijst.")
    return redirect("accounts:vrije_dagen")


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def vrije_dagen_voorstel(request: ZorgRequest) -> HttpResponse:
    """Proposals of this and the next two school years; ticked ones go into the list, nothing is fixed."""
    werkplek, vragen = request.werkplek, request.POST if request.method == "POST" else request.GET
    vlaams = werkplek.school.terminologie == Terminologie.VL
    regio = vragen.get("regio") if vragen.get("regio") in dict(REGIOS) else "midden"
    eerste = Schooljaar.van(werkplek.dag)
    jaren = [Schooljaar(eerste.beginjaar + n) for n in range(3)]
    per_jaar = [(jaar, voorstellen(jaar, regio, vlaams)) for jaar in jaren]
    if request.method == "POST":
        gekozen = set(vragen.getlist("voorstel"))
        nieuw = [v for _, lijst in per_jaar for v in lijst if v.sleutel in gekozen]
        aantal = voorstellen_overnemen(door=werkplek, voorstellen=nieuw)
        gedaan(request, f"{aantal} vrije perioden erbij." if aantal else "Er is niets bijgekomen.")
        return redirect("accounts:vrije_dagen")
    al = {f"{van}_{tot}" for van, tot in access.vrije_dagen(werkplek, eerste.begin).values_list("van", "tot")}
    gegevens = {"per_jaar": per_jaar, "regio": regio, "regios": REGIOS, "vlaams": vlaams, "al": al}
    return render(request, "accounts/vrije_dagen_voorstel.html", gegevens)
