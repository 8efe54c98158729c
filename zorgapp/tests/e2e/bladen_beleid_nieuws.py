"""Pages of news, as the arguments of a Blad: name, who, sql, query, state, status."""

from zorgapp.web.meet.paginas_beleid_nieuws import NIEUWS_ZONDER, NIEUWSDOELEN

_BRIEF, _MAAK, _ITEM = (NIEUWSDOELEN[naam] for naam in ("nieuwsbrief", "nieuwsconcept", "nieuwsbericht"))
_ITEM = _ITEM.replace("SELECT i.id", "SELECT b.id, i.id")  # its address names the letter too
_WET = NIEUWSDOELEN["wet"]
NIEUWSBLADEN: tuple[tuple, ...] = (
    ("beleid:nieuws", "angelica"),
    ("beleid:nieuws", "sanne"),
    ("beleid:nieuws_te_lezen", "sanne"),
    ("beleid:nieuws_nieuw", "angelica"),
    ("beleid:nieuws_brief", "sanne", _BRIEF),
    ("beleid:nieuws_brief", "angelica", _MAAK),
    ("beleid:nieuws_titel", "angelica", _MAAK),
    ("beleid:nieuws_bericht_nieuw", "angelica", _MAAK, "", "stuur:Bewaar in de nieuwsbrief"),
    ("beleid:nieuws_bericht", "angelica", _ITEM),
    ("beleid:nieuws_goed", "angelica", "", "", "stuur:Schrijf op"),
    ("beleid:nieuws_goed", "joris"),
    ("beleid:wetten", "angelica"),
    ("beleid:wet", "marijke", _WET),
    ("beleid:wet_nakijken", "angelica", _WET, "", "stuur:Leg vast"),
    ("beleid:dag_rond", "angelica"),
)
NIEUWS_VRIJGESTELD: dict[str, str] = dict(NIEUWS_ZONDER)
