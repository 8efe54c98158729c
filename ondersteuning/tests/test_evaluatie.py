"""Evaluations: who said what, what follows from it, and correcting one without losing what it said."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Handelingsadvies, Toegangsverlening
from leerlingen.zienswijzen import open_bron
from ondersteuning.access_traject import get_evaluatie_om_te_lezen
from ondersteuning.models import Conclusie, Doelstand, Evaluatie, Lijnovergang, Traject
from ondersteuning.services.doelen import Doelgegevens, doel_toevoegen
from ondersteuning.services.evaluaties import Evaluatietekst, evaluatie_corrigeren
from ondersteuning.services.lijnen import Gedaan
from ondersteuning.services.traject import Slot, traject_afsluiten, traject_heropenen
from ondersteuning.tests.trajecthulp import WEEK, evalueer, sluit_af, start
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_les, maak_werkplek

LATER = DAG + timedelta(days=1)


def nu(traject: Traject) -> Traject:
    return Traject.objects.get(pk=traject.pk)


def test_doorgaan_geeft_een_nieuwe_datum(decor: Decor) -> None:
    traject = start(decor)
    evalueer(decor.begeleider, traject, evaluatie_op=DAG + 4 * WEEK)
    stand = nu(traject)
    assert (stand.evaluatie_op, stand.eind) == (DAG + 4 * WEEK, DAG + 12 * WEEK)
    gepland = Herinnering.objects.filter(soort="traject_evaluatie", status="gepland")
    assert [timezone.localdate(h.niet_voor) for h in gepland] == [DAG + 4 * WEEK]


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"evaluatie_op": DAG}, "evaluatie_op"),
        ({"evaluatie_op": None}, "evaluatie_op"),
        ({"evaluatie_op": DAG + 13 * WEEK}, "evaluatie_op"),
        ({"evaluatie_op": DAG + 13 * WEEK, "eind": DAG + 14 * WEEK}, "reden"),
        ({"conclusie": Conclusie.AFRONDEN}, "eind"),
        ({"conclusie": Conclusie.AFRONDEN, "eind": DAG - timedelta(days=1)}, "eind"),
        ({"tekst": {"gehouden_op": LATER}}, "gehouden_op"),
        ({"tekst": {"gehouden_op": DAG - WEEK}}, "gehouden_op"),
        ({"lijn": 3}, "al_gedaan"),
        ({"lijn": 3, "gedaan": Gedaan("Gepraat.", "")}, "resultaat"),
    ],
)
@pytest.mark.regel(61)
def test_wat_niet_kan_laat_alles_zoals_het_was(decor: Decor, velden: dict[str, Any], veld: str) -> None:
    traject = start(decor)
    with pytest.raises(ValidationError) as fout, transaction.atomic():
        evalueer(decor.begeleider, traject, **velden)
    assert veld in fout.value.message_dict
    assert not Evaluatie.objects.exists() and nu(traject).versie == 1


def test_verlengen_met_een_reden(decor: Decor) -> None:
    traject = start(decor)
    nieuw = DAG + 20 * WEEK
    evaluatie = evalueer(decor.begeleider, traject, eind=nieuw, reden="Hij was ziek.")
    assert nu(traject).eind == nieuw and "Hij was ziek." in evaluatie.vervolg
    assert Toegangsverlening.objects.get(bron=f"traject:{traject.pk}").tot == nieuw + WEEK


def test_afronden_zet_de_laatste_dag(decor: Decor) -> None:
    traject = start(decor)
    evalueer(decor.begeleider, traject, conclusie=Conclusie.AFRONDEN, evaluatie_op=None, eind=LATER)
    stand = nu(traject)
    assert (stand.evaluatie_op, stand.eind, stand.status) == (LATER, LATER, "loopt")


@pytest.mark.regel(61)
def test_hogere_lijn_door_een_evaluatie(decor: Decor) -> None:
    traject = start(decor)
    evalueer(decor.begeleider, traject, lijn=3, gedaan=Gedaan("Training.", "Te weinig."))
    assert nu(traject).lijn == 3
    laatste = Lijnovergang.objects.order_by("-pk")[0]
    assert (laatste.van_lijn, laatste.naar_lijn, laatste.al_gedaan) == (2, 3, "Training.")
    evalueer(decor.begeleider, traject, lijn=1, evaluatie_op=DAG + 2 * WEEK)
    laatste = Lijnovergang.objects.order_by("-pk")[0]
    assert (laatste.van_lijn, laatste.naar_lijn) == (3, 1)


def test_stand_van_de_doelen(decor: Decor) -> None:
    traject = start(decor)
    doel = doel_toevoegen(
        door=decor.begeleider, traject_id=traject.pk, gegevens=Doelgegevens("Neemt een beurt", DAG + WEEK)
    )
    evalueer(decor.begeleider, traject, standen={doel.pk: 1, 999999: 2})
    assert Doelstand.objects.get().stand == 1


def test_verouderd_of_gesloten(decor: Decor) -> None:
    traject = start(decor)
    evalueer(decor.begeleider, traject)
    with pytest.raises(Verouderd):
        evalueer(decor.coordinator, traject, versie=1)
    sluit_af(decor.begeleider, traject)
    with pytest.raises(StapNietToegestaan):
        evalueer(decor.begeleider, traject)
    assert Evaluatie.objects.count() == 1


def test_wie_mag_lezen_en_verbeteren(decor: Decor) -> None:
    evaluatie = evalueer(decor.begeleider, start(decor))
    assert get_evaluatie_om_te_lezen(decor.mentor, evaluatie.pk).pk == evaluatie.pk
    tekst = Evaluatietekst(DAG, "Anders.")
    with pytest.raises(PermissionDenied):
        evaluatie_corrigeren(door=decor.mentor, pk=evaluatie.pk, versie=1, tekst=tekst)
    with pytest.raises(ValidationError):
        evaluatie_corrigeren(
            door=decor.begeleider, pk=evaluatie.pk, versie=1, tekst=Evaluatietekst(LATER, "Anders.")
        )
    with pytest.raises(Http404):
        get_evaluatie_om_te_lezen(decor.mentor, 10**17)


def _vorm(decor: Decor, traject: Traject, **anders: Any) -> dict[str, Any]:
    dag = decor.begeleider.dag
    standaard = {
        "versie": 1,
        "gehouden_op": dag,
        "leerling_zegt": "Ik durf nu meer.",
        "leerling_aanwezig": "on",
        "ouders_zeggen": "Thuis is hij rustiger.",
        "wat_werkte": "Samen oefenen.",
        "conclusie": "doorgaan",
        "evaluatie_op": dag + 3 * WEEK,
        "eind": traject.eind,
        "lijn": "2",
        "terug_naar_klas": "Hij durft zelf.",
    }
    return {naam: waarde for naam, waarde in (standaard | anders).items() if waarde is not None}


def test_leerling_en_ouders_apart(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:evaluatie_nieuw", args=[traject.pk])
    assert client.get(adres).status_code == 200
    assert client.post(adres, _vorm(nu_decor, traject)).status_code == 302
    evaluatie = Evaluatie.objects.get()
    assert (evaluatie.leerling_aanwezig, evaluatie.ouders_aanwezig) == (True, False)
    inhoud = client.get(reverse("ondersteuning:evaluatie", args=[evaluatie.pk])).content.decode()
    assert (
        inhoud.index("Ik durf nu meer.")
        < inhoud.index("Thuis is hij rustiger.")
        < inhoud.index("Samen oefenen.")
    )


@pytest.mark.regel(65)
@pytest.mark.parametrize("veld", ["eind", "terug_naar_klas", "wat_werkte", "conclusie", "evaluatie_op"])
def test_leeg_veld(nu_decor: Decor, inloggen: Any, veld: str) -> None:
    traject = start(nu_decor, op=timezone.now())
    adres = reverse("ondersteuning:evaluatie_nieuw", args=[traject.pk])
    antwoord = inloggen(nu_decor.begeleider.user).post(adres, _vorm(nu_decor, traject, **{veld: ""}))
    assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == [veld]
    assert not Evaluatie.objects.exists()


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"lijn": "3"}, "lijn"),
        ({"lijn": ""}, "lijn"),
        ({"eind": DAG + timedelta(days=400)}, "eind"),
        ({"conclusie": "afronden", "lijn": "3"}, "lijn"),
        ({"conclusie": "bijstellen", "lijn": "3", "al_gedaan": "", "resultaat": "Iets."}, "al_gedaan"),
    ],
)
@pytest.mark.regel(61)
def test_wat_niet_bij_de_keuze_hoort_verandert_niets(
    nu_decor: Decor, inloggen: Any, anders: dict[str, Any], veld: str
) -> None:
    """What another choice left behind out of sight is refused in words, never done."""
    traject = start(nu_decor, op=timezone.now())
    adres = reverse("ondersteuning:evaluatie_nieuw", args=[traject.pk])
    antwoord = inloggen(nu_decor.begeleider.user).post(adres, _vorm(nu_decor, traject, **anders))
    assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == [veld]
    assert not Evaluatie.objects.exists() and nu(traject).lijn == 2


def test_een_lijn_omhoog_op_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:evaluatie_nieuw", args=[traject.pk])
    assert (
        "mag leeg" not in client.get(adres).text.split('class="z-deel is-hoger"')[1].split("</div></div>")[0]
    )
    hoger = {"conclusie": "bijstellen", "lijn": "3", "al_gedaan": "Training.", "resultaat": "Te weinig."}
    assert client.post(adres, _vorm(nu_decor, traject, **hoger)).status_code == 302
    assert nu(traject).lijn == 3 and Lijnovergang.objects.order_by("-pk")[0].al_gedaan == "Training."


def test_verbeteren_laat_lezen_wat_er_stond(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    evaluatie = evalueer(
        nu_decor.begeleider, traject, op=timezone.now(), tekst={"wat_werkte": "De eerste woorden."}
    )
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:evaluatie_corrigeer", args=[evaluatie.pk])
    data = _vorm(nu_decor, traject, wat_werkte="De betere woorden.")
    assert client.post(adres, data).status_code == 302
    pagina = reverse("ondersteuning:evaluatie", args=[evaluatie.pk])
    inhoud = client.get(pagina).content.decode()
    assert inhoud.index("De betere woorden.") < inhoud.index("h-eerder") < inhoud.index("De eerste woorden.")
    assert adres in inhoud and adres not in inloggen(nu_decor.mentor.user).get(pagina).text
    client = inloggen(nu_decor.begeleider.user)
    antwoord = client.post(adres, data | {"wat_werkte": "Te laat."})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "De betere woorden." in tekst and "Te laat." in tekst
    assert Evaluatie.objects.get().wat_werkte == "De betere woorden."


def test_verouderd_houdt_wat_je_typte(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    evalueer(nu_decor.coordinator, traject, op=timezone.now())
    adres = reverse("ondersteuning:evaluatie_nieuw", args=[traject.pk])
    client = inloggen(nu_decor.begeleider.user)
    antwoord = client.post(adres, _vorm(nu_decor, traject))
    assert antwoord.status_code == 409 and "Ik durf nu meer." in antwoord.content.decode()
    assert Evaluatie.objects.count() == 1


def test_afronden_leidt_naar_afsluiten_en_herstel(nu_decor: Decor, inloggen: Any) -> None:
    traject = start(nu_decor, op=timezone.now())
    client = inloggen(nu_decor.begeleider.user)
    dag = nu_decor.begeleider.dag
    data = _vorm(nu_decor, traject, conclusie="afronden", evaluatie_op="", eind=dag)
    naar = client.post(reverse("ondersteuning:evaluatie_nieuw", args=[traject.pk]), data)["Location"]
    assert naar == reverse("ondersteuning:traject_afsluiten", args=[traject.pk])
    slot = {"versie": 2, "afloop": "gelukt", "werkte": "Oefenen.", "terug": "ja", "advies": "Geef een beurt."}
    for veld in ("afloop", "werkte", "terug"):
        assert client.post(naar, slot | {veld: ""}).status_code == 422
    assert client.post(naar, slot).status_code == 302
    stand = nu(traject)
    assert stand.status == "afgesloten" and "Geef een beurt." in stand.afsluiting
    client.post(reverse("ondersteuning:traject_heropenen", args=[traject.pk]))
    assert nu(traject).status == "loopt" and nu(traject).afsluiting == ""


def test_advies_komt_op_de_docentkaart(decor: Decor) -> None:
    """Closing gives the advice to the lesson until the summer; Herstel takes it back."""
    traject = start(decor)
    slot = {"afloop": "gelukt", "afsluiting": "Klaar."}
    with pytest.raises(ValidationError) as fout, transaction.atomic():
        traject_afsluiten(
            door=decor.begeleider,
            pk=traject.pk,
            versie=1,
            gegevens=Slot(**slot, advies="woord " * 200),
            op=NU,
        )
    assert list(fout.value.message_dict) == ["advies"] and nu(traject).status == "loopt"
    gegevens = Slot(**slot, advies="Geef een beurt die hij van tevoren weet.")
    traject_afsluiten(door=decor.begeleider, pk=traject.pk, versie=1, gegevens=gegevens, op=NU)
    advies = Handelingsadvies.objects.get()
    assert (advies.bron, advies.tot) == (f"traject:{traject.pk}", date(2027, 7, 31))
    traject_heropenen(door=decor.begeleider, pk=traject.pk, op=NU)
    assert not Handelingsadvies.objects.exists()


def test_zienswijze_bij_een_evaluatie(decor: Decor) -> None:
    """Who may read it in full may open it to add a view; a teacher does not know of it."""
    evaluatie = evalueer(decor.begeleider, start(decor))
    verslag = open_bron(decor.mentor, f"evaluatie:{evaluatie.pk}")
    assert verslag.leerling == decor.leerling and verslag.url.endswith(f"/evaluaties/{evaluatie.pk}/")
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling)
    with pytest.raises(Http404):
        open_bron(docent, f"evaluatie:{evaluatie.pk}")
