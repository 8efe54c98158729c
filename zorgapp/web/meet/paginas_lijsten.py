"""Pages of observation lists and proposals as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"


def _een(tabel: str, waar: str = "true") -> str:
    return (
        f"SELECT id FROM ondersteuning_{tabel} WHERE school_id = {_RIETVEEN} AND {waar} ORDER BY id LIMIT 1"
    )


def _invulling(login: str) -> str:
    wie = f"user_id = (SELECT id FROM accounts_user WHERE email = '{login}@rietveen.example')"
    open_ = "campagne_id IN (SELECT id FROM ondersteuning_lijstcampagne WHERE gesloten_op IS NULL)"
    return _een("lijstinvulling", f"{wie} AND {open_}")


LIJSTDOELEN = {
    "lijst": _een("signaleringslijst", "startlijst = 'leren'"),
    "campagne": _een("lijstcampagne", "gesloten_op IS NULL"),
    "invulling_joris": _invulling("joris"),
    "invulling_sanne": _invulling("sanne"),
    "voorstel": _een("signaalvoorstel", "status = 'open'"),
}
_O = "ondersteuning:"
LIJSTPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "lijsten", "url": f"{_O}lijsten", "wie": "angelica"},
    {"naam": "lijst nieuw", "url": f"{_O}lijst_nieuw", "wie": "angelica"},
    {"naam": "lijst", "url": f"{_O}lijst", "wie": "angelica", "over": "lijst"},
    {"naam": "lijst wijzigen", "url": f"{_O}lijst_wijzig", "wie": "angelica", "over": "lijst"},
    {"naam": "lijst voorbeeld", "url": f"{_O}lijst_voorbeeld", "wie": "angelica", "over": "lijst"},
    {"naam": "lijst uitzetten", "url": f"{_O}campagne_nieuw", "wie": "angelica", "over": "lijst"},
    {"naam": "campagne", "url": f"{_O}campagne", "wie": "angelica", "over": "campagne"},
    {"naam": "deelname aan lijsten", "url": f"{_O}lijst_deelname", "wie": "marijke"},
    {"naam": "mijn lijsten", "url": f"{_O}mijn_lijsten", "wie": "joris"},
    {"naam": "lijst invullen klas", "url": f"{_O}invullen", "wie": "joris", "over": "invulling_joris"},
    {"naam": "lijst invullen lesgroep", "url": f"{_O}invullen", "wie": "sanne", "over": "invulling_sanne"},
    {"naam": "lijsten over een leerling", "url": f"{_O}leerling_lijsten", "wie": "joris", "over": "kees_jan"},
    {"naam": "voorstellen", "url": f"{_O}voorstellen", "wie": "angelica"},
    {"naam": "voorstel", "url": f"{_O}voorstel", "wie": "angelica", "over": "voorstel"},
    {"naam": "voorstel signaal", "url": f"{_O}voorstel_signaal", "wie": "angelica", "over": "voorstel"},
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
# Addresses that only take what is sent; the browser tests leave them out as well.
FORMULIEREN = (
    "lijsten_start",
    "lijst_kopie",
    "lijst_stop",
    "campagne_herinner",
    "campagne_sluit",
    "invullen_rest",
    "invullen_niets",
    "voorstel_afwijzen",
)
LIJST_ZONDER = {f"ondersteuning:{naam}": _POST for naam in FORMULIEREN} | {
    "ondersteuning:invullen_leerling": "asks for two numbers; counted in test_lijst_toegang.py"
}
