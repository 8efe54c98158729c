"""Roles and rights as data: which Rol has which Recht (DESIGN §3, DOMAIN 7.4)."""

from django.db.models import TextChoices


class Rol(TextChoices):
    """What a person is at a school, for a period."""

    ZORGCOORDINATOR = "zorgcoordinator", "Zorgcoördinator"
    MENTOR = "mentor", "Mentor"
    DOCENT = "docent", "Docent"
    TEAMLEIDER = "teamleider", "Teamleider"
    BEGELEIDER = "begeleider", "Begeleider"
    SCHOOLLEIDING = "schoolleiding", "Schoolleiding"
    BEHEERDER = "beheerder", "Beheerder"
    EXTERNE = "externe", "Externe"
    VERTROUWENSPERSOON = "vertrouwenspersoon", "Vertrouwenspersoon"


class Recht(TextChoices):
    """What a view asks for; a role gives a set of these."""

    WERKPLEK = "werkplek", "werken in zorgapp"
    SIGNAAL_INDIENEN = "signaal_indienen", "een signaal versturen"
    TRIAGE = "triage", "signalen beoordelen"
    LEERLING_INZIEN = "leerling_inzien", "een leerling bekijken"
    LEERLINGEN_LIJST = "leerlingen_lijst", "leerlingen opzoeken"
    EIGEN_KLAS = "eigen_klas", "eigen klassen en lessen bekijken"
    VERVOLG = "vervolg", "een vervolg uitvoeren"
    TRAJECT = "traject", "trajecten bekijken en er een uitvoeren"
    TRAJECT_STARTEN = "traject_starten", "een traject of groep beginnen"
    SIGNAAL_KOPPELEN = "signaal_koppelen", "een signaal aan een leerling koppelen"
    MENSEN = "mensen", "mensen en rollen beheren"
    IMPORT = "import", "leerlingen importeren"
    INSTELLINGEN = "instellingen", "instellingen wijzigen"
    WAARNEMING = "waarneming", "een waarneming regelen"
    INZAGE_ZIEN = "inzage_zien", "zien wie meekeek"
    COLLEGA_KIEZEN = "collega_kiezen", "een collega opzoeken om werk over te dragen"
    KAART_WIJZIGEN = "kaart_wijzigen", "faciliteitenkaarten beheren"
    KAART_MELDEN = "kaart_melden", "zeggen wat een leerling niet kreeg"
    ADVIES_GEVEN = "advies_geven", "handelingsadviezen geven"
    DOCENTKAART = "docentkaart", "de docentkaart van een groep lezen"
    VERVANGING = "vervanging", "een vervanger de docentkaart geven"
    AANBOD_ZIEN = "aanbod_zien", "aanbod en ondersteuningsstructuur bekijken"
    AANBOD_LEERLINGEN = "aanbod_leerlingen", "zien wie ondersteuning krijgt of erop wacht"
    AANBOD_WIJZIGEN = "aanbod_wijzigen", "aanbod, taken en wachtlijsten beheren"
    SOCIALE_KAART = "sociale_kaart", "de sociale kaart bekijken"
    LIJSTEN = "lijsten", "signaleringslijsten maken en uitzetten"
    LIJST_INVULLEN = "lijst_invullen", "een signaleringslijst invullen"
    LIJST_DEELNAME = "lijst_deelname", "zien hoeveel collega's een lijst invulden"
    VOORSTEL = "voorstel", "voorstellen voor een signaal beoordelen"
    KLACHT = "klacht", "een klacht van ouders behandelen of erover besluiten"
    CONTACTEN = "contacten", "contacten en toestemming van een leerling bekijken"
    TOESTEMMING = "toestemming", "toestemming vragen en vastleggen, contacten wijzigen"
    OPP = "opp", "ontwikkelingsperspectieven bekijken"
    OPP_WERKEN = "opp_werken", "aan een ontwikkelingsperspectief werken"
    OPP_BEHEREN = "opp_beheren", "ontwikkelingsperspectieven van de school beheren"
    OPP_CIJFER = "opp_cijfer", "zien hoeveel ontwikkelingsperspectieven in orde zijn"
    OPP_BESLUITEN = "opp_besluiten", "een voorgelegd ontwikkelingsperspectief vaststellen"
    WACHTRIJ = "wachtrij", "mails die niet weg konden beheren"
    MELDINGEN = "meldingen", "eigen meldingen bekijken en kiezen wanneer de mail komt"
    NOTITIES = "notities", "notities en stukken van een leerling"
    STUK_OPENEN = "stuk_openen", "een stuk van een leerling openen"
    OVERLEG = "overleg", "overleggen bekijken waaraan je deelneemt"
    OVERLEG_PLANNEN = "overleg_plannen", "een overleg plannen en leiden"
    OVERLEG_EXTERN = "overleg_extern", "als externe je overleggen bekijken"
    AFSPRAAK = "afspraak", "afspraken bekijken en bijhouden"
    COACHLIJN = "coachlijn", "een coach om hulp vragen"
    BELEID = "beleid", "beleid, protocollen en nieuws van de school lezen"
    BELEID_JAAR = "beleid_jaar", "het ontwikkelpunt, de jaarkalender en de middelen bekijken"
    BELEID_WERKEN = "beleid_werken", "aan plan, kalender, protocollen en nieuws werken"
    BELEID_VASTSTELLEN = "beleid_vaststellen", "plan en ondersteuningsaanbod vaststellen"
    CIJFERS = "cijfers", "cijfers zonder namen bekijken"
    CIJFERS_NAMEN = "cijfers_namen", "zien over wie niets geschreven is"
    DAG_ROND = "dag_rond", "de dag afronden"
    VERTROUWENSNOTITIES = "vertrouwensnotities", "eigen notities als vertrouwenspersoon"


