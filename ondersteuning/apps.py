from django.apps import AppConfig


class OndersteuningConfig(AppConfig):
    name = "ondersteuning"

    def ready(self) -> None:
        """Tell the lower floors what is open here, what is reminded of, and the last step of a first run."""
        from leerlingen.zienswijzen import registreer_bron
        from ondersteuning import (
            aanmelden_aanbod,
            aanmelden_hgw,
            aanmelden_opp_hub,
            aanmelden_opp_jaar,
            aanmelden_opp_pdf,
        )
        from ondersteuning.access_traject import open_evaluatie
        from ondersteuning.eersterun import EERSTE_SIGNAAL
        from ondersteuning.eigendom import EIGENDOM
        from ondersteuning.eigendom_traject import GROEP, TRAJECT
        from ondersteuning.klokken import SOORTEN
        from ondersteuning.klokken_lijsten import SOORTEN as LIJSTSOORTEN
        from ondersteuning.klokken_opp import SOORTEN as OPPSOORTEN
        from ondersteuning.klokken_traject import SOORTEN as TRAJECTSOORTEN
        from zorgapp.accounts import eersterun, eigendom
        from zorgapp.notifications.soorten import registreer

        for soort in (*SOORTEN, *LIJSTSOORTEN, *OPPSOORTEN, *TRAJECTSOORTEN):
            registreer(soort)
        for soort_werk in (EIGENDOM, TRAJECT, GROEP):
            eigendom.registreer(soort_werk)
        eersterun.registreer(EERSTE_SIGNAAL)
        registreer_bron("evaluatie", open_evaluatie)
        aanmelden_hgw.meld_aan()
        aanmelden_aanbod.meld_aan()
        aanmelden_opp_hub.meld_aan()
        aanmelden_opp_jaar.meld_aan()
        aanmelden_opp_pdf.meld_aan()
