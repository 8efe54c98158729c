"""Demo: hours, means and scenarios."""

from zorgapp.demo.school import Demoschool


def vertel_uren(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
