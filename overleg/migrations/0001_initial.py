"""Tables of meetings: series, meetings and participants, agenda and report, agreements, coachlijn."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
from overleg.migratie_sql import RUIM_COACHLIJN
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("leerlingen", "0010_leerling_vertrokken"),
        ("ondersteuning", "0007_opp"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("minuten", models.PositiveSmallIntegerField()),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("signaal", "besluit na een signaal"),
                            ("controle", "terugkijken na een advies"),
                            ("evaluatie", "evaluatie van een traject"),
                            ("opp", "termijn van een OPP"),
                            ("afspraak", "open afspraken"),
                            ("niet_besproken", "dit schooljaar nog niet besproken"),
                            ("doorgeschoven", "vorige keer niet aan toegekomen"),
                            ("vrij", "zelf toegevoegd"),
                        ],
                        default="vrij",
                        max_length=14,
                    ),
                ),
                ("onderwerp", models.CharField(blank=True, max_length=120)),
                ("vraag", models.CharField(blank=True, max_length=300)),
                (
                    "toelichting",
                    models.TextField(blank=True, help_text="a case without a name, or why", max_length=4000),
                ),
                ("voor_externen", models.BooleanField(default=False)),
                ("tekst_extern", models.CharField(blank=True, max_length=300)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "nog te bespreken"),
                            ("besproken", "besproken"),
                            ("doorgeschoven", "naar de volgende keer"),
                            ("vervallen", "van de agenda gehaald"),
                        ],
                        default="open",
                        max_length=14,
                    ),
                ),
                ("seconden", models.PositiveIntegerField(default=0, help_text="how long it was discussed")),
                (
                    "bezig_sinds",
                    models.DateTimeField(
                        blank=True, help_text="set while it is discussed; not in a pause", null=True
                    ),
                ),
                ("toegevoegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.leerling",
                    ),
                ),
                (
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agendapunten",
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
                    "toegevoegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "traject",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agendapunten",
                        to="ondersteuning.traject",
                    ),
                ),
                (
                    "vervolg",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agendapunten",
                        to="ondersteuning.vervolg",
                    ),
                ),
            ],
            options={
                "verbose_name": "agendapunt",
                "ordering": ["volgorde", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "bron__in",
                                [
                                    "signaal",
                                    "controle",
                                    "evaluatie",
                                    "opp",
                                    "afspraak",
                                    "niet_besproken",
                                    "doorgeschoven",
                                    "vrij",
                                ],
                            ),
                            ("status__in", ["open", "besproken", "doorgeschoven", "vervallen"]),
                        ),
                        name="agendapunt_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("leerling__isnull", False), ("onderwerp", "")),
                            models.Q(("leerling__isnull", True), models.Q(("onderwerp", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="agendapunt_waarover",
                        violation_error_message="Kies een leerling, of schrijf het onderwerp op.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minuten__gte", 1), ("minuten__lte", 120)),
                        name="agendapunt_minuten",
                        violation_error_message="Kies 1 tot 120 minuten.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("voor_externen", False),
                            models.Q(("tekst_extern", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="agendapunt_extern",
                        violation_error_message="Schrijf de vraag voor de externen op, zonder naam.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wat", models.CharField(max_length=200)),
                ("merkt", models.CharField(blank=True, max_length=200)),
                (
                    "uitvoerder",
                    models.CharField(
                        choices=[
                            ("zelf", "de eigenaar zelf"),
                            ("leerling", "de leerling"),
                            ("ouder", "een ouder"),
                            ("extern", "iemand van buiten"),
                        ],
                        default="zelf",
                        max_length=8,
                    ),
                ),
                (
                    "voor_externen",
                    models.BooleanField(default=False, help_text="outsiders of that item read it too"),
                ),
                ("klaar_op", models.DateField()),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("loopt", "loopt"),
                            ("lukt_niet", "lukt niet"),
                            ("gelukt", "gelukt"),
                            ("niet_nodig", "niet meer nodig"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("afgerond_op", models.DateTimeField(blank=True, null=True)),
                ("uitgesteld", models.PositiveSmallIntegerField(default=0, help_text="how often")),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("sleutel", models.UUIDField(help_text="of one opened form: sending it twice keeps it once")),
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
                    "eigenaar",
                    models.ForeignKey(
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
                    "leerling",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                        related_name="+",
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
                    "punt",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraken",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "afspraak",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stand__in", ["open", "loopt", "lukt_niet", "gelukt", "niet_nodig"]),
                            ("uitvoerder__in", ["zelf", "leerling", "ouder", "extern"]),
                        ),
                        name="afspraak_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wat", ""), _negated=True),
                        name="afspraak_wat",
                        violation_error_message="Schrijf in één zin op wat er is afgesproken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgerond_op__isnull", False), ("stand__in", ["gelukt", "niet_nodig"])),
                            models.Q(
                                ("afgerond_op__isnull", True), ("stand__in", ["loopt", "lukt_niet", "open"])
                            ),
                            _connector="OR",
                        ),
                        name="afspraak_afgerond",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("contact__isnull", True),
                            models.Q(("leerling__isnull", False), ("uitvoerder", "ouder")),
                            _connector="OR",
                        ),
                        name="afspraak_contact",
                        violation_error_message="Kies een ouder van deze leerling.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("partner__isnull", True), ("uitvoerder", "extern"), _connector="OR"
                        ),
                        name="afspraak_partner",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uitvoerder", "leerling"), _negated=True),
                            ("leerling__isnull", False),
                            _connector="OR",
                        ),
                        name="afspraak_van_leerling",
                        violation_error_message="Deze afspraak gaat niet over een leerling.",
                    ),
                    models.UniqueConstraint(fields=("school", "sleutel"), name="afspraak_eenmaal"),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("stand__in", ["loopt", "lukt_niet", "open"])),
                        fields=["school", "eigenaar", "klaar_op"],
                        name="afspraak_open",
                    ),
                    models.Index(
                        condition=models.Q(("stand__in", ["loopt", "lukt_niet", "open"])),
                        fields=["school", "klaar_op", "id"],
                        name="afspraak_open_datum",
                    ),
                    models.Index(
                        condition=models.Q(("stand__in", ["gelukt", "niet_nodig"])),
                        fields=["school", "eigenaar", "afgerond_op"],
                        name="afspraak_klaar",
                    ),
                    models.Index(
                        condition=models.Q(("stand__in", ["gelukt", "niet_nodig"])),
                        fields=["school", "afgerond_op", "id"],
                        name="afspraak_klaar_moment",
                    ),
                    models.Index(fields=["school", "leerling", "id"], name="afspraak_leerling"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Coachvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("onderwerp", models.CharField(max_length=120)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gesteld", "wacht op antwoord"),
                            ("loopt", "loopt"),
                            ("klaar", "klaar"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="gesteld",
                        max_length=11,
                    ),
                ),
                ("gesteld_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("vrager_zag_op", models.DateTimeField(blank=True, null=True)),
                ("coach_zag_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "coach",
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
                    "vrager",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "coachvraag",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["gesteld", "loopt", "klaar", "ingetrokken"])),
                        name="coachvraag_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vrager", models.F("coach")), _negated=True),
                        name="coachvraag_ander",
                        violation_error_message="Kies een collega; jezelf kun je niet vragen.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("klaar_op__isnull", False), ("status__in", ("klaar", "ingetrokken"))),
                            models.Q(("klaar_op__isnull", True), ("status__in", ("gesteld", "loopt"))),
                            _connector="OR",
                        ),
                        name="coachvraag_klaar",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "coach", "status"], name="coachvraag_coach"),
                    models.Index(fields=["school", "vrager", "id"], name="coachvraag_vrager"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Coachbericht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.TextField(max_length=4000)),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                ("sleutel", models.UUIDField(help_text="of one opened form: sending it twice keeps it once")),
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
                    "vraag",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="berichten",
                        to="overleg.coachvraag",
                    ),
                ),
            ],
            options={
                "verbose_name": "coachbericht",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("vraag", "sleutel"), name="coachbericht_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True),
                        name="coachbericht_tekst",
                        violation_error_message="Schrijf op wat je wilt vragen of zeggen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Naamgrond",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("leerplicht", "melding van verzuim (Leerplichtwet art. 21a)"),
                            ("meldcode", "meldcode: overleg of melding bij Veilig Thuis"),
                            ("verwijsindex", "melding in de verwijsindex"),
                            ("swv", "aanvraag bij het samenwerkingsverband"),
                            ("vitaal", "acuut gevaar: het kan niet wachten"),
                        ],
                        max_length=12,
                    ),
                ),
                ("uitleg", models.CharField(max_length=300)),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "partner",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.externepartner",
                    ),
                ),
                (
                    "punt",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="naamgronden",
                        to="overleg.agendapunt",
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
                "verbose_name": "grond om een naam te noemen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grond__in", ["leerplicht", "meldcode", "verwijsindex", "swv", "vitaal"])
                        ),
                        name="naamgrond_keuze",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitleg", ""), _negated=True),
                        name="naamgrond_uitleg",
                        violation_error_message="Schrijf in een zin op waarom de naam nodig is.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        fields=("punt", "partner"),
                        name="naamgrond_eenmaal",
                        violation_error_message="Voor deze partner is al een grond vastgelegd.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Overleg",
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
                            ("zorgoverleg", "zorgoverleg"),
                            ("zat", "zorgadviesteam (ZAT)"),
                            ("mdo", "multidisciplinair overleg (MDO)"),
                            ("leerlingbespreking", "leerlingbespreking"),
                            ("sectie", "sectieoverleg"),
                            ("team", "teamoverleg"),
                            ("intervisie", "intervisie"),
                            ("scholing", "scholing"),
                        ],
                        max_length=18,
                    ),
                ),
                ("naam", models.CharField(max_length=80)),
                ("begin", models.DateTimeField()),
                ("minuten", models.PositiveSmallIntegerField()),
                ("plek", models.CharField(blank=True, max_length=120)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "gepland"),
                            ("bezig", "bezig"),
                            ("pauze", "pauze"),
                            ("afgesloten", "afgesloten"),
                            ("afgezegd", "gaat niet door"),
                        ],
                        default="gepland",
                        max_length=10,
                    ),
                ),
                ("begonnen_op", models.DateTimeField(blank=True, null=True)),
                ("afgesloten_op", models.DateTimeField(blank=True, null=True)),
                ("reden", models.CharField(blank=True, help_text="why it does not go on", max_length=200)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
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
                    "notulist",
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
                    "voorzitter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "overleg",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "zorgoverleg",
                                    "zat",
                                    "mdo",
                                    "leerlingbespreking",
                                    "sectie",
                                    "team",
                                    "intervisie",
                                    "scholing",
                                ],
                            ),
                            ("status__in", ["gepland", "bezig", "pauze", "afgesloten", "afgezegd"]),
                        ),
                        name="overleg_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minuten__gte", 5), ("minuten__lte", 480)),
                        name="overleg_minuten",
                        violation_error_message="Een overleg duurt 5 minuten tot 8 uur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "leerlingbespreking"), _negated=True),
                            ("klas__isnull", False),
                            _connector="OR",
                        ),
                        name="overleg_klas",
                        violation_error_message="Kies de klas waarover de leerlingbespreking gaat.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("afgesloten_door__isnull", False),
                                ("afgesloten_op__isnull", False),
                                ("begonnen_op__isnull", False),
                                ("status", "afgesloten"),
                            ),
                            models.Q(
                                models.Q(("status", "afgesloten"), _negated=True),
                                ("afgesloten_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="overleg_afgesloten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("bezig", "pauze")), _negated=True),
                            ("begonnen_op__isnull", False),
                            _connector="OR",
                        ),
                        name="overleg_begonnen",
                    ),
                ],
                "indexes": [
                    models.Index(fields=["school", "begin", "id"], name="overleg_begin"),
                    models.Index(fields=["school", "soort", "begin"], name="overleg_soort"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelname",
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
                            ("voorzitter", "voorzitter"),
                            ("notulist", "notulen"),
                            ("lid", "deelnemer"),
                            ("mentor", "mentor"),
                            ("extern", "extern"),
                        ],
                        default="lid",
                        max_length=10,
                    ),
                ),
                ("uitgenodigd_op", models.DateTimeField(blank=True, null=True)),
                ("aanwezig", models.BooleanField(blank=True, null=True)),
                ("verslag_gelezen_op", models.DateTimeField(blank=True, null=True)),
                ("verwijderd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "partner",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verwijderd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "overleg",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deelnames",
                        to="overleg.overleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelname",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("overleg", "user"),
                        name="deelname_eenmaal",
                        violation_error_message="Deze collega staat al bij de deelnemers.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("functie__in", ["voorzitter", "notulist", "lid", "mentor", "extern"])
                        ),
                        name="deelname_functie",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("functie", "extern"), ("partner__isnull", False)),
                            models.Q(
                                models.Q(("functie", "extern"), _negated=True), ("partner__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="deelname_partner",
                        violation_error_message="Kies voor welke organisatie deze deelnemer komt.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("verwijderd_door__isnull", True), ("verwijderd_op__isnull", True)),
                            models.Q(("verwijderd_door__isnull", False), ("verwijderd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="deelname_verwijderd",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "user", "overleg"], name="deelname_user")],
            },
        ),
        migrations.AddField(
            model_name="agendapunt",
            name="overleg",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="punten",
                to="overleg.overleg",
            ),
        ),
        migrations.CreateModel(
            name="Afspraakstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "daad",
                    models.CharField(
                        choices=[
                            ("gemaakt", "gemaakt"),
                            ("stand", "bijgewerkt"),
                            ("uitgesteld", "uitgesteld"),
                            ("overgedragen", "overgedragen"),
                            ("gewijzigd", "gewijzigd"),
                            ("heropend", "weer geopend"),
                            ("teruggevallen", "terug naar de coördinator"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("loopt", "loopt"),
                            ("lukt_niet", "lukt niet"),
                            ("gelukt", "gelukt"),
                            ("niet_nodig", "niet meer nodig"),
                        ],
                        max_length=10,
                    ),
                ),
                ("klaar_op", models.DateField()),
                ("reden", models.CharField(blank=True, max_length=200)),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "afspraak",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stappen",
                        to="overleg.afspraak",
                    ),
                ),
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
                    "overleg",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="overleg.overleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "stap van een afspraak",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "daad__in",
                                [
                                    "gemaakt",
                                    "stand",
                                    "uitgesteld",
                                    "overgedragen",
                                    "gewijzigd",
                                    "heropend",
                                    "teruggevallen",
                                ],
                            ),
                            ("stand__in", ["open", "loopt", "lukt_niet", "gelukt", "niet_nodig"]),
                        ),
                        name="afspraakstap_keuzes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("daad", "uitgesteld"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="afspraakstap_reden",
                        violation_error_message="Schrijf in een paar woorden op waarom het later wordt.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "afspraak", "id"], name="afspraakstap_afspraak")],
            },
        ),
        migrations.AddField(
            model_name="afspraak",
            name="overleg",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="afspraken",
                to="overleg.overleg",
            ),
        ),
        migrations.CreateModel(
            name="Overlegreeks",
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
                            ("zorgoverleg", "zorgoverleg"),
                            ("zat", "zorgadviesteam (ZAT)"),
                            ("mdo", "multidisciplinair overleg (MDO)"),
                            ("leerlingbespreking", "leerlingbespreking"),
                            ("sectie", "sectieoverleg"),
                            ("team", "teamoverleg"),
                            ("intervisie", "intervisie"),
                            ("scholing", "scholing"),
                        ],
                        max_length=18,
                    ),
                ),
                ("naam", models.CharField(help_text="of the group, never of a pupil", max_length=80)),
                ("eerste_op", models.DateField()),
                ("tot", models.DateField(help_text="the last day a meeting may fall on")),
                ("elke", models.PositiveSmallIntegerField(help_text="weeks")),
                ("begintijd", models.TimeField()),
                ("minuten", models.PositiveSmallIntegerField()),
                ("plek", models.CharField(blank=True, max_length=120)),
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
                    "notulist",
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
                    "voorzitter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "overlegreeks",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "zorgoverleg",
                                    "zat",
                                    "mdo",
                                    "leerlingbespreking",
                                    "sectie",
                                    "team",
                                    "intervisie",
                                    "scholing",
                                ],
                            )
                        ),
                        name="overlegreeks_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("elke__gte", 1), ("elke__lte", 12)),
                        name="overlegreeks_ritme",
                        violation_error_message="Kies een ritme van 1 tot 12 weken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("minuten__gte", 5), ("minuten__lte", 480)),
                        name="overlegreeks_minuten",
                        violation_error_message="Een overleg duurt 5 minuten tot 8 uur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("eerste_op"))),
                        name="overlegreeks_periode",
                        violation_error_message="De laatste dag ligt voor de eerste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "leerlingbespreking"), _negated=True),
                            ("klas__isnull", False),
                            _connector="OR",
                        ),
                        name="overlegreeks_klas",
                        violation_error_message="Kies de klas waarover de leerlingbespreking gaat.",
                    ),
                ],
                "indexes": [models.Index(fields=["school", "gestopt_op", "naam"], name="overlegreeks_naam")],
            },
        ),
        migrations.AddField(
            model_name="overleg",
            name="reeks",
            field=zorgapp.accounts.models.basis.SchoolForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="overleggen",
                to="overleg.overlegreeks",
            ),
        ),
        migrations.CreateModel(
            name="Reekslid",
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
                            ("voorzitter", "voorzitter"),
                            ("notulist", "notulen"),
                            ("lid", "deelnemer"),
                            ("mentor", "mentor"),
                            ("extern", "extern"),
                        ],
                        default="lid",
                        max_length=10,
                    ),
                ),
                (
                    "partner",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="leerlingen.externepartner",
                    ),
                ),
                (
                    "reeks",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leden",
                        to="overleg.overlegreeks",
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
                "verbose_name": "vaste deelnemer",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("reeks", "user"), name="reekslid_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("functie", "extern"), ("partner__isnull", False)),
                            models.Q(
                                models.Q(("functie", "extern"), _negated=True), ("partner__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="reekslid_partner",
                        violation_error_message="Kies voor welke organisatie deze deelnemer komt.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rondvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vraag", models.CharField(blank=True, max_length=300)),
                ("goed", models.TextField(blank=True, max_length=4000)),
                ("zie", models.TextField(blank=True, max_length=4000)),
                ("helpt", models.TextField(blank=True, max_length=4000)),
                ("gevraagd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("uiterlijk", models.DateField()),
                ("beantwoord_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "collega",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "punt",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rondvragen",
                        to="overleg.agendapunt",
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
                "verbose_name": "rondvraag",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("punt", "collega"),
                        name="rondvraag_eenmaal",
                        violation_error_message="Deze collega is al gevraagd.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beantwoord_op__isnull", True),
                            models.Q(("goed", ""), ("helpt", ""), ("zie", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="rondvraag_iets",
                        violation_error_message="Vul minstens één van de drie vragen in.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("beantwoord_op__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=["school", "collega", "uiterlijk"],
                        name="rondvraag_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Terugvertellen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("gevraagd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("uiterlijk", models.DateField()),
                ("leerling_op", models.DateField(blank=True, null=True)),
                ("ouders_op", models.DateField(blank=True, null=True)),
                ("niet_ouders", models.CharField(blank=True, max_length=200)),
                ("reactie", models.CharField(blank=True, max_length=300)),
                ("klaar_op", models.DateTimeField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "klaar_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mentor",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terugvertellen",
                        to="overleg.agendapunt",
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
                "verbose_name": "terugvertellen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("klaar_op__isnull", True),
                            models.Q(
                                ("leerling_op__isnull", False),
                                models.Q(
                                    ("ouders_op__isnull", False),
                                    models.Q(("niet_ouders", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="terugvertellen_klaar",
                        violation_error_message="Noteer wanneer je het de leerling en de ouders vertelde, of waarom niet.",
                    )
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("klaar_op__isnull", True)),
                        fields=["school", "mentor", "uiterlijk"],
                        name="terugvertellen_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verslagdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.TextField(blank=True, max_length=20000)),
                ("tekst_extern", models.TextField(blank=True, max_length=4000)),
                ("bewaard_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "bewaard_door",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verslag",
                        to="overleg.agendapunt",
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
                "verbose_name": "verslagdeel",
            },
        ),
        migrations.CreateModel(
            name="Agendafeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sleutel",
                    models.CharField(help_text="SHA-256 of the secret in the address", max_length=64),
                ),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.school"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "agendafeed",
                "constraints": [
                    models.UniqueConstraint(fields=("sleutel",), name="agendafeed_sleutel"),
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        fields=("school", "user"),
                        name="agendafeed_een",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanvulling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.TextField(max_length=4000)),
                ("op", models.DateTimeField(default=django.utils.timezone.now)),
                ("sleutel", models.UUIDField(help_text="of one opened form: sending it twice keeps it once")),
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
                    "punt",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanvullingen",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanvulling",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("punt", "sleutel"), name="aanvulling_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="aanvulling_tekst"
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="agendapunt",
            index=models.Index(fields=["school", "overleg", "volgorde"], name="agendapunt_volgorde"),
        ),
        migrations.AddIndex(
            model_name="agendapunt",
            index=models.Index(fields=["school", "leerling", "overleg"], name="agendapunt_leerling"),
        ),
        migrations.AddConstraint(
            model_name="agendapunt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "vervallen"), _negated=True),
                fields=("overleg", "leerling"),
                name="agendapunt_leerling_eenmaal",
                violation_error_message="Deze leerling staat al op de agenda.",
            ),
        ),
        migrations.AddConstraint(
            model_name="agendapunt",
            constraint=models.UniqueConstraint(
                condition=models.Q(("bezig_sinds__isnull", False)),
                fields=("overleg",),
                name="agendapunt_een_bezig",
            ),
        ),
        migrations.AddIndex(
            model_name="afspraak",
            index=models.Index(fields=["school", "overleg", "id"], name="afspraak_overleg"),
        ),
        migrations.AddConstraint(
            model_name="afspraak",
            constraint=models.CheckConstraint(
                condition=models.Q(("punt__isnull", True), ("overleg__isnull", False), _connector="OR"),
                name="afspraak_punt_overleg",
            ),
        ),
        migrations.AddIndex(
            model_name="overleg",
            index=models.Index(fields=["school", "reeks", "begin"], name="overleg_reeks"),
        ),
        migrations.AddConstraint(
            model_name="overleg",
            constraint=models.UniqueConstraint(
                fields=("reeks", "begin"),
                name="overleg_reeks_eenmaal",
                violation_error_message="Op dat moment is er al een overleg van deze reeks.",
            ),
        ),
        SchoolGrens(
            "Overlegreeks",
            "Overleg",
            "Reekslid",
            "Deelname",
            "Agendapunt",
            "Naamgrond",
            "Rondvraag",
            "Terugvertellen",
            "Afspraak",
            "Verslagdeel",
        ),
        SchoolGrens("Coachvraag", zonder=("onderwerp",)),
        SchoolGrens("Agendafeed", zonder=("sleutel",)),
        SchoolGrens("Aanvulling", "Afspraakstap", "Coachbericht", geschiedenis=False),
        migrations.RunSQL(RUIM_COACHLIJN, "DROP FUNCTION IF EXISTS zorgapp_ruim_coachlijn(timestamptz)"),
    ]
