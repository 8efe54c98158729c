"""Tables of policy: plan, development point, year, offer text, protocols, hours and means, figures, news."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0007_user_alfabet"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanbodtekst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("nummer", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("voorgelegd", "ligt bij de schoolleiding"),
                            ("vastgesteld", "vastgesteld"),
                        ],
                        default="concept",
                        max_length=11,
                    ),
                ),
                ("inleiding", models.TextField(blank=True, max_length=4000)),
                (
                    "grenzen",
                    models.TextField(
                        blank=True, help_text="what the school cannot offer, and then", max_length=4000
                    ),
                ),
                (
                    "contact",
                    models.TextField(
                        blank=True, help_text="where parents and pupils go with a question", max_length=2000
                    ),
                ),
                ("regels", models.JSONField(blank=True, default=list)),
                (
                    "mr_op",
                    models.DateField(blank=True, help_text="day the participation council agreed", null=True),
                ),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gemaakt_door",
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
                    "vastgesteld_door",
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
                "verbose_name": "aanbodtekst",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "nummer"), name="aanbodtekst_nummer_per_jaar"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "vastgesteld"), _negated=True),
                        fields=("school", "schooljaar"),
                        name="aanbodtekst_een_concept",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="aanbodtekst_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["concept", "voorgelegd", "vastgesteld"])),
                        name="aanbodtekst_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "vastgesteld"),
                                ("vastgesteld_door__isnull", False),
                                ("vastgesteld_op__isnull", False),
                            ),
                            models.Q(
                                models.Q(("status", "vastgesteld"), _negated=True),
                                ("vastgesteld_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="aanbodtekst_vastgesteld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbodalinea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stam",
                    models.UUIDField(help_text="the offering over the years (ondersteuning.Aanbod.stam)"),
                ),
                ("woorden", models.TextField(max_length=1500)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "tekst",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="alineas",
                        to="beleid.aanbodtekst",
                    ),
                ),
            ],
            options={
                "verbose_name": "alinea van een aanbodtekst",
                "constraints": [
                    models.UniqueConstraint(fields=("tekst", "stam"), name="aanbodalinea_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("woorden", ""), _negated=True), name="aanbodalinea_woorden"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Beleidsplan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("nummer", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "in de maak"),
                            ("bespreking", "ligt bij het team"),
                            ("voorgelegd", "ligt bij de schoolleiding"),
                            ("vastgesteld", "vastgesteld"),
                            ("gepubliceerd", "geldt"),
                        ],
                        default="concept",
                        max_length=12,
                    ),
                ),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "reageren_tot",
                    models.DateField(blank=True, help_text="last day for comments of the team", null=True),
                ),
                ("voorgelegd_op", models.DateTimeField(blank=True, null=True)),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True)),
                (
                    "terug_met",
                    models.CharField(
                        blank=True, help_text="why the schoolleiding sent it back", max_length=600
                    ),
                ),
                ("gepubliceerd_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "begonnen_uit",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="beleid.beleidsplan",
                    ),
                ),
                (
                    "gemaakt_door",
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
                    "vastgesteld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "voorgelegd_door",
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
                "verbose_name": "beleidsplan",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "nummer"), name="beleidsplan_nummer_per_jaar"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("vastgesteld", "gepubliceerd")), _negated=True),
                        fields=("school", "schooljaar"),
                        name="beleidsplan_een_concept",
                        violation_error_message="Er is voor dit schooljaar al een plan in de maak.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="beleidsplan_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["concept", "bespreking", "voorgelegd", "vastgesteld", "gepubliceerd"],
                            )
                        ),
                        name="beleidsplan_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("vastgesteld", "gepubliceerd")), _negated=True),
                            models.Q(("vastgesteld_door__isnull", False), ("vastgesteld_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="beleidsplan_vastgesteld",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gepubliceerd_op__isnull", True), ("status", "gepubliceerd"), _connector="OR"
                        ),
                        name="beleidsplan_gepubliceerd",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cijferstand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dag", models.DateField(help_text="the day it counts up to and including")),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "stand van de cijfers",
                "indexes": [models.Index(fields=["school", "-id"], name="cijferstand_laatste")],
            },
        ),
        migrations.CreateModel(
            name="Cijferblok",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("figuur", models.CharField(max_length=30)),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("cellen", models.JSONField(default=list)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "stand",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="blokken",
                        to="beleid.cijferstand",
                    ),
                ),
            ],
            options={
                "verbose_name": "blok cijfers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("stand", "figuur", "schooljaar"), name="cijferblok_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="cijferblok_schooljaar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Goedgegaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dag", models.DateField()),
                ("tekst", models.CharField(max_length=300)),
                ("delen", models.BooleanField(default=False)),
                ("weg_op", models.DateTimeField(blank=True, null=True)),
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "wat er goed ging",
                "ordering": ["-dag", "-pk"],
                "indexes": [models.Index(fields=["school", "-dag"], name="goedgegaan_dag")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="goedgegaan_tekst"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzetnorm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("signaal", "nieuw signaal"),
                            ("traject_licht", "traject in de eerste lijn"),
                            ("traject_middel", "traject in de tweede lijn"),
                            ("traject_zwaar", "traject in de derde lijn"),
                            ("opp", "ontwikkelingsperspectief"),
                            ("overleg", "overleg"),
                            ("plan", "activiteit uit het jaarplan"),
                        ],
                        max_length=16,
                    ),
                ),
                ("minuten", models.PositiveSmallIntegerField()),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "norm voor inzet",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="inzetnorm_schooljaar",
                    ),
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "soort"), name="inzetnorm_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minuten__lte", 3600),
                            (
                                "soort__in",
                                [
                                    "signaal",
                                    "traject_licht",
                                    "traject_middel",
                                    "traject_zwaar",
                                    "opp",
                                    "overleg",
                                    "plan",
                                ],
                            ),
                        ),
                        name="inzetnorm_keuzes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kengetal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sleutel", models.CharField(help_text="which figure (beleid.cijfers)", max_length=40)),
                ("label", models.CharField(max_length=120)),
                (
                    "waarde",
                    models.CharField(help_text="as it was shown, small numbers hidden", max_length=60),
                ),
                ("stand_op", models.DateField()),
                (
                    "plan",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kengetallen",
                        to="beleid.beleidsplan",
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
                "verbose_name": "kengetal",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("plan", "sleutel"), name="kengetal_eenmaal")],
            },
        ),
        migrations.CreateModel(
            name="Middel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("bron", models.CharField(max_length=120)),
                ("doel", models.CharField(max_length=300)),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=10)),
                ("besteed", models.DecimalField(decimal_places=2, default=0, max_digits=10)),
                ("resultaat", models.CharField(blank=True, max_length=600)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gemaakt_door",
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
            ],
            options={
                "verbose_name": "middel",
                "ordering": ["bron", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="middel_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gte", 0), ("besteed__gte", 0)), name="middel_bedrag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bron", ""), _negated=True), models.Q(("doel", ""), _negated=True)
                        ),
                        name="middel_tekst",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NietNu",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", models.CharField(max_length=120)),
                ("waarom", models.CharField(blank=True, max_length=400)),
                (
                    "wanneer",
                    models.CharField(
                        help_text="in words: schooljaar 2027-2028, als er uren zijn", max_length=80
                    ),
                ),
                ("terug_op", models.DateField(blank=True, null=True)),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "weg_op",
                    models.DateTimeField(blank=True, help_text="taken up, or no longer wanted", null=True),
                ),
                ("weg_reden", models.CharField(blank=True, max_length=200)),
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "niet nu",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("titel", ""), _negated=True), models.Q(("wanneer", ""), _negated=True)
                        ),
                        name="nietnu_tekst",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Nieuwsbrief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", models.CharField(max_length=120)),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "concept"), ("geplaatst", "geplaatst")],
                        default="concept",
                        max_length=9,
                    ),
                ),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("geplaatst_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gemaakt_door",
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
            ],
            options={
                "verbose_name": "nieuwsbrief",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("geplaatst_op__isnull", True), ("status", "concept")),
                            models.Q(("geplaatst_op__isnull", False), ("status", "geplaatst")),
                            _connector="OR",
                        ),
                        name="nieuwsbrief_geplaatst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="nieuwsbrief_titel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nieuwsbericht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("kop", models.CharField(max_length=120)),
                ("tekst", models.TextField(blank=True, max_length=2000)),
                ("bron", models.CharField(blank=True, max_length=40)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "brief",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichten",
                        to="beleid.nieuwsbrief",
                    ),
                ),
            ],
            options={
                "verbose_name": "nieuwsbericht",
                "ordering": ["volgorde", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("bron", ""), _negated=True),
                        fields=("brief", "bron"),
                        name="nieuwsbericht_bron_eenmaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kop", ""), _negated=True), name="nieuwsbericht_kop"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nieuwslezing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gelezen_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "brief",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lezingen",
                        to="beleid.nieuwsbrief",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lezing van een nieuwsbrief",
                "constraints": [
                    models.UniqueConstraint(fields=("brief", "user"), name="nieuwslezing_eenmaal")
                ],
            },
        ),
        migrations.CreateModel(
            name="Ontwikkelpunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("nummer", models.PositiveSmallIntegerField(default=1)),
                ("reden_tweede", models.CharField(blank=True, max_length=400)),
                ("titel", models.CharField(max_length=120)),
                ("waarom", models.TextField(blank=True, max_length=2000)),
                ("cijfer", models.CharField(help_text="which figure (beleid.cijfers)", max_length=40)),
                ("start", models.DecimalField(decimal_places=1, max_digits=7)),
                ("doel", models.DecimalField(decimal_places=1, max_digits=7)),
                ("doel_op", models.DateField()),
                ("helpt", models.CharField(blank=True, max_length=400)),
                ("remt", models.CharField(blank=True, max_length=400)),
                (
                    "status",
                    models.CharField(
                        choices=[("loopt", "loopt"), ("klaar", "klaar"), ("gestopt", "gestopt")],
                        default="loopt",
                        max_length=8,
                    ),
                ),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "toegestaan_door",
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
                "verbose_name": "ontwikkelpunt",
                "ordering": ["schooljaar", "nummer"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "nummer"),
                        name="ontwikkelpunt_een_per_jaar",
                        violation_error_message="Er is dit schooljaar al een ontwikkelpunt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="ontwikkelpunt_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nummer", 1),
                            models.Q(
                                ("nummer", 2),
                                ("toegestaan_door__isnull", False),
                                models.Q(("reden_tweede", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="ontwikkelpunt_tweede",
                        violation_error_message="Een tweede ontwikkelpunt vraagt een reden van de schoolleiding.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "doel_op__gte",
                                models.Func(
                                    models.F("schooljaar"),
                                    models.Value(8),
                                    models.Value(1),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                            (
                                "doel_op__lte",
                                models.Func(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("schooljaar"), "+", models.Value(1)
                                    ),
                                    models.Value(7),
                                    models.Value(31),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                        ),
                        name="ontwikkelpunt_doel_op",
                        violation_error_message="Kies een dag binnen dit schooljaar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("start", models.F("doel")), _negated=True),
                        name="ontwikkelpunt_doel",
                        violation_error_message="Het doel is gelijk aan de start.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["loopt", "klaar", "gestopt"])),
                        name="ontwikkelpunt_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="ontwikkelpunt_titel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meetmoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("datum", models.DateField()),
                ("waarde", models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True)),
                ("toelichting", models.CharField(blank=True, max_length=400)),
                ("gemeten_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gemeten_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
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
                    "punt",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="momenten",
                        to="beleid.ontwikkelpunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "meetmoment",
                "ordering": ["nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("punt", "nummer"), name="meetmoment_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("nummer__gte", 1), ("nummer__lte", 3)), name="meetmoment_drie"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gemeten_op__isnull", True), ("waarde__isnull", True)),
                            models.Q(
                                ("gemeten_door__isnull", False),
                                ("gemeten_op__isnull", False),
                                ("waarde__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="meetmoment_gemeten",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activiteit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("stam", models.UUIDField(default=uuid.uuid4)),
                ("regel", models.CharField(blank=True, max_length=40)),
                ("titel", models.CharField(max_length=100)),
                (
                    "strook",
                    models.CharField(
                        choices=[
                            ("ontwikkelpunt", "Ontwikkelpunt"),
                            ("signaleren", "Signaleren"),
                            ("opp_kaart", "OPP en kaart"),
                            ("samen", "Samen"),
                            ("scholing", "Scholing"),
                            ("beleid", "Beleid"),
                        ],
                        max_length=14,
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("budget", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("indicator", models.CharField(blank=True, max_length=200)),
                ("toelichting", models.CharField(blank=True, max_length=600)),
                (
                    "status",
                    models.CharField(
                        choices=[("gepland", "gepland"), ("klaar", "klaar"), ("vervallen", "gaat niet door")],
                        default="gepland",
                        max_length=10,
                    ),
                ),
                ("klaar_op", models.DateField(blank=True, null=True)),
                ("uitkomst", models.CharField(blank=True, max_length=300)),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="1 to 5, when looking back", null=True
                    ),
                ),
                ("met_de_hand", models.BooleanField(default=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemaakt_door",
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
                    "vestiging",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.vestiging",
                    ),
                ),
                (
                    "punt",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activiteiten",
                        to="beleid.ontwikkelpunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "activiteit",
                "ordering": ["van", "pk"],
                "indexes": [models.Index(fields=["school", "schooljaar", "van"], name="activiteit_jaar")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "stam"), name="activiteit_stam_per_jaar"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("regel", ""), _negated=True),
                        fields=("school", "schooljaar", "regel"),
                        name="activiteit_regel_per_jaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="activiteit_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="activiteit_periode",
                        violation_error_message="De laatste dag ligt voor de eerste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "van__gte",
                                models.Func(
                                    models.F("schooljaar"),
                                    models.Value(8),
                                    models.Value(1),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                            (
                                "van__lte",
                                models.Func(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("schooljaar"), "+", models.Value(1)
                                    ),
                                    models.Value(7),
                                    models.Value(31),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                            (
                                "tot__gte",
                                models.Func(
                                    models.F("schooljaar"),
                                    models.Value(8),
                                    models.Value(1),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                            (
                                "tot__lte",
                                models.Func(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("schooljaar"), "+", models.Value(1)
                                    ),
                                    models.Value(7),
                                    models.Value(31),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                        ),
                        name="activiteit_binnen_jaar",
                        violation_error_message="Kies dagen binnen dit schooljaar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["gepland", "klaar", "vervallen"]),
                            (
                                "strook__in",
                                ["ontwikkelpunt", "signaleren", "opp_kaart", "samen", "scholing", "beleid"],
                            ),
                        ),
                        name="activiteit_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("klaar_op__isnull", False), ("status", "klaar")),
                            models.Q(
                                models.Q(("status", "klaar"), _negated=True), ("klaar_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="activiteit_klaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", True),
                            models.Q(("score__gte", 1), ("score__lte", 5)),
                            _connector="OR",
                        ),
                        name="activiteit_score",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="activiteit_titel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plandeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("visie", "Visie"),
                            ("context", "Wat helpt en wat remt"),
                            ("kengetallen", "Kengetallen"),
                            ("ontwikkelpunt", "Ons ontwikkelpunt"),
                            ("structuur", "Structuur en taakverdeling"),
                            ("protocollen", "Protocollen"),
                            ("activiteiten", "Activiteiten"),
                            ("scholing", "Scholing"),
                            ("middelen", "Middelen en uren"),
                            ("communicatie", "Communicatie"),
                            ("evaluatie", "Evaluatie"),
                        ],
                        max_length=16,
                    ),
                ),
                ("tekst", models.TextField(blank=True, max_length=20000)),
                ("gewijzigd_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gewijzigd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delen",
                        to="beleid.beleidsplan",
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
                "verbose_name": "deel van een beleidsplan",
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "soort"), name="plandeel_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "visie",
                                    "context",
                                    "kengetallen",
                                    "ontwikkelpunt",
                                    "structuur",
                                    "protocollen",
                                    "activiteiten",
                                    "scholing",
                                    "middelen",
                                    "communicatie",
                                    "evaluatie",
                                ],
                            )
                        ),
                        name="plandeel_soort",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Planfactor",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kant", models.CharField(choices=[("helpt", "helpt"), ("remt", "remt")], max_length=5)),
                ("tekst", models.CharField(max_length=300)),
                (
                    "invloed",
                    models.CharField(
                        choices=[
                            ("focus", "dit doe ik zelf"),
                            ("invloed", "hier heb ik invloed op"),
                            ("buiten", "hier ga ik niet over"),
                        ],
                        default="invloed",
                        max_length=8,
                    ),
                ),
                ("score", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "plan",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="factoren",
                        to="beleid.beleidsplan",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "vorige",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="beleid.planfactor",
                    ),
                ),
            ],
            options={
                "verbose_name": "factor",
                "ordering": ["kant", "volgorde", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("invloed__in", ["focus", "invloed", "buiten"]), ("kant__in", ["helpt", "remt"])
                        ),
                        name="planfactor_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("score__isnull", True),
                            models.Q(("score__gte", 1), ("score__lte", 5)),
                            _connector="OR",
                        ),
                        name="planfactor_score",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="planfactor_tekst"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Planlezing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gelezen_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "plan",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lezingen",
                        to="beleid.beleidsplan",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "lezing van een beleidsplan",
                "constraints": [models.UniqueConstraint(fields=("plan", "user"), name="planlezing_eenmaal")],
            },
        ),
        migrations.CreateModel(
            name="Planreactie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visie", "Visie"),
                            ("context", "Wat helpt en wat remt"),
                            ("kengetallen", "Kengetallen"),
                            ("ontwikkelpunt", "Ons ontwikkelpunt"),
                            ("structuur", "Structuur en taakverdeling"),
                            ("protocollen", "Protocollen"),
                            ("activiteiten", "Activiteiten"),
                            ("scholing", "Scholing"),
                            ("middelen", "Middelen en uren"),
                            ("communicatie", "Communicatie"),
                            ("evaluatie", "Evaluatie"),
                        ],
                        help_text="empty: the whole plan",
                        max_length=16,
                    ),
                ),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                ("tekst", models.TextField(max_length=2000)),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("open", "nog niet behandeld"),
                            ("verwerkt", "verwerkt"),
                            ("niet", "niet overgenomen"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("antwoord", models.CharField(blank=True, max_length=600)),
                ("sleutel", models.UUIDField(help_text="of one opened form: sending it twice keeps it once")),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "behandeld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "plan",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reacties",
                        to="beleid.beleidsplan",
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
                "verbose_name": "reactie op een beleidsplan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "sleutel"), name="planreactie_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="planreactie_tekst"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitkomst__in", ["open", "verwerkt", "niet"])),
                        name="planreactie_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uitkomst", "open"), ("behandeld_door__isnull", False), _connector="OR"
                        ),
                        name="planreactie_behandeld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Protocol",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("dyslexie", "dyslexie"),
                            ("reis", "buitenlandse reis"),
                            ("rouw", "rouw en verlies"),
                            ("toelating", "toelating"),
                            ("meldcode", "meldcode"),
                            ("eigen", "ander protocol"),
                        ],
                        default="eigen",
                        max_length=16,
                    ),
                ),
                ("titel", models.CharField(max_length=120)),
                (
                    "nakijken_op",
                    models.DateField(
                        blank=True, help_text="when somebody looks whether it still holds", null=True
                    ),
                ),
                ("vervallen_op", models.DateField(blank=True, null=True)),
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "protocol",
                "ordering": ["titel", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op__isnull", True)),
                        fields=("school", "titel"),
                        name="protocol_titel",
                        violation_error_message="Er is al een protocol met deze naam.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["dyslexie", "reis", "rouw", "toelating", "meldcode", "eigen"])
                        ),
                        name="protocol_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="protocol_met_titel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Protocolversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[("concept", "concept"), ("geldig", "geldt"), ("vorig", "gold eerder")],
                        default="concept",
                        max_length=8,
                    ),
                ),
                ("tekst", models.TextField(blank=True, max_length=20000)),
                ("stappen", models.JSONField(blank=True, default=list)),
                (
                    "wijziging",
                    models.CharField(
                        blank=True, help_text="what is different from the one before", max_length=300
                    ),
                ),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("geldig_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "geldig_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "protocol",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versies",
                        to="beleid.protocol",
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
                "verbose_name": "versie van een protocol",
                "constraints": [
                    models.UniqueConstraint(fields=("protocol", "nummer"), name="protocolversie_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "concept")),
                        fields=("protocol",),
                        name="protocolversie_een_concept",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "geldig")),
                        fields=("protocol",),
                        name="protocolversie_een_geldig",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["concept", "geldig", "vorig"])),
                        name="protocolversie_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("geldig_op__isnull", True), ("status", "concept")),
                            models.Q(
                                models.Q(("status", "concept"), _negated=True),
                                ("geldig_door__isnull", False),
                                ("geldig_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="protocolversie_geldig",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Protocollezing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gelezen_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "protocolversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lezingen",
                        to="beleid.protocolversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "lezing van een protocol",
                "constraints": [
                    models.UniqueConstraint(fields=("protocolversie", "user"), name="protocollezing_eenmaal")
                ],
            },
        ),
        migrations.CreateModel(
            name="Puntevaluatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("datum", models.DateField()),
                ("aanwezig", models.CharField(max_length=400)),
                ("opbrengst", models.TextField(max_length=2000)),
                ("geleerd", models.TextField(blank=True, max_length=2000)),
                ("waarde", models.DecimalField(blank=True, decimal_places=1, max_digits=7, null=True)),
                (
                    "vervolg",
                    models.CharField(
                        choices=[
                            ("borgen", "we houden dit vast en kiezen iets nieuws"),
                            ("door", "we gaan hier volgend schooljaar mee door"),
                            ("anders", "we pakken het volgend schooljaar anders aan"),
                            ("stoppen", "we stoppen ermee"),
                        ],
                        max_length=8,
                    ),
                ),
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
                    "punt",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evaluatie",
                        to="beleid.ontwikkelpunt",
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
                "verbose_name": "evaluatie van een ontwikkelpunt",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vervolg__in", ["borgen", "door", "anders", "stoppen"]),
                            models.Q(("aanwezig", ""), _negated=True),
                            models.Q(("opbrengst", ""), _negated=True),
                        ),
                        name="puntevaluatie_compleet",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scenario",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("titel", models.CharField(max_length=120)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("besproken_op", models.DateField(blank=True, null=True)),
                ("uitkomst", models.TextField(blank=True, max_length=1000)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "gemaakt_door",
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
            ],
            options={
                "verbose_name": "scenario",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="scenario_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="scenario_titel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scenariokeuze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("stoppen", "laten liggen"),
                            ("overdragen", "overdragen"),
                            ("later", "later doen"),
                            ("erbij", "uren erbij"),
                        ],
                        max_length=12,
                    ),
                ),
                ("tekst", models.CharField(max_length=200)),
                ("minuten", models.PositiveSmallIntegerField()),
                ("gekozen", models.BooleanField(default=False)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                (
                    "scenario",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keuzes",
                        to="beleid.scenario",
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
                "verbose_name": "keuze in een scenario",
                "ordering": ["volgorde", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minuten__lte", 3600),
                            ("soort__in", ["stoppen", "overdragen", "later", "erbij"]),
                            models.Q(("tekst", ""), _negated=True),
                        ),
                        name="scenariokeuze_keuzes",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scholing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("titel", models.CharField(max_length=120)),
                ("datum", models.DateField()),
                ("doelgroep", models.CharField(max_length=120)),
                ("aanbieder", models.CharField(blank=True, max_length=120)),
                ("kosten", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                (
                    "materiaal",
                    models.CharField(blank=True, help_text="where it can be found, in words", max_length=400),
                ),
                ("waarom", models.CharField(blank=True, max_length=400)),
                ("opbrengst", models.CharField(blank=True, max_length=600)),
                ("gegeven", models.BooleanField(default=False)),
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "scholing",
                "ordering": ["datum", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="scholing_schooljaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "datum__gte",
                                models.Func(
                                    models.F("schooljaar"),
                                    models.Value(8),
                                    models.Value(1),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                            (
                                "datum__lte",
                                models.Func(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("schooljaar"), "+", models.Value(1)
                                    ),
                                    models.Value(7),
                                    models.Value(31),
                                    function="make_date",
                                    output_field=models.DateField(),
                                ),
                            ),
                        ),
                        name="scholing_binnen_jaar",
                        violation_error_message="Kies een dag binnen dit schooljaar.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="scholing_titel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Scholingdeelname",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aanwezig", models.BooleanField(null=True)),
                (
                    "scholing",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnames",
                        to="beleid.scholing",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname aan scholing",
                "constraints": [
                    models.UniqueConstraint(fields=("scholing", "user"), name="scholingdeelname_eenmaal")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tijdcorrectie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("week", models.DateField()),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("managen", "managen"),
                            ("coachen", "coachen"),
                            ("innoveren", "innoveren"),
                            ("beheren", "beheren"),
                        ],
                        max_length=9,
                    ),
                ),
                ("verschuiving", models.SmallIntegerField()),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "correctie van de tijdsverdeling",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "user", "week", "rol"), name="tijdcorrectie_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rol__in", ["managen", "coachen", "innoveren", "beheren"]),
                            ("verschuiving__gte", -2),
                            ("verschuiving__lte", 2),
                        ),
                        name="tijdcorrectie_keuzes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uren",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("rol", models.CharField(max_length=60)),
                ("gevraagd", models.PositiveSmallIntegerField(default=0)),
                ("toegezegd", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("geleverd", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("opmerking", models.CharField(blank=True, max_length=300)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
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
                "verbose_name": "uren",
                "ordering": ["rol", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="uren_schooljaar",
                    ),
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "rol", "user"),
                        name="uren_per_rol",
                        nulls_distinct=False,
                        violation_error_message="Voor deze rol staan al uren in de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gevraagd__lte", 3600),
                            models.Q(("toegezegd__isnull", True), ("toegezegd__lte", 3600), _connector="OR"),
                            models.Q(("geleverd__isnull", True), ("geleverd__lte", 3600), _connector="OR"),
                        ),
                        name="uren_week",
                    ),
                    models.CheckConstraint(condition=models.Q(("rol", ""), _negated=True), name="uren_rol"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wetscontrole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("onderwerp", models.CharField(help_text="key of beleid.wetten", max_length=40)),
                (
                    "voldoet",
                    models.CharField(
                        choices=[("ja", "ja"), ("deels", "deels"), ("nee", "nee")], max_length=6
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=400)),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "door",
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
            ],
            options={
                "verbose_name": "controle van een wet",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["school", "onderwerp", "-id"], name="wetscontrole_laatste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("voldoet__in", ["ja", "deels", "nee"])),
                        name="wetscontrole_voldoet",
                    )
                ],
            },
        ),
        SchoolGrens(
            "Aanbodtekst",
            "Aanbodalinea",
            "Beleidsplan",
            "Plandeel",
            "Planfactor",
            "Planreactie",
            "Ontwikkelpunt",
            "Meetmoment",
            "NietNu",
            "Puntevaluatie",
            "Activiteit",
            "Scholing",
            "Scholingdeelname",
            "Protocol",
            "Protocolversie",
            "Uren",
            "Inzetnorm",
            "Scenario",
            "Scenariokeuze",
            "Middel",
            "Nieuwsbrief",
            "Nieuwsbericht",
            "Goedgegaan",
        ),
        SchoolGrens("Tijdcorrectie", zonder=("verschuiving",)),
        SchoolGrens(
            "Cijferstand",
            "Cijferblok",
            "Kengetal",
            "Nieuwslezing",
            "Planlezing",
            "Protocollezing",
            "Wetscontrole",
            geschiedenis=False,
        ),
    ]
