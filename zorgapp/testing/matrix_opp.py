"""The rows of the role matrix for ontwikkelingsperspectieven: name, expected, method, args, data.

The coordinator began an OPP for the pupil and writes it himself; the mentor may hear the pupil; the schoolleider reads
only what is put before him.
"""

_REST = "403 403 403 403 404 302"  # S A E V, the coordinator of another school, and not signed in
_OPP = ("opp",)

OPPRIJEN: tuple[tuple, ...] = ()
