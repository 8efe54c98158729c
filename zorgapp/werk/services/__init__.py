"""Writes of drafts, private files and jobs; what other apps may use."""

from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.services.concepten import (
    ConceptStand,
    Uitkomst,
    concept_bewaren,
    concept_lezen,
    concept_weg,
    concepten_lezen,
    concepten_weg,
)
from zorgapp.werk.services.taken import taak_starten
from zorgapp.werk.soorten import TaakFout, registreer_taak
from zorgapp.werk.uitvoeren import voortgang

__all__ = [
    "ConceptStand",
    "TaakFout",
    "Uitkomst",
    "bestand_bewaren",
    "concept_bewaren",
    "concept_lezen",
    "concept_weg",
    "concepten_lezen",
    "concepten_weg",
    "registreer_taak",
    "taak_starten",
    "voortgang",
]
