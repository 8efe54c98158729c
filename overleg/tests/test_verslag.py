"""The report of a closed meeting: everybody reads his own part, it is logged, and what is added stays."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ondersteuning.workflow import StapNietToegestaan
from overleg.documents.verslag import SOORT, deur, maak
from overleg.loop import Overlegstatus
from overleg.models import Aanvulling, Agendapunt, Deelname, Overleg
from overleg.services.overleg import deelnemer_verwijderen
from overleg.services.verslag import verslag_aanvullen
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from overleg.tests.sluithulp import notuleer, sluit, vers
from zorgapp.accounts.models import Inzage
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget

Zaak = tuple[Overleg, Agendapunt, Agendapunt]


def url(naam: str, *args: int) -> str:
    return reverse(f"overleg:{naam}", args=args)


@pytest.fixture
def klaar(nu_decor: Decor) -> Zaak:
    """Closed today: an item about the mentor's pupil and one about a pupil he may not know of."""
    d, nu = nu_decor, timezone.now()
    overleg = maak_overleg(d.coordinator, d.begeleider, d.mentor, op=nu)
    punt = maak_punt(d.coordinator, overleg, d.leerling)
    ander = maak_punt(
        d.coordinator, overleg, maak_leerling(d.school, maak_klas(d.school, "V4z"), "Geheim", "Jansen")
    )
    begin(d.coordinator, overleg, nu)
    notuleer(d.coordinator, punt, "<b>Ritme</b> eerst.")
    notuleer(d.coordinator, ander, "Wat niemand leest.")
    maak_afspraak(d.coordinator, punt, d.begeleider, wat="Belt moeder.", op=nu)
    maak_afspraak(d.coordinator, punt, d.mentor, wat="Praat met hem.", merkt="Hij weet het plan.", op=nu)
    sluit(d.coordinator, overleg, op=nu)
    return vers(overleg), punt, ander


@pytest.mark.regel(45)
def test_ieder_leest_zijn_eigen_deel(nu_decor: Decor, klaar: Zaak, inloggen: Any) -> None:
    d, (overleg, punt, _) = nu_decor, klaar
    pagina = inloggen(d.mentor.user).get(url("verslag", overleg.pk)).content.decode()
    assert "&lt;b&gt;Ritme&lt;/b&gt; eerst." in pagina and "1 punt dat niet voor jou is" in pagina
    assert "Geheim" not in pagina and "Wat niemand leest." not in pagina and "Wie las het" not in pagina
    assert pagina.index("Jouw afspraken") < pagina.index("Praat met hem.") < pagina.index("Belt moeder.")
    assert "De leerling merkt het zo: Hij weet het plan." in pagina
    [gezien] = Inzage.objects.filter(user_id=d.mentor.user.pk)
    assert (gezien.user_id, gezien.leerling_id, gezien.onderwerp_id) == (
        d.mentor.user.pk,
        d.leerling.pk,
        punt.pk,
    )
    begeleider = inloggen(d.begeleider.user).get(url("verslag", overleg.pk)).content.decode()
    assert "Geheim" in begeleider and "niet voor jou" not in begeleider


def test_de_coordinator_ziet_wie_het_las(nu_decor: Decor, klaar: Zaak, inloggen: Any) -> None:
    d, overleg = nu_decor, klaar[0]
    coordinator = inloggen(d.coordinator.user)
    assert coordinator.get(url("verslag", overleg.pk)).content.decode().count("nog niet</span>") == 2
    inloggen(d.mentor.user).get(url("verslag", overleg.pk))
    eerst = Deelname.objects.get(overleg=overleg, user=d.mentor.user).verslag_gelezen_op
    inloggen(d.mentor.user).get(url("verslag", overleg.pk))
    assert eerst and Deelname.objects.get(overleg=overleg, user=d.mentor.user).verslag_gelezen_op == eerst
    coordinator = inloggen(d.coordinator.user)
    assert coordinator.get(url("verslag", overleg.pk)).content.decode().count("nog niet</span>") == 1


