"""The one way to make a publication: by the name of its page, from what `Bron` holds."""

from collections.abc import Callable

from beleid.cijfers import bladen
from beleid.cijfers.bron import Bron
from beleid.cijfers.overzicht import overzicht
from beleid.cijfers.publicatie import Publicatie

MAKERS: dict[str, Callable[[Bron], Publicatie]] = {
    "overzicht": overzicht,
    "ondersteuning": bladen.ondersteuning,
    "opp": bladen.opp,
    "aanbod": bladen.aanbod,
    "docenten": bladen.docenten,
}

FIGUREN: dict[str, tuple[str, ...]] = {
    "overzicht": (
        "leerlingen",
        "signalen",
        "besluiten",
        "antwoord",
        "afspraken",
        "opp_termijn",
        "lijn",
        "plekken",
    ),
    "ondersteuning": ("leerlingen", "lijn", "instroom", "uitstroom", "eerste_lijn", "caseload"),
    "opp": ("leerlingen", "opp_orde", "opp_termijn"),
    "aanbod": ("leerlingen", "doelen", "wachtlijst"),
    "docenten": ("leerlingen", "docenten", "kaarten"),
}
"""The figures that each page is made of."""
