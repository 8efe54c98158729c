"""Tables of the facility card."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("leerlingen", "0006_notities")]

    operations: list = []
