"""Sentences for the bulk signals: what was seen and what is needed, per domain. About nobody in particular."""

ZINNEN: dict[str, tuple[tuple[str, str], ...]] = {
    "leer": (
        (
            "Levert bij drie vakken geen huiswerk in, ook niet na een herinnering.",
            "Een vaste tijd om te plannen.",
        ),
        (
            "Leest de vraag maar half en begint meteen te schrijven.",
            "Leren om eerst te lezen en dan te doen.",
        ),
        (
            "Heeft voor de derde keer een onvoldoende voor een toets die thuis wel lukte.",
            "Oefenen onder tijd.",
        ),
        (
            "Spelt dezelfde woorden steeds anders en schrijft zo kort mogelijk.",
            "Weten wat helpt bij schrijven.",
        ),
        ("Rekent op zijn vingers en loopt vast bij breuken.", "Een stappenkaart bij rekenen."),
        ("Verveelt zich, is altijd als eerste klaar en gaat dan praten.", "Werk dat uitdaagt."),
        ("Begrijpt de uitleg in de klas niet en durft het niet te vragen.", "Uitleg in een kleine groep."),
        ("Vergeet boeken en laptop, bijna elke dag.", "Een vaste plek en een paklijst."),
        ("Maakt goede aantekeningen maar leert ze niet.", "Een manier van leren die past."),
        ("Nederlands is de derde taal thuis, lange teksten kosten veel tijd.", "Woorden vooraf."),
    ),
    "pers": (
        (
            "Zit sinds een week alleen in de pauze en wil er niet over praten.",
            "Iemand die af en toe vraagt hoe het gaat.",
        ),
        (
            "Reageert kort en boos op klasgenoten, dat was eerder niet zo.",
            "Een rustig gesprek buiten de les.",
        ),
        ("Is vaak moe en legt het hoofd op tafel.", "Weten wat er thuis speelt."),
        ("Wordt in de groepsapp buitengesloten, zegt een vriendin.", "Veiligheid in de klas."),
        ("Opa is overleden en dat komt in de les steeds boven.", "Ruimte voor verdriet."),
        ("Krijgt buikpijn voor elke presentatie.", "Stap voor stap oefenen."),
        (
            "Kan niet stilzitten en stoort anderen, ziet zelf dat het niet lukt.",
            "Bewegen mag, met afspraken.",
        ),
        ("Vertelt dat zijn ouders uit elkaar gaan.", "Eén volwassene op school die het weet."),
        ("Trekt zich terug sinds de nieuwe groepjes.", "Aansluiting bij een of twee klasgenoten."),
        ("Werd tijdens de gymles uitgelachen en bleef daarna thuis.", "Een goed begin van de week."),
    ),
    "loop": (
        ("Komt drie keer per week te laat binnen.", "Een plan voor de ochtend."),
        ("Weet niet welk profiel past en kiest wat vrienden kiezen.", "Een gesprek over wat goed gaat."),
        ("Wil van school af en werkt al veel uren in een winkel.", "Zicht op een opleiding met werk erin."),
        ("Is ziek gemeld, maar werd in de stad gezien.", "Contact met thuis."),
        ("Twijfelt of dit niveau past en haalt de cijfers net.", "Weten welke weg er nog meer is."),
        ("Zag geen stageplek en belt zelf niet.", "Samen de eerste twee telefoontjes."),
        ("Mist vooral de eerste uren op maandag.", "Iemand die verwacht dat je er bent."),
    ),
}

ADVIEZEN = (
    "Spreek één vast moment per week af en houd het kort.",
    "Vraag eerst wat wel lukt en begin daar.",
    "Bespreek het in de klassenbespreking, dan doet iedereen hetzelfde.",
    "Bel naar huis en vraag wat daar helpt.",
    "Geef een plek vooraan en een taak per keer.",
)
AL_GEDAAN = (
    "Gesprekken met de mentor. Het ging even beter.",
    "Andere plek in de klas en contact met thuis. Dat hielp een beetje.",
    "Extra uitleg na de les. De cijfers bleven gelijk.",
)
REDENEN = (
    "De docenten komen er samen niet uit en vragen om steun.",
    "Het speelt bij alle vakken en langer dan zes weken.",
    "De leerling vroeg er zelf om.",
)
SLOT = (
    "De mentor sprak de leerling en het is opgelost.",
    "Het was eenmalig, de afspraken gaan goed.",
    "Dit loopt al bij een begeleider, we voegen het samen.",
)
RESULTATEN = ("Gaat goed, we stoppen.", "Loopt, de mentor houdt het bij.", "Doelen gehaald.")
