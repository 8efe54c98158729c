"""Whom and what the forms of trajectories choose from: a pupil by name, a colleague, an offering, a partner, a group."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import Q
from django.urls import reverse

from leerlingen.access import zichtbare_leerlingen, zoek_leerlingen
from leerlingen.models import ExternePartner, Leerling
from ondersteuning.access_aanbod import aanbod_van, vrij_voor_nieuw
from ondersteuning.access_groep import groepen_van
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.models import Aanbod, Groepstraject
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.kiezen import Optie
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_nummer

PARTNERS_MAX = 60


@dataclass(frozen=True)
class Leerlingbron:
    """Pupils whose file this person may open, found by typing their name."""

    werkplek: Werkplek

    @property
    def url(self) -> str:
        return reverse("ondersteuning:traject_leerling")

    def waarschijnlijk(self) -> list[Optie]:
        """Nobody is likelier than another."""
        return []

    def zoek(self, vraag: str, hoeveel: int) -> list[Optie]:
        return [_optie(leerling) for leerling in zoek_leerlingen(self.werkplek, vraag, hoeveel)]

    def kies(self, waarde: str) -> tuple[Optie, Leerling] | None:
        """The pupil with this number, when this person may open his file."""
        nummer = gelezen_nummer(waarde)
        if nummer is None:
            return None
        leerling = zichtbare_leerlingen(self.werkplek).filter(pk=nummer).first()
        return (_optie(leerling), leerling) if leerling else None


def _optie(leerling: Leerling) -> Optie:
    klas = getattr(leerling, "klasnaam", None)
    return Optie(str(leerling.pk), f"{leerling.naam}, {klas}" if klas else leerling.naam, leerling.naam)


def regie_kring(werkplek: Werkplek, leerling_id: int | None, behalve: int | None = None) -> Kring:
    """Who can steer a trajectory; likely are the people around the pupil, coordinators and begeleiders."""
    kring = eigenaar_kring(werkplek, leerling_id)
    weg = frozenset({behalve}) if behalve else frozenset()
    return replace(kring, behalve=weg)


def begeleider_kring(werkplek: Werkplek) -> Kring:
    """Who can lead a group; likely are oneself and the begeleiders."""
    return Kring(werkplek, ROLLEN_MET_LEERLINGEN, _begeleider_rangen, om=(werkplek.user.pk,))


def _begeleider_rangen(user_id: int) -> Sequence[Q]:
    return (Q(user=user_id), Q(rol=Rol.BEGELEIDER))


def aanbod_keuzes(werkplek: Werkplek, lijn: object, domein: object) -> list[Aanbod]:
    """What runs this school year; what fits the line and domain first (one query). Each says with `vol` if it is full."""
    gevonden = []
    for aanbod in aanbod_van(werkplek, Schooljaar.van(werkplek.dag)):
        if aanbod.gestopt_op is None or aanbod.gestopt_op > werkplek.dag:
            aanbod.vol = vrij_voor_nieuw(aanbod) == 0  # type: ignore[attr-defined]
            gevonden.append(aanbod)
    return sorted(gevonden, key=lambda a: (str(a.lijn) != str(lijn), domein not in a.domeinen))


def partner_keuzes(werkplek: Werkplek) -> list[ExternePartner]:
    """Partners on the sociale kaart that have not stopped, by name."""
    rijen = ExternePartner.objects.filter(school=werkplek.school, gestopt_op__isnull=True)
    return list(rijen.order_by("naam", "pk")[:PARTNERS_MAX])


def groep_keuzes(werkplek: Werkplek, domein: str) -> list[Groepstraject]:
    """Running groups in a domain that this person may put a pupil in."""
    return [groep for groep in groepen_van(werkplek) if groep.domein == domein]
