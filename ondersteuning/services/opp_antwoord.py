"""Noting what one person answered on a handelingsdeel, for him or by himself through a link; appended, never changed.

Every check is made at the moment of writing, with OPP, question and contact locked: gezag and age may have changed
since the form was opened (rules 8, 9, 10 and 20).
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction

from leerlingen.models import Contactpersoon, Leerling, Stuk, Stuksoort, Wijze
from leerlingen.models.leerling import Gezag
from leerlingen.services.stukken import Stukgegevens, stukken_toevoegen
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.models import (
    Instemming,
    Instemmingkeuze,
    Instemmingverzoek,
    Linkmail,
    Linksoort,
    Opp,
)
from ondersteuning.opp.termijnen import meerderjarig
from ondersteuning.oppakkoord import herbereken
from ondersteuning.oppfeiten import hash_handelingsdeel
from ondersteuning.services.opp_bewijs import bewijs_vragen
from ondersteuning.services.opp_instemming import (
    AL_GEANTWOORD,
    OUDE_VERSIE,
    controleer_open,
    get_verzoek_slot,
    trek_links_in,
    verzoek_slot,
)
from ondersteuning.services.opp_link import Nieuwelink, link_maken, link_opmaken
from ondersteuning.tasks import verstuur_bewijs
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.taken import na_commit

GEEN_GEZAG = "Deze persoon heeft geen gezag (meer) en kan niet instemmen."
ACHTTIEN = "De leerling is 18 en beslist zelf. Vraag het de leerling."
NOG_GEEN_ACHTTIEN = "Op die dag was de leerling nog geen 18. Kies een latere dag."


@dataclass(frozen=True)
class Antwoordgegevens:
    """What one person answered, on which day and in what manner. `gezien`: he saw the rest of the OPP too."""

    keuze: str
    op: date
    wijze: str
    reden: str = ""
    opmerking: str = ""
    gezien: bool = False
    scan: File | None = None


@dataclass(frozen=True)
class Gelezen:
    """The version an answer is about, as it stood on the form or page: its number and the hash of its handelingsdeel."""

    nummer: int
    hash: str


@transaction.atomic
def antwoord_noteren(
    *,
    door: Werkplek,
    verzoek_id: int,
    gelezen: Gelezen,
    gegevens: Antwoordgegevens,
    op: datetime,
    sleutel: uuid.UUID | None = None,
) -> Instemming:
    """Note the answer of one person and work out where the handelingsdeel stands.

    Raises 404 and 403 from the door, DaadNietToegestaan for a closed OPP, ValidationError by field: no gezag, parents
    from the 18th birthday, another version, a second answer, a day before the question or in the future, a no without
    a reason, paper without its scan.
    """
    opp, verzoek = get_verzoek_slot(door, verzoek_id)
    if gegevens.wijze == Wijze.PAPIER and gegevens.scan is None:
        raise ValidationError({"scan": "Voeg de scan met de handtekening toe, of kies een andere wijze."})
    _controleer(opp, verzoek, gelezen, gegevens, door.dag)
    stuk = _bewaar_scan(door, opp.leerling, gegevens, op, sleutel) if gegevens.scan else None
    antwoord = _leg_vast(opp, verzoek, gegevens, door.dag, op, door.user, stuk)
    trek_links_in(verzoek.pk, op)
    return antwoord


@transaction.atomic
def antwoord_via_link(
    *, bezoek: Linkbezoek, gelezen: Gelezen, gegevens: Antwoordgegevens, op: datetime
) -> Instemming:
    """Keep the answer that somebody gave himself; his link is used up, a nameless mail says that it came in, and a
    worker makes his receipt.

    Raises LinkDood when the link died meanwhile, and ValidationError as above. `gegevens.op` and `wijze` are today and
    digital, whatever was sent.
    """
    link = bezoek.link
    assert link.verzoek_id is not None
    opp = Opp.objects.select_for_update(of=("self",)).select_related("leerling").get(pk=link.opp_id)
    rij = link_opmaken(bezoek=bezoek, op=op)
    verzoek = verzoek_slot(link.verzoek_id)
    eigen = Antwoordgegevens(
        gegevens.keuze, bezoek.dag, Wijze.DIGITAAL, gegevens.reden, gegevens.opmerking, gegevens.gezien
    )
    _controleer(opp, verzoek, gelezen, eigen, bezoek.dag)
    antwoord = _leg_vast(opp, verzoek, eigen, bezoek.dag, op, None, None)
    bewijs_vragen(link=rij, antwoord=antwoord, dag=bezoek.dag)
    if verzoek.contact.email if verzoek.contact else opp.leerling.email:
        Instemmingverzoek.objects.filter(pk=verzoek.pk).update(bewijs=Linkmail.GEPLAND)
        na_commit(verstuur_bewijs, verzoek.school_id, verzoek.pk)
    return antwoord


@transaction.atomic
def link_geven(*, door: Werkplek, verzoek_id: int, per_mail: bool, op: datetime) -> Nieuwelink:
    """Make a link with which one person reads and answers; an earlier one of his stops working.

    Raises ValidationError for who answered already or may not (any more), DaadNietToegestaan for a closed OPP.
    """
    opp, verzoek = get_verzoek_slot(door, verzoek_id)
    controleer_open(opp, verzoek)
    if verzoek.antwoorden.exists():
        raise ValidationError(AL_GEANTWOORD)
    _controleer_wie(opp.leerling, verzoek, door.dag, door.dag)
    return link_maken(
        door=door,
        soort=Linksoort.INSTEMMING,
        opp=opp,
        ronde=verzoek.oppversie.ronde,
        verzoek=verzoek,
        per_mail=per_mail,
        op=op,
    )


def _controleer(
    opp: Opp, verzoek: Instemmingverzoek, gelezen: Gelezen, gegevens: Antwoordgegevens, dag: date
) -> None:
    versie = verzoek.oppversie
    if (versie.nummer, versie.hash) != (gelezen.nummer, gelezen.hash):
        raise ValidationError(OUDE_VERSIE)
    controleer_open(opp, verzoek)
    if hash_handelingsdeel(versie) != versie.hash:
        raise ValidationError(OUDE_VERSIE)
    if verzoek.antwoorden.exists():
        raise ValidationError(AL_GEANTWOORD)
    if not verzoek.gevraagd_op <= gegevens.op <= dag:
        raise ValidationError({"op": f"Kies een dag van {verzoek.gevraagd_op:%d-%m-%Y} tot en met vandaag."})
    _controleer_wie(opp.leerling, verzoek, gegevens.op, dag)
    if gegevens.keuze == Instemmingkeuze.NIET_AKKOORD and not gegevens.reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom niet. Zo kunnen jullie verder praten."})


def _controleer_wie(leerling: Leerling, verzoek: Instemmingverzoek, op: date, dag: date) -> None:
    """Who may agree today and on the day he did (rules 9 and 20)."""
    if verzoek.contact_id is None:
        if verzoek.telt and not meerderjarig(leerling.geboortedatum, op):
            raise ValidationError({"op": NOG_GEEN_ACHTTIEN})
        return
    if meerderjarig(leerling.geboortedatum, dag):
        raise ValidationError(ACHTTIEN)
    contact = Contactpersoon.objects.select_for_update().get(pk=verzoek.contact_id)
    verzoek.contact = contact
    if contact.gezag != Gezag.JA or contact.beeindigd_op is not None:
        raise ValidationError(GEEN_GEZAG)


def _leg_vast(
    opp: Opp,
    verzoek: Instemmingverzoek,
    gegevens: Antwoordgegevens,
    dag: date,
    op: datetime,
    wie: User | None,
    stuk: Stuk | None,
) -> Instemming:
    """Append the answer with who that person is today."""
    contact = verzoek.contact
    antwoord: Instemming = bewaar(
        Instemming(
            school_id=verzoek.school_id,
            verzoek=verzoek,
            oppversie=verzoek.oppversie,
            hash=verzoek.oppversie.hash,
            keuze=gegevens.keuze,
            reden=gegevens.reden,
            opmerking=gegevens.opmerking,
            naam=contact.naam if contact else opp.leerling.naam,
            relatie=contact.relatie if contact else "leerling",
            gezag=contact.gezag if contact else "",
            wijze=gegevens.wijze,
            gegeven_op=gegevens.op,
            gezien=gegevens.gezien,
            stuk=stuk,
            door=wie,
            vastgelegd_op=op,
        )
    )
    herbereken(verzoek.oppversie_id, opp.leerling, dag)
    return antwoord


def _bewaar_scan(
    door: Werkplek, leerling: Leerling, gegevens: Antwoordgegevens, op: datetime, sleutel: uuid.UUID | None
) -> Stuk:
    """Keep the signed form among the documents of the pupil; its errors belong to the field `scan`."""
    assert gegevens.scan is not None
    stukgegevens = Stukgegevens(
        soort=Stuksoort.TOESTEMMING,
        gebeurd_op=gegevens.op,
        niveau="mentor_zorgteam",
        titel="Handtekening OPP",
    )
    try:
        return stukken_toevoegen(
            door=door,
            leerling_id=leerling.pk,
            sleutel=sleutel or uuid.uuid4(),
            gegevens=stukgegevens,
            bestanden=[gegevens.scan],
            op=op,
        )[0]
    except ValidationError as fout:
        raise ValidationError({"scan": fout.messages}) from fout
