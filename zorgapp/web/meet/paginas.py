"""Every page with a GET, as data: its URL name, who opens it and about what. A new page adds its row here.

A test compares this list with all URLs, so that no page is left out by mistake.
"""

from dataclasses import dataclass
from typing import Any

import psycopg
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from zorgapp.web.meet.paginas_aanbod import AANBOD_ZONDER, AANBODDOELEN, AANBODPAGINAS
from zorgapp.web.meet.paginas_beleid import BELEID_ZONDER, BELEIDDOELEN, BELEIDPAGINAS
from zorgapp.web.meet.paginas_hgw import HGW_ZONDER, HGWDOELEN, HGWPAGINAS
from zorgapp.web.meet.paginas_kaart import KAART_ZONDER, KAARTDOELEN, KAARTPAGINAS
from zorgapp.web.meet.paginas_lijsten import LIJST_ZONDER, LIJSTDOELEN, LIJSTPAGINAS
from zorgapp.web.meet.paginas_meldingen import MELDING_ZONDER, MELDINGPAGINAS
from zorgapp.web.meet.paginas_opp import OPP_ZONDER, OPPDOELEN, OPPPAGINAS
from zorgapp.web.meet.paginas_overleg import OVERLEG_ZONDER, OVERLEGDOELEN, OVERLEGPAGINAS
from zorgapp.web.meet.paginas_traject import TRAJECT_ZONDER, TRAJECTDOELEN, TRAJECTPAGINAS

DOMEIN = "rietveen.example"
_RIETVEEN = "(SELECT id FROM accounts_school WHERE naam = 'Rietveen College')"
_KEES_JAN = (
    f"SELECT id FROM leerlingen_leerling WHERE school_id = {_RIETVEEN} AND roepnaam = 'Kees Jan' "
    "AND achternaam = 'Bakker' ORDER BY id LIMIT 1"
)


def _eerste(tabel: str, waar: str = "true") -> str:
    return f"SELECT id FROM {tabel} WHERE school_id = {_RIETVEEN} AND {waar} ORDER BY id LIMIT 1"


def _mens(login: str) -> str:
    return f"SELECT id FROM accounts_user WHERE email = '{login}@{DOMEIN}'"


# What a page is about: read once per database by the owner.
DOELEN: dict[str, str] = {
    **KAARTDOELEN,
    **HGWDOELEN,
    **OPPDOELEN,
    **OVERLEGDOELEN,
    **BELEIDDOELEN,
    **LIJSTDOELEN,
    **AANBODDOELEN,
    **TRAJECTDOELEN,
    "kees_jan": _KEES_JAN,
    "vol": _eerste("leerlingen_leerling", "leerlingnummer = '19999'"),
    "signaal_nieuw": _eerste("ondersteuning_signaal", f"status = 'nieuw' AND leerling_id = ({_KEES_JAN})"),
    "signaal_sanne": _eerste("ondersteuning_signaal", f"indiener_id = ({_mens('sanne')})"),
    "signaal_wacht": _eerste(
        "ondersteuning_signaal", f"status = 'nieuw' AND indiener_id = ({_mens('sanne')})"
    ),
    "vervolg_ruben": _eerste(
        "ondersteuning_vervolg", f"status = 'open' AND eigenaar_id = ({_mens('ruben')})"
    ),
    "joris": _mens("joris"),
    "aanstelling_joris": _eerste("accounts_aanstelling", f"user_id = ({_mens('joris')})"),
    "vrijedag": _eerste("accounts_vrijedag"),
    "vestiging": _eerste("accounts_vestiging"),
    "afdeling": _eerste("accounts_afdeling"),
    "import": _eerste("leerlingen_import"),
    "notitie": _eerste("leerlingen_notitie", f"leerling_id = ({_KEES_JAN}) AND soort = 'gesprek_ouders'"),
    "notitiebron": "SELECT 'notitie:' || id FROM leerlingen_notitie "
    f"WHERE school_id = {_RIETVEEN} AND leerling_id = ({_KEES_JAN}) AND soort = 'gesprek_ouders' LIMIT 1",
    "stuk": _eerste("leerlingen_stuk", f"leerling_id = ({_KEES_JAN})"),
    "contact": _eerste("leerlingen_contactpersoon", f"leerling_id = ({_KEES_JAN})"),
    "toestemming": _eerste("leerlingen_toestemming", f"leerling_id = ({_KEES_JAN})"),
    "aantekening": _eerste("leerlingen_werkaantekening", f"eigenaar_id = ({_mens('joris')})"),
    "vertrouwensnotitie": _eerste("leerlingen_vertrouwensnotitie"),
}


