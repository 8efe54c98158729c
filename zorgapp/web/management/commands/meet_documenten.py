"""`meet_documenten`: the part of `meet` that draws documents, as one line of JSON; see zorgapp.web.meet.documenten."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from zorgapp.web.meet.documenten import als_json, meet


class Command(BaseCommand):
    help = "Meet wat een OPP en de stukken van het beleid als pdf kosten, in de demo-database waar dit tegen draait."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--aantal", type=int, default=40, help="hoe vaak (standaard 40)")

    def handle(self, *args: Any, **opties: Any) -> None:
        self.stdout.write(als_json(meet(max(2, opties["aantal"]))))
