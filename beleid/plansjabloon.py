"""What a yearly plan can begin with: a short proposal per part, and what each part is for. Nothing here is law text.

Sources: DOMAIN §2 (onderwijsondersteuningsplan), §10 (the year), seeds 000 (factors, choosing) and 001 (one point a year).
"""

from beleid.planloop import Deelsoort, Invloed, Kant

_D = Deelsoort
WAARVOOR: dict[str, str] = {
    _D.VISIE: "Waar staat de school voor als het om ondersteuning gaat?",
    _D.CONTEXT: "Wat helpt je om dit plan uit te voeren, en wat zit in de weg? Geef elk jaar opnieuw een score.",
    _D.KENGETALLEN: "Wat zeggen de cijfers? Schrijf erbij wat je eraan ziet.",
    _D.ONTWIKKELPUNT: "Waar werkt de hele school dit jaar aan? Eén punt is genoeg.",
    _D.STRUCTUUR: "Wie doet wat, van de klas tot buiten de school?",
    _D.PROTOCOLLEN: "Welke protocollen gelden, en welke kijk je dit jaar na?",
    _D.ACTIVITEITEN: "Wat gebeurt er dit jaar, en wie trekt het?",
    _D.SCHOLING: "Wat leren collega’s dit jaar?",
    _D.MIDDELEN: "Welke uren en welk geld zijn er, en waar gaan die heen?",
    _D.COMMUNICATIE: "Hoe horen collega’s, ouders en leerlingen van dit plan?",
    _D.EVALUATIE: "Wanneer kijken jullie terug, en met wie?",
}
VOORSTEL: dict[str, str] = {
    _D.VISIE: (
        "Elke leerling leert bij ons op een plek waar hij zich gezien voelt. We kijken naar wat hij nodig heeft, niet naar "
        "wat hij mankeert. De eerste hulp is in de les: de docent en de mentor doen wat zij kunnen. Extra hulp op school "
        "komt daarbij, en hulp van buiten als dat nodig is. Leerling en ouders denken steeds mee."
    ),
    _D.CONTEXT: (
        "We kozen wat de zorgcoördinator zelf kan veranderen en waar invloed op is. Wat buiten ons bereik ligt, noemen we, "
        "maar daar steken we dit jaar geen tijd in."
    ),
    _D.KENGETALLEN: "Dit vallen ons op aan de cijfers: …\nDit willen we dit jaar beter zien: …",
    _D.ONTWIKKELPUNT: (
        "We kiezen één punt voor de hele school. We meten het drie keer en kijken er in juni samen op terug. Wat nu niet "
        "kan, staat op de lijst ‘bewust later’."
    ),
    _D.STRUCTUUR: (
        "De eerste lijn is de les: docent en mentor. De tweede lijn is op school: begeleiders en zorgteam. De derde lijn is "
        "van buiten: partners waarmee we samenwerken. Per taak is één persoon verantwoordelijk."
    ),
    _D.PROTOCOLLEN: "De protocollen staan in de protocolgids. Dit jaar kijken we deze na: …",
    _D.ACTIVITEITEN: "De activiteiten staan op de jaarkalender, met wie ze trekt. De belangrijkste zijn: …",
    _D.SCHOLING: "Collega’s leren dit jaar over: …\nNieuwe collega’s krijgen uitleg in hun eerste maand.",
    _D.MIDDELEN: (
        "Zoveel uur is er voor coördinatie en begeleiding: …\nZoveel geld is er, en daarvoor gebruiken we het: …\nLukt het "
        "niet binnen de uren, dan kiezen we samen met de schoolleiding wat we laten liggen."
    ),
    _D.COMMUNICATIE: (
        "Collega’s lezen dit plan in zorgapp en bespreken het in hun team. Ouders lezen in de schoolgids welke "
        "ondersteuning er is. Elke periode vertellen we kort wat er gebeurde."
    ),
    _D.EVALUATIE: (
        "In januari kijken we of we op koers liggen. In juni kijken we terug met zorgteam, schoolleiding en een paar "
        "docenten: wat lukte, wat niet, en wat nemen we mee naar volgend jaar?"
    ),
}
FACTOREN: tuple[tuple[str, str, str], ...] = (
    (Kant.HELPT, "De schoolleiding denkt mee en maakt keuzes", Invloed.INVLOED),
    (Kant.HELPT, "Mentoren zien op tijd wat een leerling nodig heeft", Invloed.INVLOED),
    (Kant.HELPT, "De uren voor coördinatie zijn vastgelegd", Invloed.INVLOED),
    (Kant.REMT, "Er is te weinig tijd voor overleg met docenten", Invloed.INVLOED),
    (Kant.REMT, "Ik neem werk over dat bij de eerste lijn hoort", Invloed.FOCUS),
    (Kant.REMT, "Partners van buiten hebben een lange wachttijd", Invloed.BUITEN),
)
