"""`importeer BESTAND --school BRIN`: pupils in from a file, with one line of JSON as the result."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from leerlingen.importeren.inhoud import LeesFout
from leerlingen.importeren.uitvoeren import (
    Gelezen,
    andere_school,
    lees_en_vergelijk,
    leg_voorbeeld_vast,
    pas_toe,
    stel_op,
)
from leerlingen.importeren.voorbeeld import meldingen
from leerlingen.models import Import, ImportRegel
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School


class Command(BaseCommand):
    help = "Leest leerlingen uit een EDEXML-, CSV- of Excel-bestand."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("bestand", type=Path)
        parser.add_argument("--school", required=True, metavar="BRIN", help="BRIN of instellingsnummer")
        parser.add_argument("--proef", action="store_true", help="laat zien wat er verandert, schrijft niets")
        parser.add_argument(
            "--vertrokken", action="store_true", help="schrijf uit wie niet in het bestand staat"
        )
        parser.add_argument(
            "--op-naam",
            action="store_true",
            help="vertrouw op naam en geboortedatum als het nummer ontbreekt",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        school = School.objects.filter(brin=options["school"].strip().upper()).first()
        if school is None:
            raise CommandError(f"Er is geen school met BRIN {options['school']}.")
        dag = timezone.localdate()
        try:
            with options["bestand"].open("rb") as bestand, in_school(school.pk):
                gelezen = lees_en_vergelijk(bestand, school, dag)
                if not options["proef"]:
                    self._pas_toe(school, gelezen, options)
                zinnen = meldingen(gelezen.inhoud, gelezen.plan, dag)
                if andere := andere_school(gelezen.inhoud, school):
                    zinnen.insert(0, f"Let op: het bestand noemt school {andere}, niet {school.brin}.")
        except OSError as fout:
            raise CommandError(f"Ik kan {options['bestand']} niet openen.") from fout
        except LeesFout as fout:
            raise CommandError(str(fout)) from fout
        self._vertel(gelezen, zinnen, op_naam=options["op_naam"])

    def _pas_toe(self, school: School, gelezen: Gelezen, options: dict[str, Any]) -> None:
        """Store the import with its preview, tick what the options ask, and write it."""
        dag = timezone.localdate()
        opdracht = Import.objects.create(school=school, naam=options["bestand"].name[-200:])
        regels = stel_op(opdracht, gelezen)
        for regel in regels:
            if regel.soort == ImportRegel.Soort.VERTROKKEN:
                regel.gekozen = options["vertrokken"]
            elif regel.soort == ImportRegel.Soort.OP_NAAM:
                regel.gekozen = options["op_naam"]
        leg_voorbeeld_vast(opdracht, gelezen, dag, regels)
        pas_toe(opdracht, gelezen, dag)

    def _vertel(self, gelezen: Gelezen, zinnen: list[str], op_naam: bool) -> None:
        """Tell people on stderr, and machines on stdout; a match by name that nobody confirmed is an error."""
        plek = "leerling" if gelezen.inhoud.soort == "edexml" else "regel"
        for zin in zinnen:
            self.stderr.write(zin)
        for fout in gelezen.plan.fouten:
            self.stderr.write(f"{plek} {fout.nummer}: {fout.melding}")
        tellingen = gelezen.plan.tellingen
        gevonden = tellingen.pop("op_naam")
        tellingen["gewijzigd" if op_naam else "fouten"] += gevonden
        if gevonden and not op_naam:
            self.stderr.write(
                f"{gevonden} keer is een leerling op naam gevonden; gebruik --op-naam als dat klopt."
            )
        self.stdout.write(json.dumps(tellingen))
