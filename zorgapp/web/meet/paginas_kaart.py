"""Pages of facility cards, class cards and substitutes as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
KAARTDOELEN = {
    "faciliteit": f"SELECT id FROM leerlingen_faciliteit WHERE school_id = {_RIETVEEN} ORDER BY id LIMIT 1",
    "faciliteit_erbij": f"SELECT id FROM leerlingen_faciliteit WHERE school_id = {_RIETVEEN} "
    "AND naam = 'Rekenmachine'",
    "docentgroep": f"SELECT 'k' || id FROM leerlingen_klas WHERE school_id = {_RIETVEEN} AND naam = 'H3b' "
    "ORDER BY schooljaar DESC LIMIT 1",
    "lesgroep_sanne": "SELECT 'g' || l.lesgroep_id FROM leerlingen_lesopdracht l JOIN accounts_user u "
    f"ON u.id = l.user_id WHERE u.email = 'sanne@rietveen.example' AND l.school_id = {_RIETVEEN} "
    "AND l.lesgroep_id IS NOT NULL ORDER BY l.id LIMIT 1",
}
KAARTPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "faciliteitenkaart", "url": "leerlingen:kaart", "wie": "angelica", "over": "kees_jan"},
    {"naam": "faciliteitenkaart docent", "url": "leerlingen:kaart", "wie": "sanne", "over": "kees_jan"},
    {"naam": "kaart wijzigen", "url": "leerlingen:kaart_wijzigen", "wie": "angelica", "over": "kees_jan"},
    {
        "naam": "faciliteiten op de kaart",
        "url": "leerlingen:kaart_toevoegen",
        "wie": "angelica",
        "over": "kees_jan",
        "vraag": (("faciliteit", "@faciliteit_erbij"),),
    },
    {"naam": "onderbouwing", "url": "leerlingen:kaart_grond", "wie": "angelica", "over": "kees_jan"},
    {"naam": "advies voor in de les", "url": "leerlingen:kaart_advies", "wie": "joris", "over": "kees_jan"},
    {"naam": "kaarten die aflopen", "url": "leerlingen:kaarten", "wie": "angelica"},
    {"naam": "alle kaarten", "url": "leerlingen:kaarten", "wie": "angelica", "vraag": (("toon", "alle"),)},
    {"naam": "niet gekregen", "url": "leerlingen:niet_gekregen", "wie": "angelica"},
    {"naam": "faciliteiten", "url": "leerlingen:faciliteiten", "wie": "angelica"},
    {"naam": "faciliteit nieuw", "url": "leerlingen:faciliteit_nieuw", "wie": "angelica"},
    {"naam": "faciliteit", "url": "leerlingen:faciliteit", "wie": "angelica", "over": "faciliteit"},
    {"naam": "docentkaarten", "url": "leerlingen:docentkaarten", "wie": "sanne"},
    {"naam": "docentkaart klas", "url": "leerlingen:docentkaart", "wie": "joris", "over": "docentgroep"},
    {"naam": "docentkaart les", "url": "leerlingen:docentkaart", "wie": "sanne", "over": "lesgroep_sanne"},
    {
        "naam": "docentkaart afdruk",
        "url": "leerlingen:docentkaart_druk",
        "wie": "joris",
        "over": "docentgroep",
    },
    {"naam": "vervanger", "url": "leerlingen:vervanging", "wie": "joris", "over": "docentgroep"},
)
_POST = "a form that is sent"
# Addresses that only take what is sent; the browser tests leave them out as well.
FORMULIEREN = (
    "kaart_gezien",
    "kaart_herinner",
    "kaart_melden",
    "kaart_melding_herstel",
    "kaart_pas",
    "kaart_periode",
    "kaart_toekenning_stop",
    "kaart_toekenning_terug",
    "kaart_advies_stop",
    "kaart_advies_vooraan",
    "faciliteiten_start",
    "faciliteit_stop",
    "faciliteit_terug",
    "vervanging_stop",
)
KAART_ZONDER = {
    "leerlingen:kaart_toekenning": "two numbers in its address; its own test holds its statements",
    **{f"leerlingen:{naam}": _POST for naam in FORMULIEREN},
}
