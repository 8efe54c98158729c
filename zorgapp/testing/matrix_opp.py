"""The rows of the role matrix for ontwikkelingsperspectieven: name, expected, method, args, data.

The coordinator began an OPP for the pupil and writes it himself; the mentor may hear the pupil; the schoolleider reads
only what is put before him.
"""

from zorgapp.testing.matrix_opp_jaar import JAARRIJEN
from zorgapp.testing.matrix_opp_samen import SAMENRIJEN

_REST = "403 403 403 403 404 302"  # S A E V, the coordinator of another school, and not signed in
_OPP = ("opp",)

# The editor: the coordinator writes; who may not write this OPP gets 403, who may not know of it 404.
_SCHRIJFT = "{} 403 403 403 404 403 403 403 403 404 302"
_BEHEERT = "{} 403 403 403 403 403 403 403 403 {} 302"
_START, _DOEL, _AFWIJKING = ("opp", "=start"), ("opp", "oppstam"), ("opp", "oppafwijking")

EDITORRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_begin", _BEHEERT.format(302, 404), "GET", ("leerling",)),
    ("ondersteuning:opp_begin", _BEHEERT.format(302, 404), "POST", ("leerling",)),
    ("ondersteuning:opp_zinnen", _BEHEERT.format(200, 200)),
    ("ondersteuning:opp_zinnen", _BEHEERT.format(422, 422), "POST"),
    ("ondersteuning:opp_zin_stop", _BEHEERT.format(302, 404), "POST", ("oppzin",)),
    ("ondersteuning:opp_vergelijk", f"200 200 404 200 404 {_REST}", "GET", _OPP),
    ("ondersteuning:opp_scherm", _SCHRIJFT.format(200), "GET", _START),
    ("ondersteuning:opp_scherm", _SCHRIJFT.format(200), "GET", ("opp", "=handelingsdeel")),
    ("ondersteuning:opp_scherm", _SCHRIJFT.format(200), "GET", ("opp", "=samen")),
    ("ondersteuning:opp_scherm", _SCHRIJFT.format(422), "POST", _START),
    ("ondersteuning:opp_nieuws", _SCHRIJFT.format(200), "GET", _START),
    ("ondersteuning:opp_neem", _SCHRIJFT.format(302), "POST", _START),
    ("ondersteuning:opp_niet_overnemen", _SCHRIJFT.format(302), "POST", _START),
    ("ondersteuning:opp_toch_tonen", _SCHRIJFT.format(302), "POST", ("opp", "=start", "=1")),
    ("ondersteuning:opp_doel_nieuw", _SCHRIJFT.format(200), "GET", _OPP),
    ("ondersteuning:opp_doel_nieuw", _SCHRIJFT.format(422), "POST", _OPP),
    ("ondersteuning:opp_doel_neem", _SCHRIJFT.format(302), "POST", _OPP),
    ("ondersteuning:opp_doel", _SCHRIJFT.format(200), "GET", _DOEL),
    ("ondersteuning:opp_doel", _SCHRIJFT.format(422), "POST", _DOEL),
    ("ondersteuning:opp_doel_weg", _SCHRIJFT.format(302), "POST", _DOEL),
    ("ondersteuning:opp_doel_omhoog", _SCHRIJFT.format(302), "POST", _DOEL),
    ("ondersteuning:opp_afwijking_nieuw", _SCHRIJFT.format(200), "GET", _OPP),
    ("ondersteuning:opp_afwijking_nieuw", _SCHRIJFT.format(422), "POST", _OPP),
    ("ondersteuning:opp_afwijking", _SCHRIJFT.format(200), "GET", _AFWIJKING),
    ("ondersteuning:opp_afwijking", _SCHRIJFT.format(422), "POST", _AFWIJKING),
    ("ondersteuning:opp_afwijking_weg", _SCHRIJFT.format(302), "POST", _AFWIJKING),
)

# On paper: who sees contacts prints; a team leader reads on the screen, a teacher has no paper.
_PAPIER = f"{{}} {{}} 404 403 404 {_REST}"
_BUNDEL = "{} 403 403 403 403 403 403 403 403 404 302"
PDFRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_papieren", _PAPIER.format(200, 200), "GET", _OPP),
    ("ondersteuning:opp_pdf", _PAPIER.format(302, 302), "POST", ("=opp", "oppversie")),
    ("ondersteuning:opp_pdf", _PAPIER.format(302, 302), "POST", ("=horen", "opp")),
    ("ondersteuning:opp_terug", _PAPIER.format(302, 302), "GET", ("=leerling", "oppversie")),
    ("ondersteuning:opp_document", _PAPIER.format(404, 404), "GET", ("oppversie",)),
    (
        "ondersteuning:opp_document_vraag",
        "404 403 403 403 404 403 403 403 403 404 302",
        "POST",
        ("oppversie",),
    ),
    ("ondersteuning:opp_bundels", "200 403 403 403 403 403 403 403 403 200 302"),
    ("ondersteuning:opp_bundels", "422 403 403 403 403 403 403 403 403 422 302", "POST"),
    ("ondersteuning:opp_bundel", _BUNDEL.format(200), "GET", ("oppbundel",)),
    ("ondersteuning:opp_bundel_stop", _BUNDEL.format(302), "POST", ("oppbundel",)),
    ("ondersteuning:opp_bundel_verder", _BUNDEL.format(302), "POST", ("oppbundel",)),
    ("ondersteuning:opp_bundel_bestand", _BUNDEL.format(404), "GET", ("oppbundel",)),
)

