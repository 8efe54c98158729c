"""The stage of the role matrix: one person per role and one of every object, in one school."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from leerlingen.models import Import, Niveau, Notitiesoort, Stuk, Stuksoort, Toestemmingsantwoord
from leerlingen.services.notities import Notitiegegevens, notitie_vastleggen
from leerlingen.services.prive import aantekening_bewaren, vertrouwensnotitie_bewaren
from leerlingen.tests.toestemminghulp import maak_contact, maak_toestemming
from ondersteuning.models import Conclusie, Doel, Triagebesluit, Vervolg
from ondersteuning.services.doelen import Doelgegevens
from ondersteuning.services.evaluaties import Besloten, Evaluatietekst, evaluatie_vastleggen
from ondersteuning.services.groepen import Groepgegevens, groep_maken
from ondersteuning.services.regie import regie_vragen
from ondersteuning.services.sessies import Sessiegegevens, sessies_plannen
from ondersteuning.services.signaal import Signaalgegevens, signaal_indienen
from ondersteuning.services.trajectstart import Trajectgegevens, traject_starten
from ondersteuning.services.triage import Besluitgegevens, besluit_nemen
from ondersteuning.workflow import Besluit
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Aanstelling, Afdeling, School, User, Vestiging, Vrijedag, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_les, maak_mentor, maak_user, stel_aan
from zorgapp.tests.toneel_aanbod import zet_aanbod
from zorgapp.tests.toneel_beleid import zet_beleid
from zorgapp.tests.toneel_hgw import zet_hgw
from zorgapp.tests.toneel_kaart import zet_kaart
from zorgapp.tests.toneel_lijsten import zet_lijst
from zorgapp.tests.toneel_opp import zet_opp
from zorgapp.tests.toneel_overleg import zet_overleg
from zorgapp.werk.models import Bestand

LETTERS = {
    "Z": Rol.ZORGCOORDINATOR,
    "M": Rol.MENTOR,
    "D": Rol.DOCENT,
    "T": Rol.TEAMLEIDER,
    "B": Rol.BEGELEIDER,
    "S": Rol.SCHOOLLEIDING,
    "A": Rol.BEHEERDER,
    "E": Rol.EXTERNE,
    "V": Rol.VERTROUWENSPERSOON,
}


@dataclass
class Toneel:
    """Users by column letter, and ids of objects by the names the matrix uses."""

    mensen: dict[str, User] = field(default_factory=dict)
    ids: dict[str, Any] = field(default_factory=dict)

    def args(self, namen: tuple[str, ...]) -> list[Any]:
        """Turn names into URL arguments; `=x` stands for itself."""
        return [naam[1:] if naam.startswith("=") else self.ids[naam] for naam in namen]


def _werkplek(user: User, school: School) -> Werkplek:
    werkplek = werkplek_maken(user, timezone.localdate(), school.pk)
    assert werkplek is not None
    return werkplek


def bouw_toneel(school: School, andere: School) -> Toneel:
    """Build it through the services where they exist; ends in the school's context."""
    toneel = Toneel()
    zet_context(school.pk)
    afdeling = Afdeling.objects.create(school=school, naam="Onderbouw")
    for letter, rol in LETTERS.items():
        toneel.mensen[letter] = maak_user(f"{rol.value}")
        stel_aan(toneel.mensen[letter], school, rol, afdeling=afdeling if letter == "T" else None)
    reserve = maak_user("reserve")
    stel_aan(reserve, school, Rol.BEHEERDER)
    toneel.mensen["ander"] = maak_user("omar")
    stel_aan(toneel.mensen["ander"], andere, Rol.ZORGCOORDINATOR)
    klas = maak_klas(school, afdeling=afdeling)
    leerling = maak_leerling(school, klas)
    mentorschap = maak_mentor(school, klas, toneel.mensen["M"])
    les = maak_les(school, toneel.mensen["D"], leerling)
    _signalen(toneel, school, leerling)
    _trajecten(toneel, school, leerling)
    _notities(toneel, school, leerling)
    _toestemming(toneel, school, leerling)
    _kaart(toneel, school, leerling)
    dag = timezone.localdate()
    waarneming = Waarneming.objects.create(
        school=school,
        afwezige=toneel.mensen["Z"],
        waarnemer=reserve,
        van=dag + timedelta(days=30),
        tot=dag + timedelta(days=40),
        door=toneel.mensen["A"],
    )
    toneel.ids |= {
        "school": school.pk,
        "leerling": leerling.pk,
        "mentor": toneel.mensen["M"].pk,
        "aanstelling": Aanstelling.objects.get(user=toneel.mensen["B"]).pk,
        "vrijedag": Vrijedag.objects.create(school=school, naam="Studiedag", van=dag, tot=dag).pk,
        "vestiging": Vestiging.objects.create(school=school, naam="Noord").pk,
        "afdeling": afdeling.pk,
        "afdeling2": Afdeling.objects.create(school=school, naam="Leeg").pk,
        "waarneming": waarneming.pk,
        "mentorschap": mentorschap.pk,
        "les": les.pk,
        "import": Import.objects.create(school=school, naam="leerlingen.csv", status="voorbeeld").pk,
    }
    return toneel


