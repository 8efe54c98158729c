"""Groups: participants, places, attendance, scores without a ranking, and closing with an outcome each."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ondersteuning.groepsbeeld import meetbeeld
from ondersteuning.models import Aanwezigheid, Afloop, Groepstraject, Sessie, Traject
from ondersteuning.services.groepen import (
    Groepgegevens,
    groep_afsluiten,
    groep_heropenen,
    groep_maken,
    groep_wijzigen,
    meting_vastleggen,
)
from ondersteuning.services.sessies import Sessiegegevens, Verslag, sessie_vastleggen, sessies_plannen
from ondersteuning.tests.trajecthulp import WEEK, start
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.models import Inzage, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget


def gegevens(decor: Decor, **velden: Any) -> Groepgegevens:
    dag = decor.begeleider.dag
    standaard = {
        "naam": "Faalangsttraining",
        "lijn": 2,
        "domein": "pers",
        "begeleider": decor.begeleider.user,
        "start": dag,
        "evaluatie_op": dag + 6 * WEEK,
        "eind": dag + 12 * WEEK,
        "plekken": 8,
        "meting": "Spanning",
        "schaal_van": Decimal(0),
        "schaal_tot": Decimal(10),
        "hoger_is_beter": False,
    }
    return Groepgegevens(**(standaard | velden))


def maak(decor: Decor, aantal: int = 0, op: Any = NU, **velden: Any) -> tuple[Groepstraject, list[Traject]]:
    """A group with this many participants."""
    groep = groep_maken(door=decor.begeleider, gegevens=gegevens(decor, **velden))
    mee = []
    for n in range(aantal):
        leerling = maak_leerling(decor.school, decor.klas, f"Mila{n}", "Visser")
        mee.append(start(decor, leerling=leerling, groep=groep, op=op))
    return groep, mee


def test_vol_is_vol(decor: Decor) -> None:
    groep, _ = maak(decor, 2, plekken=2)
    with pytest.raises(ValidationError, match="is vol"), transaction.atomic():
        start(decor, groep=groep)
    groep_wijzigen(door=decor.begeleider, pk=groep.pk, versie=1, gegevens=gegevens(decor, plekken=3))
    start(decor, groep=groep)
    with pytest.raises(ValidationError, match="al 3"):
        groep_wijzigen(door=decor.begeleider, pk=groep.pk, versie=2, gegevens=gegevens(decor, plekken=2))


def test_een_leerling_doet_een_keer_mee(decor: Decor) -> None:
    groep, [eerste] = maak(decor, 1)
    with pytest.raises(ValidationError, match="doet al mee"), transaction.atomic():
        start(decor, leerling=eerste.leerling, groep=groep, titel="Nog eens")


def test_wie_er_niet_over_gaat(decor: Decor) -> None:
    groep, _ = maak(decor, 1)
    ander = maak_werkplek(decor.school, Rol.BEGELEIDER)
    for wie in (decor.mentor, ander):
        with pytest.raises(Http404):
            groep_wijzigen(door=wie, pk=groep.pk, versie=1, gegevens=gegevens(decor))


def test_reeks_slaat_vrije_dagen_over(decor: Decor) -> None:
    groep, _ = maak(decor)
    Vrijedag.objects.create(school=decor.school, naam="Vrij", van=DAG + WEEK, tot=DAG + WEEK)
    sessies = sessies_plannen(door=decor.begeleider, gegevens=Sessiegegevens(NU, keren=3), groep_id=groep.pk)
    assert [timezone.localdate(s.begint_op) for s in sessies] == [DAG, DAG + 2 * WEEK, DAG + 3 * WEEK]
    assert len({timezone.localtime(s.begint_op).time() for s in sessies}) == 1


@pytest.mark.parametrize("weken", [-1, 13])
def test_geen_sessie_buiten_de_periode(decor: Decor, weken: int) -> None:
    groep, _ = maak(decor)
    with pytest.raises(ValidationError):
        sessies_plannen(door=decor.begeleider, gegevens=Sessiegegevens(NU + weken * WEEK), groep_id=groep.pk)
    assert not Sessie.objects.exists()


def test_aanwezigheid_op_een_scherm(nu_decor: Decor, inloggen: Any) -> None:
    groep, mee = maak(nu_decor, 2, op=timezone.now())
    [sessie] = sessies_plannen(
        door=nu_decor.begeleider, gegevens=Sessiegegevens(timezone.now()), groep_id=groep.pk
    )
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:sessie", args=[sessie.pk])
    data = {"versie": 1, f"wie_{mee[0].pk}": "ja", f"wie_{mee[1].pk}": "afgemeld", "verslag": "Geoefend."}
    assert client.post(adres, data | {f"wie_{mee[0].pk}": "misschien"}).status_code == 422
    assert client.post(adres, data).status_code == 302
    assert set(Aanwezigheid.objects.values_list("traject_id", "aanwezig")) == {
        (mee[0].pk, "ja"),
        (mee[1].pk, "afgemeld"),
    }
    antwoord = client.post(adres, data | {"verslag": "Van een ander."})
    assert antwoord.status_code == 409 and "Van een ander." in antwoord.content.decode()
    assert Sessie.objects.get().verslag == "Geoefend."
    staat = antwoord.text.split("Nu staat er:")[1]  # before he may write over it he reads what is there
    assert "Geoefend." in staat and f"{mee[1].leerling.naam} afgemeld" in staat


def test_aanwezigheid_van_een_ander_traject_telt_niet(decor: Decor) -> None:
    groep, _ = maak(decor, 1)
    los = start(decor)
    [sessie] = sessies_plannen(door=decor.begeleider, gegevens=Sessiegegevens(NU), groep_id=groep.pk)
    sessie_vastleggen(
        door=decor.begeleider, pk=sessie.pk, versie=1, verslag=Verslag(), aanwezig={los.pk: "ja"}
    )
    assert not Aanwezigheid.objects.exists()


def scores(mee: list[Traject], *paren: tuple[int, int]) -> dict[int, Any]:
    return {t.pk: (Decimal(voor), Decimal(na)) for t, (voor, na) in zip(mee, paren, strict=True)}


def test_beeld_zonder_namen_of_rangorde(decor: Decor) -> None:
    groep, mee = maak(decor, 3)
    meting_vastleggen(
        door=decor.begeleider, pk=groep.pk, versie=1, scores=scores(mee, (8, 4), (6, 6), (5, 7))
    )
    beeld = meetbeeld(groep, list(Traject.objects.all()))
    assert beeld is not None
    assert (beeld.beter, beeld.gelijk, beeld.minder) == (1, 1, 1)
    assert (beeld.midden_voor, beeld.midden_na) == (6, 6)
    assert "Mila" not in beeld.grafiek and "1 van 3 beter" in beeld.grafiek
    assert meetbeeld(groep, list(Traject.objects.all()[:2])) is None


@pytest.mark.parametrize("score", [-1, 11])
def test_score_buiten_de_schaal(decor: Decor, score: int) -> None:
    groep, mee = maak(decor, 1)
    with pytest.raises(ValidationError):
        meting_vastleggen(door=decor.begeleider, pk=groep.pk, versie=1, scores=scores(mee, (score, 5)))
    assert Traject.objects.get().voormeting is None


def test_scores_op_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    groep, mee = maak(nu_decor, 1, op=timezone.now())
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:groep_meting", args=[groep.pk])
    for fout in ("11", "veel", "1,23", "9" * 30, "\x00"):
        assert client.post(adres, {"versie": 1, f"voor_{mee[0].pk}": fout}).status_code == 422
    assert client.post(adres, {"versie": 1, f"voor_{mee[0].pk}": "7,5"}).status_code == 302
    assert Traject.objects.get().voormeting == Decimal("7.5")
    assert client.post(adres, {"versie": 1, f"voor_{mee[0].pk}": "2"}).status_code == 409


def test_afsluiten_met_een_afloop_voor_ieder(decor: Decor) -> None:
    groep, mee = maak(decor, 2)
    sluit = {"door": decor.begeleider, "pk": groep.pk, "versie": 1, "tekst": "Samen oefenen.", "op": NU}
    with pytest.raises(ValidationError, match="elke deelnemer"), transaction.atomic():
        groep_afsluiten(aflopen={mee[0].pk: Afloop.GELUKT}, **sluit)
    assert Traject.objects.lopend().count() == 2
    groep_afsluiten(aflopen={mee[0].pk: Afloop.GELUKT, mee[1].pk: Afloop.DEELS}, **sluit)
    assert set(Traject.objects.values_list("afloop", flat=True)) == {"gelukt", "deels"}
    with pytest.raises(Verouderd):
        groep_afsluiten(aflopen={}, **sluit)
    groep_heropenen(door=decor.begeleider, pk=groep.pk, op=NU)
    assert Traject.objects.lopend().count() == 2 and Groepstraject.objects.get().afgesloten_op is None


def test_na_afsluiten_niets_meer(decor: Decor) -> None:
    groep, _ = maak(decor)
    groep_afsluiten(door=decor.begeleider, pk=groep.pk, versie=1, aflopen={}, tekst="Klaar.", op=NU)
    with pytest.raises(StapNietToegestaan):
        groep_wijzigen(door=decor.begeleider, pk=groep.pk, versie=2, gegevens=gegevens(decor))
    with pytest.raises(StapNietToegestaan):
        sessies_plannen(door=decor.begeleider, gegevens=Sessiegegevens(NU), groep_id=groep.pk)
    with pytest.raises(ValidationError, match="afgesloten"), transaction.atomic():
        start(decor, groep=groep)
    with pytest.raises(StapNietToegestaan):
        groep_heropenen(door=decor.begeleider, pk=groep.pk, op=NU + WEEK)


def test_maken_op_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:groep_nieuw")
    dag = nu_decor.begeleider.dag
    data = {
        "naam": "Training",
        "lijn": "2",
        "domein": "pers",
        "begeleider": nu_decor.begeleider.user.pk,
        "start": dag,
        "evaluatie_op": dag + WEEK,
        "eind": dag + 2 * WEEK,
    }
    for veld, waarde in (
        ("naam", ""),
        ("eind", dag - WEEK),
        ("evaluatie_op", dag + 3 * WEEK),
        ("plekken", "0"),
        ("plekken", "x"),
        ("begeleider", "999999999999999999999"),
    ):
        antwoord = client.post(adres, data | {veld: waarde})
        assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == [veld], veld
    assert list(client.post(adres, data | {"meting": "Spanning"}).context["form"].errors) == ["schaal_tot"]
    antwoord = client.post(adres, data)
    groep = Groepstraject.objects.get()
    assert antwoord["Location"] == reverse("ondersteuning:groep", args=[groep.pk])


def test_groep_kost_even_veel_bij_meer_deelnemers(nu_decor: Decor, inloggen: Any) -> None:
    """And every participant's file gets its line in the read log."""
    groep, _ = maak(nu_decor, 3, op=timezone.now(), plekken=None)
    sessies_plannen(
        door=nu_decor.begeleider, gegevens=Sessiegegevens(timezone.now(), keren=3), groep_id=groep.pk
    )
    client = inloggen(nu_decor.begeleider.user)
    adres = reverse("ondersteuning:groep", args=[groep.pk])
    eerst = controleer_budget(client, adres)
    for n in range(12):
        leerling = maak_leerling(nu_decor.school, nu_decor.klas, f"Noor{n}", "Smit")
        start(nu_decor, leerling=leerling, groep=groep, op=timezone.now())
    Inzage.objects.count()
    assert controleer_budget(client, adres) == eerst
    laatste = Inzage.objects.filter(onderwerp="groepstraject").order_by("-pk")[:15]
    assert len({i.leerling_id for i in laatste}) == 15
