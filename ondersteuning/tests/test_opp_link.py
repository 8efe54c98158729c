"""Personal links: what is stored, what opens them, and every reason for which one does not, one by one."""

import uuid
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.models import Contactpersoon
from ondersteuning.access_opp_link import Linkbezoek, zoek_link
from ondersteuning.models import Inbreng, Linksoort, Opp, OppLink
from ondersteuning.opp.linksleutel import ALFABET, kaal, nieuwe_code, token_van, uit_token
from ondersteuning.services import opp_link as dienst
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.services.opp_link import Geweigerd, LinkDood, link_intrekken, link_openen
from ondersteuning.services.opp_vertellen import Verteld, met_link_vertellen
from ondersteuning.tests.hoorhulp import geef_link, met_aanbod, stel_vast, token_uit
from ondersteuning.tests.opphulp import begin_opp
from ondersteuning.tests.samenhulp import klaar_opp, leg_voor, verzoek_van
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Geschiedenis, Inzage, School
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling

FOUT = "2222 2222"


pytestmark = pytest.mark.usefixtures("snel")


def opent(nieuw: dienst.Nieuwelink, code: str = "", op: datetime = NU) -> Linkbezoek | Geweigerd:
    return link_openen(token=token_uit(nieuw.adres), code=code or nieuw.code, op=op)


def bezoek(nieuw: dienst.Nieuwelink) -> Linkbezoek:
    open_ = opent(nieuw)
    assert isinstance(open_, Linkbezoek)
    return open_


def zeg(visite: Linkbezoek, woorden: str = "Ik wil meer tijd.", op: datetime = NU) -> Any:
    return met_link_vertellen(bezoek=visite, sleutel=uuid.uuid4(), verteld=Verteld(woorden), op=op)


def test_bewaard_wordt_alleen_wat_niets_opent(decor: Decor, settings: Any) -> None:
    """With the database alone, and with the address alone, one gets nowhere."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    opp = met_aanbod(decor)
    nieuw = geef_link(decor.mentor, opp)
    rij, token = OppLink.objects.values().get(), token_uit(nieuw.adres)
    school, sleutel = uit_token(token) or (0, "")
    assert school == decor.school.pk and rij["code"].startswith("pbkdf2_sha256$")
    alles = " ".join(str(w) for w in rij.values())
    assert nieuw.code not in alles and sleutel not in alles and token not in alles
    assert rij["verloopt_op"] == NU + timedelta(days=14)
    link_intrekken(door=decor.mentor, pk=nieuw.link.pk, op=NU)
    oud = Geschiedenis.objects.filter(tabel="ondersteuning_opplink").latest("pk").oud
    assert {"sleutel", "code"}.isdisjoint(oud)


def test_het_verhaal_van_een_link(decor: Decor) -> None:
    opp = met_aanbod(decor)
    nieuw = geef_link(decor.mentor, opp)
    visite = bezoek(nieuw)
    assert (visite.leerling, visite.opp, visite.naam) == (decor.leerling, opp, decor.leerling.naam)
    gekeken = Inzage.objects.filter(onderwerp="opplink").get()
    assert (gekeken.grond, gekeken.leerling_id) == ("link_leerling", decor.leerling.pk)
    assert gekeken.user_id == decor.mentor.user.pk  # who gave it answers for it
    zeg(visite)
    rij = Inbreng.objects.get()
    assert (rij.hoe, rij.opgetekend_door, rij.gezegd_op) == ("link", None, DAG)
    assert OppLink.objects.get().gebruikt_op == NU


def test_een_keer(decor: Decor) -> None:
    """Opening uses nothing up, sending does: neither another code nor a visit that was open brings it back."""
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    een, twee = bezoek(nieuw), bezoek(nieuw)
    zeg(een)
    with pytest.raises(LinkDood):
        zeg(twee)
    assert opent(nieuw) is Geweigerd.DOOD
    assert Inbreng.objects.count() == 1


def test_lukt_het_versturen_niet_dan_blijft_de_link(decor: Decor) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    visite = bezoek(nieuw)
    with pytest.raises(ValidationError):
        zeg(visite, "  ")
    assert OppLink.objects.get().gebruikt_op is None
    zeg(visite)


def test_verlopen(decor: Decor) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor), dagen=3)
    visite, eind = bezoek(nieuw), nieuw.link.verloopt_op
    assert isinstance(opent(nieuw, op=eind - timedelta(microseconds=1)), Linkbezoek)
    assert opent(nieuw, op=eind) is Geweigerd.DOOD
    with pytest.raises(LinkDood):
        zeg(visite, op=eind)


def test_ingetrokken(decor: Decor) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    visite = bezoek(nieuw)
    link_intrekken(door=decor.coordinator, pk=nieuw.link.pk, op=NU)
    assert opent(nieuw) is Geweigerd.DOOD
    with pytest.raises(LinkDood):
        zeg(visite)


def test_een_nieuwe_link_maakt_de_oude_dood(decor: Decor) -> None:
    opp = met_aanbod(decor)
    oud, nieuw = geef_link(decor.mentor, opp), geef_link(decor.mentor, opp)
    assert opent(oud) is Geweigerd.DOOD and isinstance(opent(nieuw), Linkbezoek)


def test_vijf_keer_gegokt(decor: Decor) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    assert [opent(nieuw, FOUT) for _ in range(5)] == [*[Geweigerd.CODE] * 4, Geweigerd.DOOD]
    assert opent(nieuw) is Geweigerd.DOOD
    assert OppLink.objects.get().pogingen == 5


def test_vier_keer_gegokt_en_dan_goed(decor: Decor) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    for _ in range(4):
        opent(nieuw, FOUT)
    assert isinstance(opent(nieuw), Linkbezoek)


@pytest.mark.parametrize("code", ["", "kort", "LANGERDANACHT", "OOOOOOOO", "\x00" * 8, "٣٣٣٣٣٣٣٣", "😀" * 8])
def test_wat_geen_code_kan_zijn_telt_niet(decor: Decor, code: str) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    assert link_openen(token=token_uit(nieuw.adres), code=code, op=NU) is Geweigerd.CODE
    assert OppLink.objects.get().pogingen == 0


def test_zoals_iemand_hem_overtypt(decor: Decor) -> None:
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    assert isinstance(opent(nieuw, f" {nieuw.code[:4].lower()} - {nieuw.code[4:].lower()} "), Linkbezoek)


def test_vervalst(decor: Decor, andere_school: School) -> None:
    """Another school in the address, one letter other than it was, or a key of one's own: not ours."""
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    token = token_uit(nieuw.adres)
    school, sleutel, merk = token.split("-")
    anders = "b" if sleutel[0] == "a" else "a"
    for vals in (
        f"{andere_school.pk}-{sleutel}-{merk}",
        f"{school}-{anders}{sleutel[1:]}-{merk}",
        f"{school}-{sleutel}-{merk[:-1]}{'b' if merk[-1] == 'a' else 'a'}",
        f"0{token}",
        token.upper(),
        f"{token}\n",
        "9" * 4000,
        "",
    ):
        assert uit_token(vals) is None, vals
        assert link_openen(token=vals, code=nieuw.code, op=NU) is Geweigerd.DOOD
    zet_context(decor.school.pk)
    assert OppLink.objects.get().pogingen == 0


