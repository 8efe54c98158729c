"""System checks: a view without a declared right does not start."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

# allauth's views declare nothing themselves; these are the ones we include, each with its reason.
ALLAUTH = {
    "account_login": "signing in",
    "account_logout": "signing out",
    "account_reset_password": "forgotten password",
    "account_reset_password_done": "forgotten password",
    "account_reset_password_from_key": "forgotten password, invitation",
    "account_reset_password_from_key_done": "forgotten password",
    "account_change_password": "own password",
    "account_reauthenticate": "confirm it is you",
    "mfa_authenticate": "second step of signing in",
    "mfa_reauthenticate": "confirm it is you",
    "mfa_index": "own second step",
    "mfa_activate_totp": "own second step",
    "mfa_deactivate_totp": "own second step",
    "mfa_view_recovery_codes": "own recovery codes",
    "mfa_generate_recovery_codes": "own recovery codes",
    "mfa_download_recovery_codes": "own recovery codes",
}


def alle_patronen(patronen: list[Any] | None = None, ruimte: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Yield (full name, pattern) of every URL of the project; an unnamed one has an empty name."""
    for patroon in get_resolver().url_patterns if patronen is None else patronen:
        if isinstance(patroon, URLResolver):
            eigen = f"{ruimte}{patroon.namespace}:" if patroon.namespace else ruimte
            yield from alle_patronen(patroon.url_patterns, eigen)
        else:
            yield (f"{ruimte}{patroon.name}" if patroon.name else ""), patroon


@register()
def elke_view_vraagt_een_recht(**kwargs: Any) -> list[CheckMessage]:
    """E001: a URL whose view has no @vereist, @openbaar or @ingelogd; E002: a URL without a name."""
    fouten: list[CheckMessage] = []
    for naam, patroon in alle_patronen():
        if not naam:
            fouten.append(Error(f"URL {patroon.pattern} heeft geen naam", id="zorgapp.E002"))
        elif naam not in ALLAUTH and not any(
            hasattr(patroon.callback, m) for m in ("recht", "openbaar", "ingelogd")
        ):
            fouten.append(Error(f"view {naam} vraagt geen recht", id="zorgapp.E001"))
    return fouten
