"""Tables of the HGW form."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0003_traject")]

    operations: list = []