def test_het_adres_van_een_andere_school_vindt_niets(decor: Decor, andere_school: School) -> None:
    """Even who could sign: in another school the row is not there."""
    nieuw = geef_link(decor.mentor, met_aanbod(decor))
    _, sleutel, _ = token_uit(nieuw.adres).split("-")
    assert zoek_link(token_van(andere_school.pk, sleutel)) is None
    assert zoek_link(token_van(10**17, sleutel)) is None
    assert zoek_link(token_uit(nieuw.adres)) == nieuw.link


def test_een_nieuwe_ronde_maakt_hem_dood(decor: Decor) -> None:
    opp = met_aanbod(decor)
    nieuw = geef_link(decor.mentor, opp)
    stel_vast(decor, opp)
    assert isinstance(opent(nieuw), Linkbezoek)
    opp_bijstellen(door=decor.coordinator, pk=opp.pk, op=NU)
    assert opent(nieuw) is Geweigerd.DOOD


def test_een_afgesloten_opp_heeft_geen_links(decor: Decor) -> None:
    opp = met_aanbod(decor)
    nieuw = geef_link(decor.mentor, opp)
    stel_vast(decor, opp)
    Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=DAG)
    assert opent(nieuw) is Geweigerd.DOOD
    with pytest.raises(ValidationError, match="afgesloten"):
        geef_link(decor.mentor, opp)


def test_zonder_aanbod_opent_hij_niets(decor: Decor) -> None:
    opp = begin_opp(decor.coordinator, decor.leerling)
    assert opent(geef_link(decor.mentor, opp)) is Geweigerd.DOOD


def _ouderlink(decor: Decor) -> tuple[dienst.Nieuwelink, Contactpersoon]:
    opp = klaar_opp(decor, "Marit Bakker")
    leg_voor(decor.coordinator, opp)
    verzoek = verzoek_van("Marit Bakker")
    nieuw = geef_link(decor.coordinator, opp, soort=Linksoort.INSTEMMING, verzoek=verzoek)
    assert verzoek.contact is not None
    return nieuw, verzoek.contact


@pytest.mark.regel(9)
@pytest.mark.parametrize("velden", [{"gezag": "nee"}, {"gezag": "onbekend"}, {"beeindigd_op": DAG}])
def test_wie_geen_gezag_meer_heeft_leest_niet(decor: Decor, velden: dict[str, Any]) -> None:
    nieuw, contact = _ouderlink(decor)
    assert isinstance(opent(nieuw), Linkbezoek)
    Contactpersoon.objects.filter(pk=contact.pk).update(**velden)
    assert opent(nieuw) is Geweigerd.DOOD


