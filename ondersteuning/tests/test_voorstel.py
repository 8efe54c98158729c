"""A proposal from a list: it never files anything itself; a person makes it a signal or says why not."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Mentorschap
from ondersteuning.access_voorstellen import get_voorstel, voorstellen_voor
from ondersteuning.lijstnacht import nachtwerk
from ondersteuning.models import Lijstcampagne, Signaal, Signaalvoorstel, Signaleringslijst
from ondersteuning.services.campagnes import campagne_sluiten
from ondersteuning.services.signaal import GeenZicht, Signaalgegevens
from ondersteuning.services.voorstellen import voorstel_afwijzen, voorstel_omzetten
from ondersteuning.tests.lijsthulp import LAAT, LEVERT, WERKT, maak_docent, rond_af, vul_in, zet_uit
from zorgapp.accounts.models import Inzage, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek


class Spel:
    """Two teachers who both often see the same: one proposal about one pupil."""

    def __init__(self, decor: Decor) -> None:
        self.decor, self.dag = decor, decor.coordinator.dag
        self.op = NU if self.dag == DAG else timezone.now()
        self.docenten = [maak_docent(decor.school, decor.klas, self.dag, n) for n in ("Sanne", "Pieter")]
        self.campagne: Lijstcampagne = zet_uit(decor.coordinator, decor.klas, op=self.op)
        for docent in self.docenten:
            vul_in(
                self.campagne, docent, decor.leerling, vaak=[WERKT], op=self.op, toelichting="Zit te dromen."
            )

    def klaar(self) -> Signaalvoorstel:
        for docent in self.docenten:
            rond_af(self.campagne, docent, self.op)
        return Signaalvoorstel.objects.get()

    def gegevens(self, **velden: Any) -> Signaalgegevens:
        return Signaalgegevens(
            **({"wat_zie_je": "Werkt niet door.", "leerling": self.decor.leerling} | velden)
        )


@pytest.fixture
def spel(decor: Decor) -> Spel:
    return Spel(decor)


@pytest.fixture
def nu_spel(nu_decor: Decor) -> Spel:
    return Spel(nu_decor)


def test_pas_als_ze_klaar_zijn_en_nooit_een_signaal(spel: Spel) -> None:
    rond_af(spel.campagne, spel.docenten[0])
    assert not Signaalvoorstel.objects.exists()
    voorstel = spel.klaar()
    assert voorstel.zin == "Twee docenten zien vaak: werkt niet door."
    assert (voorstel.domein, voorstel.status, len(voorstel.rijen)) == ("leer", "open", 2)
    assert not Signaal.objects.exists()


def test_sluiten_telt_ook_wie_niet_klaar_was(spel: Spel) -> None:
    campagne_sluiten(door=spel.decor.coordinator, pk=spel.campagne.pk, op=NU)
    assert Signaalvoorstel.objects.get().soort == "lijst"


def test_een_keer_per_lijst_ook_na_meer_nachten(spel: Spel) -> None:
    spel.klaar()
    voor = list(Signaalvoorstel.objects.values())
    nachtwerk(spel.decor.school.pk, DAG, NU + timedelta(hours=9))
    nachtwerk(spel.decor.school.pk, DAG, NU + timedelta(hours=33))
    assert list(Signaalvoorstel.objects.values()) == voor


def test_een_gewijzigd_antwoord_wijzigt_het_open_voorstel(spel: Spel) -> None:
    spel.klaar()
    vul_in(spel.campagne, spel.docenten[0], spel.decor.leerling, vaak=[WERKT, LAAT, LEVERT], op=NU)
    vul_in(spel.campagne, spel.docenten[1], spel.decor.leerling, vaak=[WERKT, LAAT], op=NU)
    assert Signaalvoorstel.objects.get().zin == "Twee docenten zien vaak: werkt niet door; komt te laat."
    vul_in(spel.campagne, spel.docenten[1], spel.decor.leerling, soms=[WERKT], op=NU)
    assert not Signaalvoorstel.objects.exists()


def test_wie_het_ziet(spel: Spel) -> None:
    voorstel = spel.klaar()
    noord = Vestiging.objects.create(school=spel.decor.school, naam="Noord")
    elders = maak_werkplek(spel.decor.school, Rol.ZORGCOORDINATOR, vestiging=noord)
    for wie in (spel.decor.coordinator, spel.decor.mentor):
        assert [v.pk for v in voorstellen_voor(wie)] == [voorstel.pk]
    rest: list[Werkplek] = [spel.docenten[0], spel.decor.begeleider, elders]
    rest += [maak_werkplek(spel.decor.school, rol) for rol in (Rol.SCHOOLLEIDING, Rol.BEHEERDER)]
    for wie in rest:
        assert voorstellen_voor(wie) == []
        with pytest.raises(Http404):
            get_voorstel(wie, voorstel.pk)
    Mentorschap.objects.filter(user=spel.decor.mentor.user).update(tot=DAG - timedelta(days=1))
    assert voorstellen_voor(spel.decor.mentor) == []


def test_openen_staat_in_het_logboek(spel: Spel) -> None:
    voorstel = spel.klaar()
    get_voorstel(spel.decor.mentor, voorstel.pk)
    blik = Inzage.objects.get(onderwerp="voorstel")
    assert (blik.leerling_id, blik.grond) == (spel.decor.leerling.pk, "mentor")


def test_omzetten_is_een_signaal_van_een_mens(spel: Spel) -> None:
    voorstel = spel.klaar()
    for _ in range(2):  # pressed twice
        signaal = voorstel_omzetten(door=spel.decor.mentor, pk=voorstel.pk, gegevens=spel.gegevens(), op=NU)
    voorstel.refresh_from_db()
    assert (voorstel.status, voorstel.signaal, voorstel.beslist_door) == (
        "signaal",
        signaal,
        spel.decor.mentor.user,
    )
    assert Signaal.objects.get().indiener == spel.decor.mentor.user
    with pytest.raises(Verouderd):
        voorstel_afwijzen(door=spel.decor.coordinator, pk=voorstel.pk, reden="Nee", op=NU)


def test_omzetten_over_een_ander_kan_niet(spel: Spel) -> None:
    voorstel = spel.klaar()
    ander = maak_leerling(spel.decor.school, spel.decor.klas, "Mila", "Visser")
    for leerling in (ander, None):
        anders = spel.gegevens(leerling=leerling, leerling_tekst="Mila")
        with pytest.raises(GeenZicht):
            voorstel_omzetten(door=spel.decor.mentor, pk=voorstel.pk, gegevens=anders, op=NU)
    assert not Signaal.objects.exists() and Signaalvoorstel.objects.get().status == "open"


def test_een_omgezet_voorstel_komt_niet_terug(spel: Spel) -> None:
    voorstel = spel.klaar()
    voorstel_omzetten(door=spel.decor.mentor, pk=voorstel.pk, gegevens=spel.gegevens(), op=NU)
    vul_in(spel.campagne, spel.docenten[0], spel.decor.leerling, vaak=[WERKT, LAAT], op=NU + timedelta(1))
    nachtwerk(spel.decor.school.pk, DAG + timedelta(days=1), NU + timedelta(days=1))
    assert Signaalvoorstel.objects.count() == 1


def test_afwijzen_tot_er_iets_nieuws_is(spel: Spel) -> None:
    voorstel = spel.klaar()
    with pytest.raises(ValueError, match="waarom"):
        voorstel_afwijzen(door=spel.decor.mentor, pk=voorstel.pk, reden="  ", op=NU)
    voorstel_afwijzen(door=spel.decor.mentor, pk=voorstel.pk, reden="Ik sprak hem al.", op=NU)
    nachtwerk(spel.decor.school.pk, DAG, NU)
    assert voorstellen_voor(spel.decor.mentor) == []
    with pytest.raises(Verouderd):
        voorstel_omzetten(door=spel.decor.mentor, pk=voorstel.pk, gegevens=spel.gegevens(), op=NU)
    vul_in(spel.campagne, spel.docenten[0], spel.decor.leerling, vaak=[WERKT, LAAT], op=NU + timedelta(1))
    assert len(voorstellen_voor(spel.decor.mentor)) == 1


@pytest.mark.parametrize(
    "velden",
    [
        {"status": "afgewezen"},
        {"status": "signaal"},
        {"soort": "samen"},
        {"status": "afgewezen", "reden": ""},
    ],
)
def test_de_database_kent_geen_half_besluit(spel: Spel, velden: dict[str, str]) -> None:
    voorstel = spel.klaar()
    with pytest.raises(IntegrityError), transaction.atomic():
        Signaalvoorstel.objects.filter(pk=voorstel.pk).update(**velden)


def test_de_pagina_zonder_namen_voor_de_mentor(nu_spel: Spel, inloggen: Any) -> None:
    """Two answers: the mentor reads no names; the coordinator does. From three on the mentor does as well."""
    voorstel = nu_spel.klaar()
    adres = reverse("ondersteuning:voorstel", args=[voorstel.pk])
    mentor = inloggen(nu_spel.decor.mentor.user).get(adres).content.decode()
    assert "Een docent, lijst Kijken naar leren" in mentor and "Zit te dromen." in mentor
    assert "Pieter" not in mentor and "Twee docenten zien vaak" in mentor
    coordinator = inloggen(nu_spel.decor.coordinator.user).get(adres).content.decode()
    assert "Pieter Koster" in coordinator and "Sanne Koster" in coordinator
    derde = maak_docent(nu_spel.decor.school, nu_spel.decor.klas, nu_spel.dag, "Esra")
    nachtwerk(nu_spel.decor.school.pk, nu_spel.dag, nu_spel.op)
    rond_af(nu_spel.campagne, derde, nu_spel.op)
    assert "Pieter Koster" in inloggen(nu_spel.decor.mentor.user).get(adres).content.decode()


def test_niets_twee_keer_typen(nu_spel: Spel, inloggen: Any) -> None:
    """The form begins with pupil, domain and words; sending it makes the signal and thanks the sender."""
    voorstel = nu_spel.klaar()
    client = inloggen(nu_spel.decor.mentor.user)
    adres = reverse("ondersteuning:voorstel_signaal", args=[voorstel.pk])
    tekst = client.get(adres).content.decode()
    assert "Uit de lijst Kijken naar leren. Twee docenten zien vaak: werkt niet door." in tekst
    assert 'value="leer" checked' in tekst and f'value="{nu_spel.decor.leerling.pk}"' in tekst
    assert f'action="{adres}"' in tekst
    sleutel = tekst.split('data-concept-uniek value="')[1].split('"')[0]
    data = {
        "sleutel": sleutel,
        "leerling": nu_spel.decor.leerling.pk,
        "domein": "leer",
        "wat_zie_je": "Twee docenten zien vaak: werkt niet door.",
        "urgentie": "deze_week",
    }
    assert client.post(adres, data | {"wat_zie_je": ""}).status_code == 422
    ander = maak_leerling(nu_spel.decor.school, nu_spel.decor.klas, "Mila", "Visser")
    vreemd = client.post(adres, data | {"leerling": ander.pk})
    assert vreemd.status_code == 422 and "gaat over een andere leerling" in vreemd.content.decode()
    na = client.post(adres, data)
    signaal = Signaal.objects.get()
    assert na["Location"] == reverse("ondersteuning:signaal_verstuurd", args=[signaal.pk])
    assert client.get(adres)["Location"] == reverse("ondersteuning:voorstel", args=[voorstel.pk])
    ander_client = inloggen(nu_spel.decor.coordinator.user)
    tweede = ander_client.post(adres, data, follow=True).content.decode()
    assert "besliste dit net" in tweede and Signaal.objects.count() == 1


def test_afwijzen_door_de_pagina(nu_spel: Spel, inloggen: Any) -> None:
    voorstel = nu_spel.klaar()
    client = inloggen(nu_spel.decor.coordinator.user)
    adres = reverse("ondersteuning:voorstel_afwijzen", args=[voorstel.pk])
    assert client.post(adres, {"reden": ""}).status_code == 422
    assert client.post(adres, {"reden": "x" * 401}).status_code == 422
    assert "komt terug als" in client.post(adres, {"reden": "Is besproken."}, follow=True).content.decode()
    nog_eens = client.post(adres, {"reden": "Mijn andere reden."})
    assert nog_eens.status_code == 409 and "Mijn andere reden." in nog_eens.content.decode()
    assert Signaalvoorstel.objects.get().reden == "Is besproken."


def test_geen_getal_bij_een_naam(nu_spel: Spel, inloggen: Any) -> None:
    """The list of proposals gives a sentence and no figure to rank pupils by."""
    nu_spel.klaar()
    tekst = (
        inloggen(nu_spel.decor.coordinator.user).get(reverse("ondersteuning:voorstellen")).content.decode()
    )
    rij = tekst.split('aria-label="Voorstellen voor een signaal"')[1].split("</section>")[0]
    zichtbaar = rij.split("Kees Jan Bakker")[1].split("</a>")[0].replace("H3b", "")
    assert "Twee docenten zien vaak" in zichtbaar
    assert not any(teken.isdigit() for teken in zichtbaar.split("z-fijn")[0])
    assert Signaleringslijst.objects.get().drempel_mensen == 2
