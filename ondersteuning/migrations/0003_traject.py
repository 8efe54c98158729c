"""Tables of the trajectories, their goals, evaluations and sessions."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
import zorgapp.accounts.models.mensen
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("leerlingen", "0008_toestemming"),
        ("ondersteuning", "0002_aanbod"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Groepstraject",
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
                        choices=[(1, "eerste lijn"), (2, "tweede lijn"), (3, "derde lijn")], default=2
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        choices=[
                            ("leer", "Leerprocesgericht"),
                            ("pers", "Persoonlijk"),
                            ("loop", "Schoolloopbaan"),
                        ],
                        max_length=4,
                    ),
                ),
                ("start", models.DateField()),
                ("evaluatie_op", models.DateField()),
                ("eind", models.DateField()),
                ("plekken", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("meting", models.CharField(blank=True, max_length=120)),
                ("schaal_van", models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                ("schaal_tot", models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                ("hoger_is_beter", models.BooleanField(default=True)),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "aanbod",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groepen",
                        to="ondersteuning.aanbod",
                    ),
                ),
                (
                    "begeleider",
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
                "verbose_name": "groepstraject",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind__gte", models.F("start")),
                            ("evaluatie_op__gte", models.F("start")),
                            ("evaluatie_op__lte", models.F("eind")),
                        ),
                        name="groepstraject_periode",
                        violation_error_message="De evaluatie valt tussen de start en het eind.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("meting", ""),
                            models.Q(
                                ("schaal_tot__isnull", False),
                                ("schaal_van__isnull", False),
                                ("schaal_van__lt", models.F("schaal_tot")),
                            ),
                            _connector="OR",
                        ),
                        name="groepstraject_schaal",
                        violation_error_message="Geef bij een meting de laagste en de hoogste score.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "begeleider"], name="groepstraject_begeleider")],
            },
        ),
        migrations.CreateModel(
            name="Traject",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", models.CharField(max_length=120)),
                (
                    "lijn",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "eerste lijn"), (2, "tweede lijn"), (3, "derde lijn")]
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        choices=[
                            ("leer", "Leerprocesgericht"),
                            ("pers", "Persoonlijk"),
                            ("loop", "Schoolloopbaan"),
                        ],
                        max_length=4,
                    ),
                ),
                ("hulpvraag", models.TextField(max_length=4000)),
                ("onderwijsbehoeften", models.TextField(max_length=4000)),
                ("al_gedaan", models.TextField(blank=True, max_length=4000)),
                ("resultaat", models.TextField(blank=True, max_length=4000)),
                ("terug_naar_klas", models.TextField(blank=True, max_length=4000)),
                ("start", models.DateField()),
                ("evaluatie_op", models.DateField()),
                ("eind", models.DateField(blank=True, null=True)),
                ("voormeting", models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                ("nameting", models.DecimalField(blank=True, decimal_places=1, max_digits=6, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[("loopt", "loopt"), ("afgesloten", "afgesloten")],
                        default="loopt",
                        max_length=10,
                    ),
                ),
                (
                    "afloop",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gelukt", "doelen gehaald"),
                            ("deels", "deels gehaald"),
                            ("anders", "anders verder"),
                            ("hoger", "verder in een hogere lijn"),
                            ("gestopt", "gestopt"),
                        ],
                        max_length=8,
                    ),
                ),
                ("afsluiting", models.TextField(blank=True, max_length=4000)),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "aanbod",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trajecten",
                        to="ondersteuning.aanbod",
                    ),
                ),
                (
                    "afgesloten_door",
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
                    "groep",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnemers",
                        to="ondersteuning.groepstraject",
                    ),
                ),
                (
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trajecten",
                        to="leerlingen.leerling",
                    ),
                ),
                (
                    "partner",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trajecten",
                        to="leerlingen.externepartner",
                    ),
                ),
                (
                    "regievoerder",
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
                    "vervolg",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trajecten",
                        to="ondersteuning.vervolg",
                    ),
                ),
            ],
            options={
                "verbose_name": "traject",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lijn", 1),
                            models.Q(
                                ("eind__isnull", False), models.Q(("terug_naar_klas", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="traject_hoger_eindigt",
                        violation_error_message="In de tweede en derde lijn heeft een traject een einddatum en een weg terug naar de klas.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eind__isnull", True),
                            models.Q(
                                ("eind__gte", models.F("start")), ("evaluatie_op__lte", models.F("eind"))
                            ),
                            _connector="OR",
                        ),
                        name="traject_periode",
                        violation_error_message="Het eind ligt niet voor de start of de evaluatie.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evaluatie_op__gte", models.F("start"))),
                        name="traject_evaluatie",
                        violation_error_message="De evaluatie ligt niet voor de start.",
                    ),
                    models.CheckConstraint(condition=models.Q(("lijn__in", [1, 2, 3])), name="traject_lijn"),
                    models.CheckConstraint(
                        condition=models.Q(("domein__in", ["leer", "pers", "loop"])), name="traject_domein"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("titel", ""), _negated=True),
                            models.Q(("hulpvraag", ""), _negated=True),
                            models.Q(("onderwijsbehoeften", ""), _negated=True),
                        ),
                        name="traject_inhoud",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgesloten_op__isnull", True), ("afloop", ""), ("status", "loopt")),
                            models.Q(
                                ("afgesloten_op__isnull", False),
                                ("status", "afgesloten"),
                                models.Q(("afloop", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="traject_afgesloten",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervolg__isnull", False)),
                        fields=("vervolg",),
                        name="traject_van_vervolg",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("groep__isnull", False), ("status", "loopt")),
                        fields=("groep", "leerling"),
                        name="traject_deelnemer",
                        violation_error_message="Deze leerling doet al mee.",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("aanbod__isnull", False), ("status", "loopt")),
                        expressions=[
                            ("school", "="),
                            ("leerling", "="),
                            ("aanbod", "="),
                            (
                                zorgapp.accounts.models.mensen.DateRange("start", "eind", models.Value("[]")),
                                "&&",
                            ),
                        ],
                        name="traject_geen_overlap",
                        violation_error_message="Deze leerling heeft dit aanbod al in (een deel van) deze periode.",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "leerling", "status"], name="traject_leerling"),
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["school", "regievoerder", "evaluatie_op"],
                        name="traject_loopt",
                    ),
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["school", "lijn", "domein"],
                        name="traject_raster",
                    ),
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["school", "aanbod"],
                        name="traject_aanbod",
                    ),
                    models.Index(fields=["school", "groep"], name="traject_groep"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sessie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("begint_op", models.DateTimeField()),
                ("minuten", models.PositiveSmallIntegerField(default=45)),
                ("plek", models.CharField(blank=True, max_length=60)),
                ("onderwerp", models.CharField(blank=True, max_length=160)),
                ("verslag", models.TextField(blank=True, max_length=4000)),
                ("vervallen", models.BooleanField(default=False)),
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
                    "groep",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessies",
                        to="ondersteuning.groepstraject",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessies",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "sessie",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("traject__isnull", True), ("groep__isnull", True), _connector="XOR"
                        ),
                        name="sessie_van_een",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minuten__gte", 5), ("minuten__lte", 480)),
                        name="sessie_minuten",
                        violation_error_message="Een sessie duurt 5 tot 480 minuten.",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "begint_op"], name="sessie_dag"),
                    models.Index(fields=["school", "traject"], name="sessie_traject"),
                    models.Index(fields=["school", "groep"], name="sessie_groep"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Regieoverdracht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reden", models.CharField(max_length=400)),
                ("gevraagd_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gevraagd", "wacht op antwoord"),
                            ("aanvaard", "aanvaard"),
                            ("geweigerd", "niet aanvaard"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="gevraagd",
                        max_length=11,
                    ),
                ),
                ("beantwoord_op", models.DateTimeField(blank=True, null=True)),
                ("antwoord", models.CharField(blank=True, max_length=400)),
                (
                    "gevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "naar",
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
                    "van",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "traject",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overdrachten",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "overdracht van regie",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "gevraagd")),
                        fields=("traject",),
                        name="regieoverdracht_een_open",
                        violation_error_message="Er wacht al een overdracht op antwoord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("van", models.F("naar")), _negated=True),
                        name="regieoverdracht_ander",
                        violation_error_message="Deze collega heeft de regie al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beantwoord_op__isnull", True), ("status", "gevraagd")),
                            models.Q(
                                models.Q(("status", "gevraagd"), _negated=True),
                                ("beantwoord_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="regieoverdracht_beantwoord",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "gevraagd")),
                        fields=["school", "naar"],
                        name="regieoverdracht_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Lijnovergang",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "domein",
                    models.CharField(
                        choices=[
                            ("leer", "Leerprocesgericht"),
                            ("pers", "Persoonlijk"),
                            ("loop", "Schoolloopbaan"),
                        ],
                        max_length=4,
                    ),
                ),
                ("van_lijn", models.PositiveSmallIntegerField()),
                ("naar_lijn", models.PositiveSmallIntegerField()),
                ("al_gedaan", models.TextField(blank=True, max_length=4000)),
                ("resultaat", models.TextField(blank=True, max_length=4000)),
                ("op", models.DateField()),
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overgangen",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "lijnovergang",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("naar_lijn__lte", 3),
                            ("van_lijn__lte", 3),
                            models.Q(("van_lijn", models.F("naar_lijn")), _negated=True),
                        ),
                        name="lijnovergang_lijnen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("naar_lijn__lte", 1),
                            ("naar_lijn__lt", models.F("van_lijn")),
                            models.Q(
                                models.Q(("al_gedaan", ""), _negated=True),
                                models.Q(("resultaat", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="lijnovergang_al_gedaan",
                        violation_error_message="Schrijf op wat er al gedaan is en wat dat opleverde.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "leerling", "op"], name="lijnovergang_leerling")],
            },
        ),
        migrations.CreateModel(
            name="Evaluatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gehouden_op", models.DateField()),
                ("wat_werkte", models.TextField(max_length=4000)),
                ("wat_niet", models.TextField(blank=True, max_length=4000)),
                ("leerling_zegt", models.TextField(blank=True, max_length=4000)),
                ("ouders_zeggen", models.TextField(blank=True, max_length=4000)),
                ("leerling_aanwezig", models.BooleanField(default=False)),
                ("ouders_aanwezig", models.BooleanField(default=False)),
                (
                    "conclusie",
                    models.CharField(
                        choices=[
                            ("doorgaan", "doorgaan"),
                            ("bijstellen", "bijstellen"),
                            ("afronden", "afronden"),
                        ],
                        max_length=10,
                    ),
                ),
                ("vervolg", models.TextField(blank=True, help_text="what happens next", max_length=4000)),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
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
                (
                    "traject",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluaties",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluatie",
                "indexes": [
                    models.Index(fields=["school", "traject", "gehouden_op"], name="evaluatie_traject")
                ],
            },
        ),
        migrations.CreateModel(
            name="Doel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.CharField(max_length=200)),
                (
                    "merkbaar",
                    models.CharField(
                        blank=True, help_text="how one notices that it is reached", max_length=300
                    ),
                ),
                ("beginsituatie", models.CharField(blank=True, max_length=300)),
                ("klaar_op", models.DateField()),
                (
                    "begin",
                    models.SmallIntegerField(
                        choices=[
                            (-2, "begin"),
                            (-1, "onderweg"),
                            (0, "gelukt"),
                            (1, "meer dan gehoopt"),
                            (2, "veel meer dan gehoopt"),
                        ],
                        default=-2,
                    ),
                ),
                (
                    "gewenst",
                    models.SmallIntegerField(
                        choices=[
                            (-2, "begin"),
                            (-1, "onderweg"),
                            (0, "gelukt"),
                            (1, "meer dan gehoopt"),
                            (2, "veel meer dan gehoopt"),
                        ],
                        default=0,
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("vervallen_op", models.DateField(blank=True, null=True)),
                ("vervallen_reden", models.CharField(blank=True, max_length=300)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "traject",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="doelen",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "doel",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="doel_tekst"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begin__gte", -2),
                            ("begin__lte", 2),
                            ("gewenst__gte", -2),
                            ("gewenst__lte", 2),
                            ("gewenst__gt", models.F("begin")),
                        ),
                        name="doel_gewenst",
                        violation_error_message="De gewenste stand ligt boven het begin.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "traject"], name="doel_traject")],
            },
        ),
        migrations.CreateModel(
            name="Aanwezigheid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "aanwezig",
                    models.CharField(
                        choices=[("ja", "was er"), ("afgemeld", "afgemeld"), ("nee", "was er niet")],
                        max_length=8,
                    ),
                ),
                ("opmerking", models.CharField(blank=True, max_length=200)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "sessie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aanwezigheid",
                        to="ondersteuning.sessie",
                    ),
                ),
                (
                    "traject",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ondersteuning.traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanwezigheid",
                "constraints": [
                    models.UniqueConstraint(fields=("sessie", "traject"), name="aanwezigheid_eenmaal")
                ],
                "indexes": [models.Index(fields=["school", "traject"], name="aanwezigheid_traject")],
            },
        ),
        migrations.CreateModel(
            name="Doelstand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stand",
                    models.SmallIntegerField(
                        choices=[
                            (-2, "begin"),
                            (-1, "onderweg"),
                            (0, "gelukt"),
                            (1, "meer dan gehoopt"),
                            (2, "veel meer dan gehoopt"),
                        ]
                    ),
                ),
                ("op", models.DateField()),
                ("toelichting", models.CharField(blank=True, max_length=400)),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "doel",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standen",
                        to="ondersteuning.doel",
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
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "doelstand",
                "indexes": [models.Index(fields=["school", "doel", "-op", "-id"], name="doelstand_doel")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("stand__gte", -2), ("stand__lte", 2)), name="doelstand_stand"
                    )
                ],
            },
        ),
        SchoolGrens(
            "Groepstraject", "Traject", "Regieoverdracht", "Doel", "Evaluatie", "Sessie", "Aanwezigheid"
        ),
        SchoolGrens("Lijnovergang", "Doelstand", geschiedenis=False),
    ]
