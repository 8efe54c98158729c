"""What other parts show on the page of a meeting: only to who may see it, on the side they ask for, each key once."""

from typing import Any

import pytest
from django.urls import reverse

from overleg import panelen
from overleg.panelen import Paneel, panelen_van, registreer
from overleg.tests.overleghulp import maak_overleg
from zorgapp.testing.decor import Decor


@pytest.fixture(autouse=True)
def alleen_deze(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panelen, "_PANELEN", {})


def test_een_paneel_staat_er_voor_wie_het_ziet(db: None, decor: Decor, inloggen: Any) -> None:
    overleg = maak_overleg(decor.coordinator, decor.begeleider)
    paneel = Paneel("proef", "_formfout.html", lambda werkplek, o, mag: "iets" if mag.leiden else None)
    registreer(paneel)
    registreer(paneel)  # the same again is the same
    with pytest.raises(ValueError, match="bestaat al"):
        registreer(Paneel("proef", "_bladeren.html", lambda *_: None))
    pad = reverse("overleg:overleg", args=[overleg.pk])
    for wie, verwacht in ((decor.coordinator, ["iets"]), (decor.begeleider, [])):
        antwoord = inloggen(wie.user).get(pad)
        assert [gegevens for _, gegevens in antwoord.context["panelen"]] == verwacht
    mag = antwoord.context["mag"]
    assert panelen_van(decor.begeleider, overleg, mag) == []
