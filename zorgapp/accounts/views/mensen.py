"""People of the school: the list, one person, inviting and one more role."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zorgapp.accounts import access
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.forms.mensen import RolForm, UitnodigForm
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.services.mensen import aanstelling_geven, collega_uitnodigen, opnieuw_uitnodigen
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.tweestaps import heeft_tweestaps
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import bladzijde

WANNEER = (("nu", "Nu en straks"), ("eerder", "Eerder"), ("alles", "Iedereen"))


@vereist(Recht.MENSEN)
@require_GET
def mensen(request: ZorgRequest) -> HttpResponse:
    """The list, by name, role and moment."""
    vraag, rol = request.GET.get("naam", "")[:80], request.GET.get("rol", "")
    wanneer = request.GET.get("wanneer", "nu")
    if wanneer not in dict(WANNEER):
        wanneer = "nu"
    gevonden = access.zoek_mensen(request.werkplek, vraag, rol, wanneer)
    gegevens = {
        "pagina": bladzijde(gevonden, request.GET.get("p")),
        "rollen": Rol.choices,
        "wanneer_keuzes": WANNEER,
        "vraag": vraag,
        "rol": rol,
        "wanneer": wanneer,
        "adres": urlencode({"naam": vraag, "rol": rol, "wanneer": wanneer}) + "&",
    }
    return render(request, "accounts/mensen.html", gegevens)


@vereist(Recht.MENSEN)
@require_GET
def mens(request: ZorgRequest, pk: int) -> HttpResponse:
    """One person: roles with their periods, the invitation, and where to go from here."""
    persoon = access.get_mens(request.werkplek, pk)
    rollen = access.aanstellingen_hier(request.werkplek, persoon)
    gegevens = {
        "mens": persoon,
        "aanstellingen": rollen,
        "werkt_hier": any(a.tot is None or a.tot >= request.werkplek.dag for a in rollen),
        "mail": access.laatste_mail(request.werkplek, persoon),
        "tweede_stap": heeft_tweestaps(persoon),
        "herstel": access.laatste_herstel(request.werkplek, persoon),
    }
    return render(request, "accounts/mens.html", gegevens)


@vereist(Recht.MENSEN)
@require_http_methods(["GET", "POST"])
def mens_nieuw(request: ZorgRequest) -> HttpResponse:
    """Invite somebody by mail."""
    form = UitnodigForm(request.POST or None, werkplek=request.werkplek)
    if form.is_valid():
        nieuw = probeer(
            form,
            lambda: collega_uitnodigen(door=request.werkplek, persoon=form.persoon(), rollen=form.rollen()),
        )
        if nieuw:
            gedaan(request, f"{nieuw.naam} staat in de lijst. De mail gaat nu naar {nieuw.email}.")
            return redirect("accounts:mens", nieuw.pk)
    return render(request, "accounts/mens_nieuw.html", {"form": form}, status=422 if form.errors else 200)


@vereist(Recht.MENSEN)
@require_POST
def mens_uitnodigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Send the invitation (or the welcome) again."""
    persoon = access.get_mens(request.werkplek, pk)
    try:
        opnieuw_uitnodigen(door=request.werkplek, user=persoon)
        gedaan(request, f"De mail gaat opnieuw naar {persoon.email}. Een eerdere link werkt niet meer.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("accounts:mens", persoon.pk)


@vereist(Recht.MENSEN)
@require_http_methods(["GET", "POST"])
def aanstelling_nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Give a colleague one more role."""
    persoon = access.get_mens(request.werkplek, pk)
    form = RolForm(request.POST or None, werkplek=request.werkplek)
    if form.is_valid():
        [rol] = form.rollen()
        nieuw = probeer(form, lambda: aanstelling_geven(door=request.werkplek, user=persoon, rol=rol))
        if nieuw:
            gedaan(request, f"{persoon.naam} is {nieuw.get_rol_display().lower()}.")
            return redirect("accounts:mens", persoon.pk)
    gegevens = {"form": form, "mens": persoon}
    return render(request, "accounts/aanstelling_nieuw.html", gegevens, status=422 if form.errors else 200)
