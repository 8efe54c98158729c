"""The floor of policy: plan, year, offer text, hours, protocols, figures, news."""

from django.apps import AppConfig


class BeleidConfig(AppConfig):
    name = "beleid"

    def ready(self) -> None:
        """Tell the lower floors what is reminded of here, what is printed, and what is open of whom."""
        from beleid import (
            aanmelden_aanbod,
            aanmelden_cijfers,
            aanmelden_jaar,
            aanmelden_nieuws,
            aanmelden_plan,
            aanmelden_protocol,
            aanmelden_punt,
            aanmelden_scholing,
            aanmelden_uren,
        )

        for deel in (
            aanmelden_plan,
            aanmelden_punt,
            aanmelden_jaar,
            aanmelden_scholing,
            aanmelden_aanbod,
            aanmelden_protocol,
            aanmelden_uren,
            aanmelden_cijfers,
            aanmelden_nieuws,
        ):
            deel.meld_aan()
