"""Two people at once: what the database refuses becomes the same message as what the form refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from zorgapp.accounts.models import Aanstelling, School, Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.tests.hulp import DAG, vandaag
from zorgapp.kern import constraints
from zorgapp.kern.constraints import bewaar
from zorgapp.testing.fabriek import maak_user, stel_aan

pytestmark = pytest.mark.django_db


def net_te_laat(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check saw nothing yet: somebody else saves between check and save."""
    monkeypatch.setattr(constraints, "_controleer_naast_andere", lambda rij: None)


def test_overlap_die_een_ander_net_opsloeg(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    user = maak_user()
    stel_aan(user, school, Rol.MENTOR, van=vandaag())
    net_te_laat(monkeypatch)
    with pytest.raises(ValidationError, match="heeft deze rol al"):
        bewaar(Aanstelling(school=school, user=user, rol=Rol.MENTOR, van=vandaag() + DAG))
    assert Aanstelling.objects.count() == 1


def test_dubbele_vrije_dag_die_een_ander_net_opsloeg(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    dagen = {"van": vandaag(), "tot": vandaag()}
    Vrijedag.objects.create(school=school, naam="Studiedag", **dagen)
    net_te_laat(monkeypatch)
    with pytest.raises(ValidationError, match="staan al in de lijst"):
        bewaar(Vrijedag(school=school, naam="Studiedag", **dagen))


def test_een_fout_die_geen_regel_is_blijft_een_fout(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    rij = Vrijedag.objects.create(school=school, naam="Studiedag", van=vandaag(), tot=vandaag())
    net_te_laat(monkeypatch)
    dubbel = Vrijedag(pk=rij.pk, school=school, naam="Anders", van=vandaag() + DAG, tot=vandaag() + DAG)
    dubbel._state.adding = True
    monkeypatch.setattr(Vrijedag, "save", lambda self, **k: super(Vrijedag, self).save(force_insert=True))
    with pytest.raises(IntegrityError):
        bewaar(dubbel)
