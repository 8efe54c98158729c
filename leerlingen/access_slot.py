"""Waiting for each other: who adds a row about a pupil and looks first whether it is there."""

from leerlingen.models import Leerling


def leerling_op_slot(leerling_id: int) -> None:
    """Lock a pupil whom the caller opened before: who adds a row about him looks first, one at a time.

    Rows that only point to the pupil are not kept waiting. For services; ends with the transaction.
    """
    Leerling.objects.filter(pk=leerling_id).select_for_update(of=("self",), no_key=True).first()