def _toestemming(toneel: Toneel, school: School, leerling: Any) -> None:
    """A parent with gezag who was asked to let the school share with one partner."""
    dag = timezone.localdate()
    contact = maak_contact(leerling)
    toestemming = maak_toestemming(leerling, toneel.mensen["Z"], contact, van=dag, tot=dag)
    antwoord = Toestemmingsantwoord.objects.get(toestemming=toestemming)
    toneel.ids |= {"contact": contact.pk, "toestemming": toestemming.pk, "antwoord": antwoord.pk}


def _notities(toneel: Toneel, school: School, leerling: Any) -> None:
    """A note of the mentor, a restricted document of the coordinator without its file, and two private notes."""
    mentor, coordinator = _werkplek(toneel.mensen["M"], school), _werkplek(toneel.mensen["Z"], school)
    dag, nu = mentor.dag, timezone.now()
    gegevens = Notitiegegevens(Notitiesoort.CONTACT, dag, Niveau.MENTOR_ZORGTEAM, "Gebeld.")
    notitie = notitie_vastleggen(
        door=mentor, leerling_id=leerling.pk, sleutel=uuid.uuid4(), gegevens=gegevens, op=nu
    )
    bestand = Bestand.objects.create(
        school=school,
        eigenaar=coordinator.user,
        soort="stuk",
        naam="v.pdf",
        bestand="weg/v.pdf",
        sha256="0" * 64,
        bytes=1,
        verloopt_op=nu + timedelta(days=9),
    )
    stuk = Stuk.objects.create(
        school=school,
        leerling=leerling,
        bestand=bestand,
        soort=Stuksoort.MEDISCH,
        vorm="pdf",
        titel="Brief",
        gebeurd_op=dag,
        niveau=Niveau.ZORGTEAM,
        auteur=coordinator.user,
        sleutel=uuid.uuid4(),
        vastgelegd_op=dag,
    )
    aantekening = aantekening_bewaren(
        door=mentor, leerling_id=leerling.pk, sleutel=uuid.uuid4(), tekst="Vragen.", op=nu
    )
    vertrouwenspersoon = _werkplek(toneel.mensen["V"], school)
    eigen = vertrouwensnotitie_bewaren(
        door=vertrouwenspersoon, sleutel=uuid.uuid4(), over="", tekst="Voor mij.", op=nu
    )
    toneel.ids |= {
        "notitie": notitie.pk,
        "notitiebron": f"notitie:{notitie.pk}",
        "stuk": stuk.pk,
        "aantekening": aantekening.pk,
        "vertrouwensnotitie": eigen.pk,
    }


