"""Pages of HGW forms, hand-overs and complaints as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"


def _een(tabel: str, waar: str = "true") -> str:
    return (
        f"SELECT id FROM ondersteuning_{tabel} WHERE school_id = {_RIETVEEN} AND {waar} ORDER BY id LIMIT 1"
    )


HGWDOELEN = {
    "hgw": _een("hgw", "status = 'vast'"),
    "hgwconcept": _een("hgw", "status = 'concept'"),
    "lesoverdracht": _een("lesoverdracht", "status = 'loopt'"),
    "klacht": _een("klacht"),
    "klachtafspraak": _een("klachtafspraak"),
}
_O = "ondersteuning:"
HGWPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "hgw van een leerling", "url": f"{_O}hgw_leerling", "wie": "joris", "over": "kees_jan"},
    {"naam": "hgw docent", "url": f"{_O}hgw_leerling", "wie": "sanne", "over": "kees_jan"},
    {"naam": "hgw lezen", "url": f"{_O}hgw", "wie": "angelica", "over": "hgw"},
    {"naam": "hgw invullen", "url": f"{_O}hgw_invullen", "wie": "angelica", "over": "hgwconcept"},
    {"naam": "overdrachten docent", "url": f"{_O}overdrachten", "wie": "sanne"},
    {
        "naam": "overdrachten coördinator",
        "url": f"{_O}overdrachten",
        "wie": "angelica",
        "vraag": (("van", "alle"),),
    },
    {"naam": "overdracht geven", "url": f"{_O}overdracht_geef", "wie": "angelica", "over": "kees_jan"},
    {"naam": "overdracht", "url": f"{_O}overdracht", "wie": "angelica", "over": "lesoverdracht"},
    {"naam": "overdracht docent", "url": f"{_O}overdracht", "wie": "sanne", "over": "lesoverdracht"},
    {"naam": "klachten", "url": f"{_O}klachten", "wie": "angelica"},
    {"naam": "klacht nieuw", "url": f"{_O}klacht_nieuw", "wie": "angelica", "over": "kees_jan"},
    {"naam": "klacht", "url": f"{_O}klacht", "wie": "angelica", "over": "klacht"},
    {"naam": "klacht schoolleider", "url": f"{_O}klacht", "wie": "marijke", "over": "klacht"},
    {
        "naam": "afspraak na een klacht",
        "url": f"{_O}klacht_afspraak",
        "wie": "angelica",
        "over": "klachtafspraak",
    },
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
# Addresses that only take what is sent; the browser tests leave them out as well.
FORMULIEREN = (
    "hgw_begin",
    "hgw_sluit",
    "hgw_pdf",
    "hgw_weg",
    "overdracht_stap",
    "overdracht_bericht",
    "overdracht_afronden",
    "overdracht_vervang",
    "klacht_hoor",
    "klacht_noem",
    "klacht_uitkomst",
    "klacht_afspraak_nieuw",
    "klacht_besluit",
    "klacht_sluit",
    "klacht_heropen",
    "klacht_brief",
)
HGW_ZONDER = {f"ondersteuning:{naam}": _POST for naam in FORMULIEREN}
