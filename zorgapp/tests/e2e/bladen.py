"""Every page of the application as data: who sees most of it, and which object it shows. Checked against the URLs."""

from dataclasses import dataclass

from zorgapp.tests.e2e.bladen_aanbod import AANBOD_VRIJGESTELD, AANBODBLADEN
from zorgapp.tests.e2e.bladen_beleid import BELEID_VRIJGESTELD, BELEIDBLADEN
from zorgapp.tests.e2e.bladen_hgw import HGW_VRIJGESTELD, HGWBLADEN
from zorgapp.tests.e2e.bladen_kaart import KAART_VRIJGESTELD, KAARTBLADEN
from zorgapp.tests.e2e.bladen_lijsten import LIJST_VRIJGESTELD, LIJSTBLADEN
from zorgapp.tests.e2e.bladen_opp import OPP_VRIJGESTELD, OPPBLADEN
from zorgapp.tests.e2e.bladen_overleg import OVERLEG_VRIJGESTELD, OVERLEGBLADEN

NIEMAND, Z, MENTOR, BEHEER = "", "angelica", "joris", "bas"

_VAN = "SELECT s.id FROM ondersteuning_signaal s JOIN accounts_user u ON u.id = s.indiener_id"
_MENTOR_SIGNAAL = f"{_VAN} WHERE u.email = 'joris@rietveen.example'"
_KEES_JAN = "SELECT id FROM leerlingen_leerling WHERE roepnaam = 'Kees Jan' AND achternaam = 'Bakker'"
_CONTACT = f"SELECT id FROM leerlingen_contactpersoon WHERE leerling_id = ({_KEES_JAN}) ORDER BY id LIMIT 1"
_TOESTEMMING = f"SELECT id FROM leerlingen_toestemming WHERE leerling_id = ({_KEES_JAN}) ORDER BY id LIMIT 1"
_GESPREK = f"SELECT id FROM leerlingen_notitie WHERE leerling_id = ({_KEES_JAN}) AND soort = 'gesprek_ouders' LIMIT 1"
_USER = "SELECT id FROM accounts_user WHERE email = '{}@rietveen.example'"
_SCHOOL = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_TRAJECT = f"SELECT min(id) FROM ondersteuning_traject WHERE status = 'loopt' AND groep_id IS NOT NULL AND leerling_id = ({_KEES_JAN})"
_EVALUATIE = f"SELECT min(id) FROM ondersteuning_evaluatie WHERE traject_id = ({_TRAJECT})"
_GROEP = f"SELECT min(id) FROM ondersteuning_groepstraject WHERE begeleider_id = ({_USER.format('ruben')})"


@dataclass(frozen=True)
class Blad:
    """One page: `sql` gives the arguments of its address, `vraag` is its query, `doe` a state to look at as well.

    `doe` is pressed (`knop:`) or posted (`stuur:`, the name of a submit button) after opening; `status` is what the
    server answers.
    """

    naam: str
    wie: str = Z
    sql: str = ""
    vraag: str = ""
    doe: str = ""
    status: int = 200

    @property
    def id(self) -> str:
        return f"{self.naam}{self.vraag}{self.doe and '-' + self.doe}-{self.wie or 'niemand'}"


