"""Agreements cost the same with 10 and with 500 of them, and the night plans what is missing and gives back what is of nobody."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from overleg.klokken_afspraak import plan_wat_komt
from overleg.models import Afspraak
from overleg.tasks import nacht
from overleg.tests.test_afspraak_lijst import maak
from zorgapp.accounts.eigendom import werk_en_rollen, zonder_toegang
from zorgapp.accounts.models import Aanstelling
from zorgapp.notifications.mails import digest
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling
from zorgapp.testing.queries import controleer_budget, statements

BYTES = 20_000


def vul(decor: Decor, aantal: int) -> None:
    """So many agreements of the mentor, a third of each closed, late and to come."""
    dag, school = decor.mentor.dag, decor.school
    al = Afspraak.objects.count()
    leerlingen = [maak_leerling(school, decor.klas, f"Leerling{al}{n}") for n in range(3)]
    Afspraak.objects.bulk_create(
        Afspraak(
            school=school,
            leerling=leerlingen[n % 3],
            wat=f"Neemt elke maandag de week door met deze leerling, en schrijft op wat lukte {n}.",
            eigenaar=decor.mentor.user,
            klaar_op=dag + timedelta(days=(n % 3 - 1) * (n % 40)),
            stand="gelukt" if n % 3 == 2 else "open",
            afgerond_op=timezone.now() if n % 3 == 2 else None,
            gemaakt_door=decor.coordinator.user,
            sleutel=uuid.uuid4(),
        )
        for n in range(al, aantal)
    )


def test_even_veel_vragen_bij_500_afspraken(nu_decor: Decor, inloggen: Any) -> None:
    lijst, leerling = reverse("overleg:afspraken"), nu_decor.leerling.pk
    eerste = maak(nu_decor, nu_decor.mentor, "Belt moeder", 1)
    paden = [
        *(
            lijst + vraag
            for vraag in ("", "?wie=team", "?wie=team&toon=klaar", "?toon=te_laat", "?wie=team&p=2")
        ),
        reverse("overleg:afspraak", args=[eerste.pk]),
        f"{reverse('overleg:afspraak_nieuw')}?leerling={leerling}",
        reverse("web:leerling", args=[leerling]),
        reverse("web:leerling_naast", args=[leerling]),
    ]
    gesteld = {}
    for aantal in (40, 500):
        vul(nu_decor, aantal)
        for wie in (nu_decor.coordinator, nu_decor.mentor):
            client = inloggen(wie.user)
            gesteld[aantal, wie.user.pk] = [controleer_budget(client, pad) for pad in paden]
            assert max(len(client.get(pad).content) for pad in paden) < BYTES
            assert "99+" in client.get(lijst).content.decode() or aantal == 40 or wie is nu_decor.coordinator
    for wie in (nu_decor.coordinator, nu_decor.mentor):
        assert gesteld[40, wie.user.pk] == gesteld[500, wie.user.pk]


def test_een_tik_is_weinig_werk(nu_decor: Decor, inloggen: Any) -> None:
    rij = maak(nu_decor, nu_decor.mentor, "Belt moeder", 1)
    client = inloggen(nu_decor.mentor.user)
    client.get(reverse("overleg:afspraken"))
    antwoord, gesteld = statements(
        client,
        reverse("overleg:afspraken_vandaag"),
        headers={"HX-Request": "true"},
    )
    assert antwoord.status_code == 200 and gesteld.total() <= 8
    assert "data-rij" not in antwoord.content.decode()  # nothing of today yet
    Afspraak.objects.filter(pk=rij.pk).update(klaar_op=nu_decor.mentor.dag)
    deel = client.get(reverse("overleg:afspraken_vandaag"), headers={"HX-Request": "true"}).content.decode()
    assert "Belt moeder" in deel and 'value="vandaag"' in deel
    pagina = client.get(reverse("web:vandaag")).content.decode()
    assert reverse("overleg:afspraken_vandaag") in pagina and "afspraak over tijd" not in pagina


@pytest.mark.regel(60)
def test_de_nacht_geeft_terug_en_plant_wat_ontbreekt(nu_decor: Decor) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 3)
    school, dag, school_id = nu_decor.school, nu_decor.mentor.dag, nu_decor.school.pk
    Herinnering.objects.filter(school=school).delete()
    assert plan_wat_komt(school_id, dag) == 1 and plan_wat_komt(school_id, dag) == 0
    [(_, stukken)] = [w for w in werk_en_rollen(school_id, nu_decor.begeleider.user.pk, dag)[0] if w[1]]
    assert [stuk.id for stuk in stukken] == [rij.pk] and "moeder" not in stukken[0].omschrijving
    Aanstelling.objects.filter(user=nu_decor.begeleider.user).update(tot=dag - timedelta(days=1))
    assert [soort.sleutel for soort, _ in zonder_toegang(school_id, dag)] == ["afspraak"]
    for _ in range(2):
        nacht()
    rij.refresh_from_db()
    assert rij.eigenaar_id == nu_decor.coordinator.user.pk and zonder_toegang(school_id, dag) == []
    nieuw = Herinnering.objects.filter(school=school, status=Status.GEPLAND)
    assert sorted(nieuw.values_list("soort", "ontvanger_id")) == [
        ("afspraak_datum", nu_decor.coordinator.user.pk),
        ("afspraak_terug", nu_decor.coordinator.user.pk),
    ]


def test_de_mail_leidt_naar_de_lijst_na_inloggen(nu_decor: Decor, client: Any) -> None:
    rij = maak(nu_decor, nu_decor.begeleider, "Belt moeder", 3)
    rijen = list(Herinnering.objects.filter(object_id=rij.pk, soort__startswith="afspraak_"))
    velden = {"zending": uuid.uuid4(), "user": nu_decor.begeleider.user, "school": nu_decor.school}
    tekst = str(digest(rijen=rijen, **velden).body)
    assert f"{settings.BASIS_URL}{reverse('overleg:afspraken')}\n" in tekst and "moeder" not in tekst
    gemengd = [*rijen, Herinnering(soort="vervolg_nieuw")]
    assert f"{settings.BASIS_URL}/\n" in str(digest(rijen=gemengd, **velden).body)
    assert client.get(reverse("overleg:afspraken"))["Location"].endswith("?next=/afspraken/")
