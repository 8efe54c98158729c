"""The settings of meetings and agreements."""

from zorgapp.accounts.instellingsoort import Soort

OVERLEG: tuple[Soort, ...] = (
    Soort(
        "afspraak_vrij",
        "Afspraken: een datum zonder school",
        "Voorstellen vallen altijd op een schooldag. Kiest iemand zelf een dag in het weekend of een vakantie, dan mag "
        "dat met een melding, of niet.",
        1,
        0,
        1,
        "",
        keuzes=((1, "Mag, met een melding"), (0, "Mag niet")),
    ),
    Soort(
        "extern_inzage",
        "Externen: na het overleg",
        "Zo lang na een overleg leest iemand van buiten nog wat er voor hem in het verslag staat.",
        14,
        0,
        60,
        "dagen",
    ),
    Soort(
        "extern_account",
        "Externen: het account stopt",
        "Heeft iemand van buiten zo lang geen overleg gehad en staat er geen nieuw, dan stopt zijn rol als externe vanzelf. "
        "Komt hij weer, geef de rol dan opnieuw bij Mensen.",
        60,
        30,
        365,
        "dagen",
    ),
    Soort(
        "verteltermijn",
        "Na een overleg: de leerling en ouders vertellen",
        "Binnen deze tijd vertelt de mentor de leerling en de ouders wat er is afgesproken.",
        5,
        1,
        20,
        "schooldagen",
    ),
    Soort(
        "bespreektermijn",
        "Overleg: lang niet besproken",
        "Is een leerling zo lang in geen overleg besproken, dan stellen we hem voor bij de agenda.",
        10,
        1,
        40,
        "schoolweken",
    ),
)
