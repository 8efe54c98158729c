"""Writes: one verb each, atomic, `door` says who."""
