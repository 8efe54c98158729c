"""Facts that somebody chose not to take over into an OPP."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import zorgapp.accounts.models.basis
from zorgapp.kern.migratie import SchoolGrens


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_user_alfabet"),
        ("ondersteuning", "0007_opp"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OppNietOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("veld", models.CharField(max_length=30)),
                ("bron", models.CharField(max_length=20)),
                (
                    "nummer",
                    models.BigIntegerField(help_text="of the signal, form or trajectory it came from"),
                ),
                ("afdruk", models.CharField(max_length=64)),
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
                    "opp",
                    zorgapp.accounts.models.basis.SchoolForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
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
                "verbose_name": "feit dat niet is overgenomen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opp", "veld", "bron", "nummer", "afdruk"), name="oppnietover_een"
                    )
                ],
            },
        ),
        SchoolGrens("OppNietOver"),
    ]
