"""Pages of HGW forms, hand-overs and complaints, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_hgw import FORMULIEREN

_KEES_JAN = "SELECT id FROM leerlingen_leerling WHERE roepnaam = 'Kees Jan' AND achternaam = 'Bakker'"
_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"


def _een(tabel: str, waar: str = "true") -> str:
    return (
        f"SELECT id FROM ondersteuning_{tabel} WHERE school_id = {_RIETVEEN} AND {waar} ORDER BY id LIMIT 1"
    )


_CONCEPT = _een("hgw", "status = 'concept'")
_OVERDRACHT = _een("lesoverdracht", "status = 'loopt'")
_KLACHT = _een("klacht", "status = 'afspraak'")
Z, MENTOR, DOCENT = "angelica", "joris", "sanne"

HGWBLADEN: tuple[tuple, ...] = (
    ("ondersteuning:hgw_leerling", Z, _KEES_JAN),
    ("ondersteuning:hgw_leerling", DOCENT, _KEES_JAN),
    ("ondersteuning:hgw", Z, _een("hgw", "status = 'vast'")),
    ("ondersteuning:hgw_invullen", Z, _CONCEPT),
    ("ondersteuning:hgw_invullen", Z, _CONCEPT, "", "stuur:Leg vast"),
    ("ondersteuning:overdrachten", DOCENT, "", "?van=les"),
    ("ondersteuning:overdrachten", Z, "", "?van=alle"),
    ("ondersteuning:overdracht_geef", Z, _KEES_JAN),
    ("ondersteuning:overdracht_geef", Z, _KEES_JAN, "", "stuur:Draag over"),
    ("ondersteuning:overdracht", Z, _OVERDRACHT),
    ("ondersteuning:overdracht", DOCENT, _OVERDRACHT),
    ("ondersteuning:klachten", Z),
    ("ondersteuning:klachten", "marijke"),
    ("ondersteuning:klacht_nieuw", Z, _KEES_JAN),
    ("ondersteuning:klacht_nieuw", Z, _KEES_JAN, "", "stuur:Leg vast"),
    ("ondersteuning:klacht", Z, _KLACHT),
    ("ondersteuning:klacht", "marijke", _KLACHT),
    ("ondersteuning:klacht_afspraak", Z, _een("klachtafspraak")),
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
HGW_VRIJGESTELD = {f"ondersteuning:{naam}": _POST for naam in FORMULIEREN}
