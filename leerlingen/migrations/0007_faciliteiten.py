"""Tables of the facility card, advice for in the lesson and substitutes."""

import datetime

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.manager
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("leerlingen", "0006_notities"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Faciliteit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=60)),
                (
                    "tekst",
                    models.CharField(help_text="what the teacher does: Geef 25% extra tijd", max_length=120),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("tijd", "Tijd"),
                            ("lezen", "Lezen en luisteren"),
                            ("schrijven", "Schrijven en spelling"),
                            ("rekenen", "Rekenen"),
                            ("toets", "Manier van toetsen"),
                            ("plek", "Plek en rust"),
                            ("plannen", "Plannen en huiswerk"),
                            ("praktisch", "Praktisch"),
                        ],
                        max_length=10,
                    ),
                ),
                ("icoon", models.CharField(max_length=40)),
                ("examenaanpassing", models.BooleanField(default=False)),
                ("les", models.BooleanField(default=False)),
                ("toets", models.BooleanField(default=True)),
                ("schoolexamen", models.BooleanField(default=False)),
                (
                    "minuten",
                    models.PositiveSmallIntegerField(blank=True, help_text="proposed at the exam", null=True),
                ),
                ("gestopt_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
            ],
            options={
                "verbose_name": "faciliteit",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gestopt_op__isnull", True)),
                        fields=("school", "naam"),
                        name="faciliteit_uniek",
                        violation_error_message="Deze faciliteit staat al in de lijst.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "^\\s*\\S+(\\s+\\S+){0,11}\\s*$")),
                        name="faciliteit_woorden",
                        violation_error_message="Hoogstens 12 woorden, dan leest een docent het in één blik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("les", True), ("toets", True), ("schoolexamen", True), _connector="OR"
                        ),
                        name="faciliteit_ergens",
                        violation_error_message="Kies waar deze faciliteit voor telt.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Faciliteitenkaart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "stand",
                    models.PositiveIntegerField(
                        default=1, help_text="raised by every write: a stale form is noticed"
                    ),
                ),
                ("geldig_van", models.DateField()),
                ("geldig_tot", models.DateField()),
                (
                    "gewijzigd_op",
                    models.DateTimeField(
                        default=django.utils.timezone.now, help_text="when this version began"
                    ),
                ),
                (
                    "gewijzigd_door",
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
                        on_delete=django.db.models.deletion.PROTECT,
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
                "verbose_name": "faciliteitenkaart",
                "constraints": [
                    models.UniqueConstraint(fields=("school", "leerling"), name="kaart_een_per_leerling"),
                    models.CheckConstraint(
                        condition=models.Q(("geldig_tot__gte", models.F("geldig_van"))),
                        name="kaart_periode",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "geldig_tot"], name="kaart_verloopt")],
            },
        ),
        migrations.CreateModel(
            name="FaciliteitToekenning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.CharField(max_length=120)),
                (
                    "bijzonderheid",
                    models.CharField(blank=True, help_text="when it counts, or what not", max_length=80),
                ),
                (
                    "vakken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("les", models.BooleanField(default=False)),
                ("toets", models.BooleanField(default=False)),
                ("schoolexamen", models.BooleanField(default=False)),
                ("centraal_examen", models.BooleanField(default=False)),
                ("examen_minuten", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("onderbouwd", models.BooleanField(default=False)),
                ("vooraan", models.BooleanField(default=False, help_text="comes first on the class card")),
                ("sinds", models.DateField()),
                (
                    "geldig_tot",
                    models.DateField(blank=True, help_text="empty: as long as the card holds", null=True),
                ),
                ("gestopt_op", models.DateField(blank=True, null=True)),
                (
                    "faciliteit",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.faciliteit",
                    ),
                ),
                (
                    "kaart",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="toekenningen",
                        to="leerlingen.faciliteitenkaart",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "toegekend_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "toekenning",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gestopt_op__isnull", True)),
                        fields=("kaart", "faciliteit"),
                        name="toekenning_eenmaal",
                        violation_error_message="Deze faciliteit staat al op de kaart.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "^\\s*\\S+(\\s+\\S+){0,11}\\s*$")),
                        name="toekenning_woorden",
                        violation_error_message="Hoogstens 12 woorden, dan leest een docent het in één blik.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bijzonderheid__regex", "^\\s*\\S+(\\s+\\S+){0,7}\\s*$"),
                            ("bijzonderheid", ""),
                            _connector="OR",
                        ),
                        name="toekenning_woorden_bij",
                        violation_error_message="Hoogstens 8 woorden.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("les", True),
                            ("toets", True),
                            ("schoolexamen", True),
                            ("centraal_examen", True),
                            _connector="OR",
                        ),
                        name="toekenning_ergens",
                        violation_error_message="Kies waar deze faciliteit voor telt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("centraal_examen", False),
                            models.Q(("examen_minuten__isnull", False), ("examen_minuten__lte", 30)),
                            ("onderbouwd", True),
                            _connector="OR",
                        ),
                        name="toekenning_examen",
                        violation_error_message="Meer dan 30 minuten extra tijd of een andere aanpassing bij het centraal examen kan alleen met een deskundigenverklaring. Leg die eerst vast bij de onderbouwing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("examen_minuten__isnull", True), ("examen_minuten__lte", 180), _connector="OR"
                        ),
                        name="toekenning_minuten",
                        violation_error_message="Kies hoogstens 180 minuten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geldig_tot__isnull", True),
                            ("geldig_tot__gte", models.F("sinds")),
                            _connector="OR",
                        ),
                        name="toekenning_periode",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("gestopt_op__isnull", True)),
                        fields=["school", "kaart"],
                        name="toekenning_op_kaart",
                    ),
                    models.Index(
                        condition=models.Q(("geldig_tot__isnull", False), ("gestopt_op__isnull", True)),
                        fields=["school", "geldig_tot"],
                        name="toekenning_verloopt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FaciliteitMelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vak", models.CharField(max_length=60)),
                ("dag", models.DateField()),
                ("woorden", models.CharField(blank=True, max_length=160)),
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
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
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
                    "toekenning",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.faciliteittoekenning",
                    ),
                ),
            ],
            options={
                "verbose_name": "niet gekregen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("toekenning", "vak", "dag"),
                        name="melding_eenmaal",
                        violation_error_message="Dit is voor die dag al gemeld.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vak", ""), _negated=True), name="melding_vak"
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "leerling", "-dag"], name="melding_leerling"),
                    models.Index(fields=["school", "dag"], name="melding_dag"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Handelingsadvies",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.CharField(max_length=160)),
                (
                    "vakken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("vooraan", models.BooleanField(default=False)),
                ("bron", models.CharField(blank=True, max_length=60)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
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
                        on_delete=django.db.models.deletion.PROTECT,
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
                "verbose_name": "handelingsadvies",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="advies_periode",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "^\\s*\\S+(\\s+\\S+){0,19}\\s*$")),
                        name="advies_woorden",
                        violation_error_message="Hoogstens 20 woorden, dan leest een docent het in één blik.",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "leerling", "tot"], name="advies_leerling"),
                    models.Index(
                        condition=models.Q(("bron", ""), _negated=True),
                        fields=["school", "bron"],
                        name="advies_bron",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kaartgezien",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField()),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "kaart",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.faciliteitenkaart",
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
                "verbose_name": "kaart gezien",
                "constraints": [
                    models.UniqueConstraint(fields=("kaart", "user", "versie"), name="kaartgezien_eenmaal")
                ],
                "indexes": [
                    models.Index(fields=["school", "user", "kaart", "versie"], name="kaartgezien_wie")
                ],
            },
        ),
        migrations.CreateModel(
            name="Kaartgrond",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "grondslag",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dyslexie", "dyslexie"),
                                ("dyscalculie", "dyscalculie"),
                                ("adhd", "AD(H)D"),
                                ("ass", "autisme"),
                                ("motorisch", "motorisch"),
                                ("visueel", "zien"),
                                ("auditief", "horen"),
                                ("ziekte", "ziekte"),
                                ("nt2", "Nederlands als tweede taal"),
                                ("faalangst", "faalangst"),
                                ("overig", "overig"),
                            ],
                            max_length=12,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("toelichting", models.TextField(blank=True, max_length=1000)),
                (
                    "verklaring",
                    models.BooleanField(default=False, help_text="a statement of an expert is present"),
                ),
                ("verklaring_op", models.DateField(blank=True, null=True)),
                ("verklaring_door", models.CharField(blank=True, max_length=120)),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "kaart",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.faciliteitenkaart",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "onderbouwing",
                "constraints": [
                    models.UniqueConstraint(fields=("school", "kaart"), name="kaartgrond_een"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verklaring", False),
                            models.Q(
                                ("verklaring_op__isnull", False),
                                models.Q(("verklaring_door", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="kaartgrond_verklaring",
                        violation_error_message="Schrijf bij de verklaring de datum en wie haar schreef.",
                    ),
                ],
            },
            managers=[
                ("vertrouwelijk", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="Kaartversie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField()),
                (
                    "wat",
                    models.CharField(help_text="what is new, in words a teacher may read", max_length=200),
                ),
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
                    "kaart",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.faciliteitenkaart",
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
                "verbose_name": "kaartversie",
                "constraints": [
                    models.UniqueConstraint(fields=("kaart", "versie"), name="kaartversie_uniek")
                ],
                "indexes": [models.Index(fields=["school", "kaart", "-versie"], name="kaartversie_kaart")],
            },
        ),
        migrations.CreateModel(
            name="Vervanging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "vak",
                    models.CharField(
                        blank=True, help_text="whose facilities are shown; empty: all", max_length=60
                    ),
                ),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField()),
                ("reden", models.CharField(max_length=120)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("gestopt_op", models.DateTimeField(blank=True, null=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "klas",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.klas",
                    ),
                ),
                (
                    "lesgroep",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.lesgroep",
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
                "verbose_name": "vervanging",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("klas__isnull", True), ("lesgroep__isnull", True), _connector="XOR"
                        ),
                        name="vervanging_een_groep",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("van"))),
                        name="vervanging_periode",
                        violation_error_message="Het einde ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "tot__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("van"), "+", models.Value(datetime.timedelta(days=7))
                                ),
                            )
                        ),
                        name="vervanging_langst",
                        violation_error_message="Hoogstens één schoolweek. Regel daarna een nieuwe vervanging.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True),
                        name="vervanging_reden",
                        violation_error_message="Schrijf waarom, bijvoorbeeld: les van Sanne, zij is ziek.",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "user", "tot"], name="vervanging_wie"),
                    models.Index(fields=["school", "tot"], name="vervanging_tot"),
                ],
            },
        ),
        SchoolGrens(
            "Faciliteit",
            "Faciliteitenkaart",
            "FaciliteitToekenning",
            "FaciliteitMelding",
            "Handelingsadvies",
            "Kaartgrond",
            "Vervanging",
        ),
        SchoolGrens("Kaartgezien", "Kaartversie", geschiedenis=False),
    ]
