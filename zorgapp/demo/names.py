"""Names for the bulk pupils and teachers: own lists of what one hears in a Dutch or Flemish school corridor."""

from random import Random
from typing import NamedTuple


class Naam(NamedTuple):
    """A person's name in its three parts."""

    roepnaam: str
    tussenvoegsel: str
    achternaam: str


class _Herkomst(NamedTuple):
    """First names beside last names that go with them; `gewicht` is its share of the school."""

    gewicht: int
    roepnamen: tuple[str, ...]
    achternamen: tuple[str, ...]


def _rij(tekst: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in tekst.split(",") if deel.strip())


HERKOMSTEN = (
    _Herkomst(
        64,
        _rij(
            "Anouk, Bas, Bente, Bram, Britt, Daan, Daphne, Dirk, Eline, Eva, Femke, Fenna, Fleur, Floor, Floris, Gijs,"
            "Guus, Hidde, Ilse, Isa, Iris, Jasmijn, Jasper, Jelle, Jesse, Jip, Job, Joep, Jonas, Jorrit, Julia, Jurre,"
            "Kiki, Koen, Lars, Lieke, Lisa, Loes, Lotte, Luuk, Maartje, Marijn, Maud, Mees, Meike, Merel, Mijntje, Mila,"
            "Milan, Naomi, Niels, Nina, Noor, Olaf, Pepijn, Pien, Pim, Puck, Quinten, Rens, Rik, Roos, Ruben, Sanne,"
            "Siebe, Sophie, Sterre, Stijn, Suze, Teun, Thijs, Tijn, Tim, Timo, Tirza, Veerle, Vera, Wessel, Willem, Wout,"
            "Yfke, Zoë"
        ),
        _rij(
            "Aalbers, Bakker, van den Berg, de Boer, Boersma, Bos, Brouwer, de Bruin, Dekker, Dijkstra, Drost, van Dijk,"
            "Eikelboom, Faber, de Graaf, Groen, de Groot, de Haan, Haverkamp, Hendriks, van der Heide, Hoekstra, Hofstra,"
            "Huisman, Jacobs, Jansen, de Jong, Jonker, Kok, Koning, Kooistra, Koster, Kramer, Kuiper, van Leeuwen,"
            "Lubbers, van der Meer, Meijer, van der Molen, Mulder, Nijhuis, Oosterhof, Otten, Peters, van der Ploeg,"
            "Postma, Prins, Reitsma, van Rijn, Roelofs, Ruiter, Scholten, Schouten, Smit, Snijders, Spijker, Terpstra,"
            "Timmer, van der Veen, Veenstra, Verbeek, Vermeer, Visser, de Vries, Vos, Wagenaar, van der Wal, Willems,"
            "de Wit, Zijlstra, van Zanten"
        ),
    ),
    _Herkomst(
        4,
        _rij("Amélie, Briek, Elise, Fien, Jeroen, Lander, Lore, Robbe, Seppe, Wannes"),
        _rij(
            "Claes, Coppens, De Backer, De Smet, Goossens, Lambrechts, Maes, Peeters, Vandenberghe, Verhaeghe, Wouters"
        ),
    ),
    _Herkomst(
        8,
        _rij(
            "Aylin, Berk, Berkay, Cem, Defne, Deniz, Elif, Emir, Emre, Esra, Kerem, Melek, Mert, Selin, Sude, Yasin, Zeynep"
        ),
        _rij(
            "Aksoy, Arslan, Aydın, Çelik, Demir, Doğan, Kaplan, Kaya, Kılıç, Korkmaz, Özdemir, Öztürk, Şahin, Yıldız, Yılmaz"
        ),
    ),
    _Herkomst(
        9,
        _rij(
            "Adam, Amira, Anas, Ayoub, Bilal, Dounia, Hafsa, Hajar, Ilias, Imane, Ismaïl, Mouad, Nora, Rania, Safae, Salma,"
            "Sami, Soufian, Yassine, Zakaria"
        ),
        _rij(
            "Achahbar, Aït Salah, Amrani, Azzouzi, Bakkali, Ben Ali, Benali, Bouzid, El Idrissi, El Khattabi, El Yousfi,"
            "Haddad, Lahlou, Mansouri, Ouali, Tahiri, Ziani"
        ),
    ),
    _Herkomst(
        6,
        _rij(
            "Chayenne, Denzel, Dinesh, Gianni, Jaïr, Jamie, Kiara, Naïma, Priya, Rayan, Shania, Shreya, Tyrone, Xavier"
        ),
        _rij(
            "Cairo, Croes, Doelwijt, Geerman, Ghisais, Kartosen, Martis, Pinas, Ramdin, Ramsaran, Sewdien, Tjin, Wijngaarde"
        ),
    ),
    _Herkomst(
        4,
        _rij("Agata, Filip, Hania, Jakub, Kacper, Maja, Oliwia, Szymon, Wiktoria, Zuzanna"),
        _rij("Adamski, Kaczmarek, Kowalczyk, Lewandowski, Nowak, Sikora, Wójcik, Zieliński"),
    ),
    _Herkomst(
        3,
        _rij("Ahmad, Farah, Hiba, Layan, Omran, Rama, Rima, Tarek, Yusuf, Zahra"),
        _rij("Al Asadi, Al Hamwi, Barakat, Darwish, Hamdan, Karimi, Rahimi, Shahin"),
    ),
    _Herkomst(
        2,
        _rij("Jia, Kenji, Lin, Mai, Ming, Thanh, Wei, Xinyi"),
        _rij("Cheung, Huang, Nguyen, Pham, Tran, Wong, Zhang"),
    ),
)
_GEWICHTEN = tuple(h.gewicht for h in HERKOMSTEN)
_LOSSE_WOORDEN = {"de", "den", "der", "van", "ter", "ten", "het", "'t"}


def splits(achternaam: str) -> tuple[str, str]:
    """Split "van der Veen" into ("van der", "Veen"); a Flemish "De Smet" stays whole."""
    delen = achternaam.split(" ")
    los = 0
    while los < len(delen) - 1 and delen[los] in _LOSSE_WOORDEN:
        los += 1
    return " ".join(delen[:los]), " ".join(delen[los:])


def kies_naam(rng: Random) -> Naam:
    """Draw one name; in five of a hundred the first name comes from another list (families mix)."""
    herkomst = rng.choices(HERKOMSTEN, _GEWICHTEN)[0]
    van_wie = rng.choices(HERKOMSTEN, _GEWICHTEN)[0] if rng.random() < 0.05 else herkomst
    tussenvoegsel, achternaam = splits(rng.choice(herkomst.achternamen))
    return Naam(rng.choice(van_wie.roepnamen), tussenvoegsel, achternaam)
