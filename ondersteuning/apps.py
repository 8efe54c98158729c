from django.apps import AppConfig


class OndersteuningConfig(AppConfig):
    name = "ondersteuning"

    def ready(self) -> None:
        from ondersteuning.klokken import SOORTEN
        from zorgapp.notifications.soorten import registreer

        for soort in SOORTEN:
            registreer(soort)
