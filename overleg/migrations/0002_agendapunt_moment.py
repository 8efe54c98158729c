"""An index of when something came on an agenda: who was on none this year is found without reading those of all years."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("overleg", "0001_initial")]
    operations = [
        migrations.AddIndex(
            model_name="agendapunt",
            index=models.Index(fields=["school", "toegevoegd_op", "leerling"], name="agendapunt_moment"),
        ),
    ]
