"""What pupil or parents think of a report: word for word, on any report, shown and printed with it, for good."""

import uuid
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import ProgrammingError, transaction
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from leerlingen import zienswijzen
from leerlingen.models import Contactpersoon, Niveau, Stuksoort, Zienswijze
from leerlingen.services.notities import notitie_intrekken, zienswijze_optekenen
from leerlingen.tests.notitiehulp import Plein, maak_plein, schrijf, voeg_toe
from leerlingen.zienswijzen import Spreker, Verslag, open_bron, registreer_bron, zienswijzen_bij
from zorgapp.accounts.models import School
from zorgapp.accounts.werkplek import Werkplek

WOORDEN = "Wij zien dat heel anders: thuis leest hij elke avond."


@pytest.fixture
def plein(school: School, opslag: Any) -> Plein:
    plein = maak_plein(school)
    Contactpersoon.objects.create(
        school=school, leerling=plein.leerling, naam="Marit Bakker", relatie="moeder", gezag="nee"
    )
    return plein


def teken_op(door: Werkplek, bron: str, tekst: str = WOORDEN, **velden: Any) -> Zienswijze:
    standaard: dict[str, Any] = {"sleutel": uuid.uuid4(), "gegeven_op": door.dag}
    return zienswijze_optekenen(
        door=door,
        bron=bron,
        verslag=open_bron(door, bron),
        spreker=Spreker("Marit Bakker", "moeder"),
        tekst=tekst,
        op=timezone.now(),
        **(standaard | velden),
    )


def pad(naam: str, *args: Any) -> str:
    return reverse(f"leerlingen:{naam}", args=args)


@pytest.mark.regel(48)
def test_de_zienswijze_staat_bij_het_verslag_en_op_papier(plein: Plein, inloggen: Any) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    client = inloggen(plein.mentor.user)
    bron = f"notitie:{notitie.pk}"
    assert "Marit Bakker (moeder)" in client.get(pad("zienswijze_nieuw", bron)).text
    moeder = Contactpersoon.objects.get()
    invoer = {
        "sleutel": uuid.uuid4(),
        "van_wie": f"contact:{moeder.pk}",
        "gegeven_op": timezone.localdate(),
        "tekst": WOORDEN,
    }
    assert client.post(pad("zienswijze_nieuw", bron), invoer).url == pad("notitie", notitie.pk)
    assert client.post(pad("zienswijze_nieuw", bron), invoer).status_code == 302  # the same form again: once
    assert Zienswijze.objects.count() == 1
    Contactpersoon.objects.all().delete()  # who said it is kept as it was
    for naam in ("notitie", "notitie_afdrukken"):
        pagina = client.get(pad(naam, notitie.pk)).text
        assert f"‘{WOORDEN}’" in pagina and "Marit Bakker" in pagina and "moeder" in pagina
    assert "data-afdrukken" in pagina


@pytest.mark.regel(48)
def test_ook_bij_een_stuk_en_bij_een_verslag_van_een_andere_verdieping(plein: Plein, inloggen: Any) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling)
    teken_op(plein.mentor, f"stuk:{stuk.pk}")
    assert WOORDEN in inloggen(plein.begeleider.user).get(pad("stuk", stuk.pk)).text
    grond = open_bron(plein.mentor, f"stuk:{stuk.pk}").grond
    registreer_bron("proef", lambda werkplek, pk: Verslag(plein.leerling, grond, "Evaluatie", f"/e/{pk}/"))
    try:
        teken_op(plein.mentor, "proef:4", "Van de leerling.")
        teken_op(plein.mentor, "proef:4", "Van de moeder.")
        lijst = zienswijzen_bij(plein.begeleider, "proef:4")
        html = render_to_string(
            "leerlingen/notities/_zienswijzen.html", {"zienswijzen": lijst, "vandaag": plein.mentor.dag}
        )
        assert html.index("Van de leerling.") < html.index("Van de moeder.")
    finally:
        del zienswijzen._BRONNEN["proef"]


@pytest.mark.regel(48)
@pytest.mark.parametrize("opdracht", ["update", "delete"])
def test_wat_iemand_zei_verandert_niemand(plein: Plein, opdracht: str) -> None:
    teken_op(plein.mentor, f"notitie:{schrijf(plein.mentor, plein.leerling).pk}")
    rijen = Zienswijze.objects.all()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rijen.update(tekst="x") if opdracht == "update" else rijen._raw_delete("default")