BLADEN = (
    # the door
    Blad("account_login", NIEMAND),
    Blad("account_login", NIEMAND, doe="stuur:Inloggen"),
    Blad("account_reset_password", NIEMAND),
    Blad("account_reset_password_done", NIEMAND),
    Blad("account_reset_password_from_key_done", NIEMAND),
    Blad("account_logout", MENTOR),
    Blad("account_change_password", MENTOR),
    Blad("account_reauthenticate", MENTOR),
    Blad("web:geen_aanstelling", MENTOR, status=403),
    # the main job
    Blad("web:vandaag"),
    Blad("web:vandaag", MENTOR),
    Blad("web:vandaag", "ruben"),
    Blad("web:vandaag", BEHEER),
    Blad("web:vandaag", "marijke"),
    Blad("web:verder"),
    Blad("web:verder", MENTOR),
    Blad("web:zoek", vraag="?q=kees"),
    Blad("web:zoek", vraag="?q=bestaatniet"),
    Blad("web:leerlingen"),
    Blad("web:leerlingen", doe="zoek:kees"),
    Blad("web:leerling", sql=_KEES_JAN),
    Blad("web:leerling", MENTOR, sql=_KEES_JAN),
    Blad("web:leerling_naast", sql=_KEES_JAN),
    Blad("web:inzage", sql=_KEES_JAN),
    Blad("web:eigen_klas", MENTOR),
    Blad("ondersteuning:signaal_nieuw", MENTOR),
    Blad("ondersteuning:signaal_nieuw", MENTOR, doe="stuur:Verstuur"),
    Blad("ondersteuning:signaal_verstuurd", MENTOR, sql=f"{_MENTOR_SIGNAAL} ORDER BY s.id DESC LIMIT 1"),
    Blad("ondersteuning:mijn_signalen", MENTOR),
    Blad(
        "ondersteuning:mijn_signaal",
        MENTOR,
        sql=f"{_MENTOR_SIGNAAL} AND s.status <> 'nieuw' ORDER BY s.id LIMIT 1",
    ),
    Blad("ondersteuning:triage"),
    *(Blad("ondersteuning:triage", doe=f"knop:{n}") for n in "1235"),
    Blad("ondersteuning:triage", vraag="?filter=loopt"),
    Blad("ondersteuning:triage", vraag="?filter=beoordeeld"),
    Blad("ondersteuning:vervolg_lijst", vraag="?van=alle"),
    Blad(
        "ondersteuning:vervolg",
        sql="SELECT v.id FROM ondersteuning_vervolg v WHERE v.status = 'open' AND v.school_id = "
        f"{_SCHOOL} ORDER BY v.id LIMIT 1",
    ),
    # trajectories and groups
    Blad("ondersteuning:caseload", "ruben"),
    Blad("ondersteuning:caseload", vraag="?wie="),
    Blad("ondersteuning:traject_nieuw", "ruben"),
    Blad("ondersteuning:traject_nieuw", vraag="?leerling=1"),
    Blad("ondersteuning:traject", "ruben", sql=_TRAJECT),
    Blad("ondersteuning:traject", "ruben", sql=_TRAJECT, doe="stuur:Vraag om over te nemen"),
    Blad("ondersteuning:traject", "sanne", sql=_TRAJECT),
    *(
        Blad(f"ondersteuning:{naam}", "ruben", sql=_TRAJECT)
        for naam in ("traject_wijzig", "traject_afsluiten", "evaluatie_nieuw", "traject_sessie", "doel_nieuw")
    ),
    Blad(
        "ondersteuning:doel",
        "ruben",
        sql=f"SELECT min(id) FROM ondersteuning_doel WHERE traject_id = ({_TRAJECT})",
    ),
    Blad("ondersteuning:evaluatie", "ruben", sql=_EVALUATIE),
    Blad("ondersteuning:evaluatie_corrigeer", "ruben", sql=_EVALUATIE),
    Blad("ondersteuning:groep_nieuw", "ruben"),
    *(
        Blad(f"ondersteuning:{naam}", "ruben", sql=_GROEP)
        for naam in ("groep", "groep_wijzig", "groep_sessie", "groep_meting", "groep_afsluiten")
    ),
    Blad(
        "ondersteuning:sessie",
        "ruben",
        sql=f"SELECT min(id) FROM ondersteuning_sessie WHERE groep_id = ({_GROEP})",
    ),
    # people, settings, import
    Blad("accounts:mensen", BEHEER),
    Blad("accounts:mens_nieuw", BEHEER),
    Blad("accounts:mens", BEHEER, sql=_USER.format("joris")),
    Blad("accounts:tweede_stap_opnieuw", BEHEER, sql=_USER.format("joris")),
    Blad("accounts:aanstelling_nieuw", BEHEER, sql=_USER.format("joris")),
    Blad(
        "accounts:aanstelling_beeindigen",
        BEHEER,
        sql=f"SELECT id FROM accounts_aanstelling WHERE user_id = ({_USER.format('ruben')})",
    ),
    Blad(
        "accounts:aanstelling_beeindigen",
        BEHEER,
        sql=f"SELECT id FROM accounts_aanstelling WHERE user_id = ({_USER.format('joris')})",
        doe="stuur:Beëindig rol",
    ),
    Blad("accounts:waarneming", MENTOR, doe="stuur:Regel waarneming"),
    Blad("accounts:instellingen", BEHEER),
    Blad("accounts:eerste_stappen", BEHEER),
    Blad("accounts:instelling", BEHEER, sql="SELECT 'antwoordtermijn'"),
    Blad("accounts:vrije_dagen", BEHEER),
    Blad("accounts:vrije_dag_nieuw", BEHEER),
    Blad("accounts:vrije_dagen_voorstel", BEHEER),
    Blad(
        "accounts:vrije_dag",
        BEHEER,
        sql=f"SELECT id FROM accounts_vrijedag WHERE school_id = {_SCHOOL} ORDER BY id LIMIT 1",
    ),
    Blad("accounts:school", BEHEER),
    Blad("accounts:vestiging_nieuw", BEHEER),
    Blad(
        "accounts:vestiging",
        BEHEER,
        sql=f"SELECT id FROM accounts_vestiging WHERE school_id = {_SCHOOL} LIMIT 1",
    ),
    Blad("accounts:afdeling_nieuw", BEHEER),
    Blad(
        "accounts:afdeling",
        BEHEER,
        sql=f"SELECT id FROM accounts_afdeling WHERE school_id = {_SCHOOL} LIMIT 1",
    ),
    Blad("accounts:profiel", MENTOR),
    Blad("accounts:waarneming"),
    Blad("accounts:waarneming", BEHEER),
    Blad("notifications:wachtrij", BEHEER),
    Blad("notifications:meldingen"),
    Blad("notifications:mailmoment", MENTOR),
    Blad("leerlingen:contacten", sql=_KEES_JAN),
    Blad("leerlingen:contacten", MENTOR, sql=_KEES_JAN),
    Blad("leerlingen:contact_nieuw", sql=_KEES_JAN, doe="stuur:Bewaar"),
    Blad("leerlingen:contact", sql=_CONTACT),
    Blad("leerlingen:toestemmingen", sql=_KEES_JAN),
    Blad("leerlingen:toestemming_vragen", sql=_KEES_JAN, doe="stuur:Leg de vraag vast"),
    Blad("leerlingen:toestemming", sql=_TOESTEMMING),
    Blad("leerlingen:toestemming", MENTOR, sql=_TOESTEMMING),
    Blad("leerlingen:toestemming_lijst"),
    Blad("leerlingen:toestemming_lijst", vraag="?soort=ingetrokken"),
    Blad("leerlingen:toewijzen", BEHEER, sql=_USER.format("joris")),
    Blad("leerlingen:klassen", BEHEER),
    Blad("leerlingen:notitie_nieuw", MENTOR, sql=_KEES_JAN),
    Blad("leerlingen:notitie_nieuw", MENTOR, sql=_KEES_JAN, doe="stuur:Leg vast"),
    Blad("leerlingen:notitie", sql=_GESPREK),
    Blad("leerlingen:notitie_wijzigen", sql=_GESPREK),
    Blad("leerlingen:notitie_afdrukken", sql=_GESPREK),
    Blad("leerlingen:zienswijze_nieuw", sql=f"SELECT 'notitie:' || id FROM ({_GESPREK}) n"),
    Blad("leerlingen:stukken", sql=_KEES_JAN),
    Blad("leerlingen:stuk_nieuw", MENTOR, sql=_KEES_JAN),
    Blad(
        "leerlingen:stuk",
        sql=f"SELECT id FROM leerlingen_stuk WHERE leerling_id = ({_KEES_JAN}) ORDER BY id LIMIT 1",
    ),
    Blad("leerlingen:stukken_voorgelegd", "marijke"),
    Blad("leerlingen:mijn_aantekeningen", MENTOR),
    Blad("leerlingen:aantekeningen", MENTOR, sql=_KEES_JAN),
    Blad("leerlingen:aantekening", MENTOR, sql="SELECT min(id) FROM leerlingen_werkaantekening"),
    Blad("leerlingen:vertrouwensnotities", "vera"),
    Blad("leerlingen:vertrouwensnotitie_nieuw", "vera"),
    Blad("leerlingen:vertrouwensnotitie", "vera", sql="SELECT min(id) FROM leerlingen_vertrouwensnotitie"),
    *(Blad(*blad) for blad in KAARTBLADEN),
    *(Blad(*blad) for blad in HGWBLADEN),
    *(Blad(*blad) for blad in OPPBLADEN),
    *(Blad(*blad) for blad in OVERLEGBLADEN),
    *(Blad(*blad) for blad in BELEIDBLADEN),
    *(Blad(*blad) for blad in LIJSTBLADEN),
    *(Blad(*blad) for blad in AANBODBLADEN),
    Blad("leerlingen:import", BEHEER),
    Blad("leerlingen:import_voorbeeld", BEHEER, sql="SELECT max(id) FROM leerlingen_import"),
    Blad(
        "leerlingen:import_voorbeeld",
        BEHEER,
        sql="SELECT max(id) FROM leerlingen_import",
        vraag="?soort=fout",
    ),
    Blad("werk:taak", BEHEER, sql="SELECT max(id) FROM werk_taak"),
)

