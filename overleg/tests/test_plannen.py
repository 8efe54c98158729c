"""Planning one meeting through its pages: who may plan what, on which day, who is asked, and who hears of it."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from overleg.access_plannen import dag_grenzen, dubbel_geboekt
from overleg.loop import Overlegstatus
from overleg.models import Agendapunt, Deelname, Overleg
from overleg.services.plannen import eis_moment
from overleg.tests.overleghulp import maak_overleg, maak_partner, maak_punt
from zorgapp.accounts.models import Inzage, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

pytestmark = pytest.mark.django_db
NIEUW = reverse("overleg:overleg_nieuw")


def schooldag(over: int = 5) -> date:
    return na_schooldagen(timezone.localdate(), over, ())


def velden(door: Werkplek, **anders: Any) -> dict[str, Any]:
    standaard = {
        "naam": "Zorgoverleg",
        "dag": schooldag().isoformat(),
        "tijd": "13:00",
        "minuten": "60",
        "plek": "lokaal 0.14",
        "voorzitter": str(door.user.pk),
        "notulist": "",
    }
    return {naam: waarde for naam, waarde in (standaard | anders).items() if waarde is not None}


def op(dag: date, uur: int = 13) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(uur)))


def straks(decor: Decor, *leden: Any, **anders: Any) -> Overleg:
    standaard = {"begin": op(schooldag()), "op": timezone.now()}
    return maak_overleg(decor.coordinator, *leden, **(standaard | anders))


def gehoord(overleg: Overleg, soort: str = "overleg_uitnodiging") -> set[int]:
    rijen = Herinnering.objects.filter(object_id=overleg.pk, soort=soort, status=Status.GEPLAND)
    return set(rijen.values_list("ontvanger_id", flat=True))


def test_het_werkt(nu_decor: Decor, client: Client, inloggen: Any) -> None:
    wie = inloggen(nu_decor.coordinator.user)
    antwoord = wie.post(f"{NIEUW}?soort=zorgoverleg", velden(nu_decor.coordinator))
    overleg = Overleg.objects.get()
    assert antwoord.status_code == 302 and antwoord.url == reverse("overleg:overleg", args=[overleg.pk])
    assert (overleg.begin, overleg.plek) == (op(schooldag()), "lokaal 0.14")
    erbij = reverse("overleg:overleg_deelnemer", args=[overleg.pk])
    assert wie.post(erbij, {"collega": nu_decor.begeleider.user.pk}).status_code == 302
    assert gehoord(overleg) == {nu_decor.begeleider.user.pk}  # not who planned it
    pagina = wie.get(antwoord.url).content.decode()
    assert "lokaal 0.14" in pagina and "Ruben" in pagina and "13.00 tot 14.00 uur" in pagina
    lijst = wie.get(reverse("overleg:overleggen")).content.decode()
    assert "Het volgende overleg: zorgoverleg" in lijst


@pytest.mark.parametrize(
    ("rol", "soorten"),
    [
        (Rol.MENTOR, {"mdo", "leerlingbespreking"}),
        (Rol.BEGELEIDER, {"mdo", "intervisie"}),
        (Rol.TEAMLEIDER, {"sectie", "team", "scholing"}),
    ],
)
def test_alleen_wat_je_mag_plannen(nu_decor: Decor, inloggen: Any, rol: Rol, soorten: set[str]) -> None:
    wie = maak_werkplek(nu_decor.school, rol, timezone.localdate())
    client = inloggen(wie.user)
    pagina = client.get(NIEUW).content.decode()
    for soort in (
        "zorgoverleg",
        "zat",
        "mdo",
        "leerlingbespreking",
        "sectie",
        "team",
        "intervisie",
        "scholing",
    ):
        assert (f"?soort={soort}" in pagina) is (soort in soorten)
    for soort in ("zorgoverleg", "bestaat_niet"):
        assert client.post(f"{NIEUW}?soort={soort}", velden(wie)).status_code == 403
    assert not Overleg.objects.exists()


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"dag": "2020-01-07"}, "Die dag is voorbij"),
        ({"dag": "2099-12-31"}, "meer dan twee jaar"),
        ({"dag": "1-1"}, "Schrijf de datum"),
        ({"tijd": "25:99"}, "Schrijf de tijd"),
        ({"minuten": "99999999999999999999"}, "5 tot 480 minuten"),
        ({"naam": ""}, "Geef het overleg een naam"),
        ({"naam": "a\x00b"}, "null"),
        ({"voorzitter": "999999999"}, "Kies een collega"),
    ],
)
def test_wat_niet_kan_wordt_geen_overleg(nu_decor: Decor, inloggen: Any, anders: Any, zin: str) -> None:
    client = inloggen(nu_decor.coordinator.user)
    antwoord = client.post(f"{NIEUW}?soort=zorgoverleg", velden(nu_decor.coordinator, **anders))
    assert antwoord.status_code == 422 and zin.lower() in antwoord.content.decode().lower()
    assert not Overleg.objects.exists() and not Herinnering.objects.exists()


def test_een_vrije_dag_wordt_geweigerd_behalve_voor_scholing(nu_decor: Decor, inloggen: Any) -> None:
    dag = schooldag()
    Vrijedag.objects.create(school=nu_decor.school, naam="Herfstvakantie", van=dag, tot=dag)
    client = inloggen(nu_decor.coordinator.user)
    antwoord = client.post(f"{NIEUW}?soort=zorgoverleg", velden(nu_decor.coordinator))
    assert antwoord.status_code == 422 and "(Herfstvakantie). Kies een schooldag" in antwoord.content.decode()
    zaterdag = dag + timedelta(days=5 - dag.weekday())
    weekend = client.post(
        f"{NIEUW}?soort=zorgoverleg", velden(nu_decor.coordinator, dag=zaterdag.isoformat())
    )
    assert "weekend. Kies een schooldag" in weekend.content.decode() and not Overleg.objects.exists()
    eis_moment(nu_decor.coordinator, "scholing", op(dag))
    assert client.post(f"{NIEUW}?soort=scholing", velden(nu_decor.coordinator)).status_code == 302


def test_mentor_plant_zijn_klas_met_de_docenten(nu_decor: Decor, inloggen: Any) -> None:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, timezone.localdate())
    maak_les(nu_decor.school, docent.user, nu_decor.leerling, van=date(2020, 8, 1))
    client = inloggen(nu_decor.mentor.user)
    vorm = velden(nu_decor.mentor, naam="Leerlingbespreking", klas=str(nu_decor.klas.pk), docenten="on")
    assert client.post(f"{NIEUW}?soort=leerlingbespreking", vorm | {"klas": "999"}).status_code == 422
    assert client.post(f"{NIEUW}?soort=leerlingbespreking", vorm).status_code == 302
    overleg = Overleg.objects.get()
    wie = set(Deelname.objects.values_list("user_id", flat=True))
    assert overleg.klas_id == nu_decor.klas.pk and wie == {docent.user.pk, nu_decor.mentor.user.pk}


def test_een_mdo_begint_bij_de_leerling(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.mentor.user)
    assert "Over welke leerling?" in client.get(f"{NIEUW}?soort=mdo").content.decode()
    pad = f"{NIEUW}?soort=mdo&leerling={nu_decor.leerling.pk}"
    assert client.post(pad, velden(nu_decor.mentor, naam="MDO")).status_code == 302
    punt = Agendapunt.objects.get()
    assert (punt.leerling_id, punt.overleg.soort) == (nu_decor.leerling.pk, "mdo")
    assert Inzage.objects.filter(leerling_id=nu_decor.leerling.pk).exists()
    vreemd = inloggen(nu_decor.begeleider.user)
    assert vreemd.post(pad, velden(nu_decor.begeleider)).status_code == 404
    assert vreemd.get(f"{NIEUW}?soort=mdo&leerling=9{'9' * 30}").status_code == 404
    assert Overleg.objects.count() == 1


def test_van_buiten_alleen_met_organisatie(nu_decor: Decor, inloggen: Any) -> None:
    extern = maak_werkplek(nu_decor.school, Rol.EXTERNE, timezone.localdate())
    partner = maak_partner(nu_decor.school)
    client, zat = inloggen(nu_decor.coordinator.user), straks(nu_decor, soort="zat")
    pad = reverse("overleg:overleg_deelnemer", args=[zat.pk])
    assert client.post(pad, {"extern": extern.user.pk, "partner": ""}).status_code == 422
    assert client.post(pad, {"extern": nu_decor.begeleider.user.pk, "partner": partner.pk}).status_code == 422
    assert client.post(pad, {"extern": extern.user.pk, "partner": partner.pk}).status_code == 302
    assert Deelname.objects.get(user=extern.user).partner == partner
    rij = Herinnering.objects.get(ontvanger=extern.user)
    assert rij.direct and rij.soort == "overleg_uitnodiging"
    gewoon = straks(nu_decor)
    pad = reverse("overleg:overleg_deelnemer", args=[gewoon.pk])
    assert client.post(pad, {"extern": extern.user.pk, "partner": partner.pk}).status_code == 422


def test_verzetten_meldt_zich_een_keer(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    client.post(f"{NIEUW}?soort=zorgoverleg", velden(nu_decor.coordinator))
    overleg = Overleg.objects.get()
    client.post(
        reverse("overleg:overleg_deelnemer", args=[overleg.pk]), {"collega": nu_decor.begeleider.user.pk}
    )
    pad = reverse("overleg:overleg_wijzigen", args=[overleg.pk])
    for tijd, versie in (("14:00", 1), ("15:00", 2)):
        vorm = velden(nu_decor.coordinator, tijd=tijd, versie=versie)
        assert client.post(pad, vorm).status_code == 302
    assert gehoord(overleg, "overleg_gewijzigd") == {nu_decor.begeleider.user.pk}
    wacht = Herinnering.objects.filter(soort="overleg_gewijzigd")
    assert sorted(wacht.values_list("status", flat=True)) == [Status.GEPLAND, Status.VERVALLEN]
    client.post(pad, velden(nu_decor.coordinator, tijd="15:00", versie=3, naam="Anders"))
    assert wacht.count() == 2  # another name is no news
    oud = client.post(pad, velden(nu_decor.coordinator, tijd="16:00", versie=2, plek="mijn woorden"))
    assert oud.status_code == 409
    tekst = oud.content.decode()
    assert "mijn woorden" in tekst and "Zo staat het nu" in tekst and 'name="versie" value="4"' in tekst
    overleg.refresh_from_db()
    assert overleg.begin == op(schooldag(), 15)


def test_afzeggen_met_reden_en_herstellen(nu_decor: Decor, inloggen: Any) -> None:
    overleg = straks(nu_decor, nu_decor.begeleider)
    Deelname.objects.update(uitgenodigd_op=timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    pad = reverse("overleg:overleg_afzeggen", args=[overleg.pk])
    assert client.post(pad, {"versie": 1, "reden": " "}).status_code == 422
    assert client.post(pad, {"versie": 1, "reden": "Iedereen is ziek."}).status_code == 302
    assert client.post(pad, {"versie": 2, "reden": "Nog eens."}).status_code == 422
    overleg.refresh_from_db()
    assert (overleg.status, overleg.reden) == (Overlegstatus.AFGEZEGD, "Iedereen is ziek.")
    assert gehoord(overleg, "overleg_gewijzigd") == {nu_decor.begeleider.user.pk}
    assert "Iedereen is ziek." in client.get(reverse("overleg:overleg", args=[overleg.pk])).content.decode()
    client.post(reverse("overleg:overleg_herstellen", args=[overleg.pk]))
    overleg.refresh_from_db()
    assert overleg.status == Overlegstatus.GEPLAND


def test_beginnen_is_een_keer(nu_decor: Decor, inloggen: Any) -> None:
    overleg = straks(nu_decor, nu_decor.begeleider)
    pad = reverse("overleg:overleg_begin", args=[overleg.pk])
    assert inloggen(nu_decor.begeleider.user).post(pad).status_code == 403
    client = inloggen(nu_decor.coordinator.user)
    for _ in range(2):
        assert client.post(pad).status_code == 302
    overleg.refresh_from_db()
    assert (overleg.status, overleg.versie) == (Overlegstatus.BEZIG, 2)


def test_wie_eraf_gaat_ziet_niets_meer(nu_decor: Decor, inloggen: Any) -> None:
    overleg = straks(nu_decor, nu_decor.begeleider)
    deelname = Deelname.objects.get(user=nu_decor.begeleider.user)
    client = inloggen(nu_decor.coordinator.user)
    client.post(reverse("overleg:overleg_deelnemer_weg", args=[overleg.pk, deelname.pk]))
    pagina = reverse("overleg:overleg", args=[overleg.pk])
    assert inloggen(nu_decor.begeleider.user).get(pagina).status_code == 404
    voorzitter = Deelname.objects.get(user=nu_decor.coordinator.user)
    client = inloggen(nu_decor.coordinator.user)
    client.post(reverse("overleg:overleg_deelnemer_weg", args=[overleg.pk, voorzitter.pk]))
    voorzitter.refresh_from_db()
    assert voorzitter.verwijderd_op is None
    client.post(
        reverse("overleg:overleg_deelnemer", args=[overleg.pk]), {"collega": nu_decor.begeleider.user.pk}
    )
    assert gehoord(overleg) == {nu_decor.begeleider.user.pk}  # asked again, told again


def test_namen_alleen_voor_wie_ze_mag_zien(nu_decor: Decor, inloggen: Any) -> None:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, timezone.localdate())
    overleg = straks(nu_decor, docent)
    maak_punt(nu_decor.coordinator, overleg, nu_decor.leerling)
    maak_punt(nu_decor.coordinator, overleg)
    pad = reverse("overleg:overleg", args=[overleg.pk])
    voor_docent = inloggen(docent.user).get(pad).content.decode()
    assert "Toetsdruk" in voor_docent and "Bakker" not in voor_docent
    assert "1 punt dat niet voor jou is" in voor_docent
    assert "Bakker" in inloggen(nu_decor.coordinator.user).get(pad).content.decode()


def test_dubbele_voorzitter_is_een_waarschuwing(nu_decor: Decor, inloggen: Any) -> None:
    straks(nu_decor)
    later = straks(nu_decor, begin=op(schooldag(), 14) + timedelta(minutes=30))
    assert not dubbel_geboekt(nu_decor.coordinator, later)  # the first ends when this one begins
    client = inloggen(nu_decor.coordinator.user)
    antwoord = client.post(
        f"{NIEUW}?soort=zorgoverleg", velden(nu_decor.coordinator, tijd="14:00"), follow=True
    )
    assert (
        antwoord.status_code == 200
        and "leidt op dat moment ook een ander overleg" in antwoord.content.decode()
    )


def test_de_lijst_groeit_niet_mee(nu_decor: Decor, inloggen: Any) -> None:
    client, lijst = inloggen(nu_decor.begeleider.user), reverse("overleg:overleggen")
    eerste = dag_grenzen(timezone.localdate())[0]
    dagen = [eerste + timedelta(days=n, hours=9) for n in (-3, -2, -1, 0, 0, 1, 2, 3, 4, 5)]
    overleg = [straks(nu_decor, nu_decor.begeleider, begin=dag) for dag in dagen][5]
    toon = [f"{lijst}?toon={waarde}" for waarde in ("komend", "geweest", "reeksen")]
    paden = [*toon, reverse("overleg:overleg", args=[overleg.pk])]
    eerder = [controleer_budget(client, pad) for pad in paden]
    kopie = Overleg.objects.filter(pk=overleg.pk).values().get()
    nieuw = Overleg.objects.bulk_create(
        Overleg(**(kopie | {"id": None, "begin": eerste + timedelta(days=n % 60 - 30)})) for n in range(200)
    )
    Deelname.objects.bulk_create(
        Deelname(school=nu_decor.school, overleg=rij, user=nu_decor.begeleider.user) for rij in nieuw
    )
    assert [controleer_budget(client, pad) for pad in paden] == eerder
    assert len(client.get(toon[0]).content) < 20_000
    assert client.get(f"{lijst}?toon=onzin&p=99999").status_code == 200
