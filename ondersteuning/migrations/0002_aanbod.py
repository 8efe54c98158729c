"""Tables of the offer: who, what, the waiting list and the tasks."""

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
        ("accounts", "0007_user_alfabet"),
        ("leerlingen", "0008_toestemming"),
        ("ondersteuning", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Functionaris",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "functie",
                    models.CharField(
                        choices=[
                            ("remedial_teacher", "remedial teacher"),
                            ("leerlingbegeleider", "leerlingbegeleider"),
                            ("decaan", "decaan"),
                            ("nt2", "NT2-docent"),
                            ("orthopedagoog", "orthopedagoog"),
                            ("maatschappelijk_werker", "schoolmaatschappelijk werker"),
                            ("onderwijskundige", "onderwijskundige"),
                            ("antipest", "anti-pestcoördinator"),
                            ("anders", "anders"),
                        ],
                        default="anders",
                        max_length=24,
                    ),
                ),
                (
                    "functienaam",
                    models.CharField(blank=True, help_text="the school's own word for it", max_length=60),
                ),
                ("expertise", models.CharField(blank=True, max_length=300)),
                (
                    "lijn",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "eerste lijn"), (2, "tweede lijn"), (3, "derde lijn")], default=2
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
                        size=3,
                    ),
                ),
                ("bereikbaar", models.CharField(blank=True, max_length=120)),
                (
                    "caseload_max",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="running trajectories at once; empty: no limit agreed",
                        null=True,
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
            ],
            options={
                "verbose_name": "functionaris",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="functionaris_periode",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lijn__in", [1, 2, 3])), name="functionaris_lijn"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("domeinen__len__gte", 1)), name="functionaris_domein"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("caseload_max__isnull", True), ("caseload_max__lte", 500), _connector="OR"
                        ),
                        name="functionaris_caseload",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("user", "functie"),
                        name="functionaris_een_lopend",
                        violation_error_message="Deze collega heeft deze functie al.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "user"], name="functionaris_user")],
            },
        ),
        migrations.CreateModel(
            name="Aanbod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stam", models.UUIDField(default=uuid.uuid4)),
                (
                    "schooljaar",
                    models.PositiveSmallIntegerField(help_text="the year it begins in: 2026 for 2026-2027"),
                ),
                ("naam", models.CharField(max_length=80)),
                (
                    "lijn",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "eerste lijn"), (2, "tweede lijn"), (3, "derde lijn")]
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
                        size=3,
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("basis", "basisondersteuning"), ("extra", "extra ondersteuning")],
                        max_length=5,
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        choices=[
                            ("individueel", "individueel"),
                            ("groep", "in een groep"),
                            ("klas", "met de hele klas"),
                        ],
                        default="individueel",
                        max_length=12,
                    ),
                ),
                (
                    "plaats",
                    models.CharField(
                        choices=[
                            ("in_klas", "in de klas"),
                            ("buiten_klas", "buiten de klas"),
                            ("buiten_school", "buiten de school"),
                        ],
                        default="in_klas",
                        max_length=14,
                    ),
                ),
                (
                    "uitvoering",
                    models.CharField(
                        blank=True,
                        help_text="who does it when it is not one person: alle mentoren",
                        max_length=80,
                    ),
                ),
                ("capaciteit", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("uren", models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ("kosten", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                (
                    "ritme",
                    models.CharField(
                        blank=True, help_text="how often, in words: elke zes weken", max_length=60
                    ),
                ),
                ("omschrijving", models.TextField(blank=True, max_length=2000)),
                ("doelgroep", models.CharField(blank=True, max_length=300)),
                ("aanmelden", models.CharField(blank=True, max_length=400)),
                ("gestopt_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "partner",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbod",
                        to="leerlingen.externepartner",
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
                    "functionaris",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbod",
                        to="ondersteuning.functionaris",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanbod",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "stam"), name="aanbod_stam_per_jaar"
                    ),
                    models.UniqueConstraint(
                        fields=("school", "schooljaar", "naam"),
                        name="aanbod_naam_per_jaar",
                        violation_error_message="Er is in dit schooljaar al een aanbod met deze naam.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("schooljaar__gte", 2000), ("schooljaar__lte", 2100)),
                        name="aanbod_schooljaar",
                    ),
                    models.CheckConstraint(condition=models.Q(("lijn__in", [1, 2, 3])), name="aanbod_lijn"),
                    models.CheckConstraint(
                        condition=models.Q(("domeinen__len__gte", 1)), name="aanbod_domein"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["basis", "extra"])), name="aanbod_soort"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("functionaris__isnull", True), ("partner__isnull", True), _connector="OR"
                        ),
                        name="aanbod_een_uitvoerder",
                        violation_error_message="Kies een collega of een partner, niet allebei.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("capaciteit__isnull", True),
                            models.Q(("capaciteit__gte", 1), ("capaciteit__lte", 5000)),
                            _connector="OR",
                        ),
                        name="aanbod_capaciteit",
                        violation_error_message="Een aantal plekken is een getal van 1 tot en met 5000.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "schooljaar", "lijn"], name="aanbod_jaar")],
            },
        ),
        migrations.CreateModel(
            name="Ondersteuningstaak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                (
                    "lijn",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "eerste lijn"), (2, "tweede lijn"), (3, "derde lijn")]
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("vervallen_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "taak in de ondersteuning",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op__isnull", True)),
                        fields=("school", "lijn", "naam"),
                        name="ondersteuningstaak_uniek",
                        violation_error_message="Deze taak staat al in deze lijn.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("lijn__in", [1, 2, 3])), name="ondersteuningstaak_lijn"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Taakhouder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "letter",
                    models.CharField(
                        choices=[
                            ("R", "doet het"),
                            ("A", "is verantwoordelijk"),
                            ("C", "denkt mee"),
                            ("I", "hoort het"),
                        ],
                        max_length=1,
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("zorgcoordinator", "Zorgcoördinator"),
                            ("mentor", "Mentor"),
                            ("docent", "Docent"),
                            ("teamleider", "Teamleider"),
                            ("begeleider", "Begeleider"),
                            ("schoolleiding", "Schoolleiding"),
                            ("beheerder", "Beheerder"),
                            ("externe", "Externe"),
                            ("vertrouwenspersoon", "Vertrouwenspersoon"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "taak",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="houders",
                        to="ondersteuning.ondersteuningstaak",
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
                "verbose_name": "taakhouder",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rol", ""), ("user__isnull", False)),
                            models.Q(models.Q(("rol", ""), _negated=True), ("user__isnull", True)),
                            _connector="OR",
                        ),
                        name="taakhouder_een",
                        violation_error_message="Kies een rol of een collega.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("rol", ""), _negated=True),
                        fields=("taak", "letter", "rol"),
                        name="taakhouder_rol",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("user__isnull", False)),
                        fields=("taak", "letter", "user"),
                        name="taakhouder_user",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("letter", "A")),
                        fields=("taak",),
                        name="taakhouder_een_verantwoordelijk",
                        violation_error_message="Een taak heeft precies één verantwoordelijke.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wachtplek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hulpvraag", models.TextField(max_length=4000)),
                ("aangemeld_op", models.DateField()),
                ("volgende_datum", models.DateField()),
                (
                    "voorrang_reden",
                    models.CharField(blank=True, help_text="why this one goes first", max_length=300),
                ),
                (
                    "overbrugging",
                    models.CharField(blank=True, help_text="what helps until then", max_length=300),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("wacht", "wacht"),
                            ("geplaatst", "geplaatst"),
                            ("vervallen", "niet meer nodig"),
                        ],
                        default="wacht",
                        max_length=10,
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=300)),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "aanbod",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wachtplekken",
                        to="ondersteuning.aanbod",
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
                    "eigenaar",
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
            ],
            options={
                "verbose_name": "wachtplek",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "wacht")),
                        fields=("aanbod", "leerling"),
                        name="wachtplek_eenmaal",
                        violation_error_message="Deze leerling wacht al op dit aanbod.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgesloten_op__isnull", True), ("status", "wacht")),
                            models.Q(
                                models.Q(("status", "wacht"), _negated=True), ("afgesloten_op__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="wachtplek_afgesloten",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "wacht")),
                        fields=["school", "aanbod", "aangemeld_op"],
                        name="wachtplek_open",
                    ),
                    models.Index(fields=["school", "leerling"], name="wachtplek_leerling"),
                ],
            },
        ),
        SchoolGrens("Functionaris", "Aanbod", "Wachtplek", "Ondersteuningstaak", "Taakhouder"),
    ]
