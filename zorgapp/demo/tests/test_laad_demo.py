"""The command: repeatable by seed, in an empty database only, and what bulk lays down is what services would."""

from datetime import date
from io import StringIO
from random import Random
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from beleid.models import Aanbodtekst, Activiteit, Beleidsplan, Cijferstand, Ontwikkelpunt
from leerlingen.models import (
    Handelingsadvies,
    Leerling,
    Notitie,
    Plaatsing,
    Stuk,
    Toestemming,
    Werkaantekening,
)
from ondersteuning.models import (
    Hgw,
    Klacht,
    Lesoverdracht,
    Lijstantwoord,
    Lijstuitslag,
    Opp,
    Signaal,
    Signaalvoorstel,
    Traject,
    Wachtplek,
)
from overleg.models import Afspraak, Agendapunt, Overleg, Overlegreeks, Rondvraag, Terugvertellen, Verslagdeel
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School, User
from zorgapp.demo import bulk_overleggen, drie_lijnen, jaren
from zorgapp.demo.bulk import Omvang, verdeel
from zorgapp.demo.names import kies_naam
from zorgapp.kern.schooljaar import Schooljaar

OP = "2026-11-24"


def laad(**opties: Any) -> None:
    call_command("laad_demo", op=date.fromisoformat(OP), stdout=StringIO(), **opties)


def rietveen() -> School:
    school = School.objects.get(naam="Rietveen College")
    zet_context(school.pk)
    return school


def test_weigert_een_database_met_een_school(andere_school: School) -> None:
    with pytest.raises(CommandError, match="Er staat al een school"):
        laad()
    assert School.objects.get() == andere_school


@pytest.mark.parametrize("opties", [{"leerlingen": -1}, {"scholen": 1}, {"scholen": 9999}])
def test_weigert_onzinnige_aantallen(db: None, opties: dict[str, int]) -> None:
    with pytest.raises(CommandError):
        laad(**opties)
    assert not School.objects.exists()


@pytest.mark.parametrize(
    ("leerlingen", "scholen", "deel"), [(190, 2, [150, 40]), (10, 2, [8, 2]), (100, 3, [34, 33, 33])]
)
def test_verdeling(leerlingen: int, scholen: int, deel: list[int]) -> None:
    assert verdeel(Omvang(leerlingen, scholen)) == deel


def test_zelfde_zaad_zelfde_namen() -> None:
    een, twee, drie = Random(1), Random(1), Random(2)
    eerste = [kies_naam(een) for _ in range(50)]
    assert eerste == [kies_naam(twee) for _ in range(50)]
    assert eerste != [kies_naam(drie) for _ in range(50)]


def test_meer_scholen_hebben_eigen_mensen(db: None) -> None:
    laad(leerlingen=60, scholen=4)
    assert School.objects.count() == 4
    assert User.objects.filter(email="coordinator@school003.example").exists()
    for school in School.objects.all():
        zet_context(school.pk)
        assert Leerling.objects.filter(uitgeschreven_op=None).count() == 15
        assert Signaal.objects.exists()


VAN_EEN_LEERLING = (Handelingsadvies, Hgw, Klacht, Lesoverdracht, Lijstantwoord, Lijstuitslag, Notitie, Opp)
VAN_EEN_LEERLING += (
    Signaalvoorstel,
    Stuk,
    Toestemming,
    Traject,
    Wachtplek,
    Werkaantekening,
    Afspraak,
    Agendapunt,
)
VAN_EEN_PUNT = (Afspraak, Rondvraag, Terugvertellen, Verslagdeel)


def test_een_grote_school_heeft_van_alles_iets(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured has rows, also about pupils without a name in the story; and one pupil has a full file."""
    for waar in (drie_lijnen, jaren):
        monkeypatch.setattr(waar, "MEER_DAN_HET_VERHAAL", 100)
    monkeypatch.setattr(jaren.Jaren, "laat_tellen", lambda _: None)  # it asks another connection
    monkeypatch.setattr(bulk_overleggen, "PER_TEAM", 100)
    laad(leerlingen=250, dossier=25, jaren=5)
    rietveen()
    naamloos = {"leerling__leerlingnummer__gte": "20000"}
    bekend = Leerling.objects.filter(leerlingnummer__gte="20000").values("pk")
    leeg = [m.__name__ for m in VAN_EEN_LEERLING if not m._default_manager.filter(**naamloos).exists()]
    leeg += [m.__name__ for m in VAN_EEN_PUNT if not m.objects.filter(punt__leerling__in=bekend).exists()]
    assert not leeg
    assert Overlegreeks.objects.filter(naam="Zorgoverleg 1", overleggen__punten__leerling__in=bekend).exists()
    assert Signaal.objects.filter(leerling__leerlingnummer="19999").count() >= 25
    _vijf_schooljaren()


def _vijf_schooljaren() -> None:
    """Each has pupils in classes, support, meetings, agreements and policy, and figures of all of it."""
    nu = Schooljaar.van(date.fromisoformat(OP))
    stand = Cijferstand.objects.order_by("-dag")[0]
    for jaar in [Schooljaar(nu.beginjaar - terug) for terug in range(5)]:
        daarin = (jaar.begin, jaar.eind)
        assert Plaatsing.objects.filter(klas__schooljaar=jaar.beginjaar, van=jaar.begin).exists()
        assert Traject.objects.filter(start__range=daarin, doelen__standen__isnull=False).exists()
        assert Overleg.objects.filter(begin__date__range=daarin, punten__isnull=False).exists()
        assert Afspraak.objects.filter(klaar_op__range=daarin).exists()
        for model in (Beleidsplan, Activiteit, Ontwikkelpunt, Aanbodtekst):
            assert model._default_manager.filter(schooljaar=jaar.beginjaar).exists(), model
        figuren = set(stand.blokken.filter(schooljaar=jaar.beginjaar).values_list("figuur", flat=True))
        assert {"signalen", "besluiten", "doelen", "afspraken", "opp_orde", "leerlingen"} <= figuren
    assert not Traject.objects.filter(start__lt=nu.begin, status="loopt").exists()
