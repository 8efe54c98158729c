"""Where the agreement on a handelingsdeel stands, kept on every version that shares the question (rules 8, 9, 10, 20)."""

from datetime import date

from django.db.models import Q

from leerlingen.access_toestemming import contacten_met_gezag
from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.models import Handelingsdeel, Instemmingverzoek, OppVersie, Versiestatus
from ondersteuning.opp.akkoord import geschil_uiterlijk, stand
from ondersteuning.opp.termijnen import inzage_zelf, meerderjarig
from ondersteuning.oppfeiten import gevraagde
from zorgapp.accounts.instellingen import instelling


def wie_beslist(leerling: Leerling, dag: date) -> list[Contactpersoon | None]:
    """Who agrees on `dag`: every contact with gezag, from the 18th birthday the pupil himself (None); maybe nobody."""
    if meerderjarig(leerling.geboortedatum, dag):
        return [None]
    return list(contacten_met_gezag(leerling.pk))


def tekent_mee(leerling: Leerling, dag: date) -> bool:
    """Whether a pupil of 16 or 17 may sign along, as the school chose; that never decides."""
    oud_genoeg = inzage_zelf(leerling.geboortedatum, dag) and not meerderjarig(leerling.geboortedatum, dag)
    return oud_genoeg and bool(instelling("opp_meetekenen", dag))


def open_verzoeken(vraagversie_id: int) -> list[Instemmingverzoek]:
    """Questions that stand about one version, with contact and answers."""
    rijen = Instemmingverzoek.objects.filter(oppversie=vraagversie_id, vervallen_op__isnull=True)
    return list(rijen.select_related("contact").prefetch_related("antwoorden"))


def vraagt(
    vraag: OppVersie,
    leerling: Leerling,
    contact: Contactpersoon | None,
    *,
    telt: bool,
    door_id: int,
    dag: date,
) -> Instemmingverzoek:
    """Ask one person; None is the pupil himself."""
    return Instemmingverzoek.objects.create(
        school_id=vraag.school_id,
        oppversie=vraag,
        contact=contact,
        naam=contact.naam if contact else leerling.naam,
        relatie=contact.relatie if contact else "leerling",
        huishouden=contact.huishouden if contact else 0,
        telt=telt,
        gevraagd_op=dag,
        gevraagd_door_id=door_id,
    )


def herbereken(vraagversie_id: int, leerling: Leerling, dag: date) -> Handelingsdeel:
    """Work the state out from what everybody said and keep it, with the versions locked till the end of the transaction.

    Without agreement on a version that is in force the last day of the dispute path is kept with it.
    """
    versies = OppVersie.objects.select_for_update().filter(Q(pk=vraagversie_id) | Q(vraag=vraagversie_id))
    rijen = list(versies.order_by("pk"))
    volwassen = meerderjarig(leerling.geboortedatum, dag)
    gevraagden = [gevraagde(v, volwassen) for v in open_verzoeken(vraagversie_id) if v.telt]
    nu = stand(gevraagden, stil_mag=bool(instelling("opp_stil", dag)))
    for rij in rijen:
        geschil = geschil_tot(rij, nu, dag)
        if rij.handelingsdeel == Handelingsdeel.CONCEPT or (rij.handelingsdeel, rij.geschil_tot) == (
            nu,
            geschil,
        ):
            continue
        OppVersie.objects.filter(pk=rij.pk).update(handelingsdeel=nu, geschil_tot=geschil)
    return nu


def geschil_tot(versie: OppVersie, nu: Handelingsdeel, dag: date) -> date | None:
    """The last day to bring a dispute about a version that was set without agreement, refusal or silence; else None."""
    if nu == Handelingsdeel.AKKOORD or versie.vastgesteld_op is None:
        return None
    return versie.geschil_tot or geschil_uiterlijk(versie.vastgesteld_op, instelling("opp_geschil", dag))


def bijwerken(vraag: OppVersie, leerling: Leerling, dag: date, door_id: int) -> list[Instemmingverzoek]:
    """Let questions lapse of who may no longer decide, ask who may now, and work the state out anew (rules 9 and 20).

    Returns who is asked anew. Who got his gezag back has his answer back. The caller has the OPP locked.
    """
    beslissers = wie_beslist(leerling, dag)
    ids = {contact.pk if contact else None for contact in beslissers}
    verzoeken = open_verzoeken(vraag.pk)
    vervalt = [v.pk for v in verzoeken if not _mag_blijven(v, ids, meerderjarig(leerling.geboortedatum, dag))]
    Instemmingverzoek.objects.filter(pk__in=vervalt).update(vervallen_op=dag)
    gevraagd = {v.contact_id for v in verzoeken if v.telt and v.pk not in vervalt}
    nieuw = []
    for contact in beslissers:
        if (contact.pk if contact else None) in gevraagd or _herstel(vraag, contact):
            continue
        nieuw.append(vraagt(vraag, leerling, contact, telt=True, door_id=door_id, dag=dag))
    herbereken(vraag.pk, leerling, dag)
    return nieuw


def _mag_blijven(verzoek: Instemmingverzoek, ids: set[int | None], volwassen: bool) -> bool:
    if not verzoek.telt:
        return not volwassen
    return verzoek.contact_id in ids


def _herstel(vraag: OppVersie, contact: Contactpersoon | None) -> bool:
    """Bring back the last question to this person about this version, when he answered it."""
    eerder = (
        Instemmingverzoek.objects.filter(oppversie=vraag, contact=contact, telt=True).order_by("-pk").first()
    )
    if eerder is None or not eerder.antwoorden.exists():
        return False
    Instemmingverzoek.objects.filter(pk=eerder.pk).update(vervallen_op=None)
    return True


def huidige_versie(opp_id: int) -> OppVersie | None:
    """The version in the making, else the one in force; None when there is neither."""
    leeft = (Versiestatus.CONCEPT, Versiestatus.VASTGESTELD)
    rijen = OppVersie.objects.filter(opp=opp_id, status__in=leeft).select_related("vraag")
    return rijen.order_by("-nummer").first()


def leeft(vraagversie_id: int) -> bool:
    """Whether the question about this version still is the question of a version in the making or in force."""
    rijen = OppVersie.objects.filter(Q(pk=vraagversie_id) | Q(vraag=vraagversie_id))
    return rijen.filter(status__in=(Versiestatus.CONCEPT, Versiestatus.VASTGESTELD)).exists()
