from django.apps import AppConfig


class LeerlingenConfig(AppConfig):
    name = "leerlingen"

    def ready(self) -> None:
        """Tell the lower floors what is open here, the step of a first run, and the import's worker job."""
        from leerlingen.bronnen import registreer_bronnen
        from leerlingen.documents.pas import PAS
        from leerlingen.documents.toestemming import FORMULIER
        from leerlingen.eersterun import IMPORT
        from leerlingen.eigendom import LES, MENTORSCHAP
        from leerlingen.importeren.taken import registreer as registreer_import
        from leerlingen.klokken import SOORTEN as KAARTSOORTEN
        from leerlingen.klokken_prive import SOORTEN as PRIVESOORTEN
        from leerlingen.klokken_stuk import SOORT as STUKSOORT
        from leerlingen.klokken_toestemming import SOORT as TOESTEMMINGSOORT
        from zorgapp.accounts import eersterun, eigendom
        from zorgapp.notifications.soorten import registreer as registreer_soort
        from zorgapp.werk.documenten import registreer_document

        eigendom.registreer(MENTORSCHAP)
        eigendom.registreer(LES)
        eersterun.registreer(IMPORT)
        registreer_import()
        registreer_bronnen()
        for soort in (*KAARTSOORTEN, *PRIVESOORTEN, STUKSOORT, TOESTEMMINGSOORT):
            registreer_soort(soort)
        registreer_document(FORMULIER)
        registreer_document(PAS)
