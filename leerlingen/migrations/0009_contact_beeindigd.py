"""A contact that was added by mistake, or is no contact any more, ends with a date."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("leerlingen", "0008_toestemming")]

    operations = [
        migrations.AddField(
            model_name="contactpersoon",
            name="beeindigd_op",
            field=models.DateField(
                blank=True,
                help_text="no contact any more: never chosen, still named in what he signed",
                null=True,
            ),
        ),
    ]