@dataclass(frozen=True)
class Pagina:
    """One page as one role opens it; `hoofd` is one of the five main pages with the strict limit.

    `over` names a DOELEN entry for the first URL argument, `daarna` one for the second, `vast` gives fixed ones after it (between them a /); `vraag` is the query, in which
    a value that starts with @ stands for a DOELEN entry. `deel` is a fragment asked by htmx.
    """

    naam: str
    url: str
    wie: str
    hoofd: bool = False
    over: str = ""
    daarna: str = ""
    vast: str = ""
    vraag: tuple[tuple[str, str], ...] = ()
    deel: bool = False

    def pad(self, doelen: dict[str, Any]) -> str:
        """The address in a database with these DOELEN; raises NoReverseMatch when the page needs one that is missing."""
        argumenten = [doelen[naam] for naam in (self.over, self.daarna) if naam]
        argumenten += self.vast.split("/") if self.vast else []
        if None in argumenten:
            raise NoReverseMatch(f"{self.naam}: {self.over} is er niet")
        vraag = {sleutel: doelen[w[1:]] if w.startswith("@") else w for sleutel, w in self.vraag}
        return reverse(self.url, args=argumenten) + (f"?{urlencode(vraag)}" if vraag else "")


PAGINAS: tuple[Pagina, ...] = (
    Pagina("vandaag coördinator", "web:vandaag", "angelica", hoofd=True),
    Pagina("vandaag mentor", "web:vandaag", "joris", hoofd=True),
    Pagina("vandaag docent", "web:vandaag", "sanne", hoofd=True),
    Pagina("vandaag begeleider", "web:vandaag", "ruben", hoofd=True),
    Pagina("vandaag teamleider", "web:vandaag", "hanna", hoofd=True),
    Pagina("vandaag beheerder", "web:vandaag", "bas", hoofd=True),
    Pagina("vandaag schoolleiding", "web:vandaag", "marijke", hoofd=True),
    Pagina("leerlingen", "web:leerlingen", "angelica", hoofd=True),
    Pagina("leerlingen bladzijde 3", "web:leerlingen", "angelica", hoofd=True, vraag=(("p", "3"),)),
    Pagina("leerlingen van een klas", "web:leerlingen", "angelica", hoofd=True, vraag=(("klas", "H3b"),)),
    Pagina("leerlingen teamleider", "web:leerlingen", "hanna", hoofd=True),
    Pagina("leerlingen begeleider", "web:leerlingen", "ruben", hoofd=True),
    Pagina("leerling", "web:leerling", "angelica", hoofd=True, over="kees_jan"),
    Pagina("leerling mentor", "web:leerling", "joris", hoofd=True, over="kees_jan"),
    Pagina("leerling docent", "web:leerling", "sanne", hoofd=True, over="kees_jan"),
    Pagina("leerling met 500 signalen", "web:leerling", "angelica", hoofd=True, over="vol"),
    Pagina("signalen", "ondersteuning:triage", "angelica", hoofd=True),
    Pagina(
        "signalen een gekozen",
        "ondersteuning:triage",
        "angelica",
        True,
        vraag=(("signaal", "@signaal_nieuw"),),
    ),
    Pagina(
        "signalen beoordeeld", "ondersteuning:triage", "angelica", True, vraag=(("filter", "beoordeeld"),)
    ),
    Pagina("zoek", "web:zoek", "angelica", hoofd=True, vraag=(("q", "van der"),)),
    Pagina("zoek fragment", "web:zoek", "angelica", hoofd=True, vraag=(("q", "kees"),), deel=True),
    Pagina("zoek met een typfout", "web:zoek", "angelica", hoofd=True, vraag=(("q", "hofsrta"),), deel=True),
    Pagina("zoek teamleider", "web:zoek", "hanna", hoofd=True, vraag=(("q", "kees jan"),), deel=True),
    Pagina(
        "besluit invullen",
        "ondersteuning:triage",
        "angelica",
        vraag=(("signaal", "@signaal_nieuw"), ("besluit", "tweede_lijn")),
        deel=True,
    ),
    Pagina("vandaag verder", "web:verder", "angelica", deel=True),
    Pagina("vandaag verder mentor", "web:verder", "joris", deel=True),
    Pagina("leerling naast", "web:leerling_naast", "angelica", over="kees_jan", deel=True),
    Pagina("wie keek mee", "web:inzage", "angelica", over="kees_jan"),
    *(Pagina(**pagina) for pagina in (*KAARTPAGINAS, *HGWPAGINAS, *OPPPAGINAS, *OVERLEGPAGINAS)),
    *(Pagina(**pagina) for pagina in (*BELEIDPAGINAS, *LIJSTPAGINAS, *AANBODPAGINAS, *TRAJECTPAGINAS)),
    *(Pagina(**pagina) for pagina in MELDINGPAGINAS),
    Pagina("mijn klas", "web:eigen_klas", "joris"),
    Pagina("mijn lessen", "web:eigen_klas", "sanne"),
    Pagina("mijn klas teamleider", "web:eigen_klas", "hanna"),
    Pagina("signaal", "ondersteuning:signaal_nieuw", "sanne"),
    Pagina(
        "signaal over een leerling",
        "ondersteuning:signaal_nieuw",
        "sanne",
        vraag=(("leerling", "@kees_jan"),),
    ),
    Pagina(
        "signaal leerling zoeken", "ondersteuning:signaal_leerling", "sanne", vraag=(("q", "kee"),), deel=True
    ),
    Pagina("signaal verstuurd", "ondersteuning:signaal_verstuurd", "sanne", over="signaal_wacht"),
    Pagina("mijn signalen", "ondersteuning:mijn_signalen", "sanne"),
    Pagina("mijn signaal", "ondersteuning:mijn_signaal", "sanne", over="signaal_sanne"),
    Pagina("vervolg coördinator", "ondersteuning:vervolg_lijst", "angelica"),
    Pagina("vervolg begeleider", "ondersteuning:vervolg_lijst", "ruben"),
    Pagina("een vervolg", "ondersteuning:vervolg", "ruben", over="vervolg_ruben"),
    Pagina("mensen", "accounts:mensen", "bas"),
    Pagina("mensen zoeken", "accounts:mensen", "bas", vraag=(("naam", "brandsma"),)),
    Pagina("mens", "accounts:mens", "bas", over="joris"),
    Pagina("mens uitnodigen", "accounts:mens_nieuw", "bas"),
    Pagina("tweede stap opnieuw", "accounts:tweede_stap_opnieuw", "bas", over="joris"),
    Pagina("rol geven", "accounts:aanstelling_nieuw", "bas", over="joris"),
    Pagina("rol beëindigen", "accounts:aanstelling_beeindigen", "bas", over="aanstelling_joris"),
    Pagina("instellingen", "accounts:instellingen", "bas"),
    Pagina("instelling", "accounts:instelling", "bas", vast="antwoordtermijn"),
    Pagina("eerste stappen", "accounts:eerste_stappen", "bas"),
    Pagina("vrije dagen", "accounts:vrije_dagen", "bas"),
    Pagina("vrije dag nieuw", "accounts:vrije_dag_nieuw", "bas"),
    Pagina("vrije dag", "accounts:vrije_dag", "bas", over="vrijedag"),
    Pagina("vrije dagen voorstel", "accounts:vrije_dagen_voorstel", "bas"),
    Pagina("school", "accounts:school", "bas"),
    Pagina("vestiging nieuw", "accounts:vestiging_nieuw", "bas"),
    Pagina("vestiging", "accounts:vestiging", "bas", over="vestiging"),
    Pagina("afdeling nieuw", "accounts:afdeling_nieuw", "bas"),
    Pagina("afdeling", "accounts:afdeling", "bas", over="afdeling"),
    Pagina("klassen", "leerlingen:klassen", "bas"),
    Pagina("klassen van een mens", "leerlingen:toewijzen", "bas", over="joris"),
    Pagina("klassen bladzijde 2", "leerlingen:klassen", "bas", vraag=(("p", "2"),)),
    Pagina("groep zoeken", "leerlingen:groepen", "bas", vraag=(("q", "h"), ("les", "1")), deel=True),
    Pagina("notitie nieuw", "leerlingen:notitie_nieuw", "joris", over="kees_jan"),
    Pagina("notitie", "leerlingen:notitie", "angelica", over="notitie"),
    Pagina("notitie wijzigen", "leerlingen:notitie_wijzigen", "angelica", over="notitie"),
    Pagina("notitie afdrukken", "leerlingen:notitie_afdrukken", "angelica", over="notitie"),
    Pagina("zienswijze", "leerlingen:zienswijze_nieuw", "angelica", over="notitiebron"),
    Pagina("stukken", "leerlingen:stukken", "angelica", over="kees_jan"),
    Pagina("stuk nieuw", "leerlingen:stuk_nieuw", "joris", over="kees_jan"),
    Pagina("stuk", "leerlingen:stuk", "angelica", over="stuk"),
    Pagina("stukken voorgelegd", "leerlingen:stukken_voorgelegd", "marijke"),
    Pagina("mijn aantekeningen", "leerlingen:mijn_aantekeningen", "joris"),
    Pagina("aantekeningen", "leerlingen:aantekeningen", "joris", over="kees_jan"),
    Pagina("aantekening", "leerlingen:aantekening", "joris", over="aantekening"),
    Pagina("vertrouwensnotities", "leerlingen:vertrouwensnotities", "vera"),
    Pagina("vertrouwensnotitie nieuw", "leerlingen:vertrouwensnotitie_nieuw", "vera"),
    Pagina("vertrouwensnotitie", "leerlingen:vertrouwensnotitie", "vera", over="vertrouwensnotitie"),
    Pagina("import", "leerlingen:import", "bas"),
    Pagina("import voorbeeld", "leerlingen:import_voorbeeld", "bas", over="import"),
    Pagina("import voortgang", "leerlingen:import_voortgang", "bas", over="import", deel=True),
    Pagina("profiel", "accounts:profiel", "joris"),
    Pagina("waarneming", "accounts:waarneming", "joris"),
    Pagina("waarneming beheerder", "accounts:waarneming", "bas"),
    Pagina("collega zoeken", "accounts:collega", "angelica", vraag=(("q", "an"),), deel=True),
    Pagina("contacten", "leerlingen:contacten", "angelica", over="kees_jan"),
    Pagina("contacten mentor", "leerlingen:contacten", "joris", over="kees_jan"),
    Pagina("contact nieuw", "leerlingen:contact_nieuw", "angelica", over="kees_jan"),
    Pagina("contact", "leerlingen:contact", "angelica", over="contact"),
    Pagina("toestemmingen", "leerlingen:toestemmingen", "angelica", over="kees_jan"),
    Pagina("toestemming vragen", "leerlingen:toestemming_vragen", "angelica", over="kees_jan"),
    Pagina("toestemming", "leerlingen:toestemming", "angelica", over="toestemming"),
    Pagina("toestemming lijst", "leerlingen:toestemming_lijst", "angelica"),
    Pagina("inloggen", "account_login", ""),
    Pagina("wachtwoord vergeten", "account_reset_password", ""),
    Pagina("wachtwoord vergeten verstuurd", "account_reset_password_done", ""),
    Pagina("wachtwoord nieuw klaar", "account_reset_password_from_key_done", ""),
    Pagina("uitloggen", "account_logout", "joris"),
    Pagina("wachtwoord wijzigen", "account_change_password", "joris"),
    Pagina("tweestaps", "mfa_index", "joris"),
)