def test_de_mail_leidt_naar_het_ene_ongelezen_verslag(nu_decor: Decor, klaar: Zaak, inloggen: Any) -> None:
    client = inloggen(nu_decor.mentor.user)
    assert client.get(url("verslagen")).url == url("verslag", klaar[0].pk)
    client.get(url("verslag", klaar[0].pk))
    assert client.get(url("verslagen")).url == url("overleggen") + "?toon=geweest"


def test_wie_het_niet_leest(nu_decor: Decor, klaar: Zaak, inloggen: Any) -> None:
    d, overleg = nu_decor, klaar[0]
    vreemd = maak_werkplek(d.school, Rol.BEGELEIDER, d.mentor.dag)
    assert inloggen(vreemd.user).get(url("verslag", overleg.pk)).status_code == 404
    rij = Deelname.objects.get(overleg=overleg, user=d.mentor.user)
    deelnemer_verwijderen(door=d.coordinator, pk=overleg.pk, deelname_id=rij.pk, op=timezone.now())
    assert inloggen(d.mentor.user).get(url("verslag", overleg.pk)).status_code == 404
    open_ = maak_overleg(d.coordinator)
    assert inloggen(d.coordinator.user).get(url("verslag", open_.pk)).url == url("overleg", open_.pk)
    with pytest.raises(Http404):
        deur(d.coordinator, open_.pk, Handeling.BEKEKEN)


def test_op_papier_alleen_het_eigen_deel(nu_decor: Decor, klaar: Zaak) -> None:
    d, overleg = nu_decor, klaar[0]
    papier = SOORT.html(maak(d.mentor, overleg.pk))
    assert "&lt;b&gt;Ritme&lt;/b&gt; eerst." in papier and "Praat met hem." in papier
    assert "Geheim" not in papier and "1 punt dat niet voor deze lezer is" in papier
    assert d.leerling.achternaam not in papier.partition("</title>")[0]
    deur(d.mentor, overleg.pk, Handeling.AFGEDRUKT)
    assert Inzage.objects.filter(handeling=Handeling.AFGEDRUKT, leerling_id=d.leerling.pk).count() == 1


def test_aanvullen_staat_er_een_keer_en_blijft(nu_decor: Decor, klaar: Zaak, inloggen: Any) -> None:
    d, (overleg, punt, ander) = nu_decor, klaar
    client, sleutel = inloggen(d.mentor.user), str(uuid.uuid4())
    gegevens = {"punt": punt.pk, "sleutel": sleutel, "tekst": "Zijn zus helpt mee."}
    for _ in range(2):
        assert client.post(url("verslag_aanvullen", overleg.pk), gegevens).url == url("verslag", overleg.pk)
    assert [a.tekst for a in Aanvulling.objects.all()] == ["Zijn zus helpt mee."]
    assert "Zijn zus helpt mee." in client.get(url("verslag", overleg.pk)).content.decode()
    weigering = client.post(url("verslag_aanvullen", overleg.pk), gegevens | {"tekst": "x" * 9000})
    assert weigering.status_code == 422 and "x" * 9000 in weigering.content.decode()
    for fout in ({"punt": ander.pk}, {"punt": 10**17}):
        assert client.post(url("verslag_aanvullen", overleg.pk), gegevens | fout).status_code == 404
    for fout in ({"punt": "a"}, {"tekst": "a\x00b"}, {"sleutel": "nee"}, {"punt": 10**30}):
        assert client.post(url("verslag_aanvullen", overleg.pk), gegevens | fout).status_code == 422
    assert Aanvulling.objects.count() == 1


def test_aanvullen_alleen_na_afloop_en_door_wie_meedeed(nu_decor: Decor, klaar: Zaak) -> None:
    d, (overleg, punt, _) = nu_decor, klaar
    los = maak_overleg(d.coordinator, d.mentor)
    elders = maak_punt(d.coordinator, los, d.leerling)
    begin(d.coordinator, los)

    def vul_aan(wie: Any, waar: Overleg, bij: Agendapunt) -> Any:
        return verslag_aanvullen(
            door=wie,
            overleg_id=waar.pk,
            punt_id=bij.pk,
            tekst="Meer.",
            sleutel=uuid.uuid4(),
            op=timezone.now(),
        )

    with pytest.raises(StapNietToegestaan):
        vul_aan(d.mentor, los, elders)
    with pytest.raises(Http404):
        vul_aan(d.mentor, overleg, elders)
    with pytest.raises(Http404):
        vul_aan(maak_werkplek(d.school, Rol.DOCENT, d.mentor.dag), overleg, punt)
    tweede = maak_werkplek(d.school, Rol.ZORGCOORDINATOR, d.mentor.dag)
    assert vul_aan(tweede, overleg, punt).pk  # leads it by his role


