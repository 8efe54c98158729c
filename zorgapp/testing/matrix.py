"""The table of all URL names × all roles. A URL that is missing here fails the suite.

Columns, in this order: zorgcoördinator, mentor, docent, teamleider, begeleider, schoolleiding, beheerder, externe,
vertrouwenspersoon, the coordinator of another school, nobody (not signed in). The mentor, docent and team leader have
the pupil; the begeleider has not. The mentor sent the signal, the coordinator owns its follow-up.
"""

from dataclasses import dataclass

from zorgapp.testing.matrix_aanbod import AANBODRIJEN
from zorgapp.testing.matrix_beleid import BELEIDRIJEN
from zorgapp.testing.matrix_hgw import HGWRIJEN
from zorgapp.testing.matrix_kaart import KAARTRIJEN
from zorgapp.testing.matrix_lijsten import LIJSTRIJEN
from zorgapp.testing.matrix_opp import OPPRIJEN
from zorgapp.testing.matrix_overleg import OVERLEGRIJEN

KOLOMMEN = ("Z", "M", "D", "T", "B", "S", "A", "E", "V", "ander", "niemand")

IN = 302  # nobody signed in: to the login page
ALLEEN_Z = "200 403 403 403 403 403 403 403 403 {ander} 302"
MET_LEERLINGEN = "200 200 200 200 200 403 403 403 403 200 302"
BEHEER_EN_Z = "200 403 403 403 403 403 200 403 403 {ander} 302"
ALLEEN_A = "403 403 403 403 403 403 200 403 403 403 302"
ALLEEN_V = "403 403 403 403 403 403 403 403 200 403 302"
DOSSIER = "200 200 200 200 404 403 403 403 403 404 302"  # who may open the file of the pupil
NOTITIE = "200 200 404 404 404 403 403 403 403 404 302"  # a note for mentor and zorgteam
CONTACTEN = "200 200 403 403 404 403 403 403 403 404 302"  # contacts, gezag and consent
IEDEREEN = "200 200 200 200 200 200 200 200 200 200 302"
ZONDER_EXTERNE = "200 200 200 200 200 200 200 403 200 200 302"
_ZENDING = "=8a6e0804-2bd0-4672-b79d-d97027f9071a"

# A trajectory of the pupil and a group that the coordinator steers.
STUURT = "{} 403 403 403 404 403 403 403 403 404 302"
LEIDT = "{} 404 404 404 404 403 403 403 403 404 302"


@dataclass(frozen=True)
class Rij:
    """One URL: method, arguments by the name of a stage object, expected status per column (`data` is posted)."""

    naam: str
    verwacht: str
    methode: str = "GET"
    args: tuple[str, ...] = ()
    data: tuple[tuple[str, str], ...] = ()

    def statussen(self) -> dict[str, int]:
        return dict(zip(KOLOMMEN, map(int, self.verwacht.split()), strict=True))


def _z(ander: str = "200") -> str:
    return ALLEEN_Z.format(ander=ander)


def _bz(ander: str = "200") -> str:
    return BEHEER_EN_Z.format(ander=ander)


