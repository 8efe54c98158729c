"""Two people in one text: nothing that either typed is lost, and what only one changed goes as he wanted."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.samentekst import voeg_teksten_samen

BASIS = "Moeder werkt vroeg. Sem staat alleen op.\nNadia belt."


def voeg(staat: str, mijn: str, basis: str = BASIS) -> tuple[str, bool]:
    samen = voeg_teksten_samen(basis, staat, mijn, "Ilse")
    return samen.tekst, samen.botste


def test_wie_niets_veranderde_neemt_het_andere_over() -> None:
    assert voeg(BASIS + " Ritme eerst.", BASIS) == (BASIS + " Ritme eerst.", False)
    assert voeg(BASIS, "") == ("", False)
    assert voeg("Weg.", "Weg.") == ("Weg.", False)


def test_op_twee_plekken_in_een_alinea() -> None:
    staat = "Moeder werkt op dinsdag vroeg. Sem staat alleen op.\nNadia belt."
    mijn = "Moeder werkt vroeg. Sem staat alleen op.\nNadia belt vrijdag."
    assert voeg(staat, mijn) == (
        "Moeder werkt op dinsdag vroeg. Sem staat alleen op.\nNadia belt vrijdag.",
        False,
    )


def test_allebei_aan_het_eind() -> None:
    tekst, botste = voeg(BASIS + " Eerst ritme.", BASIS + " Dan rooster.")
    assert tekst == BASIS + " Eerst ritme. Dan rooster." and not botste
    tekst, botste = voeg("Nadia belt.", "Nadia belde.", "Nadia bel")
    assert botste and "belt." in tekst and "belde." in tekst
    assert voeg("Eerst.", "Dan.", "") == ("Eerst. Dan.", False)


def test_dezelfde_zin_blijft_twee_keer_staan() -> None:
    tekst, botste = voeg(
        BASIS.replace("Nadia belt.", "Nadia mailt."), BASIS.replace("Nadia belt.", "Ruben belt.")
    )
    assert botste and "Ruben belt." in tekst and "[Ilse schreef hier:] Nadia mailt." in tekst


def test_de_een_gaat_door_waar_de_ander_iets_achter_zet() -> None:
    """A save comes in the middle of a sentence: who types on keeps his sentence whole, whoever saved first."""
    half, door, ander = "Moeder wer", "Moeder werkt vroeg", "Moeder wer\nNadia belt."
    samen = ("Moeder werkt vroeg\nNadia belt.", False)
    assert voeg(ander, door, half) == samen and voeg(door, ander, half) == samen
    assert voeg("Sem komt\nNadia belt.", "Sem komt laat.", "Sem komt") == (
        "Sem komt laat.\nNadia belt.",
        False,
    )
    assert voeg("Sem komt laat.", "Sem komt\nNadia belt.", "Sem komt") == (
        "Sem komt laat.\nNadia belt.",
        False,
    )
    assert voeg("Werkt vroeg. Ritme.", "Werkt dinsdag vroeg.", "Werkt vroeg.") == (
        "Werkt dinsdag vroeg. Ritme.",
        False,
    )


WOORD = st.text(alphabet="abcde", min_size=1, max_size=4)
TEKST = st.lists(st.sampled_from(["aa. ", "bb. ", "cc\n", "dd! ", "ee", "e"]) | WOORD, max_size=8).map(
    "".join
)


@settings(max_examples=100, deadline=None)
@given(TEKST, TEKST, TEKST)
def test_geen_nieuw_woord_gaat_verloren(basis: str, staat: str, mijn: str) -> None:
    tekst, _ = voeg(staat, mijn, basis)
    oud, uit = Counter(basis.split()), Counter(tekst.replace("[Ilse schreef hier:]", " ").split())
    for kant in (staat, mijn):
        nieuw = Counter(kant.split()) - oud
        assert not {woord for woord in nieuw if woord not in uit}