def _kaart(toneel: Toneel, school: School, leerling: Any) -> None:
    """A facility card, and a colleague who takes over a lesson."""
    mentor, coordinator = _werkplek(toneel.mensen["M"], school), _werkplek(toneel.mensen["Z"], school)
    vervanger = maak_user("vervanger")
    stel_aan(vervanger, school, Rol.DOCENT)
    toneel.ids |= zet_kaart(coordinator, mentor, leerling, vervanger)
    toneel.ids |= zet_aanbod(coordinator, toneel.mensen["B"], leerling)
    toneel.ids |= zet_hgw(coordinator, mentor, leerling, toneel.mensen["S"])
    toneel.ids |= zet_opp(coordinator, leerling, toneel.mensen["S"])
    toneel.ids |= zet_overleg(coordinator, toneel.mensen, leerling)
    toneel.ids |= zet_beleid(coordinator, toneel.mensen)
    toneel.ids |= zet_lijst(coordinator, _werkplek(toneel.mensen["D"], school), leerling)


def _signalen(toneel: Toneel, school: School, leerling: Any) -> None:
    mentor, coordinator = _werkplek(toneel.mensen["M"], school), _werkplek(toneel.mensen["Z"], school)
    nu = timezone.now() - timedelta(hours=1)
    gegevens = Signaalgegevens(wat_zie_je="Zit alleen.", leerling=leerling, domein_indiener="pers")
    eerste, tweede = (
        signaal_indienen(door=mentor, sleutel=uuid.uuid4(), gegevens=gegevens, op=nu) for _ in range(2)
    )
    keuze = Besluitgegevens(
        besluit=Besluit.TERUG, bericht="Ga zo door.", domein="pers", advies="Praat.", datum=coordinator.dag
    )
    besluit_nemen(door=coordinator, signaal_id=eerste.pk, versie=1, gegevens=keuze, op=nu)
    toneel.ids |= {
        "signaal": eerste.pk,
        "signaal2": tweede.pk,
        "besluit": Triagebesluit.objects.get().pk,
        "vervolg": Vervolg.objects.get().pk,
    }


def _trajecten(toneel: Toneel, school: School, leerling: Any) -> None:
    """A trajectory of the coordinator, of which he asked the mentor to take over the regie, and a group he leads."""
    coordinator = _werkplek(toneel.mensen["Z"], school)
    dag, nu = coordinator.dag, timezone.now()
    later, eind = dag + timedelta(days=40), dag + timedelta(days=80)
    gegevens = Trajectgegevens(
        titel="Faalangsttraining",
        lijn=2,
        domein="pers",
        hulpvraag="Durft niet.",
        onderwijsbehoeften="Kleine stappen.",
        regievoerder=toneel.mensen["Z"],
        start=dag,
        evaluatie_op=later,
        eind=eind,
        terug_naar_klas="Met hulp van de mentor.",
        al_gedaan="Gepraat.",
        resultaat="Even beter.",
        doel=Doelgegevens("Neemt een beurt", eind),
    )
    traject = traject_starten(door=coordinator, leerling_id=leerling.pk, gegevens=gegevens, op=nu).traject
    assert traject is not None
    evaluatie = evaluatie_vastleggen(
        door=coordinator,
        pk=traject.pk,
        versie=1,
        tekst=Evaluatietekst(dag, "Samen oefenen."),
        besloten=Besloten(Conclusie.DOORGAAN, later),
        standen={},
        op=nu,
    )
    vraag = regie_vragen(
        door=coordinator, pk=traject.pk, versie=2, naar=toneel.mensen["M"], reden="Dichterbij.", op=nu
    )
    groep = groep_maken(
        door=coordinator,
        gegevens=Groepgegevens(
            "Training",
            2,
            "pers",
            toneel.mensen["Z"],
            dag,
            later,
            eind,
            None,
            8,
            "Angst",
            Decimal(0),
            Decimal(10),
        ),
    )
    [sessie] = sessies_plannen(door=coordinator, gegevens=Sessiegegevens(nu), groep_id=groep.pk)
    toneel.ids |= {
        "traject": traject.pk,
        "doel": Doel.objects.get(traject=traject).pk,
        "evaluatie": evaluatie.pk,
        "regieoverdracht": vraag.pk,
        "groep": groep.pk,
        "sessie": sessie.pk,
    }
