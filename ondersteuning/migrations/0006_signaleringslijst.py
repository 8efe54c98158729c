"""Tables of observation lists."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0005_overdracht")]

    operations: list = []
