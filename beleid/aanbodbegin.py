"""What an offer text begins with when the school has none yet: words to change, that promise nothing by themselves."""

INLEIDING = (
    "Elk kind leert anders. De mentor ziet je kind elke week en praat met je kind en jou over wat goed gaat en wat lastig "
    "is. Is er meer nodig, dan kijken we samen welke hulp past.\n\n"
    "Hieronder lees je welke hulp we op school geven."
)
GRENZEN = (
    "Soms heeft een kind hulp nodig die wij niet kunnen geven. Dan zoeken we samen met je kind, jou en het "
    "samenwerkingsverband naar een plek waar dat wel kan. Tot die plek er is, blijft je kind leerling van onze school."
)
CONTACT = "Heb je een vraag over hulp op school? Ga eerst naar de mentor van je kind."
