from django.apps import AppConfig


class OverlegConfig(AppConfig):
    name = "overleg"

    def ready(self) -> None:
        """Tell the lower floors what is reminded of here, and what is open of whom."""
        from overleg.eigendom import AFSPRAAK
        from overleg.eigendom_overleg import OVERLEG, REEKS
        from overleg.klokken_afspraak import SOORTEN
        from overleg.klokken_coach import SOORTEN as COACHSOORTEN
        from overleg.klokken_plannen import SOORTEN as PLANSOORTEN
        from overleg.paneel_casus import CASUS
        from overleg.paneel_extern import EXTERN
        from overleg.panelen import registreer as registreer_paneel
        from zorgapp.accounts import eigendom
        from zorgapp.notifications.soorten import registreer

        for soort in (*SOORTEN, *PLANSOORTEN, *COACHSOORTEN):
            registreer(soort)
        for soort_werk in (AFSPRAAK, OVERLEG, REEKS):
            eigendom.registreer(soort_werk)
        registreer_paneel(EXTERN)
        registreer_paneel(CASUS)
