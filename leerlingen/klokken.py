"""The clocks of facility cards and substitutes: who is reminded of what and when, and whether it still holds then.

A row of the outbox holds a number: of a Kaartversie (a teacher who did not read it), of a card (it ends) or of a
Vervanging (you take over a lesson).
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone

from leerlingen.access_kaartlezers import docenten_op, kaartsleutel
from leerlingen.coordinatoren import coordinatoren
from leerlingen.models import Faciliteitenkaart, FaciliteitToekenning, Kaartversie, Leerling, Vervanging
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.kern.schooljaar import Periode, is_schooldag, na_schooldagen
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

GEZIEN, VERLOOPT, INVAL = "kaart_gezien", "kaart_verloopt", "vervanging_nieuw"


def schooldagen_voor(einde: date, aantal: int, vrij: Iterable[Periode]) -> date:
    """The school day that lies `aantal` school days before `einde`; `einde` itself does not count.

    In a calendar without enough school days the day two years before `einde`.
    """
    perioden, dag, grens = tuple(vrij), einde, einde - timedelta(days=731)
    while aantal > 0 and dag > grens:
        dag -= timedelta(days=1)
        aantal -= is_schooldag(dag, perioden)
    return dag


def vanzelf_op(gewijzigd_op: datetime, termijn: int, vrij: Iterable[Periode]) -> date:
    """The day on which a teacher who did not confirm a version is reminded by itself: `termijn` school days later."""
    return na_schooldagen(timezone.localdate(gewijzigd_op), termijn, vrij)


def _begin(dag: date) -> datetime:
    return datetime.combine(dag, time(), timezone.get_current_timezone())


def plan_kaart(kaart: Faciliteitenkaart, user_id: int, op: datetime, *, vanzelf: bool = False) -> bool:
    """Remind one teacher of one version, once by a colleague and once by itself; False when that was done."""
    versie = Kaartversie.objects.filter(kaart=kaart, versie=kaart.versie).values_list("pk", flat=True).first()
    if versie is None:
        return False
    begin = "vanzelf:" if vanzelf else ""
    rij = plan(
        school_id=kaart.school_id,
        soort=GEZIEN,
        sleutel=f"{begin}{kaartsleutel(kaart.pk, kaart.versie)}{user_id}",
        ontvanger_id=user_id,
        object_id=versie,
        niet_voor=op,
    )
    return rij is not None


def plan_kaarten(school_id: int, dag: date) -> None:
    """Every night: teachers who did not confirm within the term, and coordinators of what ends soon."""
    vrij = vrije_perioden(dag - timedelta(days=731))
    termijn, vooraf = instelling("kaartherinnering", dag), instelling("kaartverloop", dag)
    loopt = FaciliteitToekenning.objects.lopend(dag).values("kaart_id")
    for kaart in Faciliteitenkaart.objects.geldig(dag).filter(school=school_id, pk__in=loopt):
        if vanzelf_op(kaart.gewijzigd_op, termijn, vrij) <= dag:
            for docent in docenten_op(school_id, dag, kaart):
                if docent.gezien_op is None:
                    plan_kaart(kaart, docent.user_id, _begin(dag), vanzelf=True)
    for kaart, einde in af_te_lopen(school_id, dag, vooraf, vrij):
        for wie in coordinatoren(school_id, dag, kaart.leerling):
            plan(
                school_id=school_id,
                soort=VERLOOPT,
                sleutel=f"kaartverloop:{kaart.pk}:{einde:%Y%m%d}:{wie.pk}",
                ontvanger_id=wie.pk,
                object_id=kaart.pk,
                niet_voor=_begin(dag),
            )


def af_te_lopen(
    school_id: int, dag: date, vooraf: int, vrij: Iterable[Periode]
) -> list[tuple[Faciliteitenkaart, date]]:
    """Cards of pupils at school that end, or of which a facility ends, within `vooraf` school days; with that date."""
    tot = na_schooldagen(dag, vooraf, vrij)
    rijen = Faciliteitenkaart.objects.filter(school=school_id, geldig_tot__gte=dag).select_related("leerling")
    rijen = rijen.filter(Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag))
    kaarten = {kaart.pk: kaart for kaart in rijen}
    einden = {(k.pk, k.geldig_tot) for k in kaarten.values() if k.geldig_tot <= tot}
    losse = FaciliteitToekenning.objects.lopend(dag).filter(kaart__in=kaarten, geldig_tot__lte=tot)
    einden |= {(pk, eind) for pk, eind in losse.values_list("kaart_id", "geldig_tot") if eind}
    return [(kaarten[pk], einde) for pk, einde in sorted(einden, key=lambda rij: (rij[1], rij[0]))]


def plan_inval(vervanging: Vervanging) -> None:
    """Tell the substitute at once that a class card waits for him."""
    plan(
        school_id=vervanging.school_id,
        soort=INVAL,
        sleutel=f"vervanging:{vervanging.pk}",
        ontvanger_id=vervanging.user_id,
        object_id=vervanging.pk,
        niet_voor=vervanging.gemaakt_op,
        direct=True,
    )


def _nog_te_lezen(rij: Herinnering, op: datetime) -> bool:
    """Still the version of the card, the card still holds, and he still teaches the pupil and did not confirm."""
    werkplek = ontvanger_nu(rij, op)
    versie = Kaartversie.objects.filter(pk=rij.object_id).select_related("kaart").first()
    if werkplek is None or versie is None or versie.versie != versie.kaart.versie:
        return False
    if not versie.kaart.geldig_van <= werkplek.dag <= versie.kaart.geldig_tot:
        return False
    lezers = {d.user_id: d for d in docenten_op(rij.school_id, werkplek.dag, versie.kaart)}
    return rij.ontvanger_id in lezers and lezers[rij.ontvanger_id].gezien_op is None


def _loopt_nog_af(rij: Herinnering, op: datetime) -> bool:
    """Still a coordinator who sees the pupil, and the date in the key is still one of the card's dates."""
    werkplek = ontvanger_nu(rij, op)
    kaart = Faciliteitenkaart.objects.filter(pk=rij.object_id).first()
    if werkplek is None or kaart is None or not werkplek.mag(Recht.KAART_WIJZIGEN):
        return False
    if not Leerling.objects.zichtbaar_voor(werkplek).filter(pk=kaart.leerling_id).exists():
        return False
    loopt = FaciliteitToekenning.objects.lopend(werkplek.dag).filter(kaart=kaart)
    dagen = {kaart.geldig_tot, *loopt.values_list("geldig_tot", flat=True)}
    return any(dag and f":{dag:%Y%m%d}:" in rij.sleutel for dag in dagen)


def _valt_nog_in(rij: Herinnering, op: datetime) -> bool:
    rijen = Vervanging.objects.nog_niet_voorbij(op).filter(pk=rij.object_id, user=rij.ontvanger_id)
    return ontvanger_nu(rij, op) is not None and rijen.exists()


SOORTEN = (
    Soort(
        GEZIEN,
        "faciliteitenkaart die je nog niet bekeek",
        "faciliteitenkaarten die je nog niet bekeek",
        _nog_te_lezen,
        pagina="leerlingen:docentkaarten",
    ),
    Soort(
        VERLOOPT,
        "faciliteitenkaart die afloopt",
        "faciliteitenkaarten die aflopen",
        _loopt_nog_af,
        pagina="leerlingen:kaarten",
        voor_vrij=True,
    ),
    Soort(
        INVAL,
        "docentkaart voor een les die je overneemt",
        "docentkaarten voor lessen die je overneemt",
        _valt_nog_in,
    ),
)
