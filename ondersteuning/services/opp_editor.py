"""Saving what somebody writes in an OPP, and who begins one: nothing is lost, and no agreement ends unnoticed."""

from collections.abc import Mapping
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from ondersteuning.access_opp import get_leerling_opp
from ondersteuning.models import Afwijkt, Handelingsdeel, Opp, OppVersie
from ondersteuning.models.opp import OPP_TEKST_MAX
from ondersteuning.opp.velden import HANDELINGSDEEL, VELDEN
from ondersteuning.oppnieuws import nieuws
from ondersteuning.oppopstellers import OpstellerKring
from ondersteuning.oppversies import inhoud_op
from ondersteuning.samenvoegen import voeg_samen
from ondersteuning.services.opp import OppBotsing, opp_beginnen, opp_bewaren, te_schrijven
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek

NOG_RIJEN = "Er staan nog afwijkingen bij. Haal die eerst weg, of kies ‘ja’."
GEEN_OPSTELLER = (
    "Deze collega heeft deze leerling niet. Kies de mentor, een begeleider of een zorgcoördinator."
)


class VraagtOpnieuw(Exception):
    """The change touches what was put before the parents, and the writer was not warned; nothing was written."""

    def __init__(self, versie: OppVersie) -> None:
        super().__init__("vraagt opnieuw")
        self.versie = versie


def vraagt_opnieuw(versie: OppVersie) -> bool:
    """Say whether a change of the handelingsdeel asks the parents again (rule 10)."""
    return versie.handelingsdeel != Handelingsdeel.CONCEPT


@transaction.atomic
def opp_starten(
    *,
    door: Werkplek,
    leerling_id: int,
    opsteller: User,
    pro: bool,
    aanleiding: str,
    uiterlijk: date | None,
    op: datetime,
) -> Opp:
    """Begin an OPP with an opsteller who has this pupil; raises ValidationError for another colleague."""
    leerling, _ = get_leerling_opp(door, leerling_id)
    if OpstellerKring.voor(door, leerling).kies(str(opsteller.pk)) is None:
        raise ValidationError({"opsteller": GEEN_OPSTELLER})
    return opp_beginnen(
        door=door,
        leerling_id=leerling_id,
        opsteller=opsteller,
        pro=pro,
        aanleiding=aanleiding,
        uiterlijk=uiterlijk,
        op=op,
    )


@transaction.atomic
def scherm_bewaren(
    *,
    door: Werkplek,
    pk: int,
    nummer: int,
    versie: int,
    basis: int,
    inhoud: Mapping[str, str],
    gewaarschuwd: bool,
    op: datetime,
) -> OppVersie:
    """Save the texts and choices of one screen, as `opp_bewaren` does.

    `gewaarschuwd`: the writer saw that a change asks the parents again; without it VraagtOpnieuw. When meanwhile
    another version took the place of `nummer`, his words are put together with what stands there now and OppBotsing
    gives both. ValidationError when he says "not applicable" while deviations stand there.
    """
    rij = te_schrijven(door=door, pk=pk, handelingsdeel=False, op=op)
    if rij.nummer != nummer:
        oud = OppVersie.objects.filter(opp=pk, nummer=nummer).first()
        nu = {naam: getattr(rij, naam) for naam in inhoud}
        raise OppBotsing(rij, voeg_samen(inhoud_op(oud, basis) if oud else nu, inhoud, nu))
    if inhoud.get("afwijkt") == Afwijkt.NVT and rij.afwijkingen.exists():
        raise ValidationError({"afwijkt": NOG_RIJEN})
    raakt = any(inhoud[naam] != getattr(rij, naam) for naam in set(inhoud) & set(HANDELINGSDEEL))
    if raakt and vraagt_opnieuw(rij) and not gewaarschuwd:
        raise VraagtOpnieuw(rij)
    return opp_bewaren(door=door, pk=pk, nummer=nummer, versie=versie, basis=basis, inhoud=inhoud, op=op)


def handelingsdeel_openen(
    *, door: Werkplek, pk: int, nummer: int, gewaarschuwd: bool, op: datetime
) -> OppVersie:
    """Lock the version in the making before a change of goals or deviations; call it inside a transaction.

    Raises Verouderd when it is no longer version `nummer`, VraagtOpnieuw when the writer must be warned first. What he
    saw is checked against this version; `te_schrijven(handelingsdeel=True)` gives the one to write in.
    """
    rij = te_schrijven(door=door, pk=pk, handelingsdeel=False, op=op)
    if rij.nummer != nummer:
        raise Verouderd
    if vraagt_opnieuw(rij) and not gewaarschuwd:
        raise VraagtOpnieuw(rij)
    return rij


@transaction.atomic
def nieuws_overnemen(
    *, door: Werkplek, pk: int, veld: str, nummer: int, gewaarschuwd: bool, op: datetime
) -> OppVersie:
    """Add what became known later below the words of one field; they stay, and it is added once.

    Raises ValidationError for an unknown field or a text that would become too long, and what `handelingsdeel_openen`
    raises.
    """
    if veld not in VELDEN:
        raise ValidationError("Dit veld kennen we niet.")
    raakt = veld in HANDELINGSDEEL
    rij = handelingsdeel_openen(
        door=door, pk=pk, nummer=nummer, gewaarschuwd=gewaarschuwd or not raakt, op=op
    )
    nieuw = next(iter(nieuws(door, rij.opp.leerling, rij, [veld])), None)
    if nieuw is None:
        return rij
    staat: str = getattr(rij, veld)
    tekst = "\n".join(deel for deel in (staat, nieuw.tekst) if deel)
    if len(tekst) > OPP_TEKST_MAX:
        raise ValidationError("Samen wordt deze tekst te lang. Maak eerst korter wat er staat.")
    herkomst = {**rij.herkomst, veld: [*rij.herkomst.get(veld, []), *nieuw.herkomst]}
    if raakt:
        rij = te_schrijven(door=door, pk=pk, handelingsdeel=True, op=op)
    OppVersie.objects.filter(pk=rij.pk).update(
        **{veld: tekst},
        herkomst=herkomst,
        gewijzigd_door=door.user,
        gewijzigd_op=op,
        versie=F("versie") + 1,
    )
    rij.refresh_from_db()
    return rij
