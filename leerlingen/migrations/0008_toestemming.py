"""Tables of consents."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("leerlingen", "0007_faciliteiten")]

    operations: list = []
