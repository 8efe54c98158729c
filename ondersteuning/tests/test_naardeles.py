"""From a trajectory to the lesson: who finds the action and when, what is filled in already, and the way back."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import ExternePartner
from ondersteuning.access_traject import get_traject
from ondersteuning.models import Doel, Lesoverdracht, Traject
from ondersteuning.models.lesoverdracht import ADVIES_MAX
from ondersteuning.naardeles import LOOPT_AF, begin_uit_traject, is_toe_aan_de_les, naar_de_les
from ondersteuning.tests.trajecthulp import evalueer, sluit_af, start
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import DAG, maak_les, maak_werkplek

DAGEN = LOOPT_AF.days


@pytest.mark.parametrize(
    ("eind", "anders", "mag"),
    [
        (DAGEN + 1, {}, False),
        (DAGEN, {}, True),
        (-1, {}, True),
        (None, {}, False),
        (None, {"status": "afgesloten"}, True),
        (DAGEN + 1, {"partner_id": 7}, True),
    ],
)
def test_wanneer_een_traject_naar_de_les_kan(eind: int | None, anders: dict[str, Any], mag: bool) -> None:
    """Closed, by a partner, or in its last six weeks; the day before those six weeks not yet."""
    tot = None if eind is None else DAG + timedelta(days=eind)
    assert is_toe_aan_de_les(Traject(eind=tot, **anders), DAG) is mag


@pytest.mark.regel(40)
def test_wie_de_actie_vindt(decor: Decor) -> None:
    docent = maak_werkplek(decor.school, Rol.DOCENT)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    traject = start(decor, eind=DAG + LOOPT_AF, evaluatie_op=DAG)
    wie = (decor.coordinator, decor.mentor, decor.begeleider, docent)
    geven = [naar_de_les(w, *get_traject(w, traject.pk)).geven for w in wie]
    assert geven == [True, True, True, False]
    eigen = start(decor, titel="Lezen", regievoerder=docent.user, eind=DAG + LOOPT_AF, evaluatie_op=DAG)
    assert not naar_de_les(docent, *get_traject(docent, eigen.pk)).geven  # has the regie, is no begeleider


def test_niets_opnieuw_typen(decor: Decor, django_assert_num_queries: Any) -> None:
    """Where it came from, its owner, how he returns to class, what worked and the goals."""
    traject = start(decor)
    for tekst, vervallen in (("Hij begint zelf.", None), ("Oud doel.", DAG)):
        Doel.objects.create(
            school=decor.school, traject=traject, tekst=tekst, klaar_op=DAG, vervallen_op=vervallen
        )
    evalueer(decor.begeleider, traject, tekst={"wat_werkte": "Eerst samen lezen.", "vervolg": "Zo door."})
    traject = Traject.objects.select_related("partner").get(pk=traject.pk)
    with django_assert_num_queries(2):
        begin = begin_uit_traject(traject)
    assert begin == {
        "traject": traject.pk,
        "van": "Faalangsttraining",
        "onderwerp": "Faalangsttraining",
        "actie": "Eerst samen lezen.",
        "advies": "Hij neemt zelf een beurt.\n\nDit werkte: Eerst samen lezen.\n\nVervolg: Zo door.\n\n"
        "Doelen:\n- Hij begint zelf.",
        "eigenaar": decor.begeleider.user.pk,
    }


def test_geen_etiket_en_niet_te_lang(decor: Decor) -> None:
    """A line with a label stays out of what teachers read; a partner is named; a long text is cut off."""
    partner = ExternePartner.objects.create(school=decor.school, naam="Taleninstituut", soort="anders")
    traject = start(decor, terug_naar_klas=f"Let op zijn dyslexie.\n{'woord ' * 400}", partner=partner)
    evalueer(decor.begeleider, traject, tekst={"wat_werkte": "Rust bij zijn ADHD."})
    begin = begin_uit_traject(Traject.objects.select_related("partner").get(pk=traject.pk))
    assert (begin["van"], begin["actie"]) == ("Taleninstituut", "")
    assert begin["advies"].startswith("woord") and len(begin["advies"]) <= ADVIES_MAX


def test_van_traject_naar_les_en_terug(nu_decor: Decor, inloggen: Any) -> None:
    decor, dag = nu_decor, nu_decor.mentor.dag
    docent = maak_werkplek(decor.school, Rol.DOCENT, dag)
    maak_les(decor.school, docent.user, decor.leerling, van=LANG_GELEDEN)
    traject = start(decor, op=timezone.now())
    client = inloggen(decor.coordinator.user)
    pagina = reverse("ondersteuning:traject", args=[traject.pk])
    geef = f"{reverse('ondersteuning:overdracht_geef', args=[decor.leerling.pk])}?traject={traject.pk}"
    assert geef not in client.get(pagina).content.decode()
    sluit_af(decor.begeleider, traject, op=timezone.now())
    assert geef in client.get(pagina).content.decode()
    vorm = client.get(geef).content.decode()
    assert "Hij neemt zelf een beurt." in vorm and f'value="{traject.pk}" selected' in vorm
    data = {
        "traject": traject.pk,
        "van": "Faalangsttraining",
        "onderwerp": "Een beurt nemen",
        "actie": "Geef een beurt na overleg",
        "advies": "Hij neemt zelf een beurt.",
        "docenten": [f"{docent.user.pk}:Duits"],
        "eigenaar": decor.coordinator.user.pk,
        "datum": (dag + timedelta(days=60)).isoformat(),
    }
    assert client.post(geef, data).status_code == 302
    rij = Lesoverdracht.objects.get()
    overdracht = reverse("ondersteuning:overdracht", args=[rij.pk])
    html = client.get(pagina).content.decode()
    assert overdracht in html and "Een beurt nemen" in html and "Nog een overdracht" in html
    assert pagina in client.get(overdracht).content.decode()
    mentor = inloggen(decor.mentor.user).get(pagina).content.decode()
    assert "Een beurt nemen" in mentor and overdracht not in mentor
    Lesoverdracht.objects.update(status="in_de_les", afgesloten_op=timezone.now())
    assert "zit in de les" in client.get(pagina).content.decode()
