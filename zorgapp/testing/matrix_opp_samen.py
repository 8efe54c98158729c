"""The rows of the role matrix for talks about an OPP and for who agrees: who sees the contacts reads, who writes acts."""

_REST = "403 403 403 403 404 302"
_LEEST, _DOET = f"200 200 403 403 404 {_REST}", f"{{}} 403 403 403 404 {_REST}"
_DODE_LINK = " ".join(["404"] * 11)
_OPP, _OVERLEG, _VERZOEK, _GEEN = ("opp",), ("oppoverleg",), ("oppverzoek",), ("=geen",)

SAMENRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_overleg", _LEEST, "GET", _OPP),
    ("ondersteuning:opp_overleg", _DOET.format(422), "POST", _OPP),
    ("ondersteuning:opp_overleg_verslag", _LEEST, "GET", _OVERLEG),
    ("ondersteuning:opp_overleg_verslag", _DOET.format(422), "POST", _OVERLEG),
    ("ondersteuning:opp_overleg_verzet", _DOET.format(200), "GET", _OVERLEG),
    ("ondersteuning:opp_overleg_verzet", _DOET.format(422), "POST", _OVERLEG),
    ("ondersteuning:opp_overleg_afzeggen", _DOET.format(409), "POST", _OVERLEG),
    ("ondersteuning:opp_instemming", _LEEST, "GET", _OPP),
    ("ondersteuning:opp_instemming_vraag", _DOET.format(422), "POST", _OPP),
    ("ondersteuning:opp_instemming_bijwerken", _DOET.format(302), "POST", _OPP),
    ("ondersteuning:opp_instemming_antwoord", _DOET.format(200), "GET", _VERZOEK),
    ("ondersteuning:opp_instemming_antwoord", _DOET.format(422), "POST", _VERZOEK),
    ("ondersteuning:opp_instemming_herinner", _DOET.format(422), "POST", _VERZOEK),
    ("ondersteuning:opp_instemming_opnieuw", _DOET.format(409), "POST", _VERZOEK),
    ("ondersteuning:opp_instemming_link", _DOET.format(422), "POST", _VERZOEK),
    ("ondersteuning:opp_link_lees", _DODE_LINK, "GET", _GEEN),
    ("ondersteuning:opp_link_lees", _DODE_LINK, "POST", _GEEN),
    ("ondersteuning:opp_link_reactie", _DODE_LINK, "GET", _GEEN),
    ("ondersteuning:opp_link_reactie", _DODE_LINK, "POST", _GEEN),
    ("ondersteuning:opp_link_bewijs", _DODE_LINK, "GET", _GEEN),
    ("ondersteuning:opp_link_bewijs", _DODE_LINK, "POST", _GEEN),
    ("ondersteuning:opp_link_bewijs_pdf", _DODE_LINK, "GET", _GEEN),
    ("ondersteuning:opp_link_document", _DODE_LINK, "GET", _GEEN),
    ("ondersteuning:opp_link_lees_klaar", _DODE_LINK, "GET", _GEEN),
)
