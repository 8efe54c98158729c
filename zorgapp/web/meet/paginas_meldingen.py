"""Pages of the outbox and the inbox as the measurement opens them: arguments of a Pagina."""

from typing import Any

_N = "notifications:"
MELDINGPAGINAS: tuple[dict[str, Any], ...] = (
    {"naam": "wachtrij", "url": f"{_N}wachtrij", "wie": "bas"},
    {"naam": "meldingen", "url": f"{_N}meldingen", "wie": "angelica"},
    {"naam": "mailmoment", "url": f"{_N}mailmoment", "wie": "joris"},
)
_POST = "only POST: it changes something and answers with a redirect"
MELDING_ZONDER: dict[str, str] = {
    f"{_N}{naam}": _POST for naam in ("opnieuw", "vervalt", "gezien", "eigen_opnieuw", "eigen_vervalt")
}