@pytest.mark.regel(20)
@pytest.mark.parametrize(("dagen", "mag"), [(-1, True), (0, False), (1, False)])
def test_na_de_achttiende_verjaardag_leest_een_ouder_niet(decor: Decor, dagen: int, mag: bool) -> None:
    nieuw, _ = _ouderlink(decor)
    verjaart = date(DAG.year - 18, DAG.month, DAG.day) - timedelta(days=dagen)
    type(decor.leerling).objects.filter(pk=decor.leerling.pk).update(geboortedatum=verjaart)
    assert isinstance(opent(nieuw), Linkbezoek) is mag


def test_een_vraag_die_niet_meer_staat(decor: Decor) -> None:
    nieuw, _ = _ouderlink(decor)
    assert nieuw.link.verzoek is not None
    type(nieuw.link.verzoek).objects.update(vervallen_op=DAG)
    assert opent(nieuw) is Geweigerd.DOOD


def test_een_vraag_over_een_ander_opp_krijgt_geen_link(decor: Decor) -> None:
    nieuw, _ = _ouderlink(decor)
    ander = maak_leerling(decor.school, maak_klas(decor.school, "H3c"), roepnaam="Fatima")
    opp = begin_opp(decor.coordinator, ander)
    with pytest.raises(Http404):
        geef_link(decor.coordinator, opp, soort=Linksoort.INSTEMMING, verzoek=nieuw.link.verzoek)


def test_wie_geen_link_mag_geven(decor: Decor) -> None:
    """The mentor hears the pupil; asking parents is for who writes. A stranger finds nothing."""
    nieuw, _ = _ouderlink(decor)
    opp, verzoek = nieuw.link.opp, nieuw.link.verzoek
    with pytest.raises(PermissionDenied):
        geef_link(decor.mentor, opp, soort=Linksoort.INSTEMMING, verzoek=verzoek)
    with pytest.raises(PermissionDenied):
        link_intrekken(door=decor.mentor, pk=nieuw.link.pk, op=NU)
    for doe in (lambda: geef_link(decor.begeleider, opp), lambda: _trek_in(decor, nieuw.link.pk)):
        with pytest.raises(Http404):
            doe()
    assert OppLink.objects.get().ingetrokken_op is None


def _trek_in(decor: Decor, pk: int) -> OppLink:
    return link_intrekken(door=decor.begeleider, pk=pk, op=NU)


def test_codes_zijn_voor_te_lezen() -> None:
    codes = {nieuwe_code() for _ in range(200)}
    assert len(codes) == 200 and all(len(c) == 8 and set(c) <= set(ALFABET) for c in codes)
    assert not set("ILO01") & set(ALFABET) and len(ALFABET) == 31
    assert {kaal(c) for c in codes} == codes


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["goed", "fout", "geen", "intrekken", "zeg"]),
            st.integers(min_value=1, max_value=9),
        ),
        max_size=14,
    )
)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_het_leven_van_een_link(decor: Decor, stappen: list[Any]) -> None:
    """Whatever happens in which order: it opens only as long as it lives, writes once, and never comes back."""
    leerling = maak_leerling(decor.school, maak_klas(decor.school, f"K{uuid.uuid4().hex[:8]}"))
    opp = met_aanbod(replace(decor, leerling=leerling, mentor=decor.coordinator))
    nieuw = geef_link(decor.coordinator, opp)
    op, visite, gokken, dood, geschreven = NU, None, 0, False, 0
    for stap in stappen:
        if isinstance(stap, int):
            op += timedelta(days=stap)
            dood = dood or op >= nieuw.link.verloopt_op
        elif stap == "intrekken":
            link_intrekken(door=decor.coordinator, pk=nieuw.link.pk, op=op)
            dood = True
        elif stap == "zeg" and visite is not None:
            if dood:
                with pytest.raises(LinkDood):
                    zeg(visite, op=op)
            else:
                zeg(visite, op=op)
                geschreven, dood = geschreven + 1, True
        elif stap != "zeg":
            code = {"goed": nieuw.code, "fout": FOUT, "geen": "?"}[stap]
            uitkomst = link_openen(token=token_uit(nieuw.adres), code=code, op=op)
            gokken += stap == "fout" and not dood
            dood = dood or gokken == 5
            assert (uitkomst is Geweigerd.DOOD) is dood
            assert isinstance(uitkomst, Linkbezoek) is (stap == "goed" and not dood)
            visite = uitkomst if isinstance(uitkomst, Linkbezoek) else visite
    assert Inbreng.objects.filter(hoorrecht__opp=opp).count() == geschreven <= 1
