"""Tables of the HGW form."""

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
        ("ondersteuning", "0003_traject"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Hgw",
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
                        choices=[
                            ("concept", "in bewerking"),
                            ("vast", "geldt nu"),
                            ("vervangen", "vervangen"),
                            ("gesloten", "afgerond"),
                        ],
                        default="concept",
                        max_length=10,
                    ),
                ),
                ("aanleiding", models.TextField(blank=True, max_length=4000)),
                ("vraag_leerling", models.TextField(blank=True, max_length=4000)),
                ("vraag_ouders", models.TextField(blank=True, max_length=4000)),
                ("vraag_docent", models.TextField(blank=True, max_length=4000)),
                ("vraag_mentor", models.TextField(blank=True, max_length=4000)),
                ("gaat_goed", models.TextField(blank=True, max_length=4000)),
                ("zorg_gedrag", models.TextField(blank=True, max_length=4000)),
                ("zorg_waar", models.TextField(blank=True, max_length=4000)),
                ("zorg_wanneer", models.TextField(blank=True, max_length=4000)),
                ("zorg_vaak", models.TextField(blank=True, max_length=4000)),
                ("stim_leerling", models.TextField(blank=True, max_length=4000)),
                ("stim_onderwijs", models.TextField(blank=True, max_length=4000)),
                ("stim_opvoeding", models.TextField(blank=True, max_length=4000)),
                ("belem_leerling", models.TextField(blank=True, max_length=4000)),
                ("belem_onderwijs", models.TextField(blank=True, max_length=4000)),
                ("belem_opvoeding", models.TextField(blank=True, max_length=4000)),
                ("al_gedaan", models.TextField(blank=True, max_length=4000)),
                ("al_effect", models.TextField(blank=True, max_length=4000)),
                ("verklaring_als", models.TextField(blank=True, max_length=4000)),
                ("verklaring_dan", models.TextField(blank=True, max_length=4000)),
                ("behoefte_instructie", models.CharField(blank=True, max_length=600)),
                ("behoefte_opdrachten", models.CharField(blank=True, max_length=600)),
                ("behoefte_activiteiten", models.CharField(blank=True, max_length=600)),
                ("behoefte_feedback", models.CharField(blank=True, max_length=600)),
                ("behoefte_groepsgenoten", models.CharField(blank=True, max_length=600)),
                ("behoefte_docent", models.CharField(blank=True, max_length=600)),
                ("behoefte_hulpmiddelen", models.CharField(blank=True, max_length=600)),
                ("behoefte_ouders", models.CharField(blank=True, max_length=600)),
                ("docent_kennis", models.CharField(blank=True, max_length=600)),
                ("docent_vaardigheden", models.CharField(blank=True, max_length=600)),
                ("docent_hulp", models.CharField(blank=True, max_length=600)),
                ("docent_consultatie", models.CharField(blank=True, max_length=600)),
                ("doelen", models.TextField(blank=True, max_length=4000)),
                ("aanpak", models.TextField(blank=True, max_length=4000)),
                ("evaluatie_op", models.DateField(blank=True, null=True)),
                (
                    "effect",
                    models.TextField(
                        blank=True, help_text="what it yielded, when it is closed", max_length=4000
                    ),
                ),
                ("herkomst", models.JSONField(blank=True, default=dict)),
                ("gemaakt_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("gewijzigd_op", models.DateTimeField(default=django.utils.timezone.now)),
                ("vastgesteld_op", models.DateTimeField(blank=True, null=True)),
                ("gesloten_op", models.DateTimeField(blank=True, null=True)),
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
                    "vorige",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="ondersteuning.hgw",
                    ),
                ),
            ],
            options={
                "verbose_name": "HGW-formulier",
                "indexes": [
                    models.Index(fields=["school", "leerling", "-nummer"], name="hgw_leerling"),
                    models.Index(
                        condition=models.Q(("status", "vast")),
                        fields=["school", "eigenaar", "evaluatie_op"],
                        name="hgw_geldt",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("leerling", "nummer"), name="hgw_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "concept")),
                        fields=("leerling",),
                        name="hgw_een_concept",
                        violation_error_message="Er is al een HGW-formulier in bewerking.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "vast")), fields=("leerling",), name="hgw_een_geldt"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["concept", "vast", "vervangen", "gesloten"])),
                        name="hgw_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "concept"), ("vastgesteld_op__isnull", True)),
                            models.Q(
                                models.Q(("status", "concept"), _negated=True),
                                ("evaluatie_op__isnull", False),
                                ("vastgesteld_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="hgw_vastgesteld",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            ("behoefte_instructie__gt", ""),
                            ("behoefte_opdrachten__gt", ""),
                            ("behoefte_activiteiten__gt", ""),
                            ("behoefte_feedback__gt", ""),
                            ("behoefte_groepsgenoten__gt", ""),
                            ("behoefte_docent__gt", ""),
                            ("behoefte_hulpmiddelen__gt", ""),
                            ("behoefte_ouders__gt", ""),
                            _connector="OR",
                        ),
                        name="hgw_behoefte",
                        violation_error_message="Maak minstens één zin af over wat de leerling nodig heeft.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "concept"),
                            models.Q(
                                ("belem_leerling__gt", ""),
                                ("belem_onderwijs__gt", ""),
                                ("belem_opvoeding__gt", ""),
                                _connector="OR",
                                _negated=True,
                            ),
                            ("stim_leerling__gt", ""),
                            ("stim_onderwijs__gt", ""),
                            ("stim_opvoeding__gt", ""),
                            _connector="OR",
                        ),
                        name="hgw_beide_kolommen",
                        violation_error_message="Schrijf ook op wat helpt, naast wat belemmert.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "gesloten"),
                                ("gesloten_op__isnull", False),
                                models.Q(("effect", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "gesloten"), _negated=True), ("gesloten_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="hgw_gesloten",
                    ),
                ],
            },
        ),
        SchoolGrens("Hgw"),
    ]
