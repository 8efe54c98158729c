"""Ending an appointment: first a new owner for everything open, then the end date. Nothing is deleted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from zorgapp.accounts.eigendom import Eigendom, OpenStuk, werk_en_rollen
from zorgapp.accounts.models import Aanstelling, User, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mail import uitnodigingen_intrekken
from zorgapp.accounts.werkplek import Werkplek

# Without a beheerder nobody can give a role, without a coordinator nobody judges the signals that come in.
NOOIT_ZONDER = {Rol.BEHEERDER: "beheerder van de school", Rol.ZORGCOORDINATOR: "zorgcoördinator"}
Opvolgers = Mapping[tuple[str, int], User | None]


@dataclass(frozen=True)
class Gevolgen:
    """What an end date would leave without an owner, per kind, and whose deputy would fall away."""

    open: Sequence[tuple[Eigendom, Sequence[OpenStuk]]]
    waarnemingen: Sequence[Waarneming]


class OpenWerk(ValidationError):
    """Something open has no new owner yet; nothing was changed."""


@transaction.atomic
def gevolgen(*, door: Werkplek, aanstelling: Aanstelling, tot: date) -> Gevolgen:
    """Tell what ending on `tot` leaves open, by trying it and taking it back."""
    punt = transaction.savepoint()
    Aanstelling.objects.filter(pk=aanstelling.pk).update(tot=tot)
    uitkomst = _gevolgen(door, aanstelling.user, tot + timedelta(days=1))
    transaction.savepoint_rollback(punt)
    return uitkomst


def _gevolgen(door: Werkplek, user: User, daarna: date) -> Gevolgen:
    school_id = door.school.pk
    open_ = []
    werk, rollen = werk_en_rollen(school_id, user.pk, daarna)
    for soort, stukken in werk:
        los = soort.niet_van(school_id, user.pk, stukken, daarna, rollen)
        if los:
            open_.append((soort, los))
    waar = Waarneming.objects.filter(school=door.school, waarnemer=user, tot__gte=daarna)
    return Gevolgen(open_, [] if rollen else list(waar.select_related("afwezige")))


@transaction.atomic
def aanstelling_beeindigen(
    *, door: Werkplek, aanstelling: Aanstelling, tot: date, opvolgers: Opvolgers
) -> Gevolgen:
    """End an appointment with `tot` as its last day and hand over what that leaves open, now.

    `opvolgers` maps (kind, item) to the new owner; None ("nog geen") only where the kind allows it.
    Raises ValidationError (date, last of a role that no school can be without) and OpenWerk (no or no fitting new owner); then nothing changed.
    """
    _controleer(door, aanstelling, tot)
    Aanstelling.objects.filter(pk=aanstelling.pk).update(tot=tot)
    daarna = tot + timedelta(days=1)
    uit = _gevolgen(door, aanstelling.user, daarna)
    for soort, stukken in uit.open:
        _overdragen(door, soort, stukken, opvolgers, daarna)
    for waarneming in uit.waarnemingen:
        _waarneming_inkorten(waarneming, tot)
    _nooit_binnen_geweest(door, aanstelling.user, daarna)
    return uit


def _controleer(door: Werkplek, aanstelling: Aanstelling, tot: date) -> None:
    """Refuse an end that cannot be: before the start, in the past, after an earlier end, or of the last of NOOIT_ZONDER."""
    if aanstelling.tot is not None and aanstelling.tot < door.dag:
        raise ValidationError("Deze rol is al gestopt.")
    if tot < aanstelling.van:
        raise ValidationError({"tot": "Die datum ligt voor de eerste dag van deze rol. Kies een latere dag."})
    if tot < door.dag - timedelta(days=1):
        raise ValidationError({"tot": "Die datum is voorbij. Kies gisteren, vandaag of later."})
    laatste = NOOIT_ZONDER.get(Rol(aanstelling.rol))
    if laatste and not _nog_iemand(aanstelling, tot + timedelta(days=1)):
        raise ValidationError(
            f"Dit is de laatste {laatste}. Geef eerst een collega deze rol, en wacht tot die is ingelogd."
        )


def _nog_iemand(aanstelling: Aanstelling, dag: date) -> bool:
    """Say whether a colleague who can sign in has this role, for this place, from `dag` on without an end.

    Locks against two at once. For who has the role for the whole school anybody with it will do.
    """
    plek = aanstelling.vestiging_id
    anderen = (
        Aanstelling.objects.select_for_update(of=("self",))
        .filter(school=aanstelling.school_id, rol=aanstelling.rol, van__lte=dag)
        .select_related("user")
    )
    return any(
        a.user_id != aanstelling.user_id
        and a.tot is None
        and (plek is None or a.vestiging_id in (None, plek))
        and a.user.is_active
        and a.user.has_usable_password()
        for a in anderen
    )


def _overdragen(
    door: Werkplek, soort: Eigendom, stukken: Sequence[OpenStuk], opvolgers: Opvolgers, vanaf: date
) -> None:
    """Hand over the items of one kind, per new owner, who must be allowed to own each of them from that day."""
    per_opvolger: dict[User | None, list[OpenStuk]] = {}
    for stuk in stukken:
        sleutel = (soort.sleutel, stuk.id)
        naar = opvolgers.get(sleutel)
        if naar is None and not (soort.mag_leeg and sleutel in opvolgers):
            raise OpenWerk("Kies voor alles wat openstaat wie het overneemt.")
        per_opvolger.setdefault(naar, []).append(stuk)
    for naar, van_hem in per_opvolger.items():
        if naar is not None and soort.niet_van(door.school.pk, naar.pk, van_hem, vanaf):
            raise OpenWerk(kan_niet_overnemen(naar))
        soort.overdragen(door, [stuk.id for stuk in van_hem], naar, vanaf)


def kan_niet_overnemen(naar: User) -> str:
    """Why this colleague is refused as a new owner."""
    return (
        f"{naar.naam} kan dit niet overnemen: de rol daarvoor ontbreekt of geldt voor een andere vestiging."
    )


def _waarneming_inkorten(waarneming: Waarneming, tot: date) -> None:
    """End deputising with the deputy's last day; one that would never start goes."""
    if waarneming.van > tot:
        waarneming.delete()
    else:
        Waarneming.objects.filter(pk=waarneming.pk).update(tot=tot)


def _nooit_binnen_geweest(door: Werkplek, user: User, daarna: date) -> None:
    """Withdraw the invitation of somebody who never came in and has nothing left here; a wrong address shuts at once."""
    if user.has_usable_password():
        return
    if Aanstelling.objects.filter(user=user, school=door.school).vanaf(daarna).exists():
        return
    uitnodigingen_intrekken(school=door.school, user=user)
    if not Aanstelling.objects.filter(user=user).exclude(school=door.school).vanaf(daarna).exists():
        User.objects.filter(pk=user.pk).update(is_active=False)
