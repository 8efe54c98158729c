"""The consents of the story: every state once, and Kees Jan's parents agreed."""

from datetime import date

import pytest

from leerlingen.access_delen import mag_gedeeld_met
from leerlingen.models import ExternePartner, Toestemming
from zorgapp.accounts.context import zet_context
from zorgapp.demo.cast import zet_cast
from zorgapp.demo.sociale_kaart import zet_sociale_kaart
from zorgapp.demo.toestemmingen import zet_toestemmingen


@pytest.mark.parametrize("op", [date(2026, 11, 24), date(2026, 9, 1), date(2027, 6, 30)])
def test_elke_stand_komt_voor(db: None, op: date) -> None:
    cast = zet_cast(op)
    zet_context(cast.school.pk)
    if not Toestemming.objects.exists():  # told here when the story does not tell it by itself
        partners = {p.naam: p for p in ExternePartner.objects.all()} or zet_sociale_kaart(cast.rietveen)
        assert zet_toestemmingen(cast.rietveen, cast.leerlingen, partners) == 7
    standen = set(Toestemming.objects.values_list("stand", flat=True))
    assert standen == {"gegeven", "gevraagd", "geweigerd", "ingetrokken"}
    assert set(Toestemming.objects.values_list("gever", flat=True)) == {"ouders", "leerling"}
    kees_jan = cast.leerlingen["kees_jan"]
    rij = Toestemming.objects.filter(leerling=kees_jan).earliest("pk")
    assert mag_gedeeld_met(kees_jan, rij.partner, op).mag
