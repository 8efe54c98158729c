"""What the stage of the role matrix has of HGW forms, hand-overs to the lesson and complaints."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from ondersteuning.access_hgw import inhoud_van
from ondersteuning.access_overdracht import lesgevers, ontvangers_van
from ondersteuning.models import Klacht
from ondersteuning.services import klacht as dienst
from ondersteuning.services.hgw import hgw_afronden, hgw_beginnen
from ondersteuning.services.lesoverdracht import Overdrachtgegevens, overdracht_geven
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_hgw(coordinator: Werkplek, mentor: Werkplek, leerling: Any, leider: User) -> dict[str, Any]:
    """Ids by the names of the matrix: a form that holds and a draft, a hand-over, an open and a closed complaint."""
    nu = timezone.now()
    hgw = hgw_beginnen(door=mentor, leerling_id=leerling.pk, op=nu)
    inhoud = inhoud_van(hgw) | {"behoefte_instructie": "kort is", "evaluatie_op": mentor.dag}
    vast = hgw_afronden(door=mentor, pk=hgw.pk, versie=1, basis=1, inhoud=inhoud, op=nu)
    concept = hgw_beginnen(door=mentor, leerling_id=leerling.pk, op=nu)
    gegevens = Overdrachtgegevens(
        van="Taleninstituut",
        onderwerp="Lezen",
        actie="Geef de lijst vooraf",
        advies="Een week van tevoren.",
        docenten=tuple(lesgevers(leerling.pk, mentor.dag)),
        eigenaar=coordinator.user,
        bericht_op=mentor.dag + timedelta(days=60),
    )
    overdracht = overdracht_geven(door=coordinator, leerling_id=leerling.pk, gegevens=gegevens, op=nu)
    open_, dicht = (_klacht(coordinator, leerling, leider, over) for over in ("Kaart", "Toets"))
    afspraak = dienst.afspraak_maken(
        door=coordinator, pk=open_.pk, tekst="Leg het uit.", eigenaar=mentor.user, datum=mentor.dag
    )
    dienst.klacht_sluiten(
        door=coordinator,
        pk=dicht.pk,
        versie=dicht.versie,
        ouders_gehoord="U hoort van ons.",
        ouders_op=coordinator.dag,
        op=nu,
    )
    return {
        "hgw": vast.pk,
        "hgwconcept": concept.pk,
        "lesoverdracht": overdracht.pk,
        "lesontvanger": ontvangers_van(overdracht.pk)[0].pk,
        "klacht": open_.pk,
        "klachtdicht": dicht.pk,
        "klachtafspraak": afspraak.pk,
    }


def _klacht(coordinator: Werkplek, leerling: Any, leider: User, onderwerp: str) -> Klacht:
    """One that was heard and agreed, with `leider` named in it."""
    nu = timezone.now()
    gegevens = dienst.Klachtgegevens(
        ontvangen_op=coordinator.dag,
        ontvangen_door=coordinator.user,
        hoe="mail",
        van_naam="mevrouw Bakker",
        onderwerp=onderwerp,
        inhoud="Het gaat niet goed.",
    )
    rij = dienst.klacht_vastleggen(door=coordinator, leerling_id=leerling.pk, gegevens=gegevens, op=nu)
    dienst.leider_noemen(door=coordinator, pk=rij.pk, versie=1, leider=leider, op=nu)
    dienst.partij_horen(
        door=coordinator, pk=rij.pk, wie="Docent", gehoord_op=coordinator.dag, gezegd="Ja.", op=nu
    )
    return dienst.uitkomst_vastleggen(door=coordinator, pk=rij.pk, versie=3, uitkomst="We doen het anders.")
