from django.apps import AppConfig


class LeerlingenConfig(AppConfig):
    name = "leerlingen"

    def ready(self) -> None:
        from leerlingen.importeren.taken import registreer as registreer_import

        registreer_import()
