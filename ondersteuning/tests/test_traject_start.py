"""Beginning a trajectory: from a decision without typing anything twice, and what the rules refuse."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning.models import (
    Doel,
    Lijnovergang,
    Terugkoppeling,
    Traject,
    Vervolg,
    VervolgStatus,
    Wachtplek,
)
from ondersteuning.services.trajectstart import traject_starten
from ondersteuning.tests.aanbodhulp import maak_functionaris
from ondersteuning.tests.trajecthulp import WEEK, gegevens, maak_aanbod, start, wie_ziet
from ondersteuning.workflow import Besluit
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.kern.schooljaar import is_schooldag
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek


def vervolg_van(decor: Decor, besluit: Besluit = Besluit.TWEEDE_LIJN, op: Any = NU) -> Vervolg:
    signaal = dien_in(decor.mentor, decor.leerling, op, nodig="Kleine stappen.", domein_indiener="pers")
    beslis(decor.coordinator, signaal, besluit, op, domein="pers", eigenaar=decor.begeleider.user)
    return Vervolg.objects.get(signaal=signaal)


def velden_van(antwoord: Any) -> dict[str, Any]:
    """What a browser would send back of the form that was drawn."""
    form = antwoord.context["form"]
    waarden = {naam: form[naam].value() for naam in form.fields}
    return {n: w.isoformat() if hasattr(w, "isoformat") else w for n, w in waarden.items() if w is not None}


def test_uit_een_besluit_staat_alles_klaar(nu_decor: Decor, inloggen: Any) -> None:
    """Two screens: the follow-up, and a form in which only what nobody knew yet is typed."""
    decor, nu = nu_decor, timezone.now()
    vervolg = vervolg_van(decor, op=nu)
    client = inloggen(decor.begeleider.user)
    knop = reverse("ondersteuning:traject_nieuw") + f"?vervolg={vervolg.pk}"
    assert knop in client.get(reverse("ondersteuning:vervolg", args=[vervolg.pk])).content.decode()
    velden = velden_van(client.get(knop))
    assert velden["hulpvraag"] == "Krijgt zijn extra tijd niet."
    assert velden["onderwijsbehoeften"] == "Kleine stappen."
    assert (velden["al_gedaan"], velden["resultaat"]) == (
        "Gesprek, dat hielp even.",
        "Het helpt nog niet genoeg.",
    )
    assert (velden["domein"], velden["lijn"], velden["regievoerder"]) == ("pers", 2, decor.begeleider.user.pk)
    antwoord = client.post(knop, velden | {"titel": "Training", "terug_naar_klas": "Hij durft zelf."})
    traject = Traject.objects.get()
    assert antwoord["Location"] == reverse("ondersteuning:traject", args=[traject.pk])
    vervolg.refresh_from_db()
    assert vervolg.status == VervolgStatus.AFGESLOTEN and "Er is begeleiding gestart" in vervolg.resultaat
    assert wie_ziet(traject, decor.begeleider.dag) == [decor.begeleider.user.pk]


def test_de_indiener_hoort_het_zonder_inhoud(nu_decor: Decor, inloggen: Any) -> None:
    vervolg = vervolg_van(nu_decor, op=timezone.now())
    client = inloggen(nu_decor.mentor.user)
    adres = reverse("ondersteuning:mijn_signaal", args=[vervolg.signaal_id])
    assert "begeleiding gestart" not in client.get(adres).content.decode()
    traject_starten(
        door=nu_decor.begeleider,
        leerling_id=nu_decor.leerling.pk,
        gegevens=gegevens(nu_decor.begeleider.user, nu_decor.begeleider.dag, titel="Geheime titel"),
        op=timezone.now(),
        vervolg_id=vervolg.pk,
        vervolg_versie=1,
    )
    assert Terugkoppeling.objects.get().gelezen_op is None
    inhoud = client.get(adres).content.decode()
    assert "Er is begeleiding gestart" in inhoud and "Ruben" in inhoud and "Geheime" not in inhoud


def test_twee_keer_uit_een_vervolg_is_een_traject(decor: Decor) -> None:
    vervolg = vervolg_van(decor)
    begin = {
        "door": decor.begeleider,
        "leerling_id": decor.leerling.pk,
        "gegevens": gegevens(decor.begeleider.user, DAG),
        "op": NU,
        "vervolg_id": vervolg.pk,
        "vervolg_versie": 1,
    }
    traject_starten(**begin)
    with pytest.raises(Verouderd):
        traject_starten(**begin)
    assert Traject.objects.count() == 1


def test_verouderd_vervolg_begint_niets(decor: Decor) -> None:
    vervolg = vervolg_van(decor)
    with pytest.raises(Verouderd), transaction.atomic():
        traject_starten(
            door=decor.begeleider,
            leerling_id=decor.leerling.pk,
            gegevens=gegevens(decor.begeleider.user, DAG),
            op=NU,
            vervolg_id=vervolg.pk,
            vervolg_versie=7,
        )
    assert not Traject.objects.exists() and Vervolg.objects.get().status == VervolgStatus.OPEN


@pytest.mark.parametrize("besluit", [Besluit.ZORGOVERLEG, Besluit.TERUG])
def test_alleen_uit_tweede_en_derde_lijn(decor: Decor, besluit: Besluit) -> None:
    vervolg = vervolg_van(decor, besluit)
    with pytest.raises(Http404):
        traject_starten(
            door=decor.coordinator,
            leerling_id=decor.leerling.pk,
            gegevens=gegevens(decor.begeleider.user, DAG),
            op=NU,
            vervolg_id=vervolg.pk,
            vervolg_versie=1,
        )


def test_voorgestelde_dagen_zijn_schooldagen(nu_decor: Decor, inloggen: Any) -> None:
    vandaag = nu_decor.coordinator.dag
    Vrijedag.objects.create(
        school=nu_decor.school, naam="Lang vrij", van=vandaag + 5 * WEEK, tot=vandaag + 8 * WEEK
    )
    adres = reverse("ondersteuning:traject_nieuw") + f"?leerling={nu_decor.leerling.pk}"
    form = inloggen(nu_decor.coordinator.user).get(adres).context["form"]
    evaluatie, eind = form["evaluatie_op"].value(), form["eind"].value()
    vrij = vrije_perioden(vandaag)
    assert vandaag < evaluatie < eind and is_schooldag(evaluatie, vrij) and is_schooldag(eind, vrij)
    assert evaluatie > vandaag + 8 * WEEK


GOED = {
    "lijn": "2",
    "domein": "pers",
    "titel": "Training",
    "hulpvraag": "Durft niet.",
    "onderwijsbehoeften": "Kleine stappen.",
    "al_gedaan": "Gepraat.",
    "resultaat": "Hielp even.",
    "terug_naar_klas": "Hij durft zelf.",
}


def verzend(decor: Decor, inloggen: Any, **anders: Any) -> Any:
    dag = decor.coordinator.dag
    dagen = {"start": dag, "evaluatie_op": dag + 6 * WEEK, "eind": dag + 12 * WEEK}
    data = GOED | {"regievoerder": decor.begeleider.user.pk} | dagen | anders
    data = {naam: waarde for naam, waarde in data.items() if waarde is not None}
    adres = reverse("ondersteuning:traject_nieuw") + f"?leerling={decor.leerling.pk}"
    return inloggen(decor.coordinator.user).post(adres, data)


def test_goed_gaat_door(nu_decor: Decor, inloggen: Any) -> None:
    assert verzend(nu_decor, inloggen, doel="Neemt een beurt", merkbaar="Elke dag een").status_code == 302
    assert Doel.objects.get().merkbaar == "Elke dag een"


@pytest.mark.regel(65)
@pytest.mark.parametrize("lijn", ["2", "3"])
@pytest.mark.parametrize(("veld", "waarde"), [("eind", ""), ("terug_naar_klas", ""), ("evaluatie_op", "")])
def test_hogere_lijn_eindigt(nu_decor: Decor, inloggen: Any, lijn: str, veld: str, waarde: str) -> None:
    antwoord = verzend(nu_decor, inloggen, lijn=lijn, **{veld: waarde})
    assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == [veld]
    assert not Traject.objects.exists()


@pytest.mark.regel(65)
def test_eerste_lijn_mag_zonder_eind(nu_decor: Decor, inloggen: Any) -> None:
    assert verzend(nu_decor, inloggen, lijn="1", eind="", terug_naar_klas="").status_code == 302
    traject = Traject.objects.get()
    assert traject.eind is None and wie_ziet(traject, traject.start) == [nu_decor.begeleider.user.pk]


@pytest.mark.regel(65)
@pytest.mark.parametrize("veld", ["eind", "terug_naar_klas"])
def test_de_database_houdt_hogere_lijn_ook_aan_een_eind(decor: Decor, veld: str) -> None:
    traject = start(decor)
    with pytest.raises(IntegrityError, match="traject_hoger_eindigt"), transaction.atomic():
        Traject.objects.filter(pk=traject.pk).update(**{veld: None if veld == "eind" else ""})


@pytest.mark.regel(61)
@pytest.mark.parametrize("veld", ["al_gedaan", "resultaat"])
def test_omhoog_vraagt_wat_er_gedaan_is(nu_decor: Decor, inloggen: Any, veld: str) -> None:
    antwoord = verzend(nu_decor, inloggen, **{veld: ""})
    assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == [veld]
    assert not Traject.objects.exists() and not Lijnovergang.objects.exists()


@pytest.mark.regel(61)
def test_naast_een_lopend_traject_is_niet_omhoog(decor: Decor) -> None:
    start(decor)
    start(decor, titel="Tweede", al_gedaan="", resultaat="")
    start(decor, titel="Lager", lijn=1, al_gedaan="", resultaat="")
    assert [(o.van_lijn, o.naar_lijn) for o in Lijnovergang.objects.all()] == [(0, 2)]
    with pytest.raises(ValidationError):
        start(decor, titel="Hoger", lijn=3, resultaat="")
    start(decor, titel="Hoger", lijn=3)
    assert [(o.van_lijn, o.naar_lijn) for o in Lijnovergang.objects.order_by("pk")] == [(0, 2), (2, 3)]


@pytest.mark.regel(61)
@pytest.mark.parametrize("veld", ["domein", "lijn", "regievoerder"])
def test_elk_traject_heeft_domein_lijn_en_regie(nu_decor: Decor, inloggen: Any, veld: str) -> None:
    antwoord = verzend(nu_decor, inloggen, **{veld: ""})
    assert antwoord.status_code == 422 and veld in antwoord.context["form"].errors


@pytest.mark.parametrize(
    ("veld", "waarde", "zin"),
    [
        ("eind", -WEEK, "voor de start"),
        ("eind", 3 * WEEK, "na het eind"),
        ("evaluatie_op", -WEEK, "voor de start"),
        ("evaluatie_op", 13 * WEEK, "na het eind"),
        ("eind", 120 * WEEK, "twee jaar"),
        ("start", -60 * WEEK, "binnen een jaar"),
    ],
)
def test_dagen_die_niet_kunnen(
    nu_decor: Decor, inloggen: Any, veld: str, waarde: timedelta, zin: str
) -> None:
    antwoord = verzend(nu_decor, inloggen, **{veld: nu_decor.coordinator.dag + waarde})
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert not Traject.objects.exists()


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("start", "31-02-2026"),
        ("eind", "2999-01-01"),
        ("lijn", "7"),
        ("domein", "geld"),
        ("regievoerder", "99999999999999999999"),
        ("regievoerder", "x"),
        ("aanbod", "99999999999999999999"),
        ("partner", "1; drop table"),
        ("titel", "x" * 121),
        ("hulpvraag", "x" * 4001),
        ("hulpvraag", "a\x00b"),
        ("hulpvraag", "   "),
    ],
)
def test_rommel_geeft_een_melding(nu_decor: Decor, inloggen: Any, veld: str, waarde: str) -> None:
    antwoord = verzend(nu_decor, inloggen, **{veld: waarde})
    assert antwoord.status_code == 422 and veld in antwoord.context["form"].errors
    assert not Traject.objects.exists()


@pytest.mark.parametrize(
    "adres", ["leerling=0", "leerling=999999999999", "vervolg=99", "groep=1", "wachtplek=x", "leerling=%00"]
)
def test_verzonnen_bron_is_er_niet(nu_decor: Decor, inloggen: Any, adres: str) -> None:
    client = inloggen(nu_decor.coordinator.user)
    assert client.get(reverse("ondersteuning:traject_nieuw") + f"?{adres}").status_code in {200, 404}
    assert not Traject.objects.exists()


def test_overlap_geeft_een_melding(nu_decor: Decor, inloggen: Any) -> None:
    aanbod = maak_aanbod(nu_decor, schooljaar=_jaar(nu_decor))
    assert verzend(nu_decor, inloggen, aanbod=str(aanbod.pk)).status_code == 302
    antwoord = verzend(nu_decor, inloggen, aanbod=str(aanbod.pk))
    assert antwoord.status_code == 422 and "heeft dit aanbod al" in antwoord.content.decode()
    later = nu_decor.coordinator.dag + 13 * WEEK
    andere = verzend(
        nu_decor,
        inloggen,
        aanbod=str(aanbod.pk),
        start=later,
        evaluatie_op=later + WEEK,
        eind=later + 2 * WEEK,
    )
    assert andere.status_code == 302 and Traject.objects.count() == 2


def _jaar(decor: Decor) -> int:
    dag = decor.coordinator.dag
    return dag.year if dag.month >= 8 else dag.year - 1


def test_aanbod_van_een_andere_lijn_of_domein(nu_decor: Decor, inloggen: Any) -> None:
    aanbod = maak_aanbod(nu_decor, schooljaar=_jaar(nu_decor))
    for anders in ({"lijn": "3"}, {"domein": "leer"}):
        antwoord = verzend(nu_decor, inloggen, aanbod=str(aanbod.pk), **anders)
        assert antwoord.status_code == 422 and list(antwoord.context["form"].errors) == ["aanbod"]


def test_vol_aanbod_wordt_een_wachtplek(decor: Decor) -> None:
    aanbod = maak_aanbod(decor, capaciteit=1)
    start(decor, aanbod=aanbod)
    ander = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
    uit = traject_starten(
        door=decor.coordinator,
        leerling_id=ander.pk,
        gegevens=gegevens(decor.begeleider.user, DAG, aanbod=aanbod),
        op=NU,
    )
    assert uit.traject is None and uit.wachtplek == Wachtplek.objects.get(leerling=ander)
    assert Traject.objects.count() == 1


def test_regievoerder_zonder_aanstelling(decor: Decor) -> None:
    for rol in (Rol.BEHEERDER, Rol.SCHOOLLEIDING):
        wie = maak_werkplek(decor.school, rol).user
        with pytest.raises(ValidationError) as fout, transaction.atomic():
            start(decor, regievoerder=wie)
        assert list(fout.value.message_dict) == ["regievoerder"]


def test_van_school(decor: Decor) -> None:
    Leerling.objects.filter(pk=decor.leerling.pk).update(uitgeschreven_op=DAG - WEEK)
    with pytest.raises(ValidationError):
        start(decor)


def test_wie_mag_beginnen(decor: Decor) -> None:
    """The coordinator and an assigned begeleider; a mentor only from his own follow-up, others not at all."""
    with pytest.raises(PermissionDenied), transaction.atomic():
        start(decor, decor.mentor)
    with pytest.raises(Http404), transaction.atomic():
        start(decor, decor.begeleider)
    start(decor)
    assert start(decor, decor.begeleider, titel="Nog een").gemaakt_door_id == decor.begeleider.user.pk


@pytest.mark.regel(61)
def test_overgangen_zijn_alleen_toe_te_voegen(decor: Decor) -> None:
    start(decor)
    with connection.cursor() as cursor:
        for sql in (
            "UPDATE ondersteuning_lijnovergang SET naar_lijn = 3",
            "DELETE FROM ondersteuning_lijnovergang",
        ):
            with pytest.raises(Exception, match="permission denied"), transaction.atomic():
                cursor.execute(sql)


def test_over_de_afgesproken_caseload_vraagt_het_na(nu_decor: Decor, inloggen: Any) -> None:
    """A limit is shown and asked about, never silently passed and never in the way of who is sure."""
    decor = nu_decor
    maak_functionaris(decor.school, decor.begeleider.user, caseload_max=0)
    vervolg = vervolg_van(decor, op=timezone.now())
    client = inloggen(decor.begeleider.user)
    adres = reverse("ondersteuning:traject_nieuw") + f"?vervolg={vervolg.pk}"
    velden = velden_van(client.get(adres)) | {"titel": "Training", "terug_naar_klas": "Hij durft zelf."}
    antwoord = client.post(adres, velden)
    assert antwoord.status_code == 422 and not Traject.objects.exists()
    inhoud = antwoord.content.decode()
    assert "heeft nu 0 van 0" in inhoud and 'type="checkbox" name="toch"' in inhoud
    assert client.post(adres, velden | {"toch": "on"}).status_code == 302
    assert Traject.objects.count() == 1
