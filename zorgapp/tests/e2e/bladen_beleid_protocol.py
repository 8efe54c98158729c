"""Pages of the protocolgids, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_protocol import PROTOCOL_ZONDER, PROTOCOLDOELEN

_PROTOCOL, _CONCEPT = PROTOCOLDOELEN["protocol"], PROTOCOLDOELEN["protocol_concept"]
PROTOCOLBLADEN: tuple[tuple, ...] = (
    ("beleid:protocollen", "angelica"),
    ("beleid:protocollen", "sanne"),
    ("beleid:protocol_nieuw", "angelica", "", "", "stuur:Begin met schrijven"),
    ("beleid:protocol", "angelica", _PROTOCOL),
    ("beleid:protocol", "sanne", _PROTOCOL),
    ("beleid:protocol_lezers", "angelica", _PROTOCOL),
    ("beleid:protocol_wijzigen", "angelica", _PROTOCOL),
    ("beleid:protocol_schrijven", "angelica", _CONCEPT),
)
PROTOCOL_VRIJGESTELD: dict[str, str] = dict(PROTOCOL_ZONDER)
