"""The policy of the demo school: plan, point, year, offer text, protocols, hours, news."""

from zorgapp.demo.beleid_aanbod import vertel_aanbod
from zorgapp.demo.beleid_jaar import vertel_jaar
from zorgapp.demo.beleid_nieuws import vertel_nieuws
from zorgapp.demo.beleid_plan import vertel_plan
from zorgapp.demo.beleid_protocol import vertel_protocol
from zorgapp.demo.beleid_punt import vertel_punt
from zorgapp.demo.beleid_scholing import vertel_scholing
from zorgapp.demo.beleid_uren import vertel_uren
from zorgapp.demo.school import Demoschool


def vertel_beleid(demo: Demoschool) -> None:
    """Write the policy of the named school, in the order in which the parts need each other."""
    vertel_protocol(demo)
    vertel_punt(demo)
    vertel_jaar(demo)
    vertel_scholing(demo)
    vertel_uren(demo)
    vertel_aanbod(demo)
    vertel_plan(demo)
    vertel_nieuws(demo)
