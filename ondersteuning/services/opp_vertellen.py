"""What the pupil does himself, on the tablet of his mentor or by a link: telling, choosing how, or not now."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from ondersteuning.access_opp_horen import ronde_van
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.models import Hoorrecht, Hoorwijze, Inbreng
from ondersteuning.services.opp_horen import EERST_AANBIEDEN, open_voor
from ondersteuning.services.opp_link import link_opmaken
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

LEEG = "Schrijf iets op, of kies een andere manier."


@dataclass(frozen=True)
class Verteld:
    """What the pupil sent: his words, or another way he chooses to be heard, or that he does not want to tell now."""

    woorden: str = ""
    wijze: str = ""
    wijze_anders: str = ""
    ziet_af: bool = False
    reden: str = ""


@transaction.atomic
def op_tablet_vertellen(
    *, door: Werkplek, pk: int, sleutel: uuid.UUID, verteld: Verteld, op: datetime
) -> Hoorrecht:
    """Keep what the pupil sent on the device of `door`; nobody wrote it down for him. The same `sleutel` adds nothing."""
    opp = open_voor(door, pk)
    recht = Hoorrecht.objects.filter(opp=opp, ronde=ronde_van(pk)).select_for_update().first()
    if recht is None:
        raise ValidationError(EERST_AANBIEDEN)
    return _bewaar(recht, Hoorwijze.TABLET, sleutel, verteld, door.dag, op)


@transaction.atomic
def met_link_vertellen(
    *, bezoek: Linkbezoek, sleutel: uuid.UUID, verteld: Verteld, op: datetime
) -> Hoorrecht:
    """Keep what the pupil sent by his link, and use the link up in the same transaction; LinkDood when it died."""
    link = link_opmaken(bezoek=bezoek, op=op)
    recht = Hoorrecht.objects.select_for_update().get(opp_id=link.opp_id, ronde=link.ronde)
    return _bewaar(recht, Hoorwijze.LINK, sleutel, verteld, bezoek.dag, op)


def _bewaar(
    recht: Hoorrecht, hoe: Hoorwijze, sleutel: uuid.UUID, verteld: Verteld, dag: date, op: datetime
) -> Hoorrecht:
    if not (verteld.woorden.strip() or verteld.wijze or verteld.ziet_af):
        raise ValidationError({"woorden": LEEG})
    if Inbreng.objects.filter(hoorrecht=recht, sleutel=sleutel).exists():
        return recht
    nieuw: dict[str, Any] = {}
    if verteld.woorden.strip():
        bewaar(
            Inbreng(
                school_id=recht.school_id,
                hoorrecht=recht,
                woorden=verteld.woorden,
                hoe=hoe,
                gezegd_op=max(dag, recht.aangeboden_op),
                sleutel=sleutel,
                vastgelegd_op=op,
            )
        )
        nieuw["wijze"] = verteld.wijze or recht.wijze or hoe.value
    elif verteld.wijze:
        nieuw["wijze"] = verteld.wijze
    elif not Inbreng.objects.filter(hoorrecht=recht).exists():
        nieuw |= {"ziet_af_op": max(dag, recht.aangeboden_op), "ziet_af_reden": verteld.reden}
    if "wijze" in nieuw and nieuw["wijze"] != recht.wijze:
        nieuw["wijze_anders"] = verteld.wijze_anders if nieuw["wijze"] == Hoorwijze.ANDERS else ""
    if nieuw:
        for naam, waarde in nieuw.items():
            setattr(recht, naam, waarde)
        recht.versie += 1
        bewaar(recht, *nieuw, "versie")
    return recht
