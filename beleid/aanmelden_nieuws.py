"""What the lower floors are told of news: its reminder, and its buttons on Beleid en jaar."""

from beleid.blokken import Actie, Blok
from beleid.blokken import registreer as registreer_blok
from beleid.klokken_nieuws import SOORTEN
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.soorten import registreer

_ACTIES = (
    Actie("Nieuws", "beleid:nieuws", "news"),
    Actie("Voldoen wij?", "beleid:wetten", "scale"),
    Actie("Dag rond", "beleid:dag_rond", "sunset", Recht.DAG_ROND),
)


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    registreer_blok(Blok("nieuws", 95, acties=_ACTIES))
