"""What the stage of the role matrix has of ontwikkelingsperspectieven."""

import uuid
from typing import Any

from django.utils import timezone

from ondersteuning.models import Opp, Oppbundel
from ondersteuning.services.opp import opp_beginnen
from ondersteuning.services.opp_afwijkingen import Afwijkinggegevens, afwijking_toevoegen
from ondersteuning.services.opp_doelen import Oppdoelgegevens, Plek, oppdoel_toevoegen
from ondersteuning.services.opp_zinnen import zin_toevoegen
from zorgapp.accounts.werkplek import Werkplek


def zet_opp(coordinator: Werkplek, leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix: an OPP in the making."""
    opp = opp_beginnen(
        door=coordinator,
        leerling_id=leerling.pk,
        opsteller=coordinator.user,
        pro=False,
        aanleiding="extra ondersteuning",
        uiterlijk=coordinator.dag,
        op=timezone.now(),
    )
    return {"opp": opp.pk, **_inhoud(coordinator, opp.pk), **_papier(coordinator, opp)}


def _papier(coordinator: Werkplek, opp: Opp) -> dict[str, Any]:
    """Its version, and a bundle without parts."""
    bundel = Oppbundel.objects.create(school=opp.school, schooljaar=2026, door=coordinator.user)
    return {"oppversie": opp.versies.order_by("-pk")[0].pk, "oppbundel": bundel.pk}


def _inhoud(coordinator: Werkplek, pk: int) -> dict[str, Any]:
    """A goal and a deviation in it, and a phrase of the school."""
    op, plek, stam = timezone.now(), Plek(pk, 1), uuid.uuid4()
    doel = Oppdoelgegevens(
        domein="leer",
        doel="Begint op tijd.",
        aanpak="Begintaak.",
        wie="mentor",
        waar="in_klas",
        tot=op.date(),
    )
    oppdoel_toevoegen(door=coordinator, plek=plek, stam=stam, gegevens=doel, op=op)
    anders = Afwijkinggegevens(soort="vervangend", vak="Frans", uitleg="Volgt extra Nederlands.")
    afwijking = afwijking_toevoegen(door=coordinator, plek=plek, gegevens=anders, op=op)
    zin = zin_toevoegen(door=coordinator, veld="bevorderend", tekst="Werkt graag samen.", op=op)
    return {"oppstam": stam, "oppafwijking": afwijking.pk, "oppzin": zin.pk}