_ALTIJD = {Recht.WERKPLEK, Recht.WAARNEMING, Recht.MELDINGEN, Recht.BELEID}
_DRAAGT_OVER = _ALTIJD | {Recht.COLLEGA_KIEZEN}
_DOCENT = _DRAAGT_OVER | {
    Recht.SIGNAAL_INDIENEN,
    Recht.LEERLING_INZIEN,
    Recht.LEERLINGEN_LIJST,
    Recht.EIGEN_KLAS,
    Recht.LIJST_INVULLEN,
    Recht.AANBOD_ZIEN,
    Recht.AANBOD_LEERLINGEN,
    Recht.DOCENTKAART,
    Recht.VERVANGING,
    Recht.VERVOLG,
    Recht.TRAJECT,
    Recht.NOTITIES,
    Recht.STUK_OPENEN,
    Recht.OPP,
    Recht.OVERLEG,
    Recht.AFSPRAAK,
    Recht.COACHLIJN,
}

RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.ZORGCOORDINATOR: frozenset(
        _DRAAGT_OVER
        | {
            Recht.SIGNAAL_INDIENEN,
            Recht.TRIAGE,
            Recht.LIJSTEN,
            Recht.VOORSTEL,
            Recht.LEERLING_INZIEN,
            Recht.LEERLINGEN_LIJST,
            Recht.VERVOLG,
            Recht.TRAJECT,
            Recht.TRAJECT_STARTEN,
            Recht.SIGNAAL_KOPPELEN,
            Recht.AANBOD_ZIEN,
            Recht.AANBOD_LEERLINGEN,
            Recht.AANBOD_WIJZIGEN,
            Recht.SOCIALE_KAART,
            Recht.KAART_WIJZIGEN,
            Recht.KAART_MELDEN,
            Recht.ADVIES_GEVEN,
            Recht.DOCENTKAART,
            Recht.VERVANGING,
            Recht.INSTELLINGEN,
            Recht.KLACHT,
            Recht.CONTACTEN,
            Recht.TOESTEMMING,
            Recht.INZAGE_ZIEN,
            Recht.OPP,
            Recht.OPP_WERKEN,
            Recht.OPP_BEHEREN,
            Recht.OPP_CIJFER,
            Recht.NOTITIES,
            Recht.STUK_OPENEN,
            Recht.OVERLEG,
            Recht.OVERLEG_PLANNEN,
            Recht.AFSPRAAK,
            Recht.COACHLIJN,
            Recht.BELEID_JAAR,
            Recht.BELEID_WERKEN,
            Recht.CIJFERS,
            Recht.CIJFERS_NAMEN,
            Recht.DAG_ROND,
        }
    ),
    Rol.MENTOR: frozenset(
        _DOCENT
        | {
            Recht.TRAJECT_STARTEN,
            Recht.CONTACTEN,
            Recht.VOORSTEL,
            Recht.KAART_MELDEN,
            Recht.ADVIES_GEVEN,
            Recht.SOCIALE_KAART,
            Recht.OPP_WERKEN,
            Recht.OVERLEG_PLANNEN,
        }
    ),
    Rol.DOCENT: frozenset(_DOCENT),
    Rol.TEAMLEIDER: frozenset(_DOCENT | {Recht.SOCIALE_KAART, Recht.OVERLEG_PLANNEN}),
    Rol.BEGELEIDER: frozenset(
        _DRAAGT_OVER
        | {
            Recht.DOCENTKAART,
            Recht.CONTACTEN,
            Recht.ADVIES_GEVEN,
            Recht.SIGNAAL_INDIENEN,
            Recht.LEERLING_INZIEN,
            Recht.LEERLINGEN_LIJST,
            Recht.VERVOLG,
            Recht.AANBOD_ZIEN,
            Recht.AANBOD_LEERLINGEN,
            Recht.SOCIALE_KAART,
            Recht.TRAJECT,
            Recht.TRAJECT_STARTEN,
            Recht.OPP,
            Recht.OPP_WERKEN,
            Recht.NOTITIES,
            Recht.STUK_OPENEN,
            Recht.OVERLEG,
            Recht.OVERLEG_PLANNEN,
            Recht.AFSPRAAK,
            Recht.COACHLIJN,
        }
    ),
    Rol.SCHOOLLEIDING: frozenset(
        _DRAAGT_OVER
        | {
            Recht.AANBOD_ZIEN,
            Recht.LIJST_DEELNAME,
            Recht.STUK_OPENEN,
            Recht.KLACHT,
            Recht.OPP_CIJFER,
            Recht.OPP_BESLUITEN,
            Recht.BELEID_JAAR,
            Recht.BELEID_VASTSTELLEN,
            Recht.CIJFERS,
        }
    ),
    Rol.BEHEERDER: frozenset(_DRAAGT_OVER | {Recht.MENSEN, Recht.IMPORT, Recht.INSTELLINGEN, Recht.WACHTRIJ}),
    Rol.EXTERNE: frozenset({Recht.WERKPLEK, Recht.OVERLEG_EXTERN}),
    Rol.VERTROUWENSPERSOON: frozenset(_ALTIJD | {Recht.VERTROUWENSNOTITIES}),
}

# Roles whose open work may be handed to them: they can see pupils of their own.
ROLLEN_MET_LEERLINGEN = frozenset(
    {Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER}
)


def rechten_van(rollen: frozenset[Rol]) -> frozenset[Recht]:
    """Return the union of the rights of `rollen`."""
    return frozenset().union(*(RECHTEN[rol] for rol in rollen))
