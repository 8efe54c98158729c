"""The rows of the role matrix for meetings and agreements: name, expected, method, args, data.

The coordinator leads a zorgoverleg about the pupil that is on (stage objects `overleg`, `punt`, `afspraak`) and one that
is planned (`overleg_straks`); the begeleider and the mentor take part in both. Teacher and team leader do not.
"""

OVERLEGRIJEN: tuple[tuple, ...] = ()
