"""From the raw texts of one pupil to a Regel; shared by all formats."""

from datetime import date

from leerlingen.importeren import waarden
from leerlingen.importeren.inhoud import Contact, Inhoud, Regel, WaardeFout
from leerlingen.importeren.kolommen import CONTACTEN

MAIL_FOUT = "mail"
TELEFOON_FOUT = "telefoon"
LEERJAAR_FOUT = "leerjaar"
VELD_VAN = {"opleiding": "niveau", "voornamen": "roepnaam"}


def maak_regel(nummer: int, ruw: dict[str, str], inhoud: Inhoud, vandaag: date) -> None:
    """Add the pupil to `inhoud`, or the reason why this line is left out."""
    try:
        regel = _regel(nummer, ruw, inhoud, vandaag)
    except WaardeFout as fout:
        inhoud.weiger(nummer, str(fout), ruw.get("leerlingnummer", "").strip()[:40])
    else:
        inhoud.voeg_toe(regel)
        if regel.klas and regel.mentor:
            inhoud.mentoren[regel.klas].add(regel.mentor)
        inhoud.velden |= {VELD_VAN.get(veld, veld) for veld, waarde in ruw.items() if waarde.strip()}


def _regel(nummer: int, ruw: dict[str, str], inhoud: Inhoud, vandaag: date) -> Regel:
    sleutel = waarden.tekst(ruw.get("leerlingnummer", ""), "Het leerlingnummer", 40)
    if not sleutel:
        raise WaardeFout("Het leerlingnummer ontbreekt.")
    achternaam, tussen, roepnaam = _namen(ruw)
    leerjaar = waarden.leerjaar(ruw.get("leerjaar", ""))
    if ruw.get("leerjaar", "").strip() and leerjaar is None:
        inhoud.merk_op(LEERJAAR_FOUT, nummer)
    return Regel(
        nummer=nummer,
        leerlingnummer=sleutel,
        roepnaam=roepnaam,
        tussenvoegsel=tussen,
        achternaam=achternaam,
        geboortedatum=waarden.geboortedatum(ruw.get("geboortedatum", ""), vandaag),
        email=_email(ruw.get("email", ""), nummer, inhoud) or "",
        eckid=waarden.tekst(ruw.get("eckid", ""), "Het ECK iD", 256),
        vestiging=waarden.naam(ruw.get("vestiging", ""), "De vestiging", 120),
        ingeschreven_op=waarden.schooldatum(ruw.get("ingeschreven_op", ""), "De datum van inschrijving"),
        uitgeschreven_op=waarden.schooldatum(ruw.get("uitgeschreven_op", ""), "De datum van uitschrijving"),
        klas=waarden.naam(ruw.get("klas", ""), "De klas", 40),
        leerjaar=leerjaar,
        niveau=waarden.naam(ruw.get("opleiding", ""), "De opleiding", 40),
        lesgroepen=_lesgroepen(ruw.get("lesgroepen", "")),
        contacten=tuple(_contacten(ruw, nummer, inhoud)),
        mentor=waarden.naam(ruw.get("mentor", ""), "De mentor", 120),
    )


def _namen(ruw: dict[str, str]) -> tuple[str, str, str]:
    """Return achternaam, tussenvoegsel and roepnaam, from whatever of it the file has."""
    achternaam, tussen, roepnaam = waarden.splits_achternaam(
        waarden.naam(ruw.get("achternaam", ""), "De achternaam", 120)
    )
    tussen = waarden.tekst(ruw.get("tussenvoegsel", ""), "Het tussenvoegsel", 20) or tussen
    for veld in ("roepnaam", "voornamen", "voorletters"):
        roepnaam = waarden.naam(ruw.get(veld, ""), "De roepnaam", 80) or roepnaam
        if roepnaam:
            return achternaam, tussen, waarden.naam(roepnaam, "De roepnaam", 80)
    raise WaardeFout("De roepnaam ontbreekt.")


def _lesgroepen(ruw: str) -> tuple[str, ...]:
    namen = (waarden.naam(deel, "Een lesgroep", 80) for deel in ruw.replace("|", ",").split(","))
    return tuple(sorted({naam for naam in namen if naam}))


def _email(ruw: str, nummer: int, inhoud: Inhoud) -> str | None:
    adres = waarden.email(ruw)
    if adres is None:
        inhoud.merk_op(MAIL_FOUT, nummer)
    return adres


def _contacten(ruw: dict[str, str], nummer: int, inhoud: Inhoud) -> list[Contact]:
    """Return the contacts that have a name; one that says something else but no name is refused."""
    contacten = []
    for n in range(1, CONTACTEN + 1):
        deel = {v.split("_", 1)[1]: w for v, w in ruw.items() if v.startswith(f"contact{n}_")}
        if any(waarde.strip() for waarde in deel.values()):
            contacten.append(_contact(deel, n, nummer, inhoud))
    return contacten


def _contact(deel: dict[str, str], n: int, nummer: int, inhoud: Inhoud) -> Contact:
    los = " ".join(deel.get(veld, "") for veld in ("roepnaam", "tussenvoegsel", "achternaam"))
    naam = waarden.naam(deel.get("naam") or los, "De naam van een contactpersoon", 160)
    if not naam:
        raise WaardeFout(f"Contactpersoon {n} heeft geen naam.")
    telefoon = waarden.telefoon(deel.get("telefoon", ""))
    if telefoon is None:
        inhoud.merk_op(TELEFOON_FOUT, nummer)
    return Contact(
        naam=naam,
        relatie=waarden.relatie(deel.get("relatie", "")),
        gezag=waarden.gezag(deel.get("gezag", "")),
        huishouden=waarden.huishouden(deel.get("huishouden", "")),
        telefoon=telefoon if "telefoon" in deel else None,
        email=_email(deel["email"], nummer, inhoud) if "email" in deel else None,
    )
