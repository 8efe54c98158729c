"""Consents of parents in a large demo school: asked, given, refused."""

from datetime import date

from leerlingen.models import (
    Contactpersoon,
    Delen,
    ExternePartner,
    Partnersoort,
    Toestemming,
    Toestemmingsantwoord,
    Wijze,
)
from leerlingen.models.leerling import Gezag
from leerlingen.toestemming import Antwoord, Gever, Regel
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.controle import maak_veel

TOESTEMMING = 0.12  # a pupil, before those of 15 and up are left out
JONGER_DAN = 15


def _partner(kring: Kring) -> ExternePartner:
    soort = Partnersoort.JEUGDHULP
    bestaand = ExternePartner.objects.filter(school=kring.school, soort=soort, delen=Delen.TOESTEMMING)
    partner: ExternePartner = bestaand.first() or ExternePartner.objects.create(
        school=kring.school, naam="jeugdhulp gemeente", soort=soort
    )
    return partner


def vul_toestemmingen(kring: Kring) -> None:
    """For pupils below 15, each answered by one parent or still waiting; needs the school's context."""
    rng, school, jaar = kring.rng, kring.school, kring.demo.jaar
    partner = _partner(kring)
    grens = date(kring.demo.op.year - JONGER_DAN, kring.demo.op.month, 1)
    jong = [wie for wie, _ in kring.deel(TOESTEMMING) if wie.geboortedatum and wie.geboortedatum > grens]
    met_gezag = Contactpersoon.objects.filter(leerling__in=jong, gezag=Gezag.JA).order_by("-pk")
    ouder = {contact.leerling_id: contact for contact in met_gezag}
    standen = (Antwoord.GEGEVEN, Antwoord.GEVRAAGD, Antwoord.GEWEIGERD)
    rijen = []
    for leerling in jong:
        if leerling.pk in ouder:
            dag = kring.dag(1, 50)
            rijen.append(
                Toestemming(
                    school=school,
                    leerling=leerling,
                    partner=partner,
                    doel="samen kijken welke hulp thuis en op school past",
                    gegevens=["naam", "hulpvraag"],
                    gever=Gever.OUDERS,
                    regel=Regel.IEDEREEN,
                    van=dag,
                    tot=jaar.eind,
                    eindigt_op=jaar.eind,
                    stand=rng.choices(standen, (75, 10, 15))[0],
                    gevraagd_op=dag,
                    gevraagd_door=kring.coordinator,
                )
            )
    antwoorden = []
    for rij in maak_veel(rijen, rng):
        wie = ouder[rij.leerling_id]
        for zegt in dict.fromkeys((Antwoord.GEVRAAGD, Antwoord(rij.stand))):
            antwoorden.append(
                Toestemmingsantwoord(
                    school=school,
                    toestemming=rij,
                    contact=wie,
                    naam=wie.naam,
                    relatie=wie.relatie,
                    gezag=wie.gezag,
                    huishouden=wie.huishouden,
                    antwoord=zegt,
                    gegeven_op=rij.gevraagd_op,
                    wijze="" if zegt == Antwoord.GEVRAAGD else Wijze.PAPIER,
                    door=kring.coordinator,
                    vastgelegd_op=kring.op(rij.gevraagd_op),
                )
            )
    maak_veel(antwoorden, rng)
