"""Putting a handelingsdeel before who may agree, and what they answer (rules 8, 9, 10 and 20); each refusal for one reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.http import Http404

from leerlingen.models import Contactpersoon, Leerling, Stuk
from leerlingen.tests.notitiehulp import PDF
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import Instemming, Instemmingverzoek, OppVersie
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.services.opp_antwoord import Gelezen
from ondersteuning.services.opp_instemming import (
    herinnering_noteren,
    opnieuw_vragen,
    opp_voorleggen,
)
from ondersteuning.tests.opphulp import concept_van, schrijf
from ondersteuning.tests.samenhulp import (
    ACHTTIEN,
    ZESTIEN,
    klaar_opp,
    leg_voor,
    op_dag,
    stand_van,
    verzoek_van,
    zegt,
)
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

DAG_1 = timedelta(days=1)


@pytest.mark.regel(8)
def test_van_voorleggen_tot_akkoord(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker", "Henk Bakker")
    maak_contact(decor.leerling, "Oma Bakker", gezag="nee")
    versie = leg_voor(decor.coordinator, opp)
    assert (versie.handelingsdeel, versie.voorgelegd_op, len(versie.hash)) == ("voorgelegd", DAG, 64)
    gevraagd = list(Instemmingverzoek.objects.values_list("naam", "relatie", "huishouden", "telt"))
    assert gevraagd == [("Marit Bakker", "moeder", 1, True), ("Henk Bakker", "moeder", 2, True)]
    antwoord = zegt(decor.coordinator, "Marit Bakker", gezien=True, opmerking="Graag op dinsdag.")
    assert (antwoord.hash, antwoord.gezag, antwoord.door) == (versie.hash, "ja", decor.coordinator.user)
    assert stand_van(opp) == "voorgelegd"
    zegt(decor.coordinator, "Henk Bakker")
    assert stand_van(opp) == "akkoord"


def _stand(opp: Any) -> tuple[Any, ...]:
    """Everything that a refusal must leave as it was."""
    return (
        list(
            OppVersie.objects.filter(opp=opp)
            .order_by("pk")
            .values_list("pk", "handelingsdeel", "hash", "versie")
        ),
        list(
            Instemmingverzoek.objects.order_by("pk").values_list("pk", "vervallen_op", "herinnerd", "versie")
        ),
        Instemming.objects.count(),
        Stuk.objects.count(),
    )


@pytest.mark.regel(9)
@pytest.mark.parametrize("gezag", ["nee", "onbekend"])
def test_zonder_iemand_met_gezag_wordt_niet_voorgelegd(decor: Decor, gezag: str) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    Contactpersoon.objects.update(gezag=gezag)
    voor = _stand(opp)
    with pytest.raises(ValidationError, match="gezag"):
        leg_voor(decor.coordinator, opp)
    assert _stand(opp) == voor
    Contactpersoon.objects.update(gezag="ja")
    assert leg_voor(decor.coordinator, opp).handelingsdeel == "voorgelegd"


@pytest.mark.regel(9)
def test_een_beeindigd_contact_wordt_niet_gevraagd(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker", "Henk Bakker")
    Contactpersoon.objects.filter(naam="Henk Bakker").update(beeindigd_op=DAG)
    leg_voor(decor.coordinator, opp)
    assert Instemmingverzoek.objects.get().naam == "Marit Bakker"


@pytest.mark.parametrize(
    ("leeg", "zin"), [({"begeleiding": ""}, "begeleiding"), ({"afwijkt": ""}, "programma")]
)
def test_een_leeg_handelingsdeel_wordt_niet_voorgelegd(decor: Decor, leeg: dict[str, str], zin: str) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    schrijf(decor.coordinator, opp, **leeg)
    voor = _stand(opp)
    with pytest.raises(ValidationError, match=zin):
        leg_voor(decor.coordinator, opp)
    assert _stand(opp) == voor


def test_zonder_doel_wordt_niet_voorgelegd(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    concept_van(opp).doelen.all().delete()
    with pytest.raises(ValidationError, match="doel"):
        leg_voor(decor.coordinator, opp)


@pytest.mark.regel(10)
def test_wie_een_oude_tekst_voorlegt_hoort_het(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    versie = concept_van(opp)
    for nummer, hash_ in ((versie.nummer + 1, ""), (versie.nummer, "a" * 64)):
        with pytest.raises(Verouderd):
            opp_voorleggen(door=decor.coordinator, pk=opp.pk, nummer=nummer, hash=hash_, op=NU)
    leg_voor(decor.coordinator, opp)
    with pytest.raises(ValidationError, match="al voorgelegd"):
        leg_voor(decor.coordinator, opp)


def test_wie_mag_voorleggen_en_noteren(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    with pytest.raises(PermissionDenied):
        leg_voor(decor.mentor, opp)
    with pytest.raises(Http404):
        leg_voor(decor.begeleider, opp)
    leg_voor(decor.coordinator, opp)
    voor = _stand(opp)
    with pytest.raises(PermissionDenied):
        zegt(decor.mentor, "Marit Bakker")
    with pytest.raises(Http404):
        zegt(decor.begeleider, "Marit Bakker")
    assert _stand(opp) == voor
    opp.opsteller = decor.mentor.user
    opp.save()
    zegt(decor.mentor, "Marit Bakker")
    assert stand_van(opp) == "akkoord"


@pytest.mark.regel(9)
@pytest.mark.parametrize("velden", [{"gezag": "nee"}, {"gezag": "onbekend"}, {"beeindigd_op": DAG}])
def test_gezag_dat_weg_is_tussen_vraag_en_antwoord(decor: Decor, velden: dict[str, Any]) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    Contactpersoon.objects.update(**velden)
    voor = _stand(opp)
    with pytest.raises(ValidationError, match="gezag"):
        zegt(decor.coordinator, "Marit Bakker")
    assert _stand(opp) == voor


@pytest.mark.regel(9)
def test_de_databank_kent_geen_instemming_zonder_gezag(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    goed = zegt(decor.coordinator, "Marit Bakker")
    ander = Instemmingverzoek.objects.create(
        school=decor.school,
        oppversie=goed.oppversie,
        contact=maak_contact(decor.leerling, "Oma Bakker", gezag="nee"),
        naam="Oma Bakker",
        relatie="anders",
        gevraagd_op=DAG,
        gevraagd_door=decor.coordinator.user,
    )
    for fout, gezag, verzoek in (
        ("instemming_gezag", "nee", ander),
        ("instemming_eenmaal", "ja", goed.verzoek),
    ):
        rij = Instemming(
            school=decor.school,
            verzoek=verzoek,
            oppversie=goed.oppversie,
            hash=goed.hash,
            keuze="akkoord",
            naam="Oma Bakker",
            relatie="anders",
            gezag=gezag,
            wijze="mondeling",
            gegeven_op=DAG,
        )
        with pytest.raises(IntegrityError, match=fout), transaction.atomic():
            rij.save()


@pytest.mark.regel(8)
@pytest.mark.parametrize(
    "wat", ["UPDATE ondersteuning_instemming SET keuze='akkoord'", "DELETE FROM ondersteuning_instemming"]
)
def test_een_antwoord_verandert_niet(decor: Decor, wat: str) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, "Marit Bakker", "niet_akkoord")
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as c,
    ):
        c.execute(wat)


@pytest.mark.regel(10)
def test_een_antwoord_op_een_oude_versie_telt_niet(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    een = leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, "Marit Bakker")
    schrijf(decor.coordinator, opp, begeleiding="Elke week een uur.")
    twee = concept_van(opp)
    assert (twee.nummer, twee.handelingsdeel) == (een.nummer + 1, "concept")
    oud = verzoek_van("Marit Bakker")
    assert oud.vervallen_op == DAG
    with pytest.raises(ValidationError, match="eerdere versie"):
        zegt(decor.coordinator, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    voor = _stand(opp)
    for gelezen in (Gelezen(een.nummer, een.hash), Gelezen(een.nummer, concept_van(opp).hash)):
        with pytest.raises(ValidationError, match="eerdere versie"):
            zegt(decor.coordinator, "Marit Bakker", gelezen=gelezen)
    assert _stand(opp) == voor
    zegt(decor.coordinator, "Marit Bakker")
    assert stand_van(opp) == "akkoord"


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"op": DAG + DAG_1}, "op"),
        ({"op": DAG - DAG_1}, "op"),
        ({"keuze": "niet_akkoord", "reden": " "}, "reden"),
        ({"keuze": "misschien"}, "keuze"),
        ({"wijze": "rooksignaal"}, "wijze"),
        ({"wijze": "papier"}, "scan"),
        ({"wijze": "papier", "scan": SimpleUploadedFile("x.exe", b"MZ")}, "scan"),
    ],
)
def test_een_antwoord_dat_niet_klopt(decor: Decor, velden: dict[str, Any], veld: str) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    voor = _stand(opp)
    with pytest.raises(ValidationError) as fout:
        zegt(decor.coordinator, "Marit Bakker", **velden)
    assert list(fout.value.message_dict) == [veld]
    assert _stand(opp) == voor


def test_twee_keer_antwoorden_kan_niet(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    zegt(decor.coordinator, "Marit Bakker", "niet_akkoord")
    voor = _stand(opp)
    with pytest.raises(ValidationError, match="al geantwoord"):
        zegt(decor.coordinator, "Marit Bakker")
    assert _stand(opp) == voor
    assert stand_van(opp) == "geen_overeenstemming"
    opnieuw_vragen(door=decor.coordinator, verzoek_id=verzoek_van("Marit Bakker").pk, op=NU)
    assert stand_van(opp) == "voorgelegd"
    zegt(decor.coordinator, "Marit Bakker")
    assert stand_van(opp) == "akkoord"
    assert [a.keuze for a in Instemming.objects.order_by("pk")] == ["niet_akkoord", "akkoord"]
    with pytest.raises(ValidationError, match="niet akkoord"):
        opnieuw_vragen(door=decor.coordinator, verzoek_id=verzoek_van("Marit Bakker").pk, op=NU)


def test_op_papier_met_de_scan_bij_de_stukken(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    scan = SimpleUploadedFile("handtekening.pdf", PDF)
    antwoord = zegt(decor.coordinator, "Marit Bakker", wijze="papier", scan=scan)
    assert antwoord.stuk is not None and antwoord.stuk.leerling_id == decor.leerling.pk


@pytest.mark.regel(20)
def test_vanaf_achttien_antwoordt_de_leerling(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    ervoor = op_dag(decor.coordinator, ACHTTIEN - DAG_1)
    leg_voor(ervoor, opp)
    assert list(Instemmingverzoek.objects.values_list("contact__naam", "telt")) == [
        (None, False),
        ("Marit Bakker", True),
    ]
    op = op_dag(decor.coordinator, ACHTTIEN)
    voor = _stand(opp)
    for dag in (ACHTTIEN, ACHTTIEN - DAG_1):
        with pytest.raises(ValidationError, match="18"):
            zegt(op, "Marit Bakker", op=dag)
    assert _stand(opp) == voor
    zegt(op_dag(ervoor, ACHTTIEN - DAG_1), "Marit Bakker")
    assert stand_van(opp) == "akkoord"


@pytest.mark.regel(20)
def test_op_de_achttiende_verjaardag_wordt_de_leerling_gevraagd(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    op = op_dag(decor.coordinator, ACHTTIEN)
    leg_voor(op, opp)
    vraag = Instemmingverzoek.objects.get()
    assert (vraag.contact, vraag.relatie, vraag.telt) == (None, "leerling", True)
    antwoord = zegt(op, None)
    assert (antwoord.naam, antwoord.gezag) == ("Kees Jan Bakker", "")
    assert stand_van(opp) == "akkoord"


@pytest.mark.regel(21)
@pytest.mark.parametrize(("dag", "mee"), [(ZESTIEN - DAG_1, False), (ZESTIEN, True)])
@pytest.mark.parametrize("mag", [0, 1])
def test_vanaf_zestien_tekent_de_leerling_mee_maar_de_ouders_beslissen(
    decor: Decor, dag: Any, mee: bool, mag: int
) -> None:
    instelling_zetten(door=decor.coordinator, sleutel="opp_meetekenen", waarde=mag, geldig_vanaf=DAG)
    opp = klaar_opp(decor, "Marit Bakker")
    door = op_dag(decor.coordinator, dag)
    leg_voor(door, opp)
    leerling = Instemmingverzoek.objects.filter(contact=None)
    assert leerling.exists() == (mee and bool(mag))
    if leerling:
        zegt(door, None, "niet_akkoord")
        assert stand_van(opp) == "voorgelegd"
    zegt(door, "Marit Bakker")
    assert stand_van(opp) == "akkoord"


def test_een_herinnering_per_dag(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    vraag, later = verzoek_van("Marit Bakker"), op_dag(decor.coordinator, DAG + 3 * DAG_1)

    def herinner(dag: Any) -> None:
        herinnering_noteren(door=later, verzoek_id=vraag.pk, dag=dag)

    herinner(DAG + 2 * DAG_1)
    voor = _stand(opp)
    for dag in (DAG + 2 * DAG_1, DAG, DAG - DAG_1, DAG + 4 * DAG_1):
        with pytest.raises(ValidationError) as fout:
            herinner(dag)
        assert list(fout.value.message_dict) == ["dag"]
    assert _stand(opp) == voor
    herinner(DAG + DAG_1)
    vraag.refresh_from_db()
    assert vraag.herinnerd == [DAG + DAG_1, DAG + 2 * DAG_1]
    zegt(later, "Marit Bakker")
    with pytest.raises(ValidationError, match="al geantwoord"):
        herinner(DAG + 3 * DAG_1)


def test_afgesloten_verandert_niets_meer(decor: Decor) -> None:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    opp.status, opp.einddatum = "afgesloten", DAG
    opp.save()
    voor = _stand(opp)
    with pytest.raises(DaadNietToegestaan, match="afgesloten"):
        zegt(decor.coordinator, "Marit Bakker")
    with pytest.raises(DaadNietToegestaan, match="afgesloten"):
        leg_voor(decor.coordinator, opp)
    assert _stand(opp) == voor


def test_een_leerling_van_een_ander_blijft_onbekend(decor: Decor) -> None:
    ander = Leerling.objects.create(school=decor.school, leerlingnummer="9", roepnaam="Fatima")
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    vraag = verzoek_van("Marit Bakker")
    opp.leerling = ander
    opp.save()
    with pytest.raises(Http404):
        herinnering_noteren(door=decor.mentor, verzoek_id=vraag.pk, dag=DAG)
