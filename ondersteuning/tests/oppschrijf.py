"""Short ways to write in an OPP in tests; everything goes through the services."""

import uuid
from datetime import timedelta
from typing import Any

from ondersteuning.models import Opp, OppDoel, OppVersie
from ondersteuning.services.opp_doelen import (
    Oppdoelgegevens,
    Plek,
    oppdoel_toevoegen,
)
from ondersteuning.services.opp_editor import scherm_bewaren
from ondersteuning.tests.opphulp import (
    concept_van,
)
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU

ZES_WEKEN = timedelta(days=42)


def doelgegevens(**velden: Any) -> Oppdoelgegevens:
    standaard: dict[str, Any] = {
        "domein": "leer",
        "doel": "Begint binnen twee minuten.",
        "aanpak": "Begintaak bovenaan.",
        "wie": "Joris",
        "waar": "in_klas",
        "tot": DAG + ZES_WEKEN,
    }
    return Oppdoelgegevens(**(standaard | velden))


def plek(opp: Opp, *, gewaarschuwd: bool = False) -> Plek:
    return Plek(opp.pk, concept_van(opp).nummer, gewaarschuwd)


def doel_erbij(decor: Decor, opp: Opp, stam: uuid.UUID | None = None, **velden: Any) -> OppDoel:
    waarschuwing = velden.pop("gewaarschuwd", False)
    return oppdoel_toevoegen(
        door=decor.coordinator,
        plek=plek(opp, gewaarschuwd=waarschuwing),
        stam=stam or uuid.uuid4(),
        gegevens=doelgegevens(**velden),
        op=NU,
    )


def bewaar(
    decor: Decor, opp: Opp, gezien: OppVersie, inhoud: dict[str, str], *, gewaarschuwd: bool = False
) -> OppVersie:
    return scherm_bewaren(
        door=decor.coordinator,
        pk=opp.pk,
        nummer=gezien.nummer,
        versie=gezien.versie,
        basis=gezien.versie,
        inhoud=inhoud,
        gewaarschuwd=gewaarschuwd,
        op=NU,
    )
