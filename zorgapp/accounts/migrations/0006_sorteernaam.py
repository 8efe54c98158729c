"""Order lists of colleagues by a column without accents and capitals."""

import django.db.models.functions.text
from django.db import migrations, models

import zorgapp.kern.zoeknaam


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_zoeknaam_van_collegas"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="sorteernaam",
            field=models.GeneratedField(
                db_persist=True,
                expression=zorgapp.kern.zoeknaam.Kaal(
                    django.db.models.functions.text.Concat(
                        models.F("achternaam"), models.Value("\t"), models.F("voornaam")
                    )
                ),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
    ]
