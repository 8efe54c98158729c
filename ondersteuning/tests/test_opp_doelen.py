"""Goals and deviations of an OPP: once, never over a colleague, never of another OPP, and with what rule 29 asks."""

import uuid
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from ondersteuning.models import Opp, OppAfwijking, OppDoel
from ondersteuning.services.opp_afwijkingen import (
    Afwijkinggegevens,
    afwijking_toevoegen,
    afwijking_weghalen,
    afwijking_wijzigen,
)
from ondersteuning.services.opp_doelen import (
    DOELEN_MAX,
    oppdoel_omhoog,
    oppdoel_overnemen,
    oppdoel_weghalen,
    oppdoel_wijzigen,
)
from ondersteuning.tests.opphulp import (
    begin_opp,
    concept_van,
)
from ondersteuning.tests.oppschrijf import ZES_WEKEN, bewaar, doel_erbij, doelgegevens, plek
from ondersteuning.tests.trajecthulp import start
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling


@pytest.fixture
def opp(decor: Decor) -> Opp:
    return begin_opp(decor.coordinator, decor.leerling)


def test_doel_tweemaal_verstuurd_is_er_een(decor: Decor, opp: Opp) -> None:
    stam = uuid.uuid4()
    assert doel_erbij(decor, opp, stam).pk == doel_erbij(decor, opp, stam).pk
    assert OppDoel.objects.count() == 1


def test_doel_verouderd_schrijft_niets(decor: Decor, opp: Opp) -> None:
    rij = doel_erbij(decor, opp)
    wat: dict[str, Any] = {"door": decor.coordinator, "plek": plek(opp), "stam": rij.stam, "op": NU}
    oppdoel_wijzigen(versie=1, gegevens=doelgegevens(doel="Van de ander."), **wat)
    with pytest.raises(Verouderd):
        oppdoel_wijzigen(versie=1, gegevens=doelgegevens(doel="Van mij."), **wat)
    with pytest.raises(Verouderd):
        oppdoel_weghalen(versie=1, **wat)
    assert OppDoel.objects.get().doel == "Van de ander."
    oppdoel_weghalen(versie=2, **wat)
    assert not OppDoel.objects.exists()


def test_doel_van_een_ander_opp_bestaat_niet(decor: Decor, opp: Opp) -> None:
    ander = begin_opp(decor.coordinator, maak_leerling(decor.school, decor.klas, "Finn"))
    vreemd = doel_erbij(decor, ander)
    doel_erbij(decor, opp)
    wat: dict[str, Any] = {"door": decor.coordinator, "plek": plek(opp), "stam": vreemd.stam, "op": NU}
    with pytest.raises(Http404):
        oppdoel_wijzigen(versie=1, gegevens=doelgegevens(doel="x"), **wat)
    with pytest.raises(Http404):
        oppdoel_weghalen(versie=1, **wat)
    with pytest.raises(Http404):
        oppdoel_omhoog(**wat)
    vreemd.refresh_from_db()
    assert vreemd.doel == "Begint binnen twee minuten."


def test_doelen_verplaatsen(decor: Decor, opp: Opp) -> None:
    _, b, c = (doel_erbij(decor, opp, doel=naam).stam for naam in "abc")

    def omhoog(stam: uuid.UUID) -> str:
        oppdoel_omhoog(door=decor.coordinator, plek=plek(opp), stam=stam, op=NU)
        return "".join(concept_van(opp).doelen.values_list("doel", flat=True))

    assert omhoog(b) == "bac"
    assert omhoog(c) == "bca"
    assert omhoog(b) == "bca"
    assert omhoog(c) == "cba"


def test_niet_meer_doelen_dan_te_lezen_is(decor: Decor, opp: Opp) -> None:
    for _ in range(DOELEN_MAX):
        doel_erbij(decor, opp)
    with pytest.raises(ValidationError, match="hooguit"):
        doel_erbij(decor, opp)


def test_doel_uit_een_traject_eenmaal_en_alleen_van_deze_leerling(decor: Decor, opp: Opp) -> None:
    van_ander = start(decor, leerling=maak_leerling(decor.school, decor.klas, "Finn"))
    eigen = start(decor)
    bron, vreemd = (
        t.doelen.create(school=decor.school, tekst="Durft.", klaar_op=DAG) for t in (eigen, van_ander)
    )

    def neem(pk: int) -> OppDoel:
        return oppdoel_overnemen(door=decor.coordinator, plek=plek(opp), doel_id=pk, op=NU)

    assert neem(bron.pk).pk == neem(bron.pk).pk
    for pk in (vreemd.pk, 2**40):
        with pytest.raises(Http404):
            neem(pk)
    assert OppDoel.objects.get().bron == bron


@pytest.mark.regel(29)
@pytest.mark.parametrize("zonder", ["van", "tot", "uren", "inspectie_op"])
def test_aangepaste_onderwijstijd_heeft_alles_wat_de_wet_vraagt(decor: Decor, opp: Opp, zonder: str) -> None:
    goed: dict[str, Any] = {
        "soort": "tijd",
        "uitleg": "Bouwt op na ziekte.",
        "van": DAG,
        "tot": DAG + ZES_WEKEN,
        "uren": Decimal("18.5"),
        "inspectie_op": DAG,
    }

    def zet(**velden: Any) -> OppAfwijking:
        gegevens = Afwijkinggegevens(**(goed | velden))
        return afwijking_toevoegen(door=decor.coordinator, plek=plek(opp), gegevens=gegevens, op=NU)

    with pytest.raises(ValidationError):
        zet(**{zonder: None})
    assert not OppAfwijking.objects.exists() and concept_van(opp).afwijkt == ""
    assert zet().uren == Decimal("18.5") and concept_van(opp).afwijkt == "ja"


def test_afwijking_wijzigen_en_weer_weg(decor: Decor, opp: Opp) -> None:
    z = decor.coordinator
    gegevens = Afwijkinggegevens(soort="vervangend", vak="Frans", uitleg="Extra Nederlands.")
    rij = afwijking_toevoegen(door=z, plek=plek(opp), gegevens=gegevens, op=NU)
    assert afwijking_toevoegen(door=z, plek=plek(opp), gegevens=gegevens, op=NU).pk == rij.pk
    anders = Afwijkinggegevens(soort="vervangend", vak="Duits", uitleg="Extra Nederlands.")
    wat: dict[str, Any] = {"door": z, "plek": plek(opp), "afwijking_id": rij.pk, "op": NU}
    assert afwijking_wijzigen(versie=1, gegevens=anders, **wat).vak == "Duits"
    with pytest.raises(Verouderd):
        afwijking_wijzigen(versie=1, gegevens=gegevens, **wat)
    with pytest.raises(ValidationError, match="afwijkingen"):
        bewaar(decor, opp, concept_van(opp), {"afwijkt": "nvt"})
    afwijking_weghalen(versie=2, **wat)
    assert bewaar(decor, opp, concept_van(opp), {"afwijkt": "nvt"}).afwijkt == "nvt"
    with pytest.raises(Http404):
        afwijking_weghalen(versie=2, **wat)