_POST = "only POST: it changes something and answers with a redirect or a fragment"
_BEZIG = "needs a sign-in or a job halfway, which a repeated GET cannot bring about"
ZONDER: dict[str, str] = {
    **KAART_ZONDER,
    **HGW_ZONDER,
    **OPP_ZONDER,
    **OVERLEG_ZONDER,
    **BELEID_ZONDER,
    **LIJST_ZONDER,
    **AANBOD_ZONDER,
    **TRAJECT_ZONDER,
    **MELDING_ZONDER,
    "web:healthz": "asks broker and worker, which do not run here",
    "web:geen_aanstelling": "answers 403 by design, with the shell of a page measured elsewhere",
    "web:wissel_school": _POST,
    "werk:concept": _POST,
    "werk:taak": _BEZIG,
    "werk:document": _BEZIG,
    "ondersteuning:besluit": _POST,
    "ondersteuning:herstel": _POST,
    "ondersteuning:koppel": _POST,
    "ondersteuning:verbind": _POST,
    "ondersteuning:vervolg_plan": _POST,
    "ondersteuning:vervolg_sluit": _POST,
    "leerlingen:notitie_intrekken": _POST,
    "leerlingen:notitie_terugzetten": _POST,
    "leerlingen:stuk_bestand": "a file from the disk, in pieces",
    "leerlingen:stuk_intrekken": _POST,
    "leerlingen:stuk_terugzetten": _POST,
    "leerlingen:stuk_voorleggen": _POST,
    "leerlingen:aantekening_weg": _POST,
    "leerlingen:vertrouwensnotitie_weg": _POST,
    "leerlingen:mentorschap_stop": _POST,
    "leerlingen:les_stop": _POST,
    "leerlingen:toestemming_antwoord": _POST,
    "leerlingen:toestemming_formulier": _POST,
    "leerlingen:toestemming_van_antwoord": "a redirect to a page that is measured",
    "leerlingen:contact_overnemen": _POST,
    "leerlingen:contact_beeindigen": _POST,
    "leerlingen:contact_terugzetten": _POST,
    "leerlingen:import_bevestigen": _POST,
    "leerlingen:import_ongedaan": _POST,
    "accounts:mens_uitnodigen": _POST,
    "accounts:instellingen_bevestigen": _POST,
    "accounts:vrije_dag_weg": _POST,
    "accounts:vestiging_weg": _POST,
    "accounts:afdeling_weg": _POST,
    "accounts:waarneming_stoppen": _POST,
    "accounts:uitnodiging": "a one-time link",
    "account_reset_password_from_key": "a one-time link",
    "account_reauthenticate": _BEZIG,
    "mfa_authenticate": _BEZIG,
    "mfa_reauthenticate": _BEZIG,
    "mfa_activate_totp": _BEZIG,
    "mfa_deactivate_totp": _BEZIG,
    "mfa_view_recovery_codes": _BEZIG,
    "mfa_generate_recovery_codes": _BEZIG,
    "mfa_download_recovery_codes": _BEZIG,
}


def lees_doelen(eigenaar: psycopg.Connection[Any]) -> dict[str, Any]:
    """Run the DOELEN queries; what is not there is None."""
    gevonden = {}
    for naam, sql in DOELEN.items():
        rij = eigenaar.execute(sql).fetchone()
        gevonden[naam] = rij[0] if rij else None
    return gevonden
