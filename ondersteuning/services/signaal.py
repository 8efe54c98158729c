"""Filing a signal, linking it to its pupil and to other signals."""

from dataclasses import asdict, dataclass, field
from datetime import datetime
from uuid import UUID, uuid5

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from leerlingen.models import Leerling
from ondersteuning import klokken
from ondersteuning.access import get_signaal_voor_triage
from ondersteuning.models import Signaal, SignaalVerband, Terugkoppeling
from ondersteuning.voorstelregels import samen_bijwerken
from ondersteuning.workflow import SignaalStatus, StapNietToegestaan
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import na_schooldagen


@dataclass(frozen=True)
class Signaalgegevens:
    """What the sender filled in; only `wat_zie_je` and one of the two ways to name the pupil are required."""

    wat_zie_je: str
    leerling: Leerling | None = None
    leerling_tekst: str = ""
    domein_indiener: str = ""
    geprobeerd: list[str] = field(default_factory=list)
    geprobeerd_tekst: str = ""
    nodig: str = ""
    urgentie: str = "deze_week"
    ouders: str = ""
    ouders_reden: str = ""


class GeenZicht(Exception):
    """The sender may not see this pupil (any more)."""


@transaction.atomic
def signaal_indienen(
    *, door: Werkplek, sleutel: UUID, gegevens: Signaalgegevens, op: datetime, telt_mee: bool = True
) -> Signaal:
    """Store a signal with the answer it owes (DOMAIN 62) and tell the coordinators; the same `sleutel` twice is one.

    `telt_mee`: look at once whether small signals about this pupil are a conversation together.
    The same key with other words (two tabs of one draft) is another signal: no text gets lost.
    Raises GeenZicht when the sender may not see the pupil.
    """
    leerling = gegevens.leerling
    if leerling and not Leerling.objects.zichtbaar_voor(door).filter(pk=leerling.pk).exists():
        raise GeenZicht
    velden = asdict(gegevens) | {"leerling": leerling, "domein": gegevens.domein_indiener}
    try:
        with transaction.atomic():
            signaal = Signaal.objects.create(
                school=door.school,
                indiener=door.user,
                indiener_rol=door.hoofdaanstelling.omschrijving,
                ingediend_op=op,
                sleutel=sleutel,
                **velden,
            )
    except IntegrityError:
        eerder = Signaal.objects.filter(school=door.school, indiener=door.user, sleutel=sleutel).first()
        if eerder is None:
            raise
        if _zelfde(eerder, gegevens):
            return eerder
        anders = uuid5(sleutel, repr((leerling and leerling.pk, _woorden(gegevens))))
        return signaal_indienen(door=door, sleutel=anders, gegevens=gegevens, op=op, telt_mee=telt_mee)
    dag = timezone.localdate(op)
    uiterlijk = na_schooldagen(dag, instelling("antwoordtermijn", dag), vrije_perioden(dag))
    Terugkoppeling.objects.create(school=door.school, signaal=signaal, uiterlijk=uiterlijk)
    klokken.signaal_ingediend(door, signaal, uiterlijk)
    if telt_mee and leerling:
        samen_bijwerken(door.school.pk, dag, op, leerling.pk)
    return signaal


def _woorden(van: Signaal | Signaalgegevens) -> tuple[str, ...]:
    return van.wat_zie_je, van.geprobeerd_tekst, van.nodig, van.leerling_tekst


def _zelfde(eerder: Signaal, gegevens: Signaalgegevens) -> bool:
    """Say whether a form that was sent before says the same now; triage may have linked the pupil since."""
    zelfde_leerling = gegevens.leerling is None or gegevens.leerling.pk == eerder.leerling_id
    return zelfde_leerling and _woorden(eerder) == _woorden(gegevens)


@transaction.atomic
def leerling_koppelen(*, door: Werkplek, signaal_id: int, leerling: Leerling) -> Signaal:
    """Link a signal that named its pupil in plain words; the words stay.

    Raises StapNietToegestaan when it has a pupil and a decision: that gave people access to this one.
    """
    signaal = get_signaal_voor_triage(door, signaal_id, slot=True)
    if signaal.leerling_id is not None and signaal.status != SignaalStatus.NIEUW:
        raise StapNietToegestaan("Dit signaal is al gekoppeld en beoordeeld. Herstel eerst het besluit.")
    Signaal.objects.filter(pk=signaal.pk).update(leerling=leerling, versie=F("versie") + 1)
    signaal.leerling = leerling
    return signaal


@transaction.atomic
def signalen_verbinden(*, door: Werkplek, een: int, ander: int) -> SignaalVerband:
    """Say that two signals belong together; both must be on this coordinator's board."""
    eerste, tweede = (get_signaal_voor_triage(door, pk, slot=True) for pk in sorted((een, ander)))
    if eerste.pk == tweede.pk:
        raise ValueError("Kies een ander signaal.")
    verband, _ = SignaalVerband.objects.get_or_create(
        school=door.school, eerste=eerste, tweede=tweede, defaults={"door": door.user}
    )
    return verband


@transaction.atomic
def signalen_losmaken(*, door: Werkplek, een: int, ander: int) -> None:
    """Take back that two signals belong together."""
    eerste, tweede = (get_signaal_voor_triage(door, pk, slot=True) for pk in sorted((een, ander)))
    SignaalVerband.objects.filter(eerste=eerste, tweede=tweede).delete()


def antwoord_gelezen(*, door: Werkplek, signaal: Signaal, op: datetime) -> None:
    """Note that the sender read his answer; only the first time."""
    Terugkoppeling.objects.filter(
        signaal=signaal, signaal__indiener=door.user, gegeven_op__isnull=False, gelezen_op__isnull=True
    ).update(gelezen_op=op)
