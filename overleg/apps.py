from django.apps import AppConfig


class OverlegConfig(AppConfig):
    name = "overleg"

    def ready(self) -> None:
        """Tell the lower floors what is reminded of here, and what is open of whom."""
        from overleg.documents import verslag
        from overleg.documents.vooraf import VOORAF
        from overleg.eigendom import AFSPRAAK
        from overleg.eigendom_overleg import OVERLEG, REEKS
        from overleg.eigendom_vertellen import VERTELLEN
        from overleg.klokken_afspraak import SOORTEN
        from overleg.klokken_coach import SOORTEN as COACHSOORTEN
        from overleg.klokken_plannen import SOORTEN as PLANSOORTEN
        from overleg.klokken_rondvraag import SOORTEN as RONDVRAAGSOORTEN
        from overleg.klokken_verslag import SOORTEN as VERSLAGSOORTEN
        from overleg.klokken_vooraf import SOORTEN as VOORAFSOORTEN
        from overleg.paneel_agenda import AGENDA
        from overleg.paneel_casus import CASUS
        from overleg.paneel_extern import EXTERN
        from overleg.paneel_verslag import PANEEL as VERSLAGPANEEL
        from overleg.panelen import registreer as registreer_paneel
        from zorgapp.accounts import eigendom
        from zorgapp.notifications.soorten import registreer
        from zorgapp.werk.documenten import registreer_document

        for soort in (*SOORTEN, *PLANSOORTEN, *COACHSOORTEN, *VERSLAGSOORTEN):
            registreer(soort)
        for soort in (*RONDVRAAGSOORTEN, *VOORAFSOORTEN):
            registreer(soort)
        for soort_werk in (AFSPRAAK, OVERLEG, REEKS, VERTELLEN):
            eigendom.registreer(soort_werk)
        registreer_paneel(AGENDA)
        registreer_paneel(EXTERN)
        registreer_paneel(CASUS)
        registreer_paneel(VERSLAGPANEEL)
        registreer_document(verslag.SOORT)
        registreer_document(VOORAF)
