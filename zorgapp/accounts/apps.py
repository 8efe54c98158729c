from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "zorgapp.accounts"
    label = "accounts"

    def ready(self) -> None:
        from zorgapp.accounts import checks  # noqa: F401  registers the system checks
