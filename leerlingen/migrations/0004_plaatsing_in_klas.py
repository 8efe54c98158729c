"""Read who sits in a class from its index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_sorteernaam"),
        ("leerlingen", "0003_sorteernaam"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="plaatsing",
            name="plaatsing_klas_nu",
        ),
        migrations.AddIndex(
            model_name="plaatsing",
            index=models.Index(
                condition=models.Q(("tot__isnull", True)),
                fields=["school", "klas", "leerling"],
                name="plaatsing_in_klas",
            ),
        ),
    ]
