"""Table of the sociale kaart."""

import django.db.models.deletion
from django.db import migrations, models

from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("leerlingen", "0004_plaatsing_in_klas"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExternePartner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=120)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("dyslexiezorg", "dyslexiezorg"),
                            ("jeugdhulp", "jeugdhulp gemeente"),
                            ("jgz", "jeugdgezondheidszorg"),
                            ("leerplicht", "leerplicht"),
                            ("maatschappelijk_werk", "maatschappelijk werk"),
                            ("politie", "politie"),
                            ("samenwerkingsverband", "samenwerkingsverband"),
                            ("veilig_thuis", "Veilig Thuis"),
                            ("anders", "anders"),
                        ],
                        default="anders",
                        max_length=20,
                    ),
                ),
                (
                    "doet",
                    models.CharField(
                        blank=True, help_text="what they do for pupils, in one sentence", max_length=300
                    ),
                ),
                ("contactpersoon", models.CharField(blank=True, max_length=120)),
                ("telefoon", models.CharField(blank=True, max_length=20)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("website", models.URLField(blank=True)),
                (
                    "bereikbaar",
                    models.CharField(blank=True, help_text="when one reaches them", max_length=120),
                ),
                (
                    "delen",
                    models.CharField(
                        choices=[
                            ("toestemming", "alleen met toestemming"),
                            ("wettelijk", "zonder toestemming, de wet vraagt het"),
                            ("anoniem", "alleen zonder naam"),
                        ],
                        default="toestemming",
                        max_length=12,
                    ),
                ),
                ("mag_gedeeld", models.TextField(blank=True, max_length=1000)),
                ("wachttijd_weken", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("wachttijd_gemeten_op", models.DateField(blank=True, null=True)),
                (
                    "wachttijd_daarvoor",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="weeks, as it was before the last change", null=True
                    ),
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
                "verbose_name": "externe partner",
                "indexes": [models.Index(fields=["school", "naam"], name="partner_naam")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gestopt_op__isnull", True)),
                        fields=("school", "naam"),
                        name="partner_uniek",
                        violation_error_message="Deze partner staat al op de sociale kaart.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wachttijd_weken__isnull", True),
                            models.Q(("wachttijd_gemeten_op__isnull", False), ("wachttijd_weken__lte", 104)),
                            _connector="OR",
                        ),
                        name="partner_wachttijd",
                        violation_error_message="Een wachttijd is hoogstens 104 weken en heeft een meetdatum.",
                    ),
                ],
            },
        ),
        SchoolGrens("ExternePartner"),
    ]
