"""Pages of observation lists and proposals, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_lijsten import FORMULIEREN

_KEES_JAN = "SELECT id FROM leerlingen_leerling WHERE roepnaam = 'Kees Jan' AND achternaam = 'Bakker'"
_LIJST = "SELECT id FROM ondersteuning_signaleringslijst WHERE startlijst = '{}'"
_CAMPAGNE = "SELECT id FROM ondersteuning_lijstcampagne WHERE gesloten_op IS {} ORDER BY id LIMIT 1"
_VOORSTEL = "SELECT id FROM ondersteuning_signaalvoorstel WHERE status = 'open' ORDER BY id LIMIT 1"
_INVULLING = (
    "SELECT i.id{} FROM ondersteuning_lijstinvulling i JOIN ondersteuning_lijstcampagne c ON c.id = i.campagne_id "
    "JOIN accounts_user u ON u.id = i.user_id WHERE u.email = '{}@rietveen.example' AND c.gesloten_op IS NULL"
)
Z, MENTOR, DOCENT = "angelica", "joris", "sanne"

LIJSTBLADEN: tuple[tuple, ...] = (
    ("ondersteuning:lijsten", Z),
    ("ondersteuning:lijst_nieuw", Z),
    ("ondersteuning:lijst_nieuw", Z, "", "", "stuur:Bewaar de lijst"),
    ("ondersteuning:lijst", Z, _LIJST.format("thuis")),
    ("ondersteuning:lijst_wijzig", Z, _LIJST.format("leren")),
    ("ondersteuning:lijst_voorbeeld", Z, _LIJST.format("thuis")),
    ("ondersteuning:campagne_nieuw", Z, _LIJST.format("leren")),
    ("ondersteuning:campagne_nieuw", Z, _LIJST.format("leren"), "", "stuur:Zet uit"),
    ("ondersteuning:campagne", Z, _CAMPAGNE.format("NULL")),
    ("ondersteuning:campagne", Z, _CAMPAGNE.format("NOT NULL")),
    ("ondersteuning:lijst_deelname", "marijke"),
    ("ondersteuning:mijn_lijsten", MENTOR),
    ("ondersteuning:invullen", MENTOR, _INVULLING.format("", MENTOR)),
    ("ondersteuning:invullen", DOCENT, _INVULLING.format("", DOCENT)),
    ("ondersteuning:invullen_leerling", DOCENT, _INVULLING.format(f", ({_KEES_JAN})", DOCENT)),
    ("ondersteuning:leerling_lijsten", Z, _KEES_JAN),
    ("ondersteuning:leerling_lijsten", DOCENT, _KEES_JAN),
    ("ondersteuning:voorstellen", Z),
    ("ondersteuning:voorstel", MENTOR, _VOORSTEL),
    ("ondersteuning:voorstel", Z, _VOORSTEL, "", "stuur:Niet nodig"),
    ("ondersteuning:voorstel_signaal", MENTOR, _VOORSTEL),
)
_POST = "only POST: it changes something and answers with a redirect or the page it was sent from"
LIJST_VRIJGESTELD = {f"ondersteuning:{naam}": _POST for naam in FORMULIEREN}
