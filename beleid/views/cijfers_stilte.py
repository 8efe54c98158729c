"""The list of silence: about whom nobody wrote this school year."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from beleid.access_cijfers_stilte import aantal_stil
from beleid.access_cijfers_stilte import stilte as lees_stilte
from beleid.views.cijfers import cijfertabs
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.schooljaar import Schooljaar


@vereist(Recht.CIJFERS_NAMEN)
@require_GET
def stilte(request: ZorgRequest) -> HttpResponse:
    """A page of pupils, of one class when the address names one."""
    klas = request.GET.get("klas", "").replace("\x00", "")[:40]
    pagina = lees_stilte(request.werkplek, klas, request.GET.get("p"))
    context = {
        "pagina": pagina,
        "aantal": aantal_stil(request.werkplek, None if klas else pagina),
        "klas": klas,
        "adres": f"{urlencode({'klas': klas})}&" if klas else "",
        "begin": Schooljaar.van(request.werkplek.dag).begin,
        "tabs": cijfertabs(request.werkplek, "stilte"),
    }
    return render(request, "beleid/cijfers_stilte.html", context)
