"""Counting what one request does to the database, from inside the worker."""

import json
import re
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

# What a transaction costs by itself is no statement of the page (DESIGN §3).
_GEEN_STATEMENT = re.compile(
    r"^\s*(SAVEPOINT|RELEASE|ROLLBACK|BEGIN|COMMIT|SELECT (set_config|current_setting)\()", re.IGNORECASE
)
_LIJST = re.compile(r"\(%s(, ?%s)+\)")
KOP = "X-Meet"
KERN_TEKENS = 400
PLAN_KOP = "HTTP_X_MEET_PLAN"


def scans_in(plan: dict[str, Any]) -> list[str]:
    """Tables that a plan reads from end to end, including its sub-plans."""
    eigen = [plan["Relation Name"]] if plan.get("Node Type") == "Seq Scan" else []
    return eigen + [tabel for deel in plan.get("Plans", []) for tabel in scans_in(deel)]


def kern_van(sql: str) -> str:
    """The part of a statement that tells which one it is: from its first FROM on, cut off and without values."""
    plek = sql.find(" FROM ")
    return " ".join((sql[plek + 1 :] if plek >= 0 else sql).split())[:KERN_TEKENS]


class Telling:
    """An execute wrapper: counts statements, and with `plannen` asks PostgreSQL how it will run each of them."""

    def __init__(self, plannen: bool) -> None:
        self.plannen = plannen
        self.sql: Counter[str] = Counter()
        self.scans: dict[str, str] = {}
        self.begin = time.process_time_ns()

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
    ) -> Any:
        if not _GEEN_STATEMENT.match(sql):
            self.sql[_LIJST.sub("(%s, ...)", sql)] += 1
            if self.plannen:
                self._leg_uit(sql, params[0] if many else params, context)
        return execute(sql, params, many, context)

    def _leg_uit(self, sql: str, params: Any, context: dict[str, Any]) -> None:
        """EXPLAIN in the same transaction, so with the same school context and the same parameters."""
        with context["connection"].connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
            for tabel in scans_in(cursor.fetchone()[0][0]["Plan"]):
                self.scans.setdefault(tabel, kern_van(sql))

    def kop(self) -> tuple[str, str]:
        """The header in which the worker tells the benchmark what it did."""
        vaakst = max(self.sql, key=self.sql.__getitem__, default="")
        waarde = {
            "sql": self.sql.total(),
            "herhaald": self.sql[vaakst],
            "vaakst": kern_van(vaakst) if self.sql[vaakst] > 1 else "",
            "cpu_ns": time.process_time_ns() - self.begin,
            "scans": self.scans,
        }
        return KOP, json.dumps(waarde)
