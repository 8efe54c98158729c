"""Which column of whose export is what: one map from column names to ours (docs/import.md lists them)."""

import re
import unicodedata

# Our field -> names seen in exports of Magister and Somtoday, and what people type themselves.
_NAMEN: dict[str, tuple[str, ...]] = {
    "leerlingnummer": (
        "leerlingnummer",
        "stamnr_str",
        "stamnummer",
        "stamnr",
        "leerlingnr",
        "nummer",
        "llnr",
    ),
    "roepnaam": ("roepnaam",),
    "voornamen": ("voornamen", "voornaam"),
    "tussenvoegsel": ("tussenvoegsel", "voorvoegsel", "tussenv", "tussenvoegsels", "voorvoegsels"),
    "achternaam": ("achternaam", "familienaam"),
    "geboortedatum": ("geboortedatum", "geb_datum_str", "geb_datum", "geboren"),
    "klas": ("klas", "stamgroep", "stamklas", "basisgroep", "groep"),
    "leerjaar": ("leerjaar", "leerfase_leerjaar", "jaargroep"),
    "opleiding": ("opleiding", "studie", "niveau", "leerweg"),
    "vestiging": ("vestiging", "locatie", "administratieve_eenheid_omschrijving", "vestigingsplaats"),
    "mentor": ("mentor", "mentoren", "mentor_code", "personeelslid_volledige_naam"),
    "email": ("email", "e_mail", "emailadres", "e_mailadres", "mail"),
    "eckid": ("eckid", "eck_id"),
    "ingeschreven_op": ("ingeschreven_op", "instroomdatum", "datum_in", "datum_in_str", "startdatum"),
    "uitgeschreven_op": ("uitgeschreven_op", "uitstroomdatum", "datum_uit", "dvertrek_str"),
    "lesgroepen": ("lesgroepen", "lesgroep", "clusters", "clustergroepen"),
}
KOLOM = {naam: veld for veld, namen in _NAMEN.items() for naam in namen}

CONTACTEN = 4
_CONTACT = re.compile(
    r"(?:contact|contactpersoon|verzorger|verzorgers|ouder|ouder_verzorger)_?([1-4])?_(\w+)"
)
_CONTACTVELD = {
    "naam": ("naam", "volledige_naam", "weergavenaam"),
    "roepnaam": ("roepnaam", "voornaam", "voorletters"),
    "tussenvoegsel": ("tussenvoegsel", "voorvoegsel"),
    "achternaam": ("achternaam",),
    "relatie": ("relatie", "relatiesoort", "soort"),
    "gezag": ("gezag", "ouderlijk_gezag"),
    "telefoon": ("telefoon", "telefoonnummer", "mobielnummer", "mobiel"),
    "email": ("email", "e_mail", "emailadres", "e_mailadres"),
    "huishouden": ("huishouden",),
}
_CONTACTVELD_VAN = {naam: veld for veld, namen in _CONTACTVELD.items() for naam in namen}
# Somtoday's own names for a pupil's parent, without a prefix.
_LOS = {
    "ouderlijk_gezag": "contact1_gezag",
    "relatiesoort": "contact1_relatie",
    "verzorger": "contact1_naam",
    "verzorgers": "contact1_naam",
}
CANONIEK = (
    "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas;leerjaar;opleiding;vestiging;"
    "mentor_code;email;eckid"
)


def kolomsleutel(kop: str) -> str:
    """Return a heading in lower case with everything but letters and digits as one underscore."""
    ontleed = unicodedata.normalize("NFKD", kop.replace("\ufeff", ""))
    letters = "".join(t for t in ontleed if not unicodedata.combining(t)).casefold()
    return re.sub(r"[^a-z0-9]+", "_", letters).strip("_")


def veld_van(kop: str) -> str | None:
    """Return our name of a column (contacts: contact2_gezag), or None for a column that is not read."""
    sleutel = kolomsleutel(kop)
    if sleutel in KOLOM:
        return KOLOM[sleutel]
    if sleutel in _LOS:
        return _LOS[sleutel]
    treffer = _CONTACT.fullmatch(sleutel)
    if treffer and treffer[2] in _CONTACTVELD_VAN:
        return f"contact{treffer[1] or 1}_{_CONTACTVELD_VAN[treffer[2]]}"
    return None


def velden_van(koppen: list[str]) -> dict[int, str]:
    """Return position -> our field; the first column that means the same wins."""
    gevonden: dict[int, str] = {}
    for plek, kop in enumerate(koppen):
        veld = veld_van(kop)
        if veld and veld not in gevonden.values():
            gevonden[plek] = veld
    return gevonden


def ontbrekend(velden: set[str]) -> list[str]:
    """Return which required columns are missing."""
    mist = [veld for veld in ("leerlingnummer", "achternaam") if veld not in velden]
    if not velden & {"roepnaam", "voornamen"}:
        mist.insert(min(1, len(mist)), "roepnaam")
    return mist
