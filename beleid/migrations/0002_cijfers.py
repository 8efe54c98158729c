"""Old states of the figures go by a function of the owner."""

from django.db import migrations

from beleid.migratie_cijfers import RUIM_CIJFERS


class Migration(migrations.Migration):
    dependencies = [("beleid", "0001_beleid")]

    operations = [
        migrations.RunSQL(RUIM_CIJFERS, "DROP FUNCTION IF EXISTS zorgapp_ruim_cijfers(date)"),
    ]
