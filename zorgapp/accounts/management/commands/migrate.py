"""`migrate` as the owner role, followed by partitions and grants (DESIGN §3)."""

from typing import Any

from django.core.management.commands.migrate import Command as Migreer
from django.db import connections
from django.utils import timezone

from zorgapp.accounts.databank import maak_partities, verleen_rechten


class Command(Migreer):
    def add_arguments(self, parser: Any) -> None:
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        verbinding = connections[options["database"]]
        if not options["plan"] and not options["check_unapplied"]:
            maak_partities(verbinding, timezone.localdate())
            verleen_rechten(verbinding)
