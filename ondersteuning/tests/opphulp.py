"""Short ways to a complete OPP in tests: the texts through the services, what was done with pupil and parents as rows.

Every step can be left out, so that a test of the OPP-wacht misses exactly one thing.
"""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from leerlingen.models import Contactpersoon, Leerling
from leerlingen.tests.toestemminghulp import maak_contact
from ondersteuning.models import (
    Handelingsdeel,
    Hoorrecht,
    Inbreng,
    Instemming,
    Instemmingverzoek,
    Invloed,
    Opp,
    OppAfwijking,
    OppDoel,
    OppEvaluatie,
    OppVersie,
    Overeenstemming,
    Overlegdeelnemer,
)
from ondersteuning.oppfeiten import hash_handelingsdeel, hash_perspectief
from ondersteuning.services.opp import opp_beginnen, opp_bewaren
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import NU

TEKSTEN = {
    "bestemming": "havo",
    "onderbouwing": "Zijn cijfers passen bij havo, en hij werkt door als hij weet wat er komt.",
    "bevorderend": "Een vaste plek vooraan.",
    "belemmerend": "Veel tekst tegelijk.",
    "begeleiding": "Elke week een half uur remedial teaching.",
    "afwijkt": "nvt",
}
"""What the law asks for at least (rule 6); give one as "" to leave it out."""
WOORDEN = "Ik wil gewoon weten wat er komt."


def concept_van(opp: Opp) -> OppVersie:
    """The version in the making, as it stands in the database now."""
    return OppVersie.objects.get(opp=opp, status="concept")


def begin_opp(
    door: Werkplek, leerling: Leerling, op: datetime = NU, *, opsteller: User | None = None, pro: bool = False
) -> Opp:
    """Begin an OPP with an empty first version, through the service."""
    return opp_beginnen(
        door=door,
        leerling_id=leerling.pk,
        opsteller=opsteller or door.user,
        pro=pro,
        aanleiding="extra ondersteuning",
        uiterlijk=door.dag + timedelta(days=42),
        op=op,
    )


def schrijf(door: Werkplek, opp: Opp, op: datetime = NU, **teksten: str) -> OppVersie:
    """Save texts of the version in the making, through the service."""
    nu = concept_van(opp)
    return opp_bewaren(
        door=door, pk=opp.pk, nummer=nu.nummer, versie=nu.versie, basis=nu.versie, inhoud=teksten, op=op
    )


def zet_doel(versie: OppVersie, dag: date, **velden: Any) -> OppDoel:
    """A goal of half a year in one version."""
    standaard: dict[str, Any] = {
        "domein": "leer",
        "doel": "Hij leest een tekst van een bladzijde zelf.",
        "aanpak": "Samen lezen, daarna alleen.",
        "wie": "Ilse de Boer",
        "van": dag,
        "tot": dag + timedelta(days=180),
    }
    return OppDoel.objects.create(school_id=versie.school_id, oppversie=versie, **(standaard | velden))


def zet_afwijking(versie: OppVersie, **velden: Any) -> OppAfwijking:
    standaard = {"soort": "ontheffing", "vak": "Frans", "uitleg": "Hij volgt geen Frans."}
    return OppAfwijking.objects.create(school_id=versie.school_id, oppversie=versie, **(standaard | velden))


def zet_hoorrecht(
    opp: Opp,
    door: Werkplek,
    *,
    ronde: int = 1,
    woorden: str = WOORDEN,
    invloed: bool = True,
    toegelicht: bool = True,
    ziet_af: bool = False,
    **velden: Any,
) -> Hoorrecht:
    """The pupil was heard in one round: his words, what they changed, and that it was explained back."""
    standaard: dict[str, Any] = {
        "aangeboden_op": door.dag,
        "aangeboden_door": door.user,
        "wijze": "gesprek",
        "hulp": "De mentor zat erbij.",
    }
    if toegelicht and not ziet_af:
        standaard |= {"toegelicht_op": door.dag, "toegelicht_door": door.user}
    if ziet_af:
        standaard |= {"ziet_af_op": door.dag, "ziet_af_reden": "Liever niet."}
        woorden, invloed = "", False
    rij = Hoorrecht.objects.create(school=opp.school, opp=opp, ronde=ronde, **(standaard | velden))
    if woorden:
        zet_inbreng(rij, door, woorden)
    if invloed:
        Invloed.objects.create(
            school=opp.school,
            hoorrecht=rij,
            punt="Weten wat er komt",
            gevolg="overgenomen",
            uitleg="De planning staat op het bord.",
        )
    return rij


def zet_inbreng(hoorrecht: Hoorrecht, door: Werkplek, woorden: str = WOORDEN) -> Inbreng:
    return Inbreng.objects.create(
        school=hoorrecht.school,
        hoorrecht=hoorrecht,
        woorden=woorden,
        hoe="gesprek",
        opgetekend_door=door.user,
        gezegd_op=door.dag,
        sleutel=uuid.uuid4(),
    )


