"""The rows of the role matrix for HGW forms, hand-overs to the lesson and complaints: name, expected, method, args.

The mentor finished a form and began the next; the docent received a hand-over of the coordinator; the schoolleider is
named in a complaint, and the mentor holds an agreement after it.
"""

_REST = "403 403 403 403 404 302"
_NIEMAND = "404 404 404 404 302"  # A E V ander, and not signed in
_HGW, _CONCEPT, _LEERLING = ("hgw",), ("hgwconcept",), ("leerling",)
_OVERDRACHT, _KLACHT = ("lesoverdracht",), ("klacht",)


def _klacht(coordinator: int, leider: int) -> str:
    """Only the coordinator and the named school leader know that a complaint exists."""
    return f"{coordinator} 404 404 404 404 {leider} {_NIEMAND}"


HGWRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:hgw_leerling", f"200 200 200 200 404 {_REST}", "GET", _LEERLING),
    ("ondersteuning:hgw_begin", f"302 302 403 403 404 {_REST}", "POST", _LEERLING),
    ("ondersteuning:hgw", f"200 200 404 200 404 {_REST}", "GET", _HGW),
    ("ondersteuning:hgw", f"200 200 404 404 404 {_REST}", "GET", _CONCEPT),
    ("ondersteuning:hgw_invullen", f"200 200 404 404 404 {_REST}", "GET", _CONCEPT),
    ("ondersteuning:hgw_invullen", f"422 422 404 404 404 {_REST}", "POST", _CONCEPT),
    ("ondersteuning:hgw_sluit", f"422 422 404 403 404 {_REST}", "POST", _HGW),
    ("ondersteuning:hgw_pdf", f"302 302 404 302 404 {_REST}", "POST", _HGW),
    ("ondersteuning:hgw_pdf", f"404 404 404 404 404 {_REST}", "POST", _CONCEPT),
    ("ondersteuning:hgw_weg", f"302 302 404 404 404 {_REST}", "POST", _CONCEPT),
    ("ondersteuning:overdrachten", "200 200 200 200 200 403 403 403 403 200 302"),
    ("ondersteuning:overdracht_geef", f"200 200 403 403 404 {_REST}", "GET", _LEERLING),
    ("ondersteuning:overdracht_geef", f"422 422 403 403 404 {_REST}", "POST", _LEERLING),
    ("ondersteuning:overdracht", f"200 404 200 404 404 {_REST}", "GET", _OVERDRACHT),
    ("ondersteuning:overdracht_stap", f"422 404 422 404 404 {_REST}", "POST", _OVERDRACHT),
    ("ondersteuning:overdracht_bericht", f"422 404 422 404 404 {_REST}", "POST", _OVERDRACHT),
    ("ondersteuning:overdracht_afronden", f"422 404 403 404 404 {_REST}", "POST", _OVERDRACHT),
    (
        "ondersteuning:overdracht_vervang",
        f"302 404 403 404 404 {_REST}",
        "POST",
        ("lesoverdracht", "lesontvanger"),
    ),
    ("ondersteuning:klachten", "200 403 403 403 403 200 403 403 403 200 302"),
    ("ondersteuning:klacht_nieuw", f"200 403 403 403 403 {_REST}", "GET", _LEERLING),
    ("ondersteuning:klacht_nieuw", f"422 403 403 403 403 {_REST}", "POST", _LEERLING),
    ("ondersteuning:klacht", _klacht(200, 200), "GET", _KLACHT),
    ("ondersteuning:klacht_hoor", _klacht(422, 403), "POST", _KLACHT),
    ("ondersteuning:klacht_noem", _klacht(422, 403), "POST", _KLACHT),
    ("ondersteuning:klacht_uitkomst", _klacht(422, 403), "POST", _KLACHT),
    ("ondersteuning:klacht_afspraak_nieuw", _klacht(422, 403), "POST", _KLACHT),
    ("ondersteuning:klacht_besluit", _klacht(403, 422), "POST", _KLACHT),
    ("ondersteuning:klacht_sluit", _klacht(422, 403), "POST", _KLACHT),
    ("ondersteuning:klacht_heropen", _klacht(422, 403), "POST", _KLACHT),
    ("ondersteuning:klacht_brief", _klacht(302, 404), "POST", ("klachtdicht",)),
    ("ondersteuning:klacht_brief", _klacht(404, 404), "POST", _KLACHT),
    ("ondersteuning:klacht_afspraak", f"200 200 404 404 404 404 {_NIEMAND}", "GET", ("klachtafspraak",)),
    ("ondersteuning:klacht_afspraak", f"422 422 404 404 404 404 {_NIEMAND}", "POST", ("klachtafspraak",)),
)
