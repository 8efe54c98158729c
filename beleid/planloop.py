"""The states of a plan and its parts as data: which step is allowed from where, and why not."""

from datetime import date

from django.db.models import TextChoices

from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.rollen import Recht
from zorgapp.kern.datums import dag_maand


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


class Planstap(TextChoices):
    """What can be done with a version of a plan."""

    SCHRIJVEN = "schrijven", "schrijven"
    BESPREKEN = "bespreken", "aan het team voorleggen"
    REAGEREN = "reageren", "reageren"
    BEHANDELEN = "behandelen", "reacties behandelen"
    TERUGHALEN = "terughalen", "terughalen"
    VOORLEGGEN = "voorleggen", "aan de schoolleiding voorleggen"
    TERUGSTUREN = "terugsturen", "terugsturen"
    VASTSTELLEN = "vaststellen", "vaststellen"
    PUBLICEREN = "publiceren", "publiceren"
    LEZEN = "lezen", "zeggen dat je het gelezen hebt"
    VOLGENDE = "volgende", "een nieuwe versie beginnen"
    WEGHALEN = "weghalen", "weghalen"


_S, _P = Planstatus, Planstap
TOEGESTAAN: dict[Planstatus, frozenset[Planstap]] = {
    _S.CONCEPT: frozenset({_P.SCHRIJVEN, _P.BESPREKEN, _P.BEHANDELEN, _P.VOORLEGGEN, _P.WEGHALEN}),
    _S.BESPREKING: frozenset({_P.SCHRIJVEN, _P.REAGEREN, _P.BEHANDELEN, _P.TERUGHALEN, _P.VOORLEGGEN}),
    _S.VOORGELEGD: frozenset({_P.TERUGHALEN, _P.TERUGSTUREN, _P.VASTSTELLEN}),
    _S.VASTGESTELD: frozenset({_P.PUBLICEREN}),
    _S.GEPUBLICEERD: frozenset({_P.LEZEN, _P.VOLGENDE}),
}
NAAR: dict[Planstap, Planstatus] = {
    _P.BESPREKEN: _S.BESPREKING,
    _P.TERUGHALEN: _S.CONCEPT,
    _P.VOORLEGGEN: _S.VOORGELEGD,
    _P.TERUGSTUREN: _S.CONCEPT,
    _P.VASTSTELLEN: _S.VASTGESTELD,
    _P.PUBLICEREN: _S.GEPUBLICEERD,
}
STAPRECHT: dict[Planstap, Recht] = {
    **dict.fromkeys(Planstap, Recht.BELEID_WERKEN),
    _P.REAGEREN: Recht.BELEID,
    _P.LEZEN: Recht.BELEID,
    _P.TERUGSTUREN: Recht.BELEID_VASTSTELLEN,
    _P.VASTSTELLEN: Recht.BELEID_VASTSTELLEN,
}
_WAAROM_NIET: dict[Planstatus, str] = {
    _S.CONCEPT: "Dit plan is in de maak. Kijk wat er nu mee kan.",
    _S.BESPREKING: "Dit plan ligt bij het team.",
    _S.VOORGELEGD: "Dit plan ligt bij de schoolleiding. Haal het terug als er nog iets aan moet veranderen.",
    _S.VASTGESTELD: "Dit plan is vastgesteld en verandert niet meer.",
    _S.GEPUBLICEERD: "Dit plan geldt en verandert niet meer. Begin een nieuwe versie als er iets anders moet.",
}
_UITKOMST_WAAROM = "Schrijf in een zin wat je met de reactie deed, of waarom je hem niet overneemt."


def mag_stap(status: str, stap: Planstap) -> bool:
    """Whether a version in this state allows the step."""
    return stap in TOEGESTAAN[Planstatus(status)]


def controleer_stap(status: str, stap: Planstap) -> None:
    """Raise StapNietToegestaan with a sentence when a version in `status` does not allow `stap`."""
    if not mag_stap(status, stap):
        raise StapNietToegestaan(_WAAROM_NIET[Planstatus(status)])


def na(status: str, stap: Planstap) -> Planstatus:
    """The state after an allowed step; a step that leads nowhere else leaves it. Raises StapNietToegestaan."""
    controleer_stap(status, stap)
    return NAAR.get(stap, Planstatus(status))


def controleer_reageren(status: str, reageren_tot: date | None, dag: date) -> None:
    """Comments are for while it lies before the team, up to and including `reageren_tot`. Raises StapNietToegestaan."""
    controleer_stap(status, Planstap.REAGEREN)
    if reageren_tot is not None and dag > reageren_tot:
        raise StapNietToegestaan(f"Reageren kon tot en met {dag_maand(reageren_tot)}.")


def controleer_voorleggen(status: str, reageren_tot: date | None, open_reacties: int, dag: date) -> None:
    """The schoolleiding gets it once the team has had its time and every comment its answer. Raises StapNietToegestaan."""
    controleer_stap(status, Planstap.VOORLEGGEN)
    if status == Planstatus.BESPREKING and reageren_tot is not None and dag <= reageren_tot:
        raise StapNietToegestaan(
            f"Collega’s kunnen nog reageren tot en met {dag_maand(reageren_tot)}. Haal het plan eerst terug."
        )
    if open_reacties:
        raise StapNietToegestaan("Er staan nog reacties open. Geef die eerst een antwoord.")


def controleer_antwoord(uitkomst: str, antwoord: str) -> None:
    """An answer says verwerkt or niet overgenomen, with a sentence. Raises StapNietToegestaan."""
    if uitkomst not in (Uitkomst.VERWERKT, Uitkomst.NIET) or not antwoord.strip():
        raise StapNietToegestaan(_UITKOMST_WAAROM)
