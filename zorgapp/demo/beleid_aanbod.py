"""Demo: the ondersteuningsaanbod for the schoolgids."""

from zorgapp.demo.school import Demoschool


def vertel_aanbod(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
