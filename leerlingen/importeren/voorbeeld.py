"""A plan as lines for a reader: names, class and contacts, nothing else; and a fingerprint of what he saw."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from leerlingen.importeren.inhoud import Contact, Inhoud, Regel
from leerlingen.importeren.vergelijken import ContactWijziging, Groep, Plan, Wijziging
from leerlingen.models import Import, ImportRegel
from leerlingen.models.leerling import Gezag, Relatie
from zorgapp.kern.schooljaar import Schooljaar

LABEL = {
    "roepnaam": "Roepnaam",
    "tussenvoegsel": "Tussenvoegsel",
    "achternaam": "Achternaam",
    "geboortedatum": "Geboren",
    "email": "E-mail",
    "eckid": "ECK iD",
    "vestiging": "Vestiging",
    "ingeschreven_op": "Ingeschreven",
}
Soort = ImportRegel.Soort
Paar = tuple[str, Any, Any]
MENTOREN_MAX = 60


def regels_van(plan: Plan, opdracht: Import) -> list[ImportRegel]:
    """Return one line per pupil that would change, not yet stored."""
    regels = [_nieuw(regel) for regel in plan.nieuw]
    regels += [_gewijzigd(w, plan.schooljaar) for w in plan.gewijzigd + plan.op_naam]
    regels += [
        ImportRegel(
            soort=Soort.VERTROKKEN,
            sleutel=staat.leerlingnummer,
            naam=staat.naam,
            voor={"Klas": _groep(staat.klas, plan.schooljaar)} if staat.klas else {},
            gekozen=plan.volledig,
        )
        for staat in plan.vertrokken
    ]
    regels += [
        ImportRegel(soort=Soort.FOUT, regelnummer=f.nummer, sleutel=f.sleutel, melding=f.melding[:300])
        for f in sorted(plan.fouten, key=lambda f: f.nummer)
    ]
    for regel in regels:
        regel.school_id, regel.opdracht = opdracht.school_id, opdracht
    return regels


def vingerafdruk(regels: Iterable[ImportRegel]) -> str:
    """Return a hash of all differences; two previews that read the same have the same one."""
    inhoud = sorted([r.soort, r.regelnummer, r.sleutel, r.naam, r.voor, r.na, r.melding] for r in regels)
    return hashlib.sha256(json.dumps(inhoud, sort_keys=True).encode()).hexdigest()


def meldingen(inhoud: Inhoud, plan: Plan, vandaag: date) -> list[str]:
    """Return what a person should know before he confirms."""
    nu, van = Schooljaar.van(vandaag), plan.schooljaar
    zinnen = list(inhoud.let_op)
    if van != nu:
        soort = "een volgend" if van > nu else "een vorig"
        zinnen.insert(0, f"Dit bestand is van {soort} schooljaar ({van}). Klopt dat?")
    ander = sum({"achternaam", "geboortedatum"} <= w.velden.keys() for w in plan.gewijzigd)
    if ander:
        zinnen.append(
            f"{ander} keer krijgt een leerling een andere achternaam én geboortedatum. Klopt het bestand?"
        )
    if inhoud.mentoren:
        zinnen.append(_mentoren(inhoud))
    if plan.vertrokken and not plan.volledig:
        zinnen.append(
            f"{len(plan.vertrokken)} leerlingen staan niet in dit bestand. Het bestand lijkt niet compleet, "
            "dus ik schrijf niemand uit die je niet zelf aanvinkt."
        )
    return zinnen


def _mentoren(inhoud: Inhoud) -> str:
    """Name the mentors in the file as a proposal: an import makes nobody mentor (DOMAIN 52)."""
    paren = [f"{klas} {' en '.join(sorted(namen))}" for klas, namen in sorted(inhoud.mentoren.items())]
    rest = f" en nog {len(paren) - MENTOREN_MAX} klassen" if len(paren) > MENTOREN_MAX else ""
    return f"Mentoren volgens het bestand; die stel je zelf in bij Mensen: {', '.join(paren[:MENTOREN_MAX])}{rest}."


def _nieuw(regel: Regel) -> ImportRegel:
    na = {
        "Klas": regel.klas,
        "Geboren": _tekst(regel.geboortedatum),
        "Vestiging": regel.vestiging,
        "Lesgroepen": ", ".join(regel.lesgroepen),
        "Contacten": "; ".join(_contact(contact) for contact in regel.contacten),
    }
    return ImportRegel(
        soort=Soort.NIEUW,
        regelnummer=regel.nummer,
        sleutel=regel.leerlingnummer,
        naam=regel.naam,
        na={label: waarde for label, waarde in na.items() if waarde},
    )


def _gewijzigd(w: Wijziging, schooljaar: Schooljaar) -> ImportRegel:
    paren = list(_paren(w, schooljaar))
    return ImportRegel(
        soort=Soort.OP_NAAM if w.op_naam else Soort.GEWIJZIGD,
        regelnummer=w.regel.nummer,
        sleutel=w.oud.leerlingnummer,
        naam=w.oud.naam,
        voor={label: oud for label, oud, _ in paren},
        na={label: nieuw for label, _, nieuw in paren},
        gekozen=not w.op_naam,
    )


def _paren(w: Wijziging, schooljaar: Schooljaar) -> Iterable[Paar]:
    for veld, nieuw in w.velden.items():
        yield LABEL[veld], _tekst(w.oud.velden[veld]), _tekst(nieuw)
    if w.terug:
        yield "Op school", "uitgeschreven", "weer ingeschreven"
    if w.klas:
        yield "Klas", _groep(w.oud.klas, schooljaar), _groep(w.klas, schooljaar)
    if w.lesgroepen_bij or w.lesgroepen_af:
        yield (
            "Lesgroepen",
            ", ".join(naam for naam, _ in sorted(w.lesgroepen_af)),
            ", ".join(naam for naam, _ in sorted(w.lesgroepen_bij)),
        )
    for contact in w.contacten:
        yield f"Contact {contact.naam}", *_contactparen(contact)


def _contactparen(w: ContactWijziging) -> tuple[str, str]:
    nieuw = ", ".join(_contactwaarde(veld, waarde) for veld, waarde in w.velden.items()) or "nieuw"
    if w.oud is None:
        return "", nieuw
    return ", ".join(_contactwaarde(veld, getattr(w.oud, veld)) for veld in w.velden), nieuw


def _contactwaarde(veld: str, waarde: Any) -> str:
    if veld == "administratie":
        afwijkend = ", ".join(_contactwaarde(v, w) for v, w in waarde.items())
        return f"blijft zoals de school het opschreef (bestand: {afwijkend})" if waarde else "gelijk"
    if veld == "gezag":
        return str(Gezag(waarde).label)
    if veld == "relatie":
        return str(Relatie(waarde).label)
    if veld == "huishouden":
        return f"huishouden {waarde}"
    return str(waarde) or "leeg"


def _contact(contact: Contact) -> str:
    deel = [_contactwaarde(v, w) for v in ("relatie", "gezag") if (w := getattr(contact, v))]
    return f"{contact.naam} ({', '.join(deel)})" if deel else contact.naam


def _groep(groep: Groep | None, schooljaar: Schooljaar) -> str:
    """Return the name, with its school year when that is another one than that of the file."""
    if groep is None:
        return ""
    return groep[0] if groep[1] == schooljaar.beginjaar else f"{groep[0]} ({Schooljaar(groep[1])})"


def _tekst(waarde: Any) -> str:
    if isinstance(waarde, date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    return str(waarde or "")
