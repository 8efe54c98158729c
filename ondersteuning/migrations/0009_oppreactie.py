"""What somebody who was asked about a handelingsdeel wrote before he answers; only added to."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import zorgapp.accounts.models.basis
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("ondersteuning", "0008_opp_niet_over"),
    ]

    operations = [
        migrations.CreateModel(
            name="Oppreactie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("hash", models.CharField(max_length=64)),
                ("tekst", models.TextField(max_length=4000)),
                ("naam", models.CharField(max_length=220)),
                ("relatie", models.CharField(max_length=20)),
                ("gegeven_op", models.DateField()),
                ("sleutel", models.UUIDField()),
                ("vastgelegd_op", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "oppversie",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.oppversie",
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reacties",
                        to="ondersteuning.instemmingverzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "reactie op een handelingsdeel",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["school", "oppversie"], name="oppreactie_versie")],
                "constraints": [
                    models.UniqueConstraint(fields=("verzoek", "sleutel"), name="oppreactie_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="oppreactie_tekst"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "relatie__in",
                                [
                                    "leerling",
                                    "moeder",
                                    "vader",
                                    "ouder",
                                    "stiefouder",
                                    "pleegouder",
                                    "voogd",
                                    "vertegenwoordiger",
                                    "anders",
                                ],
                            )
                        ),
                        name="oppreactie_relatie",
                    ),
                ],
            },
        ),
        SchoolGrens("Oppreactie", geschiedenis=False),
    ]