def zet_overleg(
    versie: OppVersie,
    door: Werkplek,
    contact: Contactpersoon | None,
    *,
    op: datetime = NU,
    leerling: bool = False,
    **velden: Any,
) -> Overeenstemming:
    """A talk that was held about the perspective as it stands now, with one parent (or the pupil)."""
    standaard: dict[str, Any] = {
        "status": "gehouden",
        "uitgenodigd_op": door.dag,
        "kanaal": "mail",
        "wanneer": op,
        "samenvatting": "Het plan is besproken.",
        "hash": hash_perspectief(versie),
        "gemaakt_door": door.user,
        "vastgelegd_op": op,
    }
    rij = Overeenstemming.objects.create(
        school_id=versie.school_id,
        opp_id=versie.opp_id,
        oppversie=versie,
        ronde=versie.ronde,
        **(standaard | velden),
    )
    Overlegdeelnemer.objects.create(
        school_id=versie.school_id,
        overleg=rij,
        contact=contact,
        leerling=leerling,
        naam=contact.naam if contact else "Kees Jan Bakker",
        rol=contact.relatie if contact else "leerling",
        gezag=bool(contact and contact.gezag == "ja"),
        aanwezig=True,
    )
    return rij


def leg_voor(versie: OppVersie, door: Werkplek, *contacten: Contactpersoon) -> list[Instemmingverzoek]:
    """Put the handelingsdeel as it stands now before these people; nobody has answered yet."""
    OppVersie.objects.filter(pk=versie.pk).update(
        handelingsdeel=Handelingsdeel.VOORGELEGD, hash=hash_handelingsdeel(versie), voorgelegd_op=door.dag
    )
    versie.refresh_from_db()
    return [
        Instemmingverzoek.objects.create(
            school_id=versie.school_id,
            oppversie=versie,
            contact=contact,
            naam=contact.naam,
            relatie=contact.relatie,
            huishouden=contact.huishouden,
            gevraagd_op=door.dag,
            gevraagd_door=door.user,
        )
        for contact in contacten
    ]


def antwoord(verzoek: Instemmingverzoek, door: Werkplek, *, akkoord: bool = True) -> Instemming:
    """The answer of one parent, and the state that follows when he is the only one who was asked."""
    rij = Instemming.objects.create(
        school=verzoek.school,
        verzoek=verzoek,
        oppversie=verzoek.oppversie,
        hash=verzoek.oppversie.hash,
        keuze="akkoord" if akkoord else "niet_akkoord",
        reden="" if akkoord else "Wij willen meer hulp bij wiskunde.",
        naam=verzoek.naam,
        relatie=verzoek.relatie,
        gezag="ja",
        wijze="papier",
        gegeven_op=door.dag,
        door=door.user,
    )
    stand = Handelingsdeel.AKKOORD if akkoord else Handelingsdeel.GEEN_OVEREENSTEMMING
    OppVersie.objects.filter(pk=verzoek.oppversie_id).update(handelingsdeel=stand)
    return rij


def maak_compleet(decor: Decor, op: datetime = NU, *, zonder: str = "", **anders: Any) -> Opp:
    """An OPP of the coordinator of which nothing is red, not set yet; nobody was asked about the handelingsdeel.

    `zonder` leaves one thing out: "doel", "hoorrecht", "overleg" or "gezag"; texts can be given by name.
    """
    door, leerling = decor.coordinator, anders.pop("leerling", decor.leerling)
    opp = begin_opp(door, leerling, op, pro=anders.pop("pro", False))
    contact = maak_contact(leerling, gezag="nee" if zonder == "gezag" else "ja")
    versie = schrijf(door, opp, op, **(TEKSTEN | anders))
    if zonder != "doel":
        zet_doel(versie, door.dag)
    if zonder != "hoorrecht":
        zet_hoorrecht(opp, door)
    if zonder != "overleg":
        zet_overleg(versie, door, contact, op=op)
        if zonder == "gezag":  # he had gezag on the day of the talk
            Overlegdeelnemer.objects.filter(overleg__opp=opp).update(gezag=True)
    return opp


def zet_vast(opp: Opp, door: Werkplek, **velden: Any) -> OppVersie:
    """Set what is in the making without asking the OPP-wacht, for tests of what comes after."""
    versie = concept_van(opp)
    OppVersie.objects.filter(opp=opp, status="vastgesteld").update(status="vervangen")
    OppVersie.objects.filter(pk=versie.pk).update(
        status="vastgesteld", vastgesteld_op=door.dag, vastgesteld_door=door.user
    )
    Opp.objects.filter(pk=opp.pk).update(
        **({"status": "loopt", "begindatum": opp.begindatum or door.dag} | velden)
    )
    opp.refresh_from_db()
    versie.refresh_from_db()
    return versie


def zet_evaluatie(opp: Opp, versie: OppVersie, door: Werkplek, **velden: Any) -> OppEvaluatie:
    """Looking back today with parents and pupil."""
    standaard: dict[str, Any] = {
        "gehouden_op": door.dag,
        "ouders": "ja",
        "leerling_erbij": "ja",
        "samenvatting": "Het gaat beter.",
        "conclusie": "voortzetten",
        "volgende_op": door.dag + timedelta(days=120),
        "sleutel": uuid.uuid4(),
        "door": door.user,
    }
    return OppEvaluatie.objects.create(school=opp.school, opp=opp, oppversie=versie, **(standaard | velden))
