"""Tables of hand-overs to the lesson and complaints."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0004_hgw")]

    operations: list = []