# Hearing the pupil: the coordinator and the mentor; what a link opens is for nobody without its cookie.
_HOORT = f"{{}} {{}} 403 403 404 {_REST}"
_TABLET = "302 302 403 403 302 403 403 403 403 302 302"
_DODE_LINK = " ".join(["404"] * 11)
HOORRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:opp_horen", _HOORT.format(200, 200), "GET", _OPP),
    *(
        (f"ondersteuning:opp_{naam}", _HOORT.format(422, 422), "POST", _OPP)
        for naam in (
            "horen_aanbieden",
            "horen_inbreng",
            "invloed_nieuw",
            "horen_toelichten",
            "horen_afzien",
            "horen_link",
        )
    ),
    ("ondersteuning:opp_horen_geef", _HOORT.format(302, 302), "POST", _OPP),
    ("ondersteuning:opp_invloed", _HOORT.format(200, 200), "GET", ("oppinvloed",)),
    ("ondersteuning:opp_invloed", _HOORT.format(422, 422), "POST", ("oppinvloed",)),
    ("ondersteuning:opp_link_intrekken", _HOORT.format(302, 302), "POST", ("opplink",)),
    # only in a session that was handed over; any other is led to the page of the staff
    ("ondersteuning:opp_tablet", _TABLET, "GET", _OPP),
    ("ondersteuning:opp_tablet_klaar", _TABLET, "GET", _OPP),
    ("ondersteuning:opp_tablet_terug", _TABLET, "GET", _OPP),
    ("ondersteuning:opp_tablet_uit", _TABLET, "POST", _OPP),
    ("ondersteuning:opp_link", _DODE_LINK, "GET", ("=geen",)),
    ("ondersteuning:opp_link", _DODE_LINK, "POST", ("=geen",)),
    ("ondersteuning:opp_link_vertel", _DODE_LINK, "GET", ("=geen",)),
    ("ondersteuning:opp_link_vertel_klaar", _DODE_LINK, "GET", ("=geen",)),
)

# The page of one OPP: a teacher reads the handelingsdeel only, who may not beheren gets 403.
_BEHEER = f"{{}} 403 403 403 403 {_REST}"
_LEIDING = "403 403 403 403 403 {} 403 403 403 403 302"
HUBRIJEN: tuple[tuple, ...] = (
    ("ondersteuning:opp", f"200 200 200 200 404 {_REST}", "GET", _OPP),
    ("ondersteuning:opp_lezen", f"200 200 404 200 404 {_REST}", "GET", _OPP),
    ("ondersteuning:opp_paneel", f"200 200 404 200 404 {_REST}", "GET", ("opp", "=horen")),
    ("ondersteuning:opp_paneel", f"404 404 404 404 404 {_REST}", "GET", ("opp", "=bestaat-niet")),
    ("ondersteuning:opp_vaststellen", _BEHEER.format(422), "POST", _OPP),
    ("ondersteuning:opp_vaststellen_herstel", _BEHEER.format(302), "POST", _OPP),
    ("ondersteuning:opp_bijstellen", f"302 403 403 403 404 {_REST}", "POST", _OPP),
    ("ondersteuning:opp_beheer", _BEHEER.format(200), "GET", _OPP),
    ("ondersteuning:opp_opsteller", _BEHEER.format(422), "POST", _OPP),
    ("ondersteuning:opp_leiding", _BEHEER.format(422), "POST", _OPP),
    ("ondersteuning:opp_afsluiten", _BEHEER.format(422), "POST", _OPP),
    ("ondersteuning:opp_orde", "200 403 403 403 403 200 403 403 403 200 302"),
    ("ondersteuning:opp_voorgelegd", _LEIDING.format(200)),
    ("ondersteuning:opp_voorgelegd_een", _LEIDING.format(200), "GET", ("oppvoorgelegd",)),
    ("ondersteuning:opp_besluit", _LEIDING.format(422), "POST", ("oppvoorgelegd",)),
)

OPPRIJEN: tuple[tuple, ...] = (
    *HUBRIJEN,
    *JAARRIJEN,
    *HOORRIJEN,
    *PDFRIJEN,
    *EDITORRIJEN,
    *SAMENRIJEN,
)
