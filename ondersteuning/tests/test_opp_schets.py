"""What somebody typed in a form of an OPP comes back: as a draft, beside a colleague's words, and when it is too late."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Opp, OppAfwijking, OppDoel
from ondersteuning.services.opp_afwijkingen import Afwijkinggegevens, afwijking_toevoegen, afwijking_weghalen
from ondersteuning.services.opp_doelen import Plek, oppdoel_weghalen, oppdoel_wijzigen
from ondersteuning.tests.opphulp import TEKSTEN, begin_opp, concept_van, leg_voor, schrijf, zet_vast
from ondersteuning.tests.oppschrijf import doel_erbij, doelgegevens
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Concept
from zorgapp.werk.services import concept_bewaren

TEKST = "Mijn half geschreven zin."


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    return begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())


@pytest.fixture
def client(nu_decor: Decor, inloggen: Any) -> Any:
    return inloggen(nu_decor.coordinator.user)


def typ(door: Werkplek, sleutel: str, /, **inhoud: Any) -> None:
    """What the page saves while somebody types."""
    versie = Concept.objects.filter(sleutel=sleutel).values_list("versie", flat=True).first() or 0
    assert concept_bewaren(door=door, sleutel=sleutel, versie=versie, inhoud=inhoud).bewaard


def over(sleutel: str) -> bool:
    """Whether a draft still holds text."""
    return bool(Concept.objects.get(sleutel=sleutel).inhoud)


def adres(naam: str, *args: Any) -> str:
    return reverse(f"ondersteuning:{naam}", args=args)


def doelvelden(**velden: Any) -> dict[str, Any]:
    tot = (timezone.localdate() + timedelta(days=60)).isoformat()
    goed = {"domein": "leer", "doel": "Begint.", "aanpak": "Oefenen.", "wie": "Joris", "waar": "in_klas"}
    return goed | {"tot": tot, "nummer": "1", "versie": "0", "stam": str(uuid.uuid4())} | velden


def test_een_nieuw_doel_bewaart_wat_je_typt(nu_decor: Decor, opp: Opp, client: Any) -> None:
    url, sleutel = adres("opp_doel_nieuw", opp.pk), f"opp:{opp.pk}:doel:nieuw"
    assert f'data-concept="{sleutel}"' in client.get(url).content.decode()
    typ(nu_decor.coordinator, sleutel, doel=TEKST, nummer="1", versie="0", waar="maan", vreemd=["a"])
    kaal = controleer_budget(client, url)
    tekst = client.get(url).content.decode()
    assert TEKST in tekst and "Zo staat het nu" not in tekst and kaal <= 15
    assert client.post(url, doelvelden(doel=TEKST)).status_code == 302
    assert not over(sleutel) and TEKST not in client.get(url).content.decode()


def test_een_doel_dat_een_collega_veranderde_toont_beide_teksten(
    nu_decor: Decor, opp: Opp, client: Any
) -> None:
    """As long as nobody saved, only one's own words; after a colleague did, both, and sending is a choice."""
    rij = doel_erbij(nu_decor, opp)
    url, sleutel = adres("opp_doel", opp.pk, rij.stam), f"opp:{opp.pk}:doel:{rij.stam}"
    typ(nu_decor.coordinator, sleutel, doel=TEKST, nummer="1", versie="1")
    assert "Zo staat het nu" not in client.get(url).content.decode()
    oppdoel_wijzigen(
        door=nu_decor.coordinator,
        plek=Plek(opp.pk, 1),
        stam=rij.stam,
        versie=1,
        gegevens=doelgegevens(doel="Van de ander."),
        op=timezone.now(),
    )
    tekst = client.get(url).content.decode()
    assert all(woord in tekst for woord in (TEKST, "Van de ander.", "Zo staat het nu", "nadat jij begon"))
    goed = doelvelden(doel=TEKST, versie="2", stam=str(rij.stam))
    assert client.post(url, goed).status_code == 302
    assert OppDoel.objects.get().doel == TEKST and not over(sleutel)


