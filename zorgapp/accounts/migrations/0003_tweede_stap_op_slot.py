"""Lock the secrets of second steps that were stored before they were encrypted."""

from django.db import migrations

from zorgapp.accounts.kluis import open_, sluit_opnieuw


def sluiten(apps, schema_editor):
    Authenticator = apps.get_model("mfa", "Authenticator")
    for rij in Authenticator.objects.using(schema_editor.connection.alias).iterator():
        nieuw = sluit_opnieuw(rij.data)
        if nieuw is not None:
            rij.data = nieuw
            rij.save(update_fields=["data"])


def openen(apps, schema_editor):
    Authenticator = apps.get_model("mfa", "Authenticator")
    for rij in Authenticator.objects.using(schema_editor.connection.alias).iterator():
        for naam in {"secret", "seed"} & set(rij.data):
            rij.data[naam] = open_(rij.data[naam])
        rij.save(update_fields=["data"])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_mensen_en_mail"), ("mfa", "0003_authenticator_type_uniq")]

    operations = [migrations.RunPython(sluiten, openen)]
