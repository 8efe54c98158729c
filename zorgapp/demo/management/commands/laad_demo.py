"""`laad_demo`: the named cast through the services, plus seeded bulk data (DESIGN §7)."""

from contextlib import nullcontext
from datetime import date
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from zorgapp.accounts.models import School
from zorgapp.demo.beleid_cijfers import tel_cijfers
from zorgapp.demo.bulk import Omvang, vul_scholen
from zorgapp.demo.cast import zet_cast
from zorgapp.demo.jaren import Jaren
from zorgapp.demo.jaren_terug import VANZELF
from zorgapp.demo.kalender import demodag
from zorgapp.demo.rolverdeling import DOMEIN, WACHTWOORD

STANDAARD_LEERLINGEN = 190
SCHOLEN_MAX = 500
JAREN_MIN, JAREN_MAX = VANZELF, 5


class Command(BaseCommand):
    help = "Laadt de demoscholen met hun mensen, leerlingen en signalen in een lege database."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--leerlingen",
            type=int,
            default=STANDAARD_LEERLINGEN,
            help="aantal leerlingen in totaal; met twee scholen bijna allemaal op het Rietveen College",
        )
        parser.add_argument("--scholen", type=int, default=2, help="aantal scholen, minstens 2")
        parser.add_argument(
            "--zaad", type=int, default=20261124, help="hetzelfde zaad geeft dezelfde gegevens"
        )
        parser.add_argument(
            "--op",
            type=date.fromisoformat,
            help="de dag waarop het verhaal speelt (jjjj-mm-dd); standaard de laatste schooldag",
        )
        parser.add_argument(
            "--dossier",
            type=int,
            default=0,
            metavar="N",
            help="geef één leerling N signalen (voor het meten van een vol dossier)",
        )
        parser.add_argument(
            "--jaren",
            type=int,
            choices=range(JAREN_MIN, JAREN_MAX + 1),
            default=JAREN_MIN,
            help="hoeveel schooljaren een grote school terugvertelt, dit jaar meegeteld",
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        op = opties["op"] or demodag(timezone.localdate())
        if not 0 <= opties["leerlingen"] <= 1_000_000:
            raise CommandError("Kies 0 tot en met 1000000 leerlingen.")
        if not 2 <= opties["scholen"] <= SCHOLEN_MAX:
            raise CommandError(f"Kies 2 tot en met {SCHOLEN_MAX} scholen: twee horen er altijd bij.")
        if School.objects.exists():
            raise CommandError(
                "Er staat al een school in deze database. De demo gaat alleen in een lege database."
            )
        omvang = Omvang(opties["leerlingen"], opties["scholen"], opties["dossier"], opties["jaren"])
        jaren = Jaren(omvang.jaren)
        with (
            nullcontext() if jaren.veel else transaction.atomic()
        ):  # many years are committed school by school
            cast = zet_cast(op)
            gemaakt = vul_scholen(cast, omvang, Random(opties["zaad"]), jaren)
            jaren.laat_tellen()
            tel_cijfers(op, jaren)
        self.stdout.write(
            f"{omvang.scholen} scholen, {gemaakt} leerlingen, verhaal op {op:%d-%m-%Y}. "
            f"Log in als angelica@{DOMEIN} met wachtwoord {WACHTWOORD}."
        )
