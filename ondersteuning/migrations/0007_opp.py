"""Tables of the ontwikkelingsperspectief: versions, goals, hearing, talks, consent, evaluations, bundles."""

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
        ("ondersteuning", "0006_signaleringslijst"),
        ("werk", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Instemmingverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=220)),
                ("relatie", models.CharField(max_length=20)),
                ("huishouden", models.PositiveSmallIntegerField(default=0)),
                ("telt", models.BooleanField(default=True)),
                ("gevraagd_op", models.DateField()),
                (
                    "herinnerd",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.DateField(), blank=True, default=list, size=None
                    ),
                ),
                ("vervallen_op", models.DateField(blank=True, null=True)),
                (
                    "bewijs",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "op papier"),
                            ("gepland", "wordt verstuurd"),
                            ("geclaimd", "misschien verstuurd"),
                            ("verstuurd", "verstuurd"),
                            ("mislukt", "niet verstuurd"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "contact",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.contactpersoon",
                    ),
                ),
                (
                    "gevraagd_door",
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
                "verbose_name": "vraag om instemming",
                "ordering": ["huishouden", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("contact__isnull", True), ("relatie", "leerling")),
                            models.Q(
                                ("contact__isnull", False),
                                (
                                    "relatie__in",
                                    [
                                        "moeder",
                                        "vader",
                                        "ouder",
                                        "stiefouder",
                                        "pleegouder",
                                        "voogd",
                                        "vertegenwoordiger",
                                        "anders",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="instemmingverzoek_wie",
                    )
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("bewijs", "gepland")),
                        fields=["school", "id"],
                        name="instemmingverzoek_mail",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "in voorbereiding"),
                            ("loopt", "loopt"),
                            ("afgesloten", "afgesloten"),
                        ],
                        default="concept",
                        max_length=10,
                    ),
                ),
                (
                    "pro",
                    models.BooleanField(
                        default=False, help_text="practical education: not in the ROD (rule 18)"
                    ),
                ),
                (
                    "aanleiding",
                    models.CharField(blank=True, help_text="why this pupil has an OPP", max_length=200),
                ),
                ("uiterlijk", models.DateField(blank=True, null=True)),
                ("begindatum", models.DateField(blank=True, null=True)),
                ("einddatum", models.DateField(blank=True, null=True)),
                (
                    "evaluatie_op",
                    models.DateField(blank=True, help_text="the next day to look back together", null=True),
                ),
                ("rod_begin_op", models.DateField(blank=True, null=True)),
                ("rod_eind_op", models.DateField(blank=True, null=True)),
                ("afsluiting", models.TextField(blank=True, max_length=4000)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
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
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="leerlingen.leerling",
                    ),
                ),
                (
                    "opsteller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rod_begin_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rod_eind_door",
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
            ],
            options={
                "verbose_name": "ontwikkelingsperspectief",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "afgesloten"), _negated=True),
                        fields=("leerling",),
                        name="opp_een_lopend",
                        violation_error_message="Deze leerling heeft al een ontwikkelingsperspectief.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["concept", "loopt", "afgesloten"])),
                        name="opp_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("begindatum__isnull", True),
                                ("einddatum__isnull", True),
                                ("status", "concept"),
                            ),
                            models.Q(
                                ("begindatum__isnull", False),
                                ("einddatum__isnull", True),
                                ("status", "loopt"),
                            ),
                            models.Q(("einddatum__isnull", False), ("status", "afgesloten")),
                            _connector="OR",
                        ),
                        name="opp_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("einddatum__isnull", True),
                            ("begindatum__isnull", True),
                            ("einddatum__gte", models.F("begindatum")),
                            _connector="OR",
                        ),
                        name="opp_einde",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rod_begin_door__isnull", True), ("rod_begin_op__isnull", True)),
                            models.Q(("rod_begin_door__isnull", False), ("rod_begin_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="opp_rod_begin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rod_eind_door__isnull", True), ("rod_eind_op__isnull", True)),
                            models.Q(("rod_eind_door__isnull", False), ("rod_eind_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="opp_rod_eind",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "leerling"], name="opp_leerling"),
                    models.Index(
                        condition=models.Q(("status", "afgesloten"), _negated=True),
                        fields=["school", "opsteller", "evaluatie_op"],
                        name="opp_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hoorrecht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ronde", models.PositiveSmallIntegerField()),
                ("aangeboden_op", models.DateField()),
                (
                    "wijze",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gesprek", "in een gesprek"),
                            ("samen", "in een gesprek, met iemand erbij"),
                            ("schrijven", "door te schrijven"),
                            ("tablet", "op de tablet van de mentor"),
                            ("link", "zelf, via een link"),
                            ("tekening", "met een tekening of filmpje"),
                            ("formulier", "met een formulier op papier"),
                            ("anders", "anders"),
                        ],
                        max_length=10,
                    ),
                ),
                ("wijze_anders", models.CharField(blank=True, max_length=120)),
                (
                    "hulp",
                    models.CharField(
                        blank=True,
                        help_text="what help was offered, also when none was wanted",
                        max_length=300,
                    ),
                ),
                ("ziet_af_op", models.DateField(blank=True, null=True)),
                (
                    "ziet_af_reden",
                    models.CharField(blank=True, help_text="in the pupil's words, if any", max_length=300),
                ),
                ("toegelicht_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "aangeboden_door",
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
                    "toegelicht_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gehoord",
                        to="ondersteuning.opp",
                    ),
                ),
            ],
            options={
                "verbose_name": "hoorrecht",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opp", "ronde"),
                        name="hoorrecht_ronde",
                        violation_error_message="Het hoorrecht is voor deze keer al aangeboden.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "wijze__in",
                                [
                                    "",
                                    "gesprek",
                                    "samen",
                                    "schrijven",
                                    "tablet",
                                    "link",
                                    "tekening",
                                    "formulier",
                                    "anders",
                                ],
                            )
                        ),
                        name="hoorrecht_wijze",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("toegelicht_door__isnull", True), ("toegelicht_op__isnull", True)),
                            models.Q(
                                ("toegelicht_door__isnull", False),
                                ("toegelicht_op__gte", models.F("aangeboden_op")),
                            ),
                            _connector="OR",
                        ),
                        name="hoorrecht_toegelicht",
                        violation_error_message="Toelichten kan pas nadat de leerling is gehoord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ziet_af_op__isnull", True),
                            ("ziet_af_op__gte", models.F("aangeboden_op")),
                            _connector="OR",
                        ),
                        name="hoorrecht_ziet_af",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Oppbundel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("schooljaar", models.PositiveSmallIntegerField()),
                ("gestopt_op", models.DateTimeField(blank=True, null=True)),
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
            ],
            options={
                "verbose_name": "bundel OPP's",
                "indexes": [models.Index(fields=["school", "-gemaakt_op"], name="oppbundel_nieuwste")],
            },
        ),
        migrations.CreateModel(
            name="OppDoel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stam", models.UUIDField(default=uuid.uuid4)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
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
                ("doel", models.CharField(max_length=600)),
                ("beginsituatie", models.CharField(blank=True, max_length=600)),
                ("aanpak", models.TextField(max_length=2000)),
                ("wie", models.CharField(max_length=160)),
                (
                    "waar",
                    models.CharField(
                        choices=[
                            ("in_klas", "in de klas"),
                            ("buiten_klas", "buiten de klas"),
                            ("thuis", "thuis"),
                            ("elders", "elders"),
                        ],
                        default="in_klas",
                        max_length=12,
                    ),
                ),
                ("frequentie", models.CharField(blank=True, max_length=120)),
                ("materialen", models.CharField(blank=True, max_length=300)),
                ("van", models.DateField(blank=True, null=True)),
                ("tot", models.DateField()),
                ("criterium", models.CharField(blank=True, max_length=600)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "bron",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ondersteuning.doel",
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
                "verbose_name": "doel van een OPP",
                "ordering": ["volgorde", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("domein__in", ["leer", "pers", "loop"])), name="oppdoel_domein"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("doel", ""), _negated=True),
                            models.Q(("aanpak", ""), _negated=True),
                            models.Q(("wie", ""), _negated=True),
                        ),
                        name="oppdoel_inhoud",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="oppdoel_periode",
                        violation_error_message="Het eind ligt voor het begin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OppEvaluatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gehouden_op", models.DateField()),
                (
                    "ouders",
                    models.CharField(
                        choices=[
                            ("ja", "was erbij"),
                            ("nee", "was er niet bij"),
                            ("wilde_niet", "wilde niet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ouders_zeggen", models.TextField(blank=True, max_length=4000)),
                (
                    "leerling_erbij",
                    models.CharField(
                        choices=[
                            ("ja", "was erbij"),
                            ("nee", "was er niet bij"),
                            ("wilde_niet", "wilde niet"),
                        ],
                        max_length=10,
                    ),
                ),
                ("leerling_zegt", models.TextField(blank=True, max_length=4000)),
                ("anderen", models.CharField(blank=True, help_text="who else was there", max_length=300)),
                ("samenvatting", models.TextField(max_length=8000)),
                (
                    "conclusie",
                    models.CharField(
                        choices=[
                            ("voortzetten", "zo doorgaan"),
                            ("bijstellen", "bijstellen"),
                            ("afsluiten", "afsluiten"),
                        ],
                        max_length=11,
                    ),
                ),
                ("volgende_op", models.DateField(blank=True, null=True)),
                ("sleutel", models.UUIDField(help_text="of one opened form: sending it twice keeps it once")),
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
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evaluaties",
                        to="ondersteuning.opp",
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
                "verbose_name": "evaluatie van een OPP",
                "ordering": ["gehouden_op", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("opp", "sleutel"), name="oppevaluatie_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("conclusie__in", ["voortzetten", "bijstellen", "afsluiten"]),
                            ("leerling_erbij__in", ["ja", "nee", "wilde_niet"]),
                            ("ouders__in", ["ja", "nee", "wilde_niet"]),
                        ),
                        name="oppevaluatie_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("conclusie", "afsluiten"),
                            ("volgende_op__gt", models.F("gehouden_op")),
                            _connector="OR",
                        ),
                        name="oppevaluatie_volgende",
                        violation_error_message="Kies een dag waarop jullie weer terugkijken.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "opp", "-gehouden_op"], name="oppevaluatie_opp")],
            },
        ),
        migrations.CreateModel(
            name="OppDoelevaluatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[("bereikt", "gelukt"), ("deels", "deels gelukt"), ("niet", "niet gelukt")],
                        max_length=8,
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=600)),
                (
                    "doel",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ondersteuning.oppdoel",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "evaluatie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="doelen",
                        to="ondersteuning.oppevaluatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluatie van een doel",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("evaluatie", "doel"), name="oppdoelevaluatie_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("uitkomst__in", ["bereikt", "deels", "niet"])),
                        name="oppdoelevaluatie_uitkomst",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OppLink",
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
                        choices=[("hoorrecht", "de leerling vertelt"), ("instemming", "lezen en antwoorden")],
                        max_length=10,
                    ),
                ),
                ("ronde", models.PositiveSmallIntegerField()),
                ("sleutel", models.CharField(help_text="SHA-256 of the key in the address", max_length=64)),
                ("code", models.CharField(help_text="slow digest of the code", max_length=128)),
                ("verloopt_op", models.DateTimeField()),
                ("pogingen", models.PositiveSmallIntegerField(default=0)),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "mail",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "op papier"),
                            ("gepland", "wordt verstuurd"),
                            ("geclaimd", "misschien verstuurd"),
                            ("verstuurd", "verstuurd"),
                            ("mislukt", "niet verstuurd"),
                        ],
                        default="",
                        max_length=9,
                    ),
                ),
                ("verstuurd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="ondersteuning.opp",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "verzoek",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="ondersteuning.instemmingverzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "persoonlijke link",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("mail__in", ["", "gepland", "geclaimd", "mislukt"]),
                                ("verstuurd_op__isnull", True),
                            ),
                            models.Q(("mail", "verstuurd"), ("verstuurd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="opplink_verstuurd",
                    ),
                    models.UniqueConstraint(fields=("sleutel",), name="opplink_sleutel"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "hoorrecht"), ("verzoek__isnull", True)),
                            models.Q(("soort", "instemming"), ("verzoek__isnull", False)),
                            _connector="OR",
                        ),
                        name="opplink_waarvoor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verloopt_op__gt", models.F("gemaakt_op"))),
                        name="opplink_eindigt",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "opp", "-gemaakt_op"], name="opplink_opp"),
                    models.Index(
                        condition=models.Q(("mail", "gepland")),
                        fields=["school", "gemaakt_op"],
                        name="opplink_mail",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OppVersie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField(default=1)),
                ("ronde", models.PositiveSmallIntegerField(default=1)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("vastgesteld", "vastgesteld"),
                            ("vervangen", "vervangen"),
                        ],
                        default="concept",
                        max_length=11,
                    ),
                ),
                (
                    "handelingsdeel",
                    models.CharField(
                        choices=[
                            ("concept", "concept"),
                            ("voorgelegd", "voorgelegd"),
                            ("akkoord", "akkoord"),
                            ("geen_overeenstemming", "geen overeenstemming"),
                        ],
                        default="concept",
                        max_length=20,
                    ),
                ),
                ("schoolloopbaan", models.TextField(blank=True, max_length=8000)),
                ("instanties", models.TextField(blank=True, max_length=8000)),
                ("bijzonderheden", models.TextField(blank=True, max_length=8000)),
                ("eerder_gedaan", models.TextField(blank=True, max_length=8000)),
                ("eerder_effect", models.TextField(blank=True, max_length=8000)),
                ("beeld_leren", models.TextField(blank=True, max_length=8000)),
                ("beeld_werkhouding", models.TextField(blank=True, max_length=8000)),
                ("beeld_sociaal", models.TextField(blank=True, max_length=8000)),
                ("beeld_lichamelijk", models.TextField(blank=True, max_length=8000)),
                ("beeld_thuis", models.TextField(blank=True, max_length=8000)),
                ("visie_ouders", models.TextField(blank=True, max_length=8000)),
                (
                    "bestemming",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vmbo_bb", "diploma vmbo-bb"),
                            ("vmbo_kb", "diploma vmbo-kb"),
                            ("vmbo_gl", "diploma vmbo-gl"),
                            ("vmbo_tl", "diploma vmbo-tl (mavo)"),
                            ("havo", "diploma havo"),
                            ("vwo", "diploma vwo"),
                            ("mbo1", "doorstroom naar mbo-1 (entree)"),
                            ("mbo2", "doorstroom naar mbo-2"),
                            ("mbo3", "doorstroom naar mbo-3"),
                            ("mbo4", "doorstroom naar mbo-4"),
                            ("hbo", "doorstroom naar hbo"),
                            ("wo", "doorstroom naar wo"),
                            ("pro_arbeid", "schooldiploma praktijkonderwijs en werk"),
                            ("pro_beschut", "schooldiploma praktijkonderwijs en beschut werk"),
                            ("vso_vervolg", "vso, vervolgonderwijs"),
                            ("vso_arbeid", "vso, arbeidsmarkt"),
                            ("dagbesteding", "dagbesteding"),
                            ("vso", "overstap naar het vso"),
                            ("terug", "terug naar het regulier onderwijs"),
                            ("anders", "anders"),
                        ],
                        max_length=14,
                    ),
                ),
                ("bestemming_uitleg", models.TextField(blank=True, max_length=8000)),
                ("onderbouwing", models.TextField(blank=True, max_length=8000)),
                ("bevorderend", models.TextField(blank=True, max_length=8000)),
                ("belemmerend", models.TextField(blank=True, max_length=8000)),
                ("tussenstation", models.TextField(blank=True, max_length=8000)),
                ("praktijk", models.TextField(blank=True, max_length=8000)),
                ("behoefte_leer", models.TextField(blank=True, max_length=8000)),
                ("behoefte_pers", models.TextField(blank=True, max_length=8000)),
                ("behoefte_loop", models.TextField(blank=True, max_length=8000)),
                ("behoefte_docent", models.TextField(blank=True, max_length=8000)),
                ("begeleiding", models.TextField(blank=True, max_length=8000)),
                ("faciliteiten", models.TextField(blank=True, max_length=8000)),
                ("middelen", models.TextField(blank=True, max_length=8000)),
                (
                    "afwijkt",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "nog niet ingevuld"),
                            ("nvt", "niet van toepassing"),
                            ("ja", "ja, van deze onderdelen"),
                        ],
                        default="",
                        max_length=3,
                    ),
                ),
                ("herkomst", models.JSONField(blank=True, default=dict)),
                ("hash", models.CharField(blank=True, max_length=64)),
                ("voorgelegd_op", models.DateField(blank=True, null=True)),
                (
                    "geschil_tot",
                    models.DateField(
                        blank=True, help_text="without agreement: last day of the dispute path", null=True
                    ),
                ),
                ("vastgesteld_op", models.DateField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("gewijzigd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "document",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="werk.bestand",
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
                    "gewijzigd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versies",
                        to="ondersteuning.opp",
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
                    "vorige",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ondersteuning.oppversie",
                    ),
                ),
                (
                    "vraag",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="the version whose questions and answers count here: the same handelingsdeel, set before",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.oppversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "versie van een OPP",
                "constraints": [
                    models.UniqueConstraint(fields=("opp", "nummer"), name="oppversie_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "concept")),
                        fields=("opp",),
                        name="oppversie_een_concept",
                        violation_error_message="Er is al een versie in voorbereiding.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "vastgesteld")),
                        fields=("opp",),
                        name="oppversie_een_geldt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "handelingsdeel__in",
                                ["concept", "voorgelegd", "akkoord", "geen_overeenstemming"],
                            ),
                            ("status__in", ["concept", "vastgesteld", "vervangen"]),
                        ),
                        name="oppversie_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "vastgesteld"), _negated=True),
                            models.Q(("vastgesteld_door__isnull", False), ("vastgesteld_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="oppversie_vastgesteld",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            models.Q(("status", "vervangen"), ("vastgesteld_op__isnull", True)),
                            models.Q(
                                models.Q(("bestemming", ""), _negated=True),
                                models.Q(("onderbouwing", ""), _negated=True),
                                models.Q(("bevorderend", ""), _negated=True),
                                models.Q(("belemmerend", ""), _negated=True),
                                models.Q(("begeleiding", ""), _negated=True),
                                models.Q(("afwijkt", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="oppversie_inhoud",
                        violation_error_message="Dit OPP is nog niet compleet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("handelingsdeel", "concept"),
                            models.Q(("voorgelegd_op__isnull", False), models.Q(("hash", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="oppversie_voorgelegd",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "opp", "-nummer"], name="oppversie_opp")],
            },
        ),
        migrations.AddField(
            model_name="oppevaluatie",
            name="oppversie",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="evaluaties",
                to="ondersteuning.oppversie",
            ),
        ),
        migrations.AddField(
            model_name="oppdoel",
            name="oppversie",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="doelen",
                to="ondersteuning.oppversie",
            ),
        ),
        migrations.CreateModel(
            name="OppAfwijking",
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
                            ("ontheffing", "ontheffing van een vak"),
                            ("vrijstelling", "vrijstelling van een onderdeel"),
                            ("vervangend", "een ander vak of programma"),
                            ("tijd", "aangepaste onderwijstijd"),
                            ("anders", "anders"),
                        ],
                        max_length=12,
                    ),
                ),
                ("vak", models.CharField(blank=True, max_length=80)),
                ("uitleg", models.CharField(max_length=600)),
                ("grondslag", models.CharField(blank=True, max_length=160)),
                ("van", models.DateField(blank=True, null=True)),
                ("tot", models.DateField(blank=True, null=True)),
                (
                    "uren",
                    models.DecimalField(
                        blank=True,
                        decimal_places=1,
                        help_text="hours of lessons a week that stay",
                        max_digits=4,
                        null=True,
                    ),
                ),
                ("inspectie_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "oppversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afwijkingen",
                        to="ondersteuning.oppversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "afwijking van het programma",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["ontheffing", "vrijstelling", "vervangend", "tijd", "anders"])
                        ),
                        name="oppafwijking_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitleg", ""), _negated=True), name="oppafwijking_uitleg"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True),
                            ("tot__isnull", True),
                            ("tot__gte", models.F("van")),
                            _connector="OR",
                        ),
                        name="oppafwijking_periode",
                        violation_error_message="Het eind ligt voor het begin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "tijd"), _negated=True),
                            models.Q(
                                ("inspectie_op__isnull", False),
                                ("tot__isnull", False),
                                ("uren__isnull", False),
                                ("van__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="oppafwijking_tijd",
                        violation_error_message="Bij aangepaste onderwijstijd horen een begin, een eind, het aantal uren en de dag waarop je het de inspectie vroeg.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "oppversie"], name="oppafwijking_versie")],
            },
        ),
        migrations.AddField(
            model_name="instemmingverzoek",
            name="oppversie",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="verzoeken",
                to="ondersteuning.oppversie",
            ),
        ),
        migrations.CreateModel(
            name="Instemming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hash", models.CharField(max_length=64)),
                (
                    "keuze",
                    models.CharField(
                        choices=[("akkoord", "akkoord"), ("niet_akkoord", "niet akkoord")], max_length=12
                    ),
                ),
                ("reden", models.TextField(blank=True, max_length=4000)),
                ("opmerking", models.TextField(blank=True, max_length=4000)),
                ("naam", models.CharField(max_length=220)),
                ("relatie", models.CharField(max_length=20)),
                ("gezag", models.CharField(blank=True, max_length=8)),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("papier", "op papier, met handtekening"),
                            ("mondeling", "mondeling, door de school vastgelegd"),
                            ("digitaal", "digitaal"),
                        ],
                        max_length=10,
                    ),
                ),
                ("gegeven_op", models.DateField()),
                ("gezien", models.BooleanField(default=False)),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "door",
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
                    "stuk",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="the scan of a signature",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.stuk",
                    ),
                ),
                (
                    "verzoek",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="antwoorden",
                        to="ondersteuning.instemmingverzoek",
                    ),
                ),
                (
                    "oppversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instemmingen",
                        to="ondersteuning.oppversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "instemming",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("verzoek",),
                        name="instemming_eenmaal",
                        violation_error_message="Deze persoon heeft over deze versie al geantwoord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gezag", ""), ("relatie", "leerling")),
                            models.Q(
                                ("gezag", "ja"),
                                (
                                    "relatie__in",
                                    [
                                        "moeder",
                                        "vader",
                                        "ouder",
                                        "stiefouder",
                                        "pleegouder",
                                        "voogd",
                                        "vertegenwoordiger",
                                        "anders",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="instemming_gezag",
                        violation_error_message="Alleen wie gezag heeft, kan instemmen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("keuze__in", ["akkoord", "niet_akkoord"])),
                        name="instemming_keuze",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wijze__in", ["papier", "mondeling", "digitaal"])),
                        name="instemming_wijze",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keuze", "niet_akkoord"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="instemming_reden",
                        violation_error_message="Schrijf op waarom deze persoon niet akkoord is.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "oppversie"], name="instemming_versie")],
            },
        ),
        migrations.CreateModel(
            name="Bundeldeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveIntegerField()),
                ("fout", models.CharField(blank=True, max_length=200)),
                (
                    "bestand",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="werk.bestand",
                    ),
                ),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "bundel",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delen",
                        to="ondersteuning.oppbundel",
                    ),
                ),
                (
                    "oppversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="ondersteuning.oppversie",
                    ),
                ),
            ],
            options={
                "verbose_name": "deel van een bundel",
                "ordering": ["volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("bundel", "oppversie"), name="bundeldeel_eenmaal")
                ],
            },
        ),
        migrations.CreateModel(
            name="OppVoorlegging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reden", models.CharField(max_length=200)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vastgesteld", "vastgesteld"),
                            ("terug", "terug naar de opsteller"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        max_length=12,
                    ),
                ),
                ("besluit_op", models.DateField(blank=True, null=True)),
                ("toelichting", models.CharField(blank=True, max_length=600)),
                (
                    "aan",
                    models.ForeignKey(
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
                    "oppversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="voorleggingen",
                        to="ondersteuning.oppversie",
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
                "verbose_name": "voorgelegd aan de schoolleiding",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("besluit", "")),
                        fields=("oppversie",),
                        name="oppvoorlegging_een",
                        violation_error_message="Deze versie ligt al bij een schoolleider.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))), name="oppvoorlegging_periode"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besluit", ""), ("besluit_op__isnull", True)),
                            models.Q(models.Q(("besluit", ""), _negated=True), ("besluit_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="oppvoorlegging_besluit",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("besluit", "")),
                        fields=["school", "aan", "tot"],
                        name="oppvoorlegging_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Oppzin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("veld", models.CharField(max_length=30)),
                ("tekst", models.CharField(max_length=600)),
                ("gestopt_op", models.DateField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
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
                "verbose_name": "zin voor een OPP",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("school", "veld", "tekst"),
                        name="oppzin_uniek",
                        violation_error_message="Deze zin staat er al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="oppzin_tekst"
                    ),
                ],
                "indexes": [models.Index(fields=["school", "veld"], name="oppzin_veld")],
            },
        ),
        migrations.CreateModel(
            name="Overeenstemming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ronde", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "gepland"),
                            ("gehouden", "gehouden"),
                            ("afgezegd", "ging niet door"),
                        ],
                        default="gepland",
                        max_length=9,
                    ),
                ),
                ("uitgenodigd_op", models.DateField()),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("mail", "per mail"),
                            ("telefoon", "per telefoon"),
                            ("brief", "per brief"),
                            ("gesprek", "in een gesprek"),
                        ],
                        max_length=8,
                    ),
                ),
                ("wanneer", models.DateTimeField()),
                ("plek", models.CharField(blank=True, max_length=120)),
                ("samenvatting", models.TextField(blank=True, max_length=8000)),
                ("eens", models.TextField(blank=True, max_length=4000)),
                ("oneens", models.TextField(blank=True, max_length=4000)),
                ("vervolgstap", models.CharField(blank=True, max_length=600)),
                ("hash", models.CharField(blank=True, max_length=64)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("vastgelegd_op", models.DateTimeField(blank=True, null=True)),
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
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overleggen",
                        to="ondersteuning.opp",
                    ),
                ),
                (
                    "oppversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overleggen",
                        to="ondersteuning.oppversie",
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
                "verbose_name": "overleg over een OPP",
                "ordering": ["wanneer", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kanaal__in", ["mail", "telefoon", "brief", "gesprek"]),
                            ("status__in", ["gepland", "gehouden", "afgezegd"]),
                        ),
                        name="overeenstemming_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "gehouden"), _negated=True),
                            models.Q(
                                models.Q(("samenvatting", ""), _negated=True),
                                models.Q(("hash", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="overeenstemming_gehouden",
                        violation_error_message="Schrijf kort op wat er is besproken.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "opp", "wanneer"], name="overeenstemming_opp")],
            },
        ),
        migrations.CreateModel(
            name="Overlegdeelnemer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("leerling", models.BooleanField(default=False)),
                ("naam", models.CharField(max_length=220)),
                ("rol", models.CharField(max_length=60)),
                ("gezag", models.BooleanField(default=False, help_text="had gezag on that day")),
                ("aanwezig", models.BooleanField(blank=True, null=True)),
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
                    "overleg",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deelnemers",
                        to="ondersteuning.overeenstemming",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "deelnemer",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["school", "overleg"], name="overlegdeelnemer_overleg")],
            },
        ),
        migrations.CreateModel(
            name="TijdelijkePlaatsing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("definitief_op", models.DateField(blank=True, null=True)),
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
                "verbose_name": "tijdelijke plaatsing",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("leerling", "van"),
                        name="tijdelijk_eenmaal",
                        violation_error_message="Deze tijdelijke plaatsing staat er al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("definitief_op__isnull", True),
                            ("definitief_op__gte", models.F("van")),
                            _connector="OR",
                        ),
                        name="tijdelijk_periode",
                        violation_error_message="De definitieve plaatsing ligt voor de tijdelijke.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Beschikking",
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
                            ("lwoo", "lwoo"),
                            ("pro", "praktijkonderwijs"),
                            ("vso", "vso"),
                            ("arrangement", "arrangement van het samenwerkingsverband"),
                        ],
                        max_length=12,
                    ),
                ),
                ("volgnummer", models.CharField(blank=True, max_length=40)),
                ("van", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
                ("toelichting", models.CharField(blank=True, max_length=300)),
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
                "verbose_name": "beschikking",
                "indexes": [models.Index(fields=["school", "leerling"], name="beschikking_leerling")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["lwoo", "pro", "vso", "arrangement"])),
                        name="beschikking_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="beschikking_periode",
                        violation_error_message="Het eind ligt voor het begin.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inbreng",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("woorden", models.TextField(blank=True, max_length=8000)),
                (
                    "hoe",
                    models.CharField(
                        choices=[
                            ("gesprek", "in een gesprek"),
                            ("samen", "in een gesprek, met iemand erbij"),
                            ("schrijven", "door te schrijven"),
                            ("tablet", "op de tablet van de mentor"),
                            ("link", "zelf, via een link"),
                            ("tekening", "met een tekening of filmpje"),
                            ("formulier", "met een formulier op papier"),
                            ("anders", "anders"),
                        ],
                        max_length=10,
                    ),
                ),
                ("gezegd_op", models.DateField()),
                ("sleutel", models.UUIDField(help_text="of one opened form: sending it twice keeps it once")),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "hoorrecht",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inbreng",
                        to="ondersteuning.hoorrecht",
                    ),
                ),
                (
                    "opgetekend_door",
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
                    "stuk",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="a drawing or film",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.stuk",
                    ),
                ),
            ],
            options={
                "verbose_name": "inbreng van de leerling",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("hoorrecht", "sleutel"), name="inbreng_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("woorden", ""), _negated=True), ("stuk__isnull", False), _connector="OR"
                        ),
                        name="inbreng_iets",
                        violation_error_message="Schrijf op wat de leerling zei, of voeg een tekening toe.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invloed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("punt", models.CharField(help_text="what the pupil asked or said", max_length=600)),
                (
                    "gevolg",
                    models.CharField(
                        choices=[
                            ("overgenomen", "doen we"),
                            ("deels", "doen we deels"),
                            ("niet", "doen we niet"),
                        ],
                        max_length=12,
                    ),
                ),
                ("uitleg", models.CharField(max_length=600)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "hoorrecht",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invloeden",
                        to="ondersteuning.hoorrecht",
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
                "verbose_name": "invloed op het OPP",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["school", "hoorrecht"], name="invloed_hoorrecht")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("gevolg__in", ["overgenomen", "deels", "niet"])),
                        name="invloed_gevolg",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("punt", ""), _negated=True), models.Q(("uitleg", ""), _negated=True)
                        ),
                        name="invloed_tekst",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="oppdoel",
            index=models.Index(fields=["school", "oppversie", "volgorde"], name="oppdoel_versie"),
        ),
        migrations.AddConstraint(
            model_name="oppdoel",
            constraint=models.UniqueConstraint(fields=("oppversie", "stam"), name="oppdoel_stam"),
        ),
        migrations.AddConstraint(
            model_name="oppdoel",
            constraint=models.UniqueConstraint(
                condition=models.Q(("bron__isnull", False)),
                fields=("oppversie", "bron"),
                name="oppdoel_bron",
                violation_error_message="Dit doel staat er al in.",
            ),
        ),
        migrations.AddIndex(
            model_name="instemmingverzoek",
            index=models.Index(fields=["school", "oppversie"], name="instemmingverzoek_versie"),
        ),
        migrations.AddConstraint(
            model_name="instemmingverzoek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contact__isnull", False), ("vervallen_op__isnull", True)),
                fields=("oppversie", "contact"),
                name="instemmingverzoek_een",
                violation_error_message="Deze ouder is over deze versie al gevraagd.",
            ),
        ),
        migrations.AddConstraint(
            model_name="instemmingverzoek",
            constraint=models.UniqueConstraint(
                condition=models.Q(("contact__isnull", True), ("vervallen_op__isnull", True)),
                fields=("oppversie",),
                name="instemmingverzoek_leerling",
            ),
        ),
        SchoolGrens(
            "Opp",
            "OppVersie",
            "OppDoel",
            "OppAfwijking",
            "Oppzin",
            "Hoorrecht",
            "Invloed",
            "Overeenstemming",
            "Overlegdeelnemer",
            "Instemmingverzoek",
            "OppVoorlegging",
            "OppEvaluatie",
            "OppDoelevaluatie",
            "Beschikking",
            "TijdelijkePlaatsing",
            "Oppbundel",
            "Bundeldeel",
        ),
        SchoolGrens("OppLink", zonder=("sleutel", "code")),
        SchoolGrens("Inbreng", "Instemming", geschiedenis=False),
    ]
