"""Who named a pupil in his own words reads those words back, also after the coordinator linked the pupil."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.services.signaal import leerling_koppelen
from ondersteuning.workflow import Besluit
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import maak_leerling

pytestmark = pytest.mark.django_db


@pytest.mark.regel(40)
@pytest.mark.parametrize("beoordeeld", [False, True])
def test_koppelen_verraadt_de_indiener_niet_wie_het_is(
    nu_decor: Decor, inloggen: Any, beoordeeld: bool
) -> None:
    vreemd = maak_leerling(nu_decor.school, roepnaam="Quirijn", achternaam="Zonneveld")
    signaal = dien_in(
        nu_decor.mentor, None, timezone.now(), leerling_tekst="jongen met rode jas", nodig="rust"
    )
    leerling_koppelen(door=nu_decor.coordinator, signaal_id=signaal.pk, leerling=vreemd)
    if beoordeeld:
        signaal.refresh_from_db()
        beslis(nu_decor.coordinator, signaal, Besluit.TERUG, timezone.now())
    client = inloggen(nu_decor.mentor.user)
    assert client.get(reverse("web:leerling", args=[vreemd.pk])).status_code == 404
    for naam, args in (
        ("web:vandaag", []),
        ("ondersteuning:mijn_signalen", []),
        ("ondersteuning:mijn_signaal", [signaal.pk]),
        ("ondersteuning:signaal_verstuurd", [signaal.pk]),
    ):
        pagina = client.get(reverse(naam, args=args), follow=True).content.decode()
        assert "jongen met rode jas" in pagina, naam
        assert "Quirijn" not in pagina and "Zonneveld" not in pagina, naam
