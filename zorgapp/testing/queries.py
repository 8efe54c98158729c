"""What a page asks of the database: how many statements, and which one most often (DESIGN §9)."""

import re
from collections import Counter
from typing import Any

from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

HOOGSTENS = 15
HOOGSTENS_HERHAALD = 2
# What a transaction costs by itself is no statement of the page.
_VAN_DE_TRANSACTIE = re.compile(r"^\s*(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SELECT set_config\()", re.I)
_WAARDE = re.compile(r"'(?:[^']|'')*'|\b\d+(?:\.\d+)?\b")
_LIJST = re.compile(r"\(\?(?:, ?\?)+\)")


def statements(client: Any, pad: str, **kwargs: Any) -> tuple[HttpResponse, Counter[str]]:
    """Ask a page and return the answer with its statements, values left out."""
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = client.get(pad, **kwargs)
    zonder_waarden = (_LIJST.sub("(?)", _WAARDE.sub("?", vraag["sql"])) for vraag in gevangen)
    return antwoord, Counter(sql for sql in zonder_waarden if not _VAN_DE_TRANSACTIE.match(sql))


def controleer_budget(client: Any, pad: str, **kwargs: Any) -> int:
    """Ask a page twice (the first fills what is kept per session), hold it to the budget, return its statements."""
    client.get(pad, **kwargs)
    antwoord, gesteld = statements(client, pad, **kwargs)
    assert antwoord.status_code == 200, (pad, antwoord.status_code)
    overzicht = "\n".join(f"{aantal} x {sql}" for sql, aantal in gesteld.most_common())
    assert gesteld.total() <= HOOGSTENS, f"{pad}: {gesteld.total()}\n{overzicht}"
    assert max(gesteld.values(), default=0) <= HOOGSTENS_HERHAALD, f"{pad}\n{overzicht}"
    return gesteld.total()
