"""Tables of notes, revisions, work notes, views and documents."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("leerlingen", "0005_sociale_kaart")]

    operations: list = []
