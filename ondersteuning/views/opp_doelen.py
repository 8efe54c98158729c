"""Goals in the handelingsdeel of an OPP, each on a page of its own; ordering and taking over with one tap."""

import uuid

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ondersteuning.access_opp_editor import Werk, oppdoel_nu
from ondersteuning.forms.opp_doelen import OppDoelForm, WegForm
from ondersteuning.forms.opp_editor import NeemForm
from ondersteuning.services.opp_doelen import (
    oppdoel_omhoog,
    oppdoel_overnemen,
    oppdoel_toevoegen,
    oppdoel_weghalen,
    oppdoel_wijzigen,
)
from ondersteuning.views.opp_vorm import (
    met_versie,
    met_versie_en_tekst,
    plek,
    schets_van,
    schetssleutel,
    stuur,
    terug,
    tik,
    toon,
    toon_weggehaald,
    van_schets,
    vorm_of_sturen,
)
from ondersteuning.views.oppschets import weg as schets_weg
from ondersteuning.views.trajectvorm import verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

SMART = "Klein, zichtbaar en met een einddatum. Zo zien jullie samen of het lukt."
DEEL, DOEL = "doelen", "doel"


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie_en_tekst(OppDoelForm)
def nieuw(request: ZorgRequest, werk: Werk) -> HttpResponse:
    """A goal more; `van` in the address is one that a colleague took out while somebody typed in it."""
    eigen = schets_van(request, werk, DOEL, "nieuw")
    form = OppDoelForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag)
    status, gelukt = stuur(
        form,
        lambda: oppdoel_toevoegen(
            door=request.werkplek,
            plek=plek(werk, form),
            stam=form.cleaned_data["stam"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        ),
    )
    if not gelukt:
        return toon(request, werk, form, "Doel erbij", status, eigen=eigen, inleiding=SMART)
    schets_weg(request.werkplek, eigen.sleutel, *van_schets(request, werk, DOEL))
    gedaan(request, "Het doel staat erbij.")
    return terug(werk, DEEL)


@vereist(Recht.OPP_WERKEN)
@vorm_of_sturen
@met_versie_en_tekst(OppDoelForm)
def doel(request: ZorgRequest, werk: Werk, stam: uuid.UUID) -> HttpResponse:
    """Change a goal."""
    assert werk.versie is not None
    rij, eigen = oppdoel_nu(werk.versie, stam), schets_van(request, werk, DOEL, stam)
    form = OppDoelForm(verzonden(request), oppversie=werk.versie, dag=request.werkplek.dag, doel=rij)
    if rij is None:
        return toon_weggehaald(request, werk, form, "Wijzig het doel", eigen, DOEL, stam)
    status, gelukt = stuur(
        form,
        lambda: oppdoel_wijzigen(
            door=request.werkplek,
            plek=plek(werk, form),
            stam=stam,
            versie=form.cleaned_data["versie"],
            gegevens=form.gegevens(),
            op=timezone.now(),
        ),
    )
    if gelukt:
        schets_weg(request.werkplek, eigen.sleutel)
        gedaan(request, "Bewaard.")
        return terug(werk, DEEL)
    weg = reverse("ondersteuning:opp_doel_weg", args=[werk.opp.pk, stam])
    extra = {"inleiding": SMART, "weg_url": weg, "weg_knop": "Haal dit doel weg", "eigen": eigen}
    return toon(request, werk, form, "Wijzig het doel", status, lambda w: oppdoel_nu(w.versie, stam), **extra)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def weg(request: ZorgRequest, werk: Werk, stam: uuid.UUID) -> HttpResponse:
    """Take a goal out of this version."""
    form = WegForm(request.POST)

    def doe() -> str:
        versie = form.cleaned_data["versie"] or 0
        oppdoel_weghalen(
            door=request.werkplek, plek=plek(werk, form), stam=stam, versie=versie, op=timezone.now()
        )
        schets_weg(request.werkplek, schetssleutel(werk, DOEL, stam))
        return "Het doel is weg uit deze versie."

    return tik(request, werk, DEEL, form, doe)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def omhoog(request: ZorgRequest, werk: Werk, stam: uuid.UUID) -> HttpResponse:
    """Move a goal up one place."""
    form = WegForm(request.POST)

    def doe() -> str:
        oppdoel_omhoog(door=request.werkplek, plek=plek(werk, form), stam=stam, op=timezone.now())
        return "Verplaatst."

    return tik(request, werk, DEEL, form, doe)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def neem(request: ZorgRequest, werk: Werk) -> HttpResponse:
    """Take a goal over from a running trajectory."""
    form = NeemForm(request.POST)

    def doe() -> str:
        doel_id = form.cleaned_data["doel"] or 0
        oppdoel_overnemen(door=request.werkplek, plek=plek(werk, form), doel_id=doel_id, op=timezone.now())
        return "Het doel staat erbij."

    return tik(request, werk, DEEL, form, doe)
