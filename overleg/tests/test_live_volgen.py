"""Following a meeting that is on: what changed, who may no longer, what one may know of the pupil, and how the page grows."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Evaluatie
from ondersteuning.tests.trajecthulp import start
from overleg.loop import Stap
from overleg.models import Agendapunt, Deelname, Overleg, Verslagdeel
from overleg.services.overleg import deelnemer_verwijderen, stap_zetten
from overleg.soorten import Overlegsoort
from overleg.tests.overleghulp import begin, maak_afspraak, maak_overleg, maak_punt
from overleg.tests.test_live import bezig, eerder, nieuw, url  # noqa: F401  bezig is a fixture
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_leerling, maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget, statements

Zaak = tuple[Overleg, Agendapunt]


def test_stand_antwoordt_alleen_als_er_iets_veranderde(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d, (overleg, punt) = nu_decor, bezig
    pad, meelezer = url("live_stand", overleg.pk, punt.pk), inloggen(d.mentor.user)
    stand = meelezer.get(pad).json()["stand"]
    leeg, gesteld = statements(meelezer, pad, data={"s": stand})
    assert leeg.status_code == 204 and gesteld.total() <= 6
    maak_afspraak(d.coordinator, punt, d.mentor, wat="Nieuw ding.")
    anders = meelezer.get(pad, {"s": stand}).json()
    assert "Nieuw ding." in anders["deel"]["uit"] and anders["stand"] != stand and anders["weg"] == ""
    Verslagdeel.objects.create(school=d.school, punt=punt, tekst="Ritme.", bewaard_door=d.begeleider.user)
    gelezen = meelezer.get(pad, {"s": anders["stand"]}).json()["notulen"]
    assert (gelezen["tekst"], gelezen["wie"]) == ("Ritme.", "Ruben")


def test_wie_van_de_lijst_gaat_krijgt_404(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d, (overleg, punt) = nu_decor, bezig
    client, pad = inloggen(d.mentor.user), url("live_stand", overleg.pk, punt.pk)
    stand = client.get(pad).json()["stand"]
    rij = Deelname.objects.get(overleg=overleg, user=d.mentor.user)
    deelnemer_verwijderen(door=d.coordinator, pk=overleg.pk, deelname_id=rij.pk, op=timezone.now())
    assert client.get(pad, {"s": stand}).status_code == 404
    assert client.get(url("live", overleg.pk)).status_code == 404


def test_afgezegd_of_punt_van_een_ander_overleg(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d, (_, punt) = nu_decor, bezig
    ander = maak_overleg(d.coordinator)
    client = inloggen(d.coordinator.user)
    assert client.get(url("live_punt", ander.pk, punt.pk)).status_code == 404
    assert client.get(url("live_stand", ander.pk, punt.pk)).status_code == 404
    assert client.post(url("live_afspraak", ander.pk, punt.pk), nieuw(d)).status_code == 404
    stap_zetten(
        door=d.coordinator,
        pk=ander.pk,
        versie=ander.versie,
        stap=Stap.AFZEGGEN,
        op=timezone.now(),
        reden="Ziek",
    )
    assert client.get(url("live", ander.pk)).url == url("overleg", ander.pk)


def test_groei(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    d, (overleg, punt) = nu_decor, bezig
    client, pad = inloggen(d.coordinator.user), url("live_punt", overleg.pk, punt.pk)
    maak_punt(d.coordinator, overleg)
    maak_afspraak(d.coordinator, punt, d.mentor)
    eerder(d, overleg)
    weinig = controleer_budget(client, pad)
    for wie in (d.begeleider, d.mentor):
        controleer_budget(inloggen(wie.user), pad)
    client = inloggen(d.coordinator.user)
    for n in range(18):
        maak_punt(d.coordinator, overleg, maak_leerling(d.school, d.klas, f"Leerling{n}", "Jansen"))
    for n in range(29):
        maak_afspraak(d.coordinator, punt, d.mentor, wat=f"Afspraak {n} met een zin van gewone lengte.")
    assert controleer_budget(client, pad) == weinig
    assert len(client.get(pad).content) < 20_000
    _, gesteld = statements(client, url("live_stand", overleg.pk, punt.pk))
    assert gesteld.total() <= 15 and max(gesteld.values()) <= 2


def test_wat_openbleef_staat_bovenaan(nu_decor: Decor, bezig: Zaak, inloggen: Any) -> None:  # noqa: F811
    """A meeting of an earlier day that nobody closed stands above what comes; closed it is a thing of the past."""
    d, (overleg, _) = nu_decor, bezig
    lijst, kop = reverse("overleg:overleggen"), "Nog niet afgesloten"
    assert kop not in inloggen(d.coordinator.user).get(lijst).content.decode()
    gisteren = timezone.now() - timedelta(days=1)
    Overleg.objects.filter(pk=overleg.pk).update(begin=gisteren, begonnen_op=gisteren)
    for wie in (d.coordinator, d.mentor):
        pagina = inloggen(wie.user).get(lijst).content.decode()
        assert kop in pagina and url("overleg", overleg.pk) in pagina
    sluit = {"status": "afgesloten", "afgesloten_op": timezone.now(), "afgesloten_door": d.coordinator.user}
    Overleg.objects.filter(pk=overleg.pk).update(**sluit)
    assert kop not in inloggen(d.coordinator.user).get(lijst).content.decode()


def test_leerling_nu_alleen_voor_wie_dat_leest(nu_decor: Decor, inloggen: Any) -> None:
    """Lines are the summary; needs and own words are for mentor and coordinator, also in a meeting of the teachers."""
    d = nu_decor
    traject = start(d, onderwijsbehoeften="Een vast ritme in de ochtend.")
    Evaluatie.objects.create(
        school=d.school,
        traject=traject,
        gehouden_op=d.mentor.dag,
        wat_werkte="Ritme",
        leerling_zegt="Ik wil wel.",
        conclusie="doorgaan",
        door=d.mentor.user,
    )
    docent = maak_werkplek(d.school, Rol.DOCENT, d.mentor.dag)
    maak_les(d.school, docent.user, d.leerling)
    overleg = maak_overleg(d.mentor, docent, soort=Overlegsoort.LEERLINGBESPREKING, klas=d.klas)
    punt = maak_punt(d.mentor, overleg, d.leerling)
    begin(d.mentor, overleg)
    pad = url("live_punt", overleg.pk, punt.pk)
    mentor = inloggen(d.mentor.user).get(pad).content.decode()
    assert "Een vast ritme in de ochtend." in mentor and "Ik wil wel." in mentor
    leest = inloggen(docent.user).get(pad).content.decode()
    assert f"{d.leerling.roepnaam} nu" in leest and "lijn</span>" in leest
    assert "vast ritme" not in leest and "Ik wil wel." not in leest
    for wie in (d.mentor, docent):
        controleer_budget(inloggen(wie.user), pad)
