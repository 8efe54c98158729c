"""Read the first page of a list of people from an index."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_sorteernaam"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="user",
            index=models.Index(fields=["sorteernaam", "id"], name="user_alfabet"),
        ),
    ]
