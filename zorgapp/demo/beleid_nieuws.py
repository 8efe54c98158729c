"""Demo: news, what went well, the end of the day and the law watch."""

from zorgapp.demo.school import Demoschool


def vertel_nieuws(demo: Demoschool) -> None:
    """Write it for the named school, through the services, dates relative to `demo.op`."""