def test_alleen_wie_het_verslag_leest(plein: Plein) -> None:
    bron = f"notitie:{schrijf(plein.coordinator, plein.leerling, niveau=Niveau.ZORGTEAM).pk}"
    for wie in (plein.mentor, plein.docent, plein.vreemd, plein.leiding):
        with pytest.raises(Http404):
            teken_op(wie, bron)
    assert teken_op(plein.begeleider, bron).opgetekend_door == plein.begeleider.user


def test_een_docent_leest_haar_maar_schrijft_haar_niet(plein: Plein, inloggen: Any) -> None:
    notitie = schrijf(plein.mentor, plein.leerling, niveau=Niveau.KLAS)
    bron = f"notitie:{notitie.pk}"
    teken_op(plein.mentor, bron)
    with pytest.raises(PermissionDenied):
        teken_op(plein.docent, bron)
    client = inloggen(plein.docent.user)
    assert WOORDEN in client.get(pad("notitie", notitie.pk)).text
    assert client.get(pad("zienswijze_nieuw", bron)).status_code == 403


def test_niet_bij_een_afgeschermd_stuk_voor_de_mentor(plein: Plein) -> None:
    stuk = voeg_toe(plein.mentor, plein.leerling, Stuksoort.MEDISCH)
    with pytest.raises(Http404):
        teken_op(plein.mentor, f"stuk:{stuk.pk}")


def test_niet_bij_wat_is_ingetrokken(plein: Plein) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    notitie_intrekken(door=plein.mentor, pk=notitie.pk, versie=1, reden="x", op=timezone.now())
    with pytest.raises(PermissionDenied):
        teken_op(plein.mentor, f"notitie:{notitie.pk}")


@pytest.mark.regel(48)
def test_een_verslag_heeft_een_naam(plein: Plein, inloggen: Any) -> None:
    """Under a second name of the same report ("notitie:007") a view would be kept where nobody reads it."""
    bron = f"notitie:00{schrijf(plein.mentor, plein.leerling).pk}"
    client = inloggen(plein.mentor.user)
    assert client.get(f"/zienswijze/{bron}/").status_code == 404
    with pytest.raises(Http404):
        open_bron(plein.mentor, bron)


@pytest.mark.parametrize("bron", ["notitie:999999999999999999", "stuk:1", "iets:1"])
def test_een_verslag_dat_er_niet_is(plein: Plein, bron: str, inloggen: Any) -> None:
    assert inloggen(plein.coordinator.user).get(pad("zienswijze_nieuw", bron)).status_code == 404
    with pytest.raises(Http404):
        open_bron(plein.coordinator, bron)


@pytest.mark.parametrize("velden", [{"tekst": ""}, {"spreker": Spreker("", "moeder")}], ids=str)
def test_leeg_wordt_niet_bewaard(plein: Plein, velden: dict[str, Any]) -> None:
    bron = f"notitie:{schrijf(plein.mentor, plein.leerling).pk}"
    vast: dict[str, Any] = {"spreker": Spreker("Marit", "moeder"), "tekst": WOORDEN}
    with pytest.raises(ValidationError):
        zienswijze_optekenen(
            door=plein.mentor,
            bron=bron,
            verslag=open_bron(plein.mentor, bron),
            sleutel=uuid.uuid4(),
            gegeven_op=plein.mentor.dag,
            op=timezone.now(),
            **(vast | velden),
        )


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"van_wie": ""}, "Kies wie dit vindt."),
        ({"van_wie": "contact:999"}, "Deze persoon vinden we niet"),
        ({"tekst": ""}, "Schrijf op wat iemand zei"),
        ({"gegeven_op": "2099-01-01"}, "Die dag moet nog komen."),
    ],
    ids=lambda waarde: str(waarde)[:40],
)
def test_wat_niet_klopt_komt_terug_met_een_zin(
    plein: Plein, inloggen: Any, velden: dict[str, str], zin: str
) -> None:
    notitie = schrijf(plein.mentor, plein.leerling)
    invoer = {
        "sleutel": uuid.uuid4(),
        "van_wie": "leerling",
        "gegeven_op": timezone.localdate().isoformat(),
        "tekst": WOORDEN,
    }
    antwoord = inloggen(plein.mentor.user).post(
        pad("zienswijze_nieuw", f"notitie:{notitie.pk}"), invoer | velden
    )
    assert antwoord.status_code == 422 and zin in antwoord.text
    assert not Zienswijze.objects.exists()