def test_een_doel_dat_een_collega_weghaalde_komt_er_met_een_tik_weer_bij(
    nu_decor: Decor, opp: Opp, client: Any
) -> None:
    rij = doel_erbij(nu_decor, opp)
    url, sleutel = adres("opp_doel", opp.pk, rij.stam), f"opp:{opp.pk}:doel:{rij.stam}"
    typ(nu_decor.coordinator, sleutel, doel=TEKST, nummer="1", versie="1")
    plek = Plek(opp.pk, 1)
    oppdoel_weghalen(door=nu_decor.coordinator, plek=plek, stam=rij.stam, versie=1, op=timezone.now())
    antwoord = client.post(url, doelvelden(doel=TEKST, versie="1", stam=str(rij.stam)))
    opnieuw = f"{adres('opp_doel_nieuw', opp.pk)}?van={rij.stam}"
    for status, tekst in ((409, antwoord), (200, client.get(url))):
        assert tekst.status_code == status
        assert TEKST in tekst.content.decode() and opnieuw in tekst.content.decode()
    assert not OppDoel.objects.exists()
    data = {n: v for n, v in doelvelden(doel=TEKST).items()}
    assert client.post(opnieuw, data).status_code == 302
    assert OppDoel.objects.get().doel == TEKST and not over(sleutel)
    assert client.get(url).status_code == 404


def anders(decor: Decor, opp: Opp, uitleg: str = "Volgt extra Nederlands.") -> OppAfwijking:
    gegevens = Afwijkinggegevens(soort="vervangend", vak="Frans", uitleg=uitleg)
    plek = Plek(opp.pk, concept_van(opp).nummer, True)
    return afwijking_toevoegen(door=decor.coordinator, plek=plek, gegevens=gegevens, op=timezone.now())


def test_een_afwijking_in_een_volgende_versie_neemt_het_concept_mee(
    nu_decor: Decor, opp: Opp, client: Any
) -> None:
    """It has another number there; what was typed on the old one is not lost, by either address."""
    rij = anders(nu_decor, opp)
    sleutel = f"opp:{opp.pk}:afwijking:{rij.pk}"
    typ(nu_decor.coordinator, sleutel, uitleg=TEKST, soort="vervangend", nummer="1", versie="1")
    leg_voor(concept_van(opp), nu_decor.coordinator)
    anders(nu_decor, opp, "Doet ook Duits niet.")
    nieuw = OppAfwijking.objects.get(oppversie=concept_van(opp), uitleg="Volgt extra Nederlands.")
    assert concept_van(opp).nummer == 2 and nieuw.pk != rij.pk
    for pk in (rij.pk, nieuw.pk):
        tekst = client.get(adres("opp_afwijking", opp.pk, pk)).content.decode()
        assert TEKST in tekst and "Zo staat het nu" in tekst
    url = adres("opp_afwijking", opp.pk, rij.pk)
    data = {"soort": "vervangend", "uitleg": TEKST, "nummer": "1", "versie": "1"}
    oud = client.post(url, data)
    assert oud.status_code == 409 and TEKST in oud.content.decode()
    assert client.post(url, data | {"nummer": "2"}).status_code == 302
    nieuw.refresh_from_db()
    rij.refresh_from_db()
    assert (nieuw.uitleg, rij.uitleg) == (TEKST, "Volgt extra Nederlands.") and not over(sleutel)


def test_een_afwijking_die_een_collega_weghaalde(nu_decor: Decor, opp: Opp, client: Any) -> None:
    rij = anders(nu_decor, opp)
    afwijking_weghalen(
        door=nu_decor.coordinator, plek=Plek(opp.pk, 1), afwijking_id=rij.pk, versie=1, op=timezone.now()
    )
    url = adres("opp_afwijking", opp.pk, rij.pk)
    assert client.get(url).status_code == 404
    data = {"soort": "vervangend", "uitleg": TEKST, "nummer": "1", "versie": "1"}
    antwoord = client.post(url, data)
    opnieuw = f"{adres('opp_afwijking_nieuw', opp.pk)}?van={rij.pk}"
    assert antwoord.status_code == 409 and TEKST in antwoord.content.decode()
    assert opnieuw in antwoord.content.decode()
    assert client.post(opnieuw, data | {"versie": "0"}).status_code == 302
    assert OppAfwijking.objects.get().uitleg == TEKST


@pytest.mark.parametrize("deel", ["doel", "afwijking"])
def test_intussen_vastgesteld_toont_wat_je_typte(nu_decor: Decor, opp: Opp, client: Any, deel: str) -> None:
    schrijf(nu_decor.coordinator, opp, **TEKSTEN)
    zet_vast(opp, nu_decor.coordinator)
    data = {"doel": TEKST, "uitleg": TEKST, "nummer": "1", "versie": "0"}
    antwoord = client.post(adres(f"opp_{deel}_nieuw", opp.pk), data)
    assert antwoord.status_code == 409 and TEKST in antwoord.content.decode()
    assert client.get(adres(f"opp_{deel}_nieuw", opp.pk)).status_code == 302
