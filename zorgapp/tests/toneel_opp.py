"""What the stage of the role matrix has of ontwikkelingsperspectieven."""

import uuid
from typing import Any

from django.utils import timezone

from ondersteuning.models import Linksoort, Opp, Oppbundel
from ondersteuning.services.opp import opp_beginnen
from ondersteuning.services.opp_afwijkingen import Afwijkinggegevens, afwijking_toevoegen
from ondersteuning.services.opp_doelen import Oppdoelgegevens, Plek, oppdoel_toevoegen
from ondersteuning.services.opp_horen import (
    Aanbod,
    Punt,
    Woorden,
    hoorrecht_aanbieden,
    inbreng_toevoegen,
    invloed_toevoegen,
)
from ondersteuning.services.opp_link import link_maken
from ondersteuning.services.opp_zinnen import zin_toevoegen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.tests.toneel_opp_hub import zet_opphub
from zorgapp.tests.toneel_opp_jaar import zet_oppjaar
from zorgapp.tests.toneel_opp_samen import zet_oppsamen


def zet_opp(coordinator: Werkplek, leerling: Any, leider: User) -> dict[str, Any]:
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
    return {
        "opp": opp.pk,
        **_inhoud(coordinator, opp.pk),
        **_papier(coordinator, opp),
        **_gehoord(coordinator, opp),
        **zet_oppjaar(coordinator, opp),
        **zet_oppsamen(coordinator, opp),
        **zet_opphub(coordinator, opp, leider),
    }


def _gehoord(coordinator: Werkplek, opp: Opp) -> dict[str, Any]:
    """The pupil was asked and told something; one point, and a link that works."""
    op, dag = timezone.now(), coordinator.dag
    hoorrecht_aanbieden(
        door=coordinator, pk=opp.pk, versie=0, aanbod=Aanbod(dag, "gesprek", "", "Iemand erbij")
    )
    woorden = Woorden("Ik wil extra tijd.", "gesprek", dag)
    inbreng_toevoegen(door=coordinator, pk=opp.pk, sleutel=uuid.uuid4(), gegevens=woorden, op=op)
    punt = invloed_toevoegen(
        door=coordinator, pk=opp.pk, punt=Punt("Extra tijd", "overgenomen", "Bij elk vak.")
    )
    link = link_maken(door=coordinator, soort=Linksoort.HOORRECHT, opp=opp, ronde=1, op=op).link
    return {"oppinvloed": punt.pk, "opplink": link.pk}


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
