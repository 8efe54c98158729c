"""Tables of observation lists: lists with their versions, campaigns, answers, results and proposals."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("leerlingen", "0008_toestemming"),
        ("ondersteuning", "0005_overdracht"),
    ]

    operations = [
        migrations.CreateModel(
            name="Lijstcampagne",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("gesloten_op", models.DateTimeField(blank=True, null=True)),
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
                "verbose_name": "campagne",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="campagne_periode",
                        violation_error_message="De laatste dag ligt voor de eerste dag.",
                    )
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("gesloten_op__isnull", True)),
                        fields=["school", "tot"],
                        name="campagne_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Campagneklas",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "klas",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.klas",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "campagne",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="klassen",
                        to="ondersteuning.lijstcampagne",
                    ),
                ),
            ],
            options={
                "verbose_name": "klas van een campagne",
                "constraints": [
                    models.UniqueConstraint(fields=("campagne", "klas"), name="campagneklas_uniek")
                ],
            },
        ),
        migrations.CreateModel(
            name="Lijstinvulling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("herinnerd_op", models.DateTimeField(blank=True, null=True)),
                ("vervallen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "campagne",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invullingen",
                        to="ondersteuning.lijstcampagne",
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
                "verbose_name": "invulling",
                "constraints": [
                    models.UniqueConstraint(fields=("campagne", "user"), name="invulling_eenmaal")
                ],
                "indexes": [models.Index(fields=["school", "user"], name="invulling_user")],
            },
        ),
        migrations.CreateModel(
            name="Lijstantwoord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opvallend", models.BooleanField(default=False)),
                (
                    "waarden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SmallIntegerField(), blank=True, default=list, size=15
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=500)),
                ("gewijzigd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
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
                    "invulling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="antwoorden",
                        to="ondersteuning.lijstinvulling",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op een lijst",
                "constraints": [
                    models.UniqueConstraint(fields=("invulling", "leerling"), name="antwoord_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("waarden__contained_by", [-1, 0, 1, 2])), name="antwoord_waarden"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opvallend", True),
                            models.Q(("toelichting", ""), ("waarden", [])),
                            _connector="OR",
                        ),
                        name="antwoord_niets_opvallends",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "leerling"], name="antwoord_leerling")],
            },
        ),
        migrations.CreateModel(
            name="Lijstuitslag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("zin", models.CharField(max_length=1000)),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leer", "Leerprocesgericht"),
                            ("pers", "Persoonlijk"),
                            ("loop", "Schoolloopbaan"),
                        ],
                        max_length=4,
                    ),
                ),
                ("op", models.DateTimeField()),
                (
                    "campagne",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uitslagen",
                        to="ondersteuning.lijstcampagne",
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
            ],
            options={
                "verbose_name": "uitslag van een lijst",
                "constraints": [
                    models.UniqueConstraint(fields=("campagne", "leerling"), name="uitslag_eenmaal")
                ],
                "indexes": [models.Index(fields=["school", "leerling", "-op"], name="uitslag_leerling")],
            },
        ),
        migrations.CreateModel(
            name="Signaalvoorstel",
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
                        choices=[("lijst", "uit een lijst"), ("samen", "kleine signalen samen")], max_length=6
                    ),
                ),
                ("zin", models.CharField(max_length=1000)),
                (
                    "domein",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("leer", "Leerprocesgericht"),
                            ("pers", "Persoonlijk"),
                            ("loop", "Schoolloopbaan"),
                        ],
                        max_length=4,
                    ),
                ),
                ("rijen", models.JSONField(default=list)),
                ("nieuwste_op", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("signaal", "een signaal geworden"),
                            ("afgewezen", "niet nodig"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=400)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("beslist_op", models.DateTimeField(blank=True, null=True)),
                (
                    "beslist_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "campagne",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorstellen",
                        to="ondersteuning.lijstcampagne",
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
                    "signaal",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.signaal",
                    ),
                ),
            ],
            options={
                "verbose_name": "voorstel voor een signaal",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "samen"), ("status", "open")),
                        fields=("leerling", "soort"),
                        name="voorstel_een_samen",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "lijst"), ("status", "open")),
                        fields=("leerling", "campagne"),
                        name="voorstel_een_per_lijst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("campagne__isnull", False), ("soort", "lijst")),
                            models.Q(("campagne__isnull", True), ("soort", "samen")),
                            _connector="OR",
                        ),
                        name="voorstel_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beslist_op__isnull", True), ("status", "open")),
                            models.Q(
                                ("beslist_door__isnull", False),
                                ("beslist_op__isnull", False),
                                ("status__in", ["signaal", "afgewezen"]),
                            ),
                            _connector="OR",
                        ),
                        name="voorstel_beslist",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "afgewezen"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="voorstel_afgewezen_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signaal__isnull", False), ("status", "signaal")),
                            models.Q(
                                models.Q(("status", "signaal"), _negated=True), ("signaal__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="voorstel_signaal",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["school", "nieuwste_op"],
                        name="voorstel_open",
                    ),
                    models.Index(fields=["school", "leerling", "soort"], name="voorstel_leerling"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Signaleringslijst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stam", models.UUIDField(default=uuid.uuid4)),
                ("nummer", models.PositiveSmallIntegerField(default=1)),
                (
                    "startlijst",
                    models.CharField(
                        blank=True, help_text="key of the starter list it came from", max_length=20
                    ),
                ),
                ("titel", models.CharField(max_length=80)),
                (
                    "voor",
                    models.CharField(
                        choices=[("docent", "docenten"), ("mentor", "mentoren")],
                        default="docent",
                        max_length=6,
                    ),
                ),
                ("uitleg", models.CharField(blank=True, max_length=300)),
                (
                    "belregel",
                    models.BooleanField(
                        default=False, help_text="says above the list: unsafe at home? phone"
                    ),
                ),
                (
                    "punten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=160), size=15
                    ),
                ),
                (
                    "domeinen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("leer", "Leerprocesgericht"),
                                ("pers", "Persoonlijk"),
                                ("loop", "Schoolloopbaan"),
                            ],
                            max_length=4,
                        ),
                        size=15,
                    ),
                ),
                (
                    "sterk",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BooleanField(), size=15),
                ),
                ("drempel_mensen", models.PositiveSmallIntegerField(default=2)),
                ("drempel_punten", models.PositiveSmallIntegerField(default=4)),
                ("vervangen", models.BooleanField(default=False, help_text="a newer version exists")),
                ("gestopt_op", models.DateField(blank=True, null=True)),
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "signaleringslijst",
                "constraints": [
                    models.UniqueConstraint(fields=("school", "stam", "nummer"), name="lijst_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("vervangen", False)),
                        fields=("school", "stam"),
                        name="lijst_een_huidig",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gestopt_op__isnull", True), ("vervangen", False)),
                        fields=("school", "titel"),
                        name="lijst_titel",
                        violation_error_message="Er is al een lijst met deze titel. Kies een andere.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("punten__len__gte", 2), ("punten__len__lte", 15)),
                        name="lijst_hooguit_15",
                        violation_error_message="Een lijst heeft 2 tot en met 15 punten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("domeinen__len", models.F("punten__len")),
                            ("sterk__len", models.F("punten__len")),
                        ),
                        name="lijst_even_lang",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("domeinen__contained_by", ["leer", "pers", "loop"]), ("sterk__contains", [True])
                        ),
                        name="lijst_wat_goed_gaat",
                        violation_error_message="Zet er minstens één punt in over wat goed gaat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sterk__contains", [False])),
                        name="lijst_wat_opvalt",
                        violation_error_message="Zet er minstens één punt in over wat opvalt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("voor__in", ["docent", "mentor"])), name="lijst_voor"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("drempel_mensen__gte", 2),
                            ("drempel_mensen__lte", 9),
                            ("drempel_punten__gte", 2),
                            ("drempel_punten__lte", 15),
                        ),
                        name="lijst_drempels",
                        violation_error_message="Kies 2 tot en met 9 collega's en 2 tot en met 15 punten.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="lijstcampagne",
            name="lijst",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="campagnes",
                to="ondersteuning.signaleringslijst",
            ),
        ),
        SchoolGrens("Signaleringslijst", "Lijstcampagne", "Campagneklas", "Lijstinvulling"),
        SchoolGrens("Lijstantwoord", zonder=("waarden", "toelichting")),
        SchoolGrens("Lijstuitslag", zonder=("zin",)),
        SchoolGrens("Signaalvoorstel", zonder=("zin", "rijen")),
    ]
