"""Pages of facility cards, class cards and substitutes, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_kaart import FORMULIEREN

_KEES_JAN = "SELECT id FROM leerlingen_leerling WHERE roepnaam = 'Kees Jan' AND achternaam = 'Bakker'"
_TOEKENNING = (
    "SELECT k.leerling_id, t.id FROM leerlingen_faciliteittoekenning t JOIN leerlingen_faciliteitenkaart k "
    f"ON k.id = t.kaart_id WHERE k.leerling_id = ({_KEES_JAN}) ORDER BY t.id LIMIT 1"
)
_H3B = (
    "SELECT 'k' || k.id FROM leerlingen_klas k JOIN accounts_school s ON s.id = k.school_id "
    "WHERE s.naam = 'Rietveen College' AND k.naam = 'H3b' ORDER BY k.schooljaar DESC LIMIT 1"
)
_DUITS = (
    "SELECT 'g' || l.lesgroep_id FROM leerlingen_lesopdracht l JOIN accounts_user u ON u.id = l.user_id "
    "WHERE u.email = 'sanne@rietveen.example' AND l.lesgroep_id IS NOT NULL ORDER BY l.id LIMIT 1"
)
_FACILITEIT = (
    "SELECT f.id FROM leerlingen_faciliteit f JOIN accounts_school s ON s.id = f.school_id "
    "WHERE s.naam = 'Rietveen College' ORDER BY f.id LIMIT 1"
)
Z, MENTOR, DOCENT = "angelica", "joris", "sanne"

KAARTBLADEN: tuple[tuple, ...] = (
    ("leerlingen:kaart", Z, _KEES_JAN),
    ("leerlingen:kaart", MENTOR, _KEES_JAN),
    ("leerlingen:kaart", DOCENT, _KEES_JAN),
    ("leerlingen:kaart_wijzigen", Z, _KEES_JAN),
    ("leerlingen:kaart_toevoegen", Z, _KEES_JAN, "?faciliteit=2&faciliteit=12"),
    ("leerlingen:kaart_toekenning", Z, _TOEKENNING),
    ("leerlingen:kaart_grond", Z, _KEES_JAN),
    ("leerlingen:kaart_advies", MENTOR, _KEES_JAN),
    ("leerlingen:kaart_advies", MENTOR, _KEES_JAN, "", "stuur:Geef dit advies"),
    ("leerlingen:kaarten", Z),
    ("leerlingen:kaarten", Z, "", "?toon=alle"),
    ("leerlingen:niet_gekregen", Z),
    ("leerlingen:faciliteiten", Z),
    ("leerlingen:faciliteit_nieuw", Z),
    ("leerlingen:faciliteit_nieuw", Z, "", "", "stuur:Bewaar"),
    ("leerlingen:faciliteit", Z, _FACILITEIT),
    ("leerlingen:docentkaarten", DOCENT),
    ("leerlingen:docentkaarten", Z),
    ("leerlingen:docentkaart", MENTOR, _H3B),
    ("leerlingen:docentkaart", DOCENT, _DUITS),
    ("leerlingen:docentkaart_druk", MENTOR, _H3B),
    ("leerlingen:vervanging", MENTOR, _H3B),
    ("leerlingen:vervanging", MENTOR, _H3B, "", "stuur:Geef toegang"),
)
_POST = "answers a form; what it shows is a page above"
KAART_VRIJGESTELD = {f"leerlingen:{naam}": _POST for naam in FORMULIEREN}
