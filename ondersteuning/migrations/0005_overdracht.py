"""Tables of hand-overs to the lesson and complaints."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("leerlingen", "0008_toestemming"),
        ("ondersteuning", "0004_hgw"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Klacht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ontvangen_op", models.DateField()),
                (
                    "hoe",
                    models.CharField(
                        choices=[
                            ("gesprek", "in een gesprek"),
                            ("telefoon", "per telefoon"),
                            ("mail", "per mail"),
                            ("brief", "per brief"),
                        ],
                        max_length=8,
                    ),
                ),
                ("van_naam", models.CharField(max_length=160)),
                ("onderwerp", models.CharField(max_length=120)),
                ("inhoud", models.TextField(max_length=4000)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "ontvangen"),
                            ("horen", "we horen wie erbij hoort"),
                            ("afspraak", "er is een afspraak"),
                            ("gesloten", "gesloten"),
                        ],
                        default="ontvangen",
                        max_length=10,
                    ),
                ),
                ("uiterlijk", models.DateField()),
                ("besluit_leiding", models.TextField(blank=True, max_length=4000)),
                ("besluit_op", models.DateTimeField(blank=True, null=True)),
                ("uitkomst", models.TextField(blank=True, help_text="what was agreed", max_length=4000)),
                (
                    "ouders_gehoord",
                    models.TextField(
                        blank=True,
                        help_text="what the parents were told: the letter that closes it",
                        max_length=4000,
                    ),
                ),
                ("ouders_op", models.DateField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("gesloten_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "contact",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="leerlingen.contactpersoon",
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gesloten_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="leerlingen.leerling",
                    ),
                ),
                (
                    "ontvangen_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "schoolleider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "klacht",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["ontvangen", "horen", "afspraak", "gesloten"])),
                        name="klacht_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hoe__in", ["gesprek", "telefoon", "mail", "brief"])),
                        name="klacht_hoe",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("inhoud", ""), _negated=True),
                            models.Q(("onderwerp", ""), _negated=True),
                            models.Q(("van_naam", ""), _negated=True),
                        ),
                        name="klacht_inhoud",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uiterlijk__gte", models.F("ontvangen_op"))),
                        name="klacht_termijn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gesloten_op__isnull", False),
                                ("ouders_op__isnull", False),
                                ("status", "gesloten"),
                                models.Q(("ouders_gehoord", ""), _negated=True),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "gesloten"), _negated=True), ("gesloten_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="klacht_gesloten",
                        violation_error_message="Schrijf eerst op wat er is afgesproken en wat de ouders horen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besluit_leiding", ""), ("besluit_op__isnull", True)),
                            models.Q(
                                ("besluit_op__isnull", False),
                                ("schoolleider__isnull", False),
                                models.Q(("besluit_leiding", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="klacht_besluit",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "status", "uiterlijk"], name="klacht_open"),
                    models.Index(fields=["school", "leerling"], name="klacht_leerling"),
                    models.Index(
                        condition=models.Q(("schoolleider__isnull", False)),
                        fields=["school", "schoolleider"],
                        name="klacht_leider",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Klachtafspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.CharField(max_length=400)),
                ("datum", models.DateField()),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("resultaat", models.CharField(blank=True, max_length=400)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "klacht",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afspraken",
                        to="ondersteuning.klacht",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "afspraak na een klacht",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="klachtafspraak_tekst"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("klaar_op__isnull", True),
                            models.Q(("resultaat", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="klachtafspraak_klaar",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "klacht"], name="klachtafspraak_klacht"),
                    models.Index(
                        condition=models.Q(("klaar_op__isnull", True)),
                        fields=["school", "eigenaar", "datum"],
                        name="klachtafspraak_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Klachtpartij",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wie", models.CharField(max_length=160)),
                ("gehoord_op", models.DateField()),
                ("gezegd", models.TextField(max_length=4000)),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "klacht",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partijen",
                        to="ondersteuning.klacht",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "gehoorde partij",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("wie", ""), _negated=True), models.Q(("gezegd", ""), _negated=True)
                        ),
                        name="klachtpartij_inhoud",
                    )
                ],
                "indexes": [models.Index(fields=["school", "klacht"], name="klachtpartij_klacht")],
            },
        ),
        migrations.CreateModel(
            name="Lesoverdracht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.CharField(help_text="whose advice it is: het Taleninstituut", max_length=120)),
                ("onderwerp", models.CharField(max_length=120)),
                ("actie", models.CharField(help_text="what a teacher does, in one line", max_length=160)),
                ("advies", models.TextField(max_length=1200)),
                (
                    "vakken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("bevestig_voor", models.DateField()),
                ("bericht_op", models.DateField()),
                ("volgende_datum", models.DateField()),
                ("ronde", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("loopt", "loopt"),
                            ("terug", "komt terug"),
                            ("in_de_les", "zit in de les"),
                            ("beantwoord", "anders verder"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="loopt",
                        max_length=12,
                    ),
                ),
                (
                    "vraag",
                    models.TextField(
                        blank=True, help_text="the open question when it came back", max_length=4000
                    ),
                ),
                ("slot", models.TextField(blank=True, max_length=4000)),
                ("gegeven_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gegeven_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="leerlingen.leerling",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "traject",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "overdracht naar de les",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["loopt", "terug", "in_de_les", "beantwoord", "ingetrokken"])
                        ),
                        name="lesoverdracht_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("advies", ""), _negated=True),
                            models.Q(("actie", ""), _negated=True),
                            models.Q(("onderwerp", ""), _negated=True),
                            models.Q(("van", ""), _negated=True),
                        ),
                        name="lesoverdracht_inhoud",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bericht_op__gte", models.F("bevestig_voor"))),
                        name="lesoverdracht_termijn",
                        violation_error_message="Laten weten hoe het gaat komt na bevestigen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("loopt", "terug")), ("afgesloten_op__isnull", True)),
                            models.Q(
                                models.Q(("status__in", ("loopt", "terug")), _negated=True),
                                ("afgesloten_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="lesoverdracht_afgesloten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "terug"), _negated=True),
                            models.Q(("vraag", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="lesoverdracht_terug_met_vraag",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ("loopt", "terug"))),
                        fields=["school", "eigenaar", "volgende_datum"],
                        name="lesoverdracht_open",
                    ),
                    models.Index(fields=["school", "leerling"], name="lesoverdracht_leerling"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lesontvanger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vak", models.CharField(blank=True, max_length=60)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gegeven", "nog niet bevestigd"),
                            ("bevestigd", "gelezen, gaat het doen"),
                            ("probeert", "probeert het"),
                            ("bericht", "liet weten hoe het gaat"),
                            ("vervangen", "overgenomen door een ander"),
                        ],
                        default="gegeven",
                        max_length=10,
                    ),
                ),
                ("gegeven_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("bevestigd_op", models.DateTimeField(blank=True, null=True)),
                ("probeert_op", models.DateTimeField(blank=True, null=True)),
                ("bericht_op", models.DateTimeField(blank=True, null=True)),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[("gelukt", "gelukt"), ("deels", "deels gelukt"), ("niet", "niet gelukt")],
                        max_length=6,
                    ),
                ),
                ("wat_zag", models.TextField(blank=True, max_length=4000)),
                ("nodig", models.TextField(blank=True, max_length=4000)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "docent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opvolger",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ondersteuning.lesontvanger",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "overdracht",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ontvangers",
                        to="ondersteuning.lesoverdracht",
                    ),
                ),
            ],
            options={
                "verbose_name": "ontvanger van een overdracht",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "vervangen"), _negated=True),
                        fields=("overdracht", "docent"),
                        name="lesontvanger_eenmaal",
                        violation_error_message="Deze docent heeft dit advies al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["gegeven", "bevestigd", "probeert", "bericht", "vervangen"])
                        ),
                        name="lesontvanger_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "bericht"), _negated=True),
                            models.Q(
                                ("bericht_op__isnull", False),
                                ("uitkomst__in", ["gelukt", "deels", "niet"]),
                                models.Q(("wat_zag", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lesontvanger_bericht",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ("gegeven", "vervangen")),
                            ("bevestigd_op__isnull", False),
                            _connector="OR",
                        ),
                        name="lesontvanger_bevestigd",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ("gegeven", "bevestigd", "probeert"))),
                        fields=["school", "docent"],
                        name="lesontvanger_open",
                    ),
                    models.Index(fields=["school", "overdracht"], name="lesontvanger_overdracht"),
                ],
            },
        ),
        SchoolGrens("Lesoverdracht", "Lesontvanger"),
        # What parents and heard people said is gone when the complaint is: not kept in the history either.
        SchoolGrens(
            "Klacht",
            zonder=("van_naam", "onderwerp", "inhoud", "uitkomst", "besluit_leiding", "ouders_gehoord"),
        ),
        SchoolGrens("Klachtpartij", zonder=("wie", "gezegd")),
        SchoolGrens("Klachtafspraak", zonder=("tekst", "resultaat")),
    ]
