"""A mail about a second step that must be set up anew, and a line of history when it is taken away."""

from django.db import migrations, models

from zorgapp.accounts.migratie_sql import TWEEDE_STAP


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_tweede_stap_op_slot")]

    operations = [
        migrations.AlterField(
            model_name="accountmail",
            name="soort",
            field=models.CharField(
                choices=[
                    ("uitnodiging", "uitnodiging"),
                    ("toegevoegd", "nieuwe rol"),
                    ("waarneming", "waarneming"),
                    ("tweede_stap", "tweede stap opnieuw"),
                ],
                max_length=12,
            ),
        ),
        migrations.RunSQL(
            TWEEDE_STAP,
            [
                "DROP TRIGGER tweede_stap_weg ON mfa_authenticator",
                "DROP FUNCTION zorgapp_tweede_stap_weg()",
            ],
        ),
    ]
