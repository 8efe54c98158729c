"""The rows of the role matrix for policy and figures, by subject."""

from zorgapp.testing.matrix_beleid_aanbod import AANBODTEKSTRIJEN
from zorgapp.testing.matrix_beleid_cijfers import CIJFERRIJEN
from zorgapp.testing.matrix_beleid_jaar import JAARRIJEN
from zorgapp.testing.matrix_beleid_nieuws import NIEUWSRIJEN
from zorgapp.testing.matrix_beleid_plan import PLANRIJEN
from zorgapp.testing.matrix_beleid_protocol import PROTOCOLRIJEN
from zorgapp.testing.matrix_beleid_punt import PUNTRIJEN
from zorgapp.testing.matrix_beleid_scholing import SCHOLINGRIJEN
from zorgapp.testing.matrix_beleid_uren import URENRIJEN

BELEIDRIJEN: tuple[tuple, ...] = (
    *PLANRIJEN,
    *PUNTRIJEN,
    *JAARRIJEN,
    *SCHOLINGRIJEN,
    *AANBODTEKSTRIJEN,
    *PROTOCOLRIJEN,
    *URENRIJEN,
    *CIJFERRIJEN,
    *NIEUWSRIJEN,
)
