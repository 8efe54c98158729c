"""What the stage of the role matrix has of the coachlijn and of cases: the teacher asked the begeleider, who answered."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from overleg.services.casus import Casusgegevens, casus_inbrengen
from overleg.services.coach import bericht_sturen, coach_vragen
from overleg.services.overleg import Lid, Overlegplan, overleg_plannen
from overleg.soorten import Overlegsoort
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken


def zet_coachlijn(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix: an answered question, and intervisie led by the begeleider with a case."""
    nu = timezone.now()
    docent, begeleider = (_werkplek(coordinator, mensen[wie]) for wie in "DB")
    vraag = coach_vragen(
        door=docent,
        coach=begeleider.user,
        onderwerp="Rust in de klas",
        tekst="Hoe begin ik een les?",
        sleutel=uuid.uuid4(),
        op=nu,
    )
    bericht_sturen(door=begeleider, pk=vraag.pk, tekst="Bij de deur.", sleutel=uuid.uuid4(), op=nu)
    intervisie = overleg_plannen(
        door=begeleider,
        plan=Overlegplan(Overlegsoort.INTERVISIE, "Intervisie", nu + timedelta(days=7), 60, begeleider.user),
        leden=[Lid(docent.user)],
        op=nu,
    )
    casus = Casusgegevens("Een stille leerling", "Hoe bereik ik hem?", "Hij zegt niets.")
    punt = casus_inbrengen(door=docent, overleg_id=intervisie.pk, casus=casus, op=nu)
    return {"coachvraag": vraag.pk, "intervisie": intervisie.pk, "casuspunt": punt.pk}


def _werkplek(coordinator: Werkplek, user: User) -> Werkplek:
    werkplek = werkplek_maken(user, coordinator.dag, coordinator.school.pk)
    assert werkplek is not None
    return werkplek
