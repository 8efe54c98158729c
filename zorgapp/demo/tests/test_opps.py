"""The OPPs of the story: every state there is, that of Kees Jan as on its picture, and the law kept where it says so."""

from datetime import date, timedelta

from ondersteuning.models import Hoorrecht, Instemmingverzoek, Opp, OppDoel, OppVersie, OppVoorlegging
from ondersteuning.opp.wacht import in_orde
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.oppplicht import nodig_op_school
from zorgapp.accounts.context import zet_context
from zorgapp.demo.cast import Cast

OP = date(2026, 11, 24)


def van(cast: Cast, wie: str) -> tuple[Opp, OppVersie]:
    """The OPP of a named pupil with its newest version."""
    zet_context(cast.school.pk)
    opp = Opp.objects.select_related("leerling").get(leerling=cast.leerlingen[wie])
    return opp, opp.versies.order_by("-nummer")[0]


def test_kees_jan_als_op_het_plaatje(cast: Cast) -> None:
    opp, versie = van(cast, "kees_jan")
    assert (opp.gemaakt_op.date(), opp.uiterlijk) == (date(2026, 11, 3), date(2026, 12, 15))
    assert opp.opsteller.voornaam == "Ilse"
    assert list(OppDoel.objects.filter(oppversie=versie).values_list("domein", flat=True)) == [
        "leer",
        "leer",
        "pers",
        "loop",
    ]
    recht = Hoorrecht.objects.get(opp=opp)
    assert recht.aangeboden_op == date(2026, 11, 12)
    assert recht.invloeden.count() == 2
    gesprek = opp.overleggen.get()
    assert (gesprek.status, gesprek.wanneer.date()) == ("gepland", OP + timedelta(days=2))
    assert versie.handelingsdeel == "concept"
    nodig = {n.leerling_id: n for n in nodig_op_school(cast.school.pk, OP)}[opp.leerling_id]
    assert nodig.uiterlijk == date(2026, 12, 15)


def test_in_orde_en_niet(cast: Cast) -> None:
    stand = {}
    for wie in ("noor", "jada", "dani", "sem"):
        opp, versie = van(cast, wie)
        stand[wie] = (versie.handelingsdeel, in_orde(feiten_van(opp, versie, OP)))
    assert stand == {
        "noor": ("akkoord", True),
        "jada": ("akkoord", True),
        "dani": ("geen_overeenstemming", True),
        "sem": ("akkoord", False),  # nobody looked back last school year
    }
    assert van(cast, "dani")[1].geschil_tot is not None


def test_wat_nog_loopt(cast: Cast) -> None:
    _, mees = van(cast, "mees")
    open_ = Instemmingverzoek.objects.filter(oppversie=mees, antwoorden__isnull=True)
    assert [(v.huishouden, len(v.herinnerd)) for v in open_] == [(2, 1)]
    opp, keesha = van(cast, "keesha")
    assert (opp.status, keesha.ronde, keesha.status) == ("loopt", 2, "concept")
    assert not Hoorrecht.objects.get(opp=opp, ronde=2).inbreng.exists()
    assert OppVoorlegging.objects.get().oppversie == van(cast, "lotte")[1]
    kees, _ = van(cast, "kees")
    assert kees.einddatum is not None and kees.rod_begin_op is not None and kees.rod_eind_op is None


def test_wie_er_nog_een_moet_krijgen(cast: Cast) -> None:
    zet_context(cast.school.pk)
    nodig = {n.leerling_id: str(n.haast) for n in nodig_op_school(cast.school.pk, OP)}
    wie = {s: nodig.get(cast.leerlingen[s].pk) for s in ("yara", "amal", "finn", "noor")}
    assert wie == {"yara": "binnenkort", "amal": "te laat", "finn": "ontbreekt", "noor": None}
