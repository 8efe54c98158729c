"""Finding a colleague while typing, for the forms that give work to somebody."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from zorgapp.accounts.collegas import ROLLEN_KIESBAAR, zoek_collegas
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.kiezen import GEVONDEN_MAX, VRAAG_MAX


@vereist(Recht.COLLEGA_KIEZEN)
@require_GET
def collega(request: ZorgRequest) -> HttpResponse:
    """Fragment: names and roles of colleagues at this school; `rol` narrows, `veld` is the name of the text field."""
    gevraagd = set(request.GET.get("rol", "").split(","))
    rollen = frozenset(rol for rol in Rol if rol.value in gevraagd) or ROLLEN_KIESBAAR
    vraag = request.GET.get(request.GET.get("veld", "q"), "").strip()[:VRAAG_MAX]
    gevonden = zoek_collegas(request.werkplek, vraag, rollen, GEVONDEN_MAX)
    return render(request, "accounts/_gevonden.html", {"gevonden": gevonden, "vraag": vraag})
