"""An index of the day a trajectory was closed: what happened this year is found among those of all years."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0009_oppreactie")]
    operations = [
        migrations.AddIndex(
            model_name="traject",
            index=models.Index(
                fields=["school", "afgesloten_op"], condition=Q(status="afgesloten"), name="traject_klaar"
            ),
        ),
    ]
