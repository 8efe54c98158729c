"""Demo: the development point, what waits, and the page Beleid en jaar."""

from zorgapp.demo.school import Demoschool


def vertel_punt(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