# URL names without a row above, with the reason.
EEN_POST = "answers a form; what it shows is a page above"
FRAGMENT = "a part of a page above, looked at within it"
ELDERS = "a page that needs a special visitor: its own test in test_toegankelijk.py"
VRIJGESTELD = {
    **KAART_VRIJGESTELD,
    **HGW_VRIJGESTELD,
    **OPP_VRIJGESTELD,
    **OVERLEG_VRIJGESTELD,
    **BELEID_VRIJGESTELD,
    **LIJST_VRIJGESTELD,
    **AANBOD_VRIJGESTELD,
    "accounts:mens_uitnodigen": EEN_POST,
    "accounts:instellingen_bevestigen": EEN_POST,
    "accounts:vrije_dag_weg": EEN_POST,
    "accounts:vestiging_weg": EEN_POST,
    "accounts:afdeling_weg": EEN_POST,
    "accounts:waarneming_stoppen": EEN_POST,
    "leerlingen:notitie_intrekken": EEN_POST,
    "leerlingen:notitie_terugzetten": EEN_POST,
    "leerlingen:stuk_bestand": "a file",
    "leerlingen:stuk_intrekken": EEN_POST,
    "leerlingen:stuk_terugzetten": EEN_POST,
    "leerlingen:stuk_voorleggen": EEN_POST,
    "leerlingen:aantekening_weg": EEN_POST,
    "leerlingen:vertrouwensnotitie_weg": EEN_POST,
    "leerlingen:mentorschap_stop": EEN_POST,
    "leerlingen:les_stop": EEN_POST,
    "leerlingen:import_bevestigen": EEN_POST,
    "leerlingen:import_ongedaan": EEN_POST,
    "leerlingen:import_voortgang": FRAGMENT,
    "accounts:collega": FRAGMENT,
    "leerlingen:groepen": FRAGMENT,
    "notifications:opnieuw": EEN_POST,
    "notifications:vervalt": EEN_POST,
    "notifications:gezien": EEN_POST,
    "notifications:eigen_opnieuw": EEN_POST,
    "notifications:eigen_vervalt": EEN_POST,
    "ondersteuning:besluit": EEN_POST,
    "ondersteuning:herstel": EEN_POST,
    "ondersteuning:koppel": EEN_POST,
    "ondersteuning:verbind": EEN_POST,
    "ondersteuning:vervolg_plan": EEN_POST,
    "ondersteuning:traject_overdragen": EEN_POST,
    "ondersteuning:traject_heropenen": EEN_POST,
    "ondersteuning:traject_leerling": FRAGMENT,
    "ondersteuning:regie_antwoord": EEN_POST,
    "ondersteuning:doel_vervallen": EEN_POST,
    "ondersteuning:doel_stand": EEN_POST,
    "ondersteuning:groep_heropenen": EEN_POST,
    "ondersteuning:vervolg_sluit": EEN_POST,
    "ondersteuning:signaal_leerling": FRAGMENT,
    "web:wissel_school": EEN_POST,
    "web:healthz": "JSON",
    "leerlingen:toestemming_antwoord": EEN_POST,
    "leerlingen:toestemming_formulier": EEN_POST,
    "leerlingen:toestemming_van_antwoord": "a redirect to the request",
    "leerlingen:contact_overnemen": EEN_POST,
    "leerlingen:contact_beeindigen": EEN_POST,
    "leerlingen:contact_terugzetten": EEN_POST,
    "werk:concept": "JSON",
    "werk:document": "a PDF",
    "mfa_download_recovery_codes": "a text file",
    "account_reset_password_from_key": ELDERS,
    "accounts:uitnodiging": ELDERS,
    "mfa_authenticate": ELDERS,
    "mfa_reauthenticate": ELDERS,
    "mfa_index": ELDERS,
    "mfa_activate_totp": ELDERS,
    "mfa_deactivate_totp": ELDERS,
    "mfa_view_recovery_codes": ELDERS,
    "mfa_generate_recovery_codes": ELDERS,
}
