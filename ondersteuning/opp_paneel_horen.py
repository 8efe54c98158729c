"""What the page of an OPP shows of hearing the pupil: his words first, then what was done with them."""

from dataclasses import dataclass

from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_horen import ronde
from ondersteuning.models import Hoorrecht, Inbreng, Invloed, Opp, OppVersie
from ondersteuning.opp.feiten import Feiten
from zorgapp.accounts.werkplek import Werkplek

MEEST = 3
"""Texts that the panel shows; the page shows all."""


@dataclass(frozen=True)
class Hoorpaneel:
    """The round of one version: the offer (None: not yet), words and points. contacten: may open what the pupil made."""

    ronde: int
    recht: Hoorrecht | None
    inbreng: tuple[Inbreng, ...]
    meer: bool
    invloeden: tuple[Invloed, ...]
    horen: bool
    contacten: bool


def paneel(
    werkplek: Werkplek, opp: Opp, versie: OppVersie, mag: Oppblik, feiten: Feiten
) -> Hoorpaneel | None:
    """Read the panel of an opened OPP: three queries, one when nothing was offered; None for a teacher."""
    if not mag.heel:
        return None
    beeld = ronde(opp.pk, versie.ronde)
    recht = beeld.hoorrecht if beeld else None
    woorden = beeld.inbreng if beeld else ()
    return Hoorpaneel(
        ronde=versie.ronde,
        recht=recht,
        inbreng=woorden[:MEEST],
        meer=len(woorden) > MEEST,
        invloeden=beeld.invloeden if beeld else (),
        horen=mag.horen,
        contacten=mag.contacten,
    )
