"""The states of a plan and its parts as data: which step is allowed from where, and why not."""

from django.db.models import TextChoices


class Planstatus(TextChoices):
    CONCEPT = "concept", "in de maak"
    BESPREKING = "bespreking", "ligt bij het team"
    VOORGELEGD = "voorgelegd", "ligt bij de schoolleiding"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    GEPUBLICEERD = "gepubliceerd", "geldt"


VASTE_STATUSSEN = ("vastgesteld", "gepubliceerd")


class Deelsoort(TextChoices):
    """The parts of a plan, in order; factors, figures, point, activities and means have tables of their own beside it."""

    VISIE = "visie", "Visie"
    CONTEXT = "context", "Wat helpt en wat remt"
    KENGETALLEN = "kengetallen", "Kengetallen"
    ONTWIKKELPUNT = "ontwikkelpunt", "Ons ontwikkelpunt"
    STRUCTUUR = "structuur", "Structuur en taakverdeling"
    PROTOCOLLEN = "protocollen", "Protocollen"
    ACTIVITEITEN = "activiteiten", "Activiteiten"
    SCHOLING = "scholing", "Scholing"
    MIDDELEN = "middelen", "Middelen en uren"
    COMMUNICATIE = "communicatie", "Communicatie"
    EVALUATIE = "evaluatie", "Evaluatie"


class Kant(TextChoices):
    HELPT = "helpt", "helpt"
    REMT = "remt", "remt"


class Invloed(TextChoices):
    """How far somebody's reach goes (seeds: focus, invloed)."""

    FOCUS = "focus", "dit doe ik zelf"
    INVLOED = "invloed", "hier heb ik invloed op"
    BUITEN = "buiten", "hier ga ik niet over"


class Uitkomst(TextChoices):
    OPEN = "open", "nog niet behandeld"
    VERWERKT = "verwerkt", "verwerkt"
    NIET = "niet", "niet overgenomen"
