"""Pages of the protocolgids as the measurement opens them: arguments of a Pagina."""

from typing import Any

_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_MET = "SELECT v.protocol_id FROM beleid_protocolversie v WHERE v.school_id = {} AND v.status = '{}' ORDER BY v.id LIMIT 1"
_B = "beleid:"
PROTOCOLDOELEN: dict[str, str] = {
    "protocol": _MET.format(_RIETVEEN, "geldig"),
    "protocol_concept": _MET.format(_RIETVEEN, "concept"),
}
PROTOCOLPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "protocollen", "url": f"{_B}protocollen", "wie": "angelica"},
    {"naam": "protocollen docent", "url": f"{_B}protocollen", "wie": "sanne"},
    {"naam": "protocol nieuw", "url": f"{_B}protocol_nieuw", "wie": "angelica"},
    {"naam": "protocol", "url": f"{_B}protocol", "wie": "angelica", "over": "protocol"},
    {"naam": "protocol lezers", "url": f"{_B}protocol_lezers", "wie": "angelica", "over": "protocol"},
    {"naam": "protocol wijzigen", "url": f"{_B}protocol_wijzigen", "wie": "angelica", "over": "protocol"},
    {
        "naam": "protocol schrijven",
        "url": f"{_B}protocol_schrijven",
        "wie": "angelica",
        "over": "protocol_concept",
    },
)
PROTOCOLFORMULIEREN = ("gelezen", "herzien", "gelden", "weggooien", "tekst_terug", "beeindigen", "terug")
PROTOCOL_ZONDER: dict[str, str] = {
    **{
        f"{_B}protocol_{naam}": "only POST: it changes something and answers with a redirect"
        for naam in PROTOCOLFORMULIEREN
    },
}
