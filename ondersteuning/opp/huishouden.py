"""Whether the people around a pupil live apart, and what they then do not read of each other. The one rule of it.

Used for what is stored, printed, bundled and shown behind a link, so that no paper shows what a page leaves out. On the
narrow side: also who has no gezag (a new partner, a parent without it) and who is no longer a contact has a household,
because texts may hold what he said there.
"""

from collections.abc import Iterable

VAN_THUIS = frozenset({"visie_ouders", "beeld_thuis"})
"""Texts of an OPP that say what somebody at home said or how it is there."""
ZELF = 0
"""The household that a question to the pupil himself carries: none."""


def gescheiden(huishoudens: Iterable[int], *, volwassen: bool) -> bool:
    """Say whether what parents read must leave out what comes from home.

    huishoudens: that of every contact the pupil has or had, and that of everybody who was asked about the handelingsdeel,
    as it was that day. From 18 parents read nothing and the pupil reads his own file: nothing is left out.
    """
    return not volwassen and len(set(huishoudens) - {ZELF}) > 1


def leesbaar(naam: str, apart: bool) -> bool:
    """Say whether a text of an OPP (by its field) is shown to parents; `apart`: they live in two households."""
    return not apart or naam not in VAN_THUIS
