"""Writes of people and rights: one verb each, `door` a Werkplek, atomic."""
