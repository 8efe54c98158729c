"""Which words of a text could be somebody's name; a gentle check compares them with pupils, and never refuses by itself.

`naamvrij` knows whom a text is about; here nobody knows, so words with a capital are all there is to go by.
"""

import re

HOOGSTENS = 200
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def mogelijke_namen(tekst: str) -> list[str]:
    """Words with a capital, each once, as typed and without the s of a genitive; and pairs of them: "Kees Jan".

    At most HOOGSTENS, in the order of the text.
    """
    gevonden: list[str] = []
    vorige, einde = "", -1
    for treffer in _WOORD.finditer(tekst):
        woord = treffer.group()
        if not woord[0].isupper():
            vorige = ""
            continue
        vormen = _vormen(woord)
        if vorige and tekst[einde : treffer.start()] == " ":
            gevonden += [f"{vorige} {vorm}" for vorm in vormen]
        gevonden += vormen
        vorige, einde = woord, treffer.end()
    return list(dict.fromkeys(gevonden))[:HOOGSTENS]


def _vormen(woord: str) -> list[str]:
    """A word, and what it is the genitive of: "Sems", "Eva's"."""
    los = re.sub(r"['’]?s$", "", woord)
    return [woord, los] if los and los != woord else [woord]
