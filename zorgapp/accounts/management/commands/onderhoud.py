"""`onderhoud`: what only the owner role may do; run it weekly (cron), and `./start` runs it at each start."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections
from django.utils import timezone

from zorgapp.accounts.databank import maak_partities, verleen_rechten
from zorgapp.accounts.kluis import wissel_sleutels


class Command(BaseCommand):
    help = (
        "Maakt de maandpartities van de logboeken, zet de rechten van de toepassingsrol en wisselt sleutels."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        eigenaar = connections["owner"]
        nieuw = maak_partities(eigenaar, timezone.localdate())
        verleen_rechten(eigenaar)
        gewisseld = wissel_sleutels("owner")
        self.stdout.write(
            f"{len(nieuw)} partities gemaakt, {gewisseld} tweede stappen onder de nieuwe sleutel"
        )