# closing by the pages


def test_afsluiten_op_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    d = nu_decor
    overleg = maak_overleg(d.coordinator, d.mentor, op=timezone.now())
    punt = maak_punt(d.coordinator, overleg, d.leerling)
    begin(d.coordinator, overleg, timezone.now())
    eerste, tweede = inloggen(d.coordinator.user), inloggen(d.coordinator.user)
    pagina = eerste.get(url("overleg_sluiten", overleg.pk)).content.decode()
    assert "Nog niet besproken" in pagina and d.leerling.naam in pagina and "Joris" in pagina
    oud = vers(overleg).versie
    for fout, code in (({}, 422), ({"versie": oud - 1}, 409), ({"versie": oud, f"punt_{punt.pk}": "x"}, 422)):
        assert eerste.post(url("overleg_sluiten", overleg.pk), fout).status_code == code
    assert vers(overleg).status == Overlegstatus.BEZIG
    keuze = {"versie": oud, f"punt_{punt.pk}": "weg"}
    assert eerste.post(url("overleg_sluiten", overleg.pk), keuze).url == url("verslag", overleg.pk)
    assert Agendapunt.objects.get(pk=punt.pk).status == "vervallen"
    nog_eens = tweede.post(url("overleg_sluiten", overleg.pk), keuze, follow=True)
    assert "Dit overleg is al afgesloten." in nog_eens.content.decode()
    zonder = eerste.post(url("overleg_heropenen", overleg.pk), {"versie": vers(overleg).versie})
    assert zonder.status_code == 422 and "waarom" in zonder.content.decode()
    weer = {"versie": vers(overleg).versie, "reden": "Er ontbrak iets."}
    assert eerste.post(url("overleg_heropenen", overleg.pk), weer).url == url("live", overleg.pk)
    assert vers(overleg).status == Overlegstatus.BEZIG


def test_vragen_groeien_niet(nu_decor: Decor, klaar: Zaak, inloggen: Any) -> None:
    d, overleg = nu_decor, klaar[0]
    client = inloggen(d.coordinator.user)
    open_ = maak_overleg(d.coordinator, d.mentor, op=timezone.now())
    begin(d.coordinator, open_, timezone.now())
    paden = [url("verslag", overleg.pk), url("overleg_sluiten", open_.pk)]
    for pad in paden:
        client.get(pad)
    eerst = [controleer_budget(client, pad) for pad in paden]
    for waar in (overleg, open_):
        for n in range(8):
            nieuw = maak_punt(d.coordinator, waar, maak_leerling(d.school, d.klas, f"N{n}", "Bos"))
            notuleer(d.coordinator, nieuw)
    for pad, was in zip(paden, eerst, strict=True):
        antwoord = client.get(pad)
        assert len(antwoord.content) < 20_000
        assert controleer_budget(client, pad) == was


def test_een_verslag_van_lang_geleden_gaat_niet_meer_open(
    nu_decor: Decor, klaar: Zaak, inloggen: Any
) -> None:
    overleg = klaar[0]
    client = inloggen(nu_decor.coordinator.user)
    assert "Open het overleg opnieuw" in client.get(url("verslag", overleg.pk)).content.decode()
    Overleg.objects.filter(pk=overleg.pk).update(afgesloten_op=timezone.now() - timedelta(days=2))
    assert "Open het overleg opnieuw" not in client.get(url("verslag", overleg.pk)).content.decode()
    weer = {"versie": vers(overleg).versie, "reden": "Te laat."}
    assert client.post(url("overleg_heropenen", overleg.pk), weer).status_code == 422
