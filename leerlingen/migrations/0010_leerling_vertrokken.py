"""An index of the pupils who left: counts of a whole school leave these out without looking up every pupil."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("leerlingen", "0009_contact_beeindigd")]

    operations = [
        migrations.AddIndex(
            model_name="leerling",
            index=models.Index(
                fields=["school", "uitgeschreven_op"],
                include=["id"],
                condition=Q(uitgeschreven_op__isnull=False),
                name="leerling_vertrokken",
            ),
        ),
    ]
