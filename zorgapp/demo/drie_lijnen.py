"""What the three lines add to the story: told after the signals, each part by its own file."""

from leerlingen.models import Leerling
from zorgapp.demo.lijsten import zet_lijsten
from zorgapp.demo.notities import zet_notities
from zorgapp.demo.school import Demoschool


def vertel_drie_lijnen(demo: Demoschool, leerlingen: dict[str, Leerling]) -> None:
    """Tell it through the services of each floor, from below to above; needs the school's context."""
    zet_notities(demo, leerlingen)
    zet_lijsten(demo, leerlingen)
