"""Two people at the same time, on real connections: one comes first, the other is told, nothing is made twice."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from ondersteuning.models import (
    Lijnovergang,
    OverdrachtStatus,
    Regieoverdracht,
    Traject,
    Vervolg,
    VervolgStatus,
    Wachtplek,
)
from ondersteuning.services.regie import regie_beantwoorden, regie_vragen
from ondersteuning.services.traject import Slot, traject_afsluiten
from ondersteuning.services.trajectstart import traject_starten
from ondersteuning.tests.test_traject_start import vervolg_van
from ondersteuning.tests.trajecthulp import gegevens, maak_aanbod, start, wie_ziet
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import DAG, NU, maak_leerling, maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school

KEREN = 4
GEWEIGERD = (Verouderd, StapNietToegestaan, ValidationError, Http404)


@pytest.fixture
def vast(vaste_database: None) -> Decor:
    """A school whose rows are committed."""
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def als(door: Werkplek, dienst: Callable[..., Any], **velden: Any) -> Callable[[], Any]:
    """Return a function that runs a service in a transaction of its own; the domain's refusal is a result."""

    def _doe() -> Any:
        try:
            with transaction.atomic():
                zet_context(door.school.pk, door.user.pk)
                return dienst(door=door, **velden)
        except GEWEIGERD as fout:
            return type(fout)

    return _doe


def test_twee_keer_uit_hetzelfde_vervolg(vast: Decor) -> None:
    for _ in range(KEREN):
        with in_school(vast.school.pk):
            vervolg = vervolg_van(vast)
        velden = {
            "leerling_id": vast.leerling.pk,
            "gegevens": gegevens(vast.begeleider.user, DAG),
            "op": NU,
            "vervolg_id": vervolg.pk,
            "vervolg_versie": 1,
        }
        uit = tegelijk(
            als(vast.coordinator, traject_starten, **velden), als(vast.begeleider, traject_starten, **velden)
        )
        assert sum(isinstance(u, type) for u in uit) == 1
        with in_school(vast.school.pk):
            assert Traject.objects.filter(vervolg=vervolg).count() == 1
            assert Vervolg.objects.get(pk=vervolg.pk).status == VervolgStatus.AFGESLOTEN


def test_hetzelfde_aanbod_overlapt_niet(vast: Decor) -> None:
    for n in range(KEREN):
        with in_school(vast.school.pk):
            aanbod = maak_aanbod(vast, naam=f"Aanbod {n}")
        start_ = als(
            vast.coordinator,
            traject_starten,
            leerling_id=vast.leerling.pk,
            gegevens=gegevens(vast.begeleider.user, DAG, aanbod=aanbod),
            op=NU,
        )
        assert tegelijk(start_, start_).count(ValidationError) == 1
        with in_school(vast.school.pk):
            assert Traject.objects.filter(aanbod=aanbod).count() == 1


def test_de_laatste_plek(vast: Decor) -> None:
    for n in range(KEREN):
        with in_school(vast.school.pk):
            aanbod = maak_aanbod(vast, naam=f"Klein {n}", capaciteit=1)
            twee = [maak_leerling(vast.school, vast.klas, f"Mila{n}{m}", "Visser") for m in range(2)]
        uit = tegelijk(
            *(
                als(
                    vast.coordinator,
                    traject_starten,
                    leerling_id=leerling.pk,
                    gegevens=gegevens(vast.begeleider.user, DAG, aanbod=aanbod),
                    op=NU,
                )
                for leerling in twee
            )
        )
        assert sum(u.traject is not None for u in uit) == 1
        with in_school(vast.school.pk):
            assert Traject.objects.filter(aanbod=aanbod).count() == 1
            assert Wachtplek.objects.filter(aanbod=aanbod).count() == 1


def test_twee_trajecten_tellen_elkaars_lijn(vast: Decor) -> None:
    """Both go from nothing to the second line: one move, not two."""
    for n in range(KEREN):
        with in_school(vast.school.pk):
            leerling = maak_leerling(vast.school, vast.klas, f"Noor{n}", "Smit")
        velden = {"leerling_id": leerling.pk, "op": NU}
        twee = [gegevens(vast.begeleider.user, DAG, titel=titel) for titel in ("Plannen", "Durven")]
        tegelijk(*(als(vast.coordinator, traject_starten, gegevens=g, **velden) for g in twee))
        with in_school(vast.school.pk):
            assert Traject.objects.filter(leerling=leerling).count() == 2
            assert Lijnovergang.objects.filter(leerling=leerling).count() == 1


def test_aanvaarden_en_afsluiten(vast: Decor) -> None:
    """No deadlock; whoever comes second is refused, and the owner is the one who sees the pupil."""
    with in_school(vast.school.pk):
        ilse = maak_werkplek(vast.school, Rol.BEGELEIDER)
    for _ in range(KEREN):
        with in_school(vast.school.pk):
            traject = start(vast)
            vraag = regie_vragen(
                door=vast.begeleider, pk=traject.pk, versie=1, naar=ilse.user, reden="Ruil.", op=NU
            )
        tegelijk(
            als(
                ilse,
                regie_beantwoorden,
                overdracht_id=vraag.pk,
                antwoord=OverdrachtStatus.AANVAARD,
                op=NU,
            ),
            als(
                vast.coordinator,
                traject_afsluiten,
                pk=traject.pk,
                versie=1,
                gegevens=Slot("gelukt", "Klaar."),
                op=NU,
            ),
        )
        with in_school(vast.school.pk):
            stand = Traject.objects.get(pk=traject.pk)
            antwoord = Regieoverdracht.objects.get(pk=vraag.pk).status
            assert antwoord == ("ingetrokken" if stand.status == "afgesloten" else "aanvaard")
            assert wie_ziet(traject, DAG) == [stand.regievoerder_id]


def test_aanvaarden_en_intrekken(vast: Decor) -> None:
    with in_school(vast.school.pk):
        ilse = maak_werkplek(vast.school, Rol.BEGELEIDER)
    for _ in range(KEREN):
        with in_school(vast.school.pk):
            traject = start(vast)
            vraag = regie_vragen(
                door=vast.begeleider, pk=traject.pk, versie=1, naar=ilse.user, reden="Ruil.", op=NU
            )
        uit = tegelijk(
            als(ilse, regie_beantwoorden, overdracht_id=vraag.pk, antwoord=OverdrachtStatus.AANVAARD, op=NU),
            als(
                vast.begeleider,
                regie_beantwoorden,
                overdracht_id=vraag.pk,
                antwoord=OverdrachtStatus.INGETROKKEN,
                op=NU,
            ),
        )
        assert sum(isinstance(u, type) for u in uit) == 1
        with in_school(vast.school.pk):
            stand = Traject.objects.get(pk=traject.pk)
            aanvaard = Regieoverdracht.objects.get(pk=vraag.pk).status == "aanvaard"
            assert stand.regievoerder_id == (ilse if aanvaard else vast.begeleider).user.pk
            assert wie_ziet(traject, DAG) == [stand.regievoerder_id]
