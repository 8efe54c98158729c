"""Two reasons at once, one's own and that of whom one stands in for: the widest counts, and the two never mix."""

from collections.abc import Callable

import pytest

from leerlingen.access import Grond, Toegangsgrond, get_leerling, mag_contacten_zien, toegangsgrond
from leerlingen.models import Leerling
from leerlingen.querysets import als_betrokken
from leerlingen.tests.test_zichtbaar import (
    als_docent_van_de_groep,
    als_docent_van_de_klas,
    als_mentor,
    met_verlening,
    op,
    ziet,
)
from zorgapp.accounts.models import Inzage, School, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, maak_klas, maak_leerling, maak_werkplek

pytestmark = pytest.mark.regel(40)


@pytest.fixture
def kees(school: School) -> Leerling:
    return maak_leerling(school, maak_klas(school))


def neemt_waar(waarnemer: Werkplek, afwezige: Werkplek) -> Werkplek:
    Waarneming.objects.create(
        school=afwezige.school,
        afwezige=afwezige.user,
        waarnemer=waarnemer.user,
        van=DAG,
        tot=DAG,
        door=afwezige.user,
    )
    vandaag = op(waarnemer, DAG)
    assert vandaag is not None
    return vandaag


@pytest.mark.parametrize(
    ("eigen", "van_afwezige", "namens"),
    [
        (Rol.DOCENT, Rol.ZORGCOORDINATOR, True),
        (Rol.MENTOR, Rol.ZORGCOORDINATOR, True),
        (Rol.DOCENT, Rol.MENTOR, True),
        (Rol.MENTOR, Rol.BEGELEIDER, True),
        (Rol.MENTOR, Rol.DOCENT, False),
        (Rol.MENTOR, Rol.MENTOR, False),
        (Rol.ZORGCOORDINATOR, Rol.ZORGCOORDINATOR, False),
    ],
)
def test_de_ruimste_reden_geldt_en_staat_in_het_logboek(
    school: School, kees: Leerling, eigen: Rol, van_afwezige: Rol, namens: bool
) -> None:
    """Of two reasons the widest; of two that are equally wide one's own."""
    relaties = {Rol.MENTOR: als_mentor, Rol.DOCENT: als_docent_van_de_klas, Rol.BEGELEIDER: met_verlening}
    gronden = {Rol.BEGELEIDER: Toegangsgrond.VERLENING}
    waarnemer, afwezige = maak_werkplek(school, eigen), maak_werkplek(school, van_afwezige)
    for wie, rol in ((waarnemer, eigen), (afwezige, van_afwezige)):
        relaties.get(rol, lambda *_: None)(school, kees, wie)
    vandaag = neemt_waar(waarnemer, afwezige)
    rol, wie = (van_afwezige, afwezige.user.pk) if namens else (eigen, None)
    grond = Grond(gronden.get(rol) or Toegangsgrond(rol.value), wie)
    assert get_leerling(vandaag, kees.pk)[1] == grond == toegangsgrond(vandaag, kees)
    regel = Inzage.objects.latest("pk")
    assert (regel.grond, regel.namens_id) == (grond.grond, grond.namens_id)


@pytest.mark.parametrize(
    ("eigen", "van_afwezige", "relatie"),
    [
        (Rol.BEGELEIDER, Rol.MENTOR, als_mentor),
        (Rol.DOCENT, Rol.MENTOR, als_mentor),
        (Rol.BEGELEIDER, Rol.DOCENT, als_docent_van_de_klas),
        (Rol.BEGELEIDER, Rol.TEAMLEIDER, als_docent_van_de_groep),
    ],
)
def test_de_rol_van_de_een_geldt_niet_voor_de_relatie_van_de_ander(
    school: School, kees: Leerling, eigen: Rol, van_afwezige: Rol, relatie: Callable[..., None]
) -> None:
    """Who stands in for a mentor does not become the mentor of a class that stands at his own name."""
    waarnemer = maak_werkplek(school, eigen)
    relatie(school, kees, waarnemer)
    assert not ziet(neemt_waar(waarnemer, maak_werkplek(school, van_afwezige)), kees)


def test_waarnemen_voor_een_begeleider_maakt_een_eigen_verlening_niet_ruimer(
    school: School, kees: Leerling
) -> None:
    waarnemer = maak_werkplek(school, Rol.DOCENT)
    met_verlening(school, kees, waarnemer)
    vandaag = neemt_waar(waarnemer, maak_werkplek(school, Rol.BEGELEIDER))
    grond = toegangsgrond(vandaag, kees)
    assert grond == Grond(Toegangsgrond.VERLENING) and not mag_contacten_zien(vandaag, grond)
    mag = Leerling.objects.filter(als_betrokken(vandaag, "pk")[0])
    assert not mag.exists()
