"""Pages of meetings and agreements, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.tests.e2e.bladen_afspraken import AFSPRAAK_VRIJGESTELD, AFSPRAAKBLADEN

OVERLEGBLADEN: tuple[tuple, ...] = (*AFSPRAAKBLADEN,)
OVERLEG_VRIJGESTELD: dict[str, str] = {**AFSPRAAK_VRIJGESTELD}
