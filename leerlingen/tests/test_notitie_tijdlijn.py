"""Notes and documents on the timeline: by the day they happened, as far as this reader may see, and in words."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from leerlingen.access import open_zonder_regel
from leerlingen.access_notities import blik_van
from leerlingen.models import Niveau, Notitiesoort, Stuksoort
from leerlingen.services.notities import notitie_intrekken
from leerlingen.services.stukken import stuk_intrekken
from leerlingen.tests.notitiehulp import GEHEIM, Plein, maak_plein, schrijf, voeg_toe
from leerlingen.tijdlijn_notities import LANGST, Notitiepunt, lees_punt, tijdlijn_notities
from zorgapp.accounts.models import School
from zorgapp.accounts.werkplek import Werkplek


@pytest.fixture
def plein(school: School, opslag: Any) -> Plein:
    return maak_plein(school)


def rijen(wie: Werkplek, plein: Plein, soort: str = "notitie") -> list[tuple[Any, ...]]:
    _, grond = open_zonder_regel(wie, plein.leerling.pk)
    deel = tijdlijn_notities(wie, plein.leerling.pk, blik_van(wie, grond))[soort]
    return sorted(deel, key=lambda rij: (rij[0], rij[1]), reverse=True)


def punten(wie: Werkplek, plein: Plein, soort: str = "notitie") -> list[Notitiepunt]:
    return [lees_punt(rij[2], rij[3], rij[4]) for rij in rijen(wie, plein, soort)]


def test_op_de_dag_dat_het_gebeurde(plein: Plein) -> None:
    dag = plein.mentor.dag
    later = schrijf(plein.mentor, plein.leerling, gebeurd_op=dag - timedelta(days=30))
    eerder = schrijf(plein.mentor, plein.leerling, gebeurd_op=dag - timedelta(days=3))
    gevonden = rijen(plein.coordinator, plein)
    assert [rij[1] for rij in gevonden] == [eerder.pk, later.pk]
    assert [timezone.localtime(rij[0]).date() for rij in gevonden] == [eerder.gebeurd_op, later.gebeurd_op]
    assert gevonden[0][5] == plein.mentor.user.naam


@pytest.mark.parametrize(
    ("niveau", "lezers"),
    [
        (Niveau.KLAS, {"coordinator", "mentor", "docent", "teamleider", "begeleider"}),
        (Niveau.MENTOR_ZORGTEAM, {"coordinator", "mentor", "begeleider"}),
        (Niveau.ZORGTEAM, {"coordinator", "begeleider"}),
    ],
)
def test_wie_het_niveau_niet_leest_ziet_de_rij_niet(plein: Plein, niveau: Niveau, lezers: set[str]) -> None:
    schrijf(plein.coordinator, plein.leerling, niveau=niveau)
    voeg_toe(plein.coordinator, plein.leerling, niveau=niveau)
    met_dossier = {n: w for n, w in plein.lezers.items() if n not in {"leiding", "vreemd"}}
    for soort in ("notitie", "stuk"):
        assert {naam for naam, wie in met_dossier.items() if rijen(wie, plein, soort)} == lezers


def test_een_afgeschermd_stuk_staat_niet_op_de_tijdlijn_van_de_mentor(plein: Plein) -> None:
    voeg_toe(plein.mentor, plein.leerling, Stuksoort.MEDISCH)
    assert rijen(plein.mentor, plein, "stuk") == []
    [punt] = punten(plein.begeleider, plein, "stuk")
    assert (punt.kop, punt.tekst, punt.slot) == ("Medisch stuk", "Een stuk", "Alleen zichtbaar voor zorgteam")


def test_in_woorden(plein: Plein) -> None:
    schrijf(
        plein.mentor,
        plein.leerling,
        titel="Rust",
        stem="Ik ben moe.",
        stem_van="Kees Jan zelf",
        domein="pers",
    )
    [punt] = punten(plein.mentor, plein)
    assert punt == Notitiepunt(
        kop="Gesprek met ouders",
        icoon="message-circle",
        tekst=f"Rust\n{GEHEIM}",
        stem="Ik ben moe.",
        stem_van="Kees Jan zelf",
        slot="Alleen zichtbaar voor mentor en zorgteam",
    )
    assert rijen(plein.mentor, plein)[0][6] == "pers"


def test_alleen_een_stem(plein: Plein) -> None:
    schrijf(
        plein.mentor, plein.leerling, tekst="", stem="Ik ben moe.", stem_van="Kees Jan", niveau=Niveau.KLAS
    )
    [punt] = punten(plein.docent, plein)
    assert (punt.tekst, punt.stem, punt.slot) == ("", "Ik ben moe.", "")


def test_een_lange_tekst_wordt_afgekapt_na_een_woord(plein: Plein) -> None:
    schrijf(plein.mentor, plein.leerling, tekst="woord " * 200)
    [punt] = punten(plein.mentor, plein)
    assert punt.tekst.endswith("woord…") and len(punt.tekst) <= LANGST + 1


def test_ingetrokken_staat_er_zonder_tekst(plein: Plein) -> None:
    notitie, stuk = schrijf(plein.mentor, plein.leerling), voeg_toe(plein.mentor, plein.leerling)
    notitie_intrekken(door=plein.mentor, pk=notitie.pk, versie=1, reden="x", op=timezone.now())
    stuk_intrekken(door=plein.mentor, pk=stuk.pk, reden="x", op=timezone.now())
    for wie in (plein.mentor, plein.coordinator, plein.begeleider):
        assert punten(wie, plein) == [
            Notitiepunt("Gesprek met ouders, ingetrokken", "message-circle", ingetrokken=True)
        ]
        assert GEHEIM not in str(rijen(wie, plein)) and rijen(wie, plein, "stuk") == []


def test_elke_soort_heeft_een_woord_en_een_icoon() -> None:
    for soort in Notitiesoort:
        punt = lees_punt("notitie", f"{soort}:klas:", "\x1f\x1f\x1f")
        assert punt.kop == soort.label and punt.icoon
    with pytest.raises(ValueError, match="signaal"):
        lees_punt("signaal", "a:klas:", "")
