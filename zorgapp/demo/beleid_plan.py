"""Demo: the yearly plan."""

from zorgapp.demo.school import Demoschool


def vertel_plan(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
