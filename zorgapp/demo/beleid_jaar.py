"""Demo: the jaarkalender and scholing."""

from zorgapp.demo.school import Demoschool


def vertel_jaar(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