RIJEN: tuple[Rij, ...] = (
    Rij("web:vandaag", IEDEREEN),
    Rij("web:verder", IEDEREEN),
    Rij("web:healthz", "503 503 503 503 503 503 503 503 503 503 503"),
    Rij("web:geen_aanstelling", "403 403 403 403 403 403 403 403 403 403 302"),
    Rij("web:wissel_school", "302 302 302 302 302 302 302 302 302 404 302", "POST", ("school",)),
    Rij("web:zoek", MET_LEERLINGEN),
    Rij("web:leerlingen", MET_LEERLINGEN),
    Rij("web:leerling", "200 200 200 200 404 403 403 403 403 404 302", args=("leerling",)),
    Rij("web:leerling_naast", "200 200 200 200 404 403 403 403 403 404 302", args=("leerling",)),
    Rij("web:inzage", _z("404"), args=("leerling",)),
    Rij("web:eigen_klas", "403 200 200 200 403 403 403 403 403 403 302"),
    Rij("ondersteuning:signaal_nieuw", MET_LEERLINGEN),
    Rij("ondersteuning:signaal_nieuw", "422 422 422 422 422 403 403 403 403 422 302", "POST"),
    Rij("ondersteuning:signaal_leerling", MET_LEERLINGEN),
    Rij("ondersteuning:signaal_verstuurd", "404 302 404 404 404 403 403 403 403 404 302", args=("signaal",)),
    Rij("ondersteuning:mijn_signalen", MET_LEERLINGEN),
    Rij("ondersteuning:mijn_signaal", "404 200 404 404 404 403 403 403 403 404 302", args=("signaal",)),
    Rij("ondersteuning:triage", _z()),
    Rij("ondersteuning:besluit", "422 403 403 403 403 403 403 403 403 404 302", "POST", ("signaal",)),
    Rij(
        "ondersteuning:herstel", "302 403 403 403 403 403 403 403 403 404 302", "POST", ("signaal", "besluit")
    ),
    Rij(
        "ondersteuning:koppel",
        "302 403 403 403 403 403 403 403 403 404 302",
        "POST",
        ("signaal",),
        (("leerling", "leerling"),),
    ),
    Rij(
        "ondersteuning:verbind",
        "302 403 403 403 403 403 403 403 403 404 302",
        "POST",
        ("signaal", "signaal2"),
    ),
    Rij("ondersteuning:vervolg_lijst", MET_LEERLINGEN),
    Rij("ondersteuning:vervolg", "200 404 404 404 404 403 403 403 403 404 302", args=("vervolg",)),
    Rij("ondersteuning:vervolg_plan", "422 404 404 404 404 403 403 403 403 404 302", "POST", ("vervolg",)),
    Rij("ondersteuning:vervolg_sluit", "422 404 404 404 404 403 403 403 403 404 302", "POST", ("vervolg",)),
    Rij("ondersteuning:caseload", MET_LEERLINGEN),
    Rij("ondersteuning:traject_nieuw", "200 200 403 403 200 403 403 403 403 200 302"),
    Rij("ondersteuning:traject_nieuw", "422 422 403 403 422 403 403 403 403 422 302", "POST"),
    Rij("ondersteuning:traject_leerling", "200 200 403 403 200 403 403 403 403 200 302"),
    Rij("ondersteuning:traject", "200 200 200 200 404 403 403 403 403 404 302", args=("traject",)),
    *(
        Rij(f"ondersteuning:{naam}", STUURT.format(200), args=(over,))
        for naam, over in (
            ("traject_wijzig", "traject"),
            ("traject_afsluiten", "traject"),
            ("doel_nieuw", "traject"),
            ("evaluatie_nieuw", "traject"),
            ("traject_sessie", "traject"),
            ("doel", "doel"),
            ("evaluatie_corrigeer", "evaluatie"),
        )
    ),
    *(
        Rij(f"ondersteuning:{naam}", STUURT.format(status), "POST", (over,))
        for naam, over, status in (
            ("traject_overdragen", "traject", 422),
            ("traject_heropenen", "traject", 302),
            ("doel_vervallen", "doel", 422),
            ("doel_stand", "doel", 302),
        )
    ),
    Rij(
        "ondersteuning:regie_antwoord",
        "302 302 404 404 404 403 403 403 403 404 302",
        "POST",
        ("regieoverdracht",),
    ),
    Rij("ondersteuning:evaluatie", "200 200 404 404 404 403 403 403 403 404 302", args=("evaluatie",)),
    Rij("ondersteuning:sessie", LEIDT.format(200), args=("sessie",)),
    Rij("ondersteuning:groep_nieuw", "200 200 403 403 200 403 403 403 403 200 302"),
    *(
        Rij(f"ondersteuning:{naam}", LEIDT.format(200), args=("groep",))
        for naam in ("groep", "groep_wijzig", "groep_sessie", "groep_meting", "groep_afsluiten")
    ),
    Rij("ondersteuning:groep_heropenen", LEIDT.format(302), "POST", ("groep",)),
    Rij("werk:concept", "400 400 400 400 400 400 400 400 400 400 401", "POST", ("=signaal:nieuw",)),
    Rij("werk:taak", "404 404 404 404 404 404 404 404 404 404 302", args=("=1",)),
    Rij("werk:document", "404 404 404 404 404 404 404 404 404 404 302", args=("=1",)),
    Rij("leerlingen:toestemming_lijst", _z()),
    Rij("leerlingen:toestemmingen", CONTACTEN, args=("leerling",)),
    Rij("leerlingen:toestemming_vragen", _z("404"), args=("leerling",)),
    Rij(
        "leerlingen:toestemming_vragen",
        "422 403 403 403 403 403 403 403 403 404 302",
        "POST",
        ("leerling",),
    ),
    Rij("leerlingen:toestemming", CONTACTEN, args=("toestemming",)),
    Rij(
        "leerlingen:toestemming_antwoord",
        "422 403 403 403 403 403 403 403 403 404 302",
        "POST",
        ("toestemming",),
    ),
    Rij(
        "leerlingen:toestemming_formulier",
        "302 403 403 403 403 403 403 403 403 404 302",
        "POST",
        ("antwoord",),
    ),
    Rij(
        "leerlingen:toestemming_van_antwoord",
        "302 403 403 403 403 403 403 403 403 404 302",
        args=("antwoord",),
    ),
    Rij("leerlingen:contacten", CONTACTEN, args=("leerling",)),
    Rij("leerlingen:contact_nieuw", _z("404"), args=("leerling",)),
    Rij("leerlingen:contact", _z("404"), args=("contact",)),
    Rij("leerlingen:contact_overnemen", "302 403 403 403 403 403 403 403 403 404 302", "POST", ("contact",)),
    Rij("leerlingen:contact_beeindigen", "302 403 403 403 403 403 403 403 403 404 302", "POST", ("contact",)),
    Rij(
        "leerlingen:contact_terugzetten", "302 403 403 403 403 403 403 403 403 404 302", "POST", ("contact",)
    ),
    Rij("notifications:wachtrij", ALLEEN_A),
    Rij("notifications:opnieuw", ALLEEN_A.replace("200", "302"), "POST", (_ZENDING,)),
    Rij("notifications:vervalt", ALLEEN_A.replace("200", "302"), "POST", (_ZENDING,)),
    Rij("notifications:meldingen", ZONDER_EXTERNE),
    Rij("notifications:mailmoment", ZONDER_EXTERNE),
    Rij("notifications:mailmoment", ZONDER_EXTERNE.replace("200", "422"), "POST"),
    Rij("notifications:gezien", ZONDER_EXTERNE.replace("200", "302"), "POST"),
    Rij("notifications:eigen_opnieuw", ZONDER_EXTERNE.replace("200", "302"), "POST", (_ZENDING,)),
    Rij("notifications:eigen_vervalt", ZONDER_EXTERNE.replace("200", "302"), "POST", (_ZENDING,)),
    Rij("accounts:mensen", ALLEEN_A),
    Rij("accounts:mens_nieuw", ALLEEN_A),
    Rij("accounts:mens", ALLEEN_A, args=("mentor",)),
    Rij("accounts:mens_uitnodigen", "403 403 403 403 403 403 302 403 403 403 302", "POST", ("mentor",)),
    Rij("accounts:tweede_stap_opnieuw", ALLEEN_A, args=("mentor",)),
    Rij("accounts:tweede_stap_opnieuw", "403 403 403 403 403 403 302 403 403 403 302", "POST", ("mentor",)),
    Rij("accounts:aanstelling_nieuw", ALLEEN_A, args=("mentor",)),
    Rij("accounts:aanstelling_beeindigen", ALLEEN_A, args=("aanstelling",)),
    Rij("accounts:instellingen", _bz()),
    Rij("accounts:instellingen_bevestigen", "302 403 403 403 403 403 302 403 403 302 302", "POST"),
    Rij("accounts:eerste_stappen", _bz()),
    Rij("accounts:instelling", _bz(), args=("=antwoordtermijn",)),
    Rij("accounts:vrije_dagen", _bz()),
    Rij("accounts:vrije_dag_nieuw", _bz()),
    Rij("accounts:vrije_dagen_voorstel", _bz()),
    Rij("accounts:vrije_dag", _bz("404"), args=("vrijedag",)),
    Rij("accounts:vrije_dag_weg", "302 403 403 403 403 403 302 403 403 404 302", "POST", ("vrijedag",)),
    Rij("accounts:school", _bz()),
    Rij("accounts:vestiging_nieuw", _bz()),
    Rij("accounts:vestiging", _bz("404"), args=("vestiging",)),
    Rij("accounts:vestiging_weg", "302 403 403 403 403 403 302 403 403 404 302", "POST", ("vestiging",)),
    Rij("accounts:afdeling_nieuw", _bz()),
    Rij("accounts:afdeling", _bz("404"), args=("afdeling",)),
    Rij("accounts:afdeling_weg", "302 403 403 403 403 403 302 403 403 404 302", "POST", ("afdeling2",)),
    Rij("accounts:profiel", IEDEREEN),
    Rij("accounts:waarneming", ZONDER_EXTERNE),
    Rij("accounts:collega", "200 200 200 200 200 200 200 403 403 200 302"),
    Rij(
        "accounts:waarneming_stoppen", "302 404 404 404 404 404 302 403 404 404 302", "POST", ("waarneming",)
    ),
    Rij("accounts:uitnodiging", "404 404 404 404 404 404 404 404 404 404 404", args=("=bestaat-niet",)),
    Rij("leerlingen:notitie_nieuw", DOSSIER, args=("leerling",)),
    Rij("leerlingen:notitie_nieuw", "422 422 422 422 404 403 403 403 403 404 302", "POST", ("leerling",)),
    Rij("leerlingen:notitie", NOTITIE, args=("notitie",)),
    Rij("leerlingen:notitie_wijzigen", NOTITIE, args=("notitie",)),
    Rij("leerlingen:notitie_wijzigen", "422 422 404 404 404 403 403 403 403 404 302", "POST", ("notitie",)),
    Rij("leerlingen:notitie_intrekken", "422 422 404 404 404 403 403 403 403 404 302", "POST", ("notitie",)),
    Rij(
        "leerlingen:notitie_terugzetten", "302 302 404 404 404 403 403 403 403 404 302", "POST", ("notitie",)
    ),
    Rij("leerlingen:notitie_afdrukken", NOTITIE, args=("notitie",)),
    Rij("leerlingen:zienswijze_nieuw", NOTITIE, args=("notitiebron",)),
    Rij(
        "leerlingen:zienswijze_nieuw", "422 422 404 404 404 403 403 403 403 404 302", "POST", ("notitiebron",)
    ),
    Rij("leerlingen:stukken", DOSSIER, args=("leerling",)),
    Rij("leerlingen:stuk_nieuw", DOSSIER, args=("leerling",)),
    Rij("leerlingen:stuk_nieuw", "422 422 422 422 404 403 403 403 403 404 302", "POST", ("leerling",)),
    Rij("leerlingen:stukken_voorgelegd", "200 200 200 200 200 200 403 403 403 200 302"),
    # the document is a restricted kind (DOMAIN 42); its file is not on this stage, so a download leads back to its page
    Rij("leerlingen:stuk", "200 404 404 404 404 404 403 403 403 404 302", args=("stuk",)),
    Rij("leerlingen:stuk_bestand", "302 404 404 404 404 404 403 403 403 404 302", args=("stuk",)),
    Rij("leerlingen:stuk_intrekken", "422 404 404 404 404 403 403 403 403 404 302", "POST", ("stuk",)),
    Rij("leerlingen:stuk_terugzetten", "302 404 404 404 404 403 403 403 403 404 302", "POST", ("stuk",)),
    Rij("leerlingen:stuk_voorleggen", "422 404 404 404 404 403 403 403 403 404 302", "POST", ("stuk",)),
    Rij("leerlingen:mijn_aantekeningen", MET_LEERLINGEN),
    Rij("leerlingen:aantekeningen", DOSSIER, args=("leerling",)),
    Rij("leerlingen:aantekening", "404 200 404 404 404 403 403 403 403 404 302", args=("aantekening",)),
    Rij(
        "leerlingen:aantekening_weg", "404 302 404 404 404 403 403 403 403 404 302", "POST", ("aantekening",)
    ),
    Rij("leerlingen:vertrouwensnotities", ALLEEN_V),
    Rij("leerlingen:vertrouwensnotitie_nieuw", ALLEEN_V),
    Rij("leerlingen:vertrouwensnotitie", ALLEEN_V, args=("vertrouwensnotitie",)),
    Rij(
        "leerlingen:vertrouwensnotitie_weg",
        "403 403 403 403 403 403 403 403 302 403 302",
        "POST",
        ("vertrouwensnotitie",),
    ),
    *(Rij(*rij) for rij in KAARTRIJEN),
    *(Rij(*rij) for rij in HGWRIJEN),
    *(Rij(*rij) for rij in OPPRIJEN),
    *(Rij(*rij) for rij in OVERLEGRIJEN),
    *(Rij(*rij) for rij in BELEIDRIJEN),
    *(Rij(*rij) for rij in LIJSTRIJEN),
    *(Rij(*rij) for rij in AANBODRIJEN),  # type: ignore[arg-type]
    Rij("leerlingen:import", ALLEEN_A),
    Rij("leerlingen:import_voorbeeld", ALLEEN_A, args=("import",)),
    Rij("leerlingen:import_bevestigen", "403 403 403 403 403 403 302 403 403 403 302", "POST", ("import",)),
    Rij("leerlingen:import_ongedaan", "403 403 403 403 403 403 302 403 403 403 302", "POST", ("import",)),
    Rij("leerlingen:import_voortgang", "403 403 403 403 403 403 302 403 403 403 302", args=("import",)),
    Rij("leerlingen:toewijzen", ALLEEN_A, args=("mentor",)),
    Rij(
        "leerlingen:mentorschap_stop", "403 403 403 403 403 403 302 403 403 403 302", "POST", ("mentorschap",)
    ),
    Rij("leerlingen:les_stop", "403 403 403 403 403 403 302 403 403 403 302", "POST", ("les",)),
    Rij("leerlingen:groepen", ALLEEN_A),
    Rij("leerlingen:klassen", _bz()),
)
