"""Versions of an OPP as they were: the texts at an earlier save, for putting two writers together."""

from typing import Any

from ondersteuning.models import OppVersie
from ondersteuning.opp.velden import LIJSTEN, VELDEN
from zorgapp.accounts.models import Geschiedenis


def inhoud_op(rij: OppVersie, versie: int) -> dict[str, Any]:
    """The texts and choices as they were when `versie` counted: now, or from the history; empty when that is gone."""
    if versie == rij.versie:
        return dict(rij.inhoud())
    oud = Geschiedenis.objects.filter(
        school_id=rij.school_id, tabel=OppVersie._meta.db_table, rij_id=rij.pk, oud__versie=versie
    ).first()
    if oud is None:
        return {}
    return {naam: oud.oud[naam] for naam in (*VELDEN, *LIJSTEN)}
