from django.apps import AppConfig


class LeerlingenConfig(AppConfig):
    name = "leerlingen"

    def ready(self) -> None:
        """Tell the lower floors what is open here, the step of a first run, and the import's worker job."""
        from leerlingen.bronnen import registreer_bronnen
        from leerlingen.documents.pas import PAS
        from leerlingen.eersterun import IMPORT
        from leerlingen.eigendom import LES, MENTORSCHAP
        from leerlingen.importeren.taken import registreer as registreer_import
        from leerlingen.klokken import SOORTEN as KAARTSOORTEN
        from leerlingen.klokken_prive import SOORTEN as PRIVESOORTEN
        from leerlingen.klokken_stuk import SOORT as STUKSOORT
        from zorgapp.accounts import eersterun, eigendom
        from zorgapp.notifications.soorten import registreer as registreer_soort
        from zorgapp.werk.documenten import registreer_document

        eigendom.registreer(MENTORSCHAP)
        eigendom.registreer(LES)
        eersterun.registreer(IMPORT)
        registreer_import()
        registreer_bronnen()
        for soort in (*KAARTSOORTEN, *PRIVESOORTEN, STUKSOORT):
            registreer_soort(soort)
        registreer_document(PAS)
