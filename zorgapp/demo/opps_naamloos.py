"""OPPs of pupils without a name in the story: practical education, an adult, what ended; and two in every other school."""

from datetime import timedelta

from leerlingen.access_toestemming import contacten_met_gezag
from leerlingen.models import Klas, Leerling
from zorgapp.demo.oppteksten import ENERGIE, RUST, TAAL, WERK
from zorgapp.demo.oppverteller import Oppverteller
from zorgapp.demo.school import Demoschool, leerjaar_van

GENOEG = 12  # pupils with a parent who may agree; a smaller school has only its first two
ACHTTIEN = 6720  # days: eighteen years and some months
COORDINATOREN = ("angelica", "omar", "coordinator")


def zet_opps_naamloos(demo: Demoschool, leerlingen: list[tuple[Leerling, Klas]]) -> None:
    """Tell them through the services; a school without pupils gets none. Needs the school's context."""
    wie = next((login for login in COORDINATOREN if login in demo.mensen), None)
    kan: list[tuple[Leerling, Klas]] = []
    for leerling, klas in leerlingen:
        if len(kan) == GENOEG:
            break
        if contacten_met_gezag(leerling.pk):
            kan.append((leerling, klas))
    if wie is None or len(kan) < 2:
        return
    v = Oppverteller(demo, wie)
    if wie != "angelica":
        _twee(v, kan[0][0], kan[1][0])
    elif len(kan) == GENOEG:
        _meer(v, kan)


def _twee(v: Oppverteller, eerste: Leerling, tweede: Leerling) -> None:
    """One in order, one in the making."""
    for leerling in (eerste, tweede):
        v.beschikt(leerling, "arrangement", v.dag(30))
    v.rond(eerste, RUST, v.dag(28), v.dag(15))
    opp = v.begin(tweede, v.dag(10))
    v.schrijf(opp, TAAL.teksten(), v.dag(8))


def _meer(v: Oppverteller, kan: list[tuple[Leerling, Klas]]) -> None:
    """Practical education with and without an OPP, LWOO only, an adult, one that ended, one too late in the making."""
    oudste = max(kan, key=lambda paar: leerjaar_van(paar[1]))[0]
    pro, pro_zonder, lwoo, klaar, te_laat = [p for p, _ in kan if p != oudste][:5]

    Leerling.objects.filter(pk=oudste.pk).update(geboortedatum=v.demo.op - timedelta(days=ACHTTIEN))
    oudste.refresh_from_db()
    v.beschikt(oudste, "arrangement", v.dag(32))
    v.rond(oudste, ENERGIE, v.dag(30), v.dag(14))

    v.beschikt(pro, "pro", v.dag(40))
    v.rond(pro, WERK, v.dag(38), v.dag(24), pro=True)
    v.beschikt(pro_zonder, "pro", v.demo.op - timedelta(days=20))
    v.beschikt(lwoo, "lwoo", v.dag(40))

    v.beschikt(klaar, "arrangement", v.vorig(200), tot=v.dag(20))
    opp = v.rond(klaar, RUST, v.vorig(200), v.vorig(170))
    v.sluit(opp, v.dag(20), "Hij gaat naar een andere school. De afspraken zijn overgedragen.")
    v.rod(opp, v.dag(18), "eind")

    v.beschikt(te_laat, "arrangement", v.dag(38))
    opp = v.begin(te_laat, v.dag(36))
    v.schrijf(opp, TAAL.teksten(), v.dag(30))
