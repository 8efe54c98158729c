"""An index of when notes were written: about whom nobody wrote this year is found without reading those of all years."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("leerlingen", "0010_leerling_vertrokken")]
    operations = [
        migrations.AddIndex(
            model_name="notitie",
            index=models.Index(
                fields=["school", "gemaakt_op", "leerling"],
                condition=Q(ingetrokken_op__isnull=True),
                name="notitie_moment",
            ),
        ),
    ]
