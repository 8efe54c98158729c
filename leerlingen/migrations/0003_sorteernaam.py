"""Order lists of pupils by a column without accents and capitals, from its index."""

import django.db.models.functions.text
from django.db import migrations, models

import zorgapp.kern.zoeknaam
from leerlingen.migratie_sql import ZOEKFUNCTIE


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_sorteernaam"),
        ("leerlingen", "0002_import"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="leerling",
            name="leerling_alfabet",
        ),
        migrations.AddField(
            model_name="leerling",
            name="sorteernaam",
            field=models.GeneratedField(
                db_persist=True,
                expression=zorgapp.kern.zoeknaam.Kaal(
                    django.db.models.functions.text.Concat(
                        models.F("achternaam"), models.Value("\t"), models.F("roepnaam")
                    )
                ),
                output_field=models.TextField(db_collation="C"),
            ),
        ),
        migrations.AddIndex(
            model_name="leerling",
            index=models.Index(fields=["school", "sorteernaam", "id"], name="leerling_alfabet"),
        ),
        migrations.RunSQL(ZOEKFUNCTIE, migrations.RunSQL.noop),
    ]
