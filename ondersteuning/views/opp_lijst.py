"""The lists of OPPs: who must have one, what runs, what is to be looked back on, what is not in the ROD."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode
from django.views.decorators.http import require_GET

from ondersteuning.access_opp_lijst import HAAST, LIJSTEN, lijsten_voor, oppblad
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.schooljaar import Schooljaar

KLAS_MAX = 40


@vereist(Recht.OPP_WERKEN)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """One page of one list; `lijst` and `klas` stand in the address."""
    werkplek = request.werkplek
    klas = request.GET.get("klas", "").replace("\x00", "").strip()[:KLAS_MAX]
    blad = oppblad(werkplek, request.GET.get("lijst", ""), klas, request.GET.get("p"))
    aantal = blad.aantal
    context = {
        "blad": blad,
        "pagina": blad.pagina,
        "klas": klas,
        "chips": [(naam, label, aantal.get(naam)) for naam, label in lijsten_voor(werkplek).items()],
        "naam_lijst": LIJSTEN[blad.lijst],
        "nodig": blad.lijst in HAAST,
        "beheren": werkplek.mag(Recht.OPP_BEHEREN),
        "jaareind": Schooljaar.van(werkplek.dag).eind,
        "adres": urlencode({"lijst": blad.lijst, "klas": klas}) + "&",
    }
    return render(request, "ondersteuning/opp/lijst.html", context)
