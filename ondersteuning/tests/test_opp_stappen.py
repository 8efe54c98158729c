"""The steps of an OPP: never backward while facts only grow, whatever the order in which they come."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ondersteuning.opp import terugkijken
from ondersteuning.opp.feiten import Feiten, Gehoord, Overlegd
from ondersteuning.opp.loop import Handelingsdeel, OppStap
from ondersteuning.opp.stappen import STAPPEN, bereikt, stap_van, stappenrij
from ondersteuning.opp.termijnen import Teruggekeken

DAG = date(2026, 11, 24)
BEGIN = Feiten(dag=DAG, ronde=1, teksten={})
Groei = Callable[[Feiten], Feiten]


def _gehoord(**meer: object) -> Groei:
    def groei(f: Feiten) -> Feiten:
        nu = f.hoorrecht or Gehoord(f.ronde, DAG)
        anders = tuple(g for g in f.gehoord if g.ronde != f.ronde)
        return replace(f, gehoord=(*anders, replace(nu, **meer)))  # type: ignore[arg-type]

    return groei


def _overleg(ronde: int, gezag: bool) -> Groei:
    rij = Overlegd(ronde, DAG, gezag, False, True, "x")
    return lambda f: replace(f, overleggen=(*f.overleggen, rij))


def _verder(naar: Handelingsdeel) -> Groei:
    volgorde = (Handelingsdeel.CONCEPT, Handelingsdeel.VOORGELEGD, Handelingsdeel.AKKOORD)
    return lambda f: replace(f, handelingsdeel=max(f.handelingsdeel, naar, key=volgorde.index))


def _geevalueerd(f: Feiten) -> Feiten:
    return replace(f, begindatum=DAG, evaluaties=(*f.evaluaties, Teruggekeken(DAG, True, True)))


GROEI: dict[str, Groei] = {
    "gevraagd": _gehoord(),
    "woorden": _gehoord(heeft_inbreng=True),
    "invloed": _gehoord(invloeden=1),
    "ziet af": _gehoord(ziet_af=True),
    "uitgelegd": _gehoord(toegelicht_op=DAG),
    "overleg": _overleg(1, True),
    "overleg zonder gezag": _overleg(1, False),
    "eerder overleg": _overleg(0, True),
    "andere tekst": lambda f: replace(f, hash_perspectief=f.hash_perspectief + "1", doelen=f.doelen + 1),
    "voorgelegd": _verder(Handelingsdeel.VOORGELEGD),
    "akkoord": _verder(Handelingsdeel.AKKOORD),
    "terugkijken": _geevalueerd,
    "dicht": lambda f: replace(f, einddatum=DAG),
}


@given(st.lists(st.sampled_from(sorted(GROEI)), max_size=14), st.integers(0, 14))
@settings(max_examples=25, deadline=None)
def test_nooit_terug(wat: list[str], vast_na: int) -> None:
    feiten, eerder, was = BEGIN, 0, frozenset({OppStap.CONCEPT})
    for nummer, naam in enumerate(wat):
        feiten = GROEI[naam](feiten)
        vast = nummer >= vast_na
        nu = bereikt(feiten, vastgesteld=vast)
        assert was <= nu
        plek = STAPPEN.index(stap_van(feiten, vastgesteld=vast))
        assert plek >= eerder
        rij = stappenrij(feiten, vastgesteld=vast)
        assert [s.stap for s in rij] == list(STAPPEN)
        assert sum(s.nu for s in rij) <= 1 and not any(s.nu and s.klaar for s in rij)
        was, eerder = nu, plek


def test_ook_in_een_andere_volgorde() -> None:
    """Heard before the talk: the talk is still the step to take."""
    feiten = GROEI["woorden"](GROEI["gevraagd"](BEGIN))
    assert stap_van(feiten, vastgesteld=False) == OppStap.GEHOORD
    assert [s.stap for s in stappenrij(feiten, vastgesteld=False) if s.nu] == [OppStap.BESPROKEN]


def test_zonder_akkoord_verder() -> None:
    """Set without agreement: the next step is looking back, not the agreement that never came."""
    feiten = replace(BEGIN, begindatum=DAG, handelingsdeel=Handelingsdeel.GEEN_OVEREENSTEMMING)
    assert stap_van(feiten, vastgesteld=True) == OppStap.VASTGESTELD
    assert [s.stap for s in stappenrij(feiten, vastgesteld=True) if s.nu] == [OppStap.GEEVALUEERD]
    dicht = replace(feiten, einddatum=DAG)
    assert not any(s.nu for s in stappenrij(dicht, vastgesteld=True))


@given(st.dates(date(2020, 1, 1), date(2040, 12, 31)), st.none() | st.integers(-400, 800), st.booleans())
@settings(max_examples=25, deadline=None)
def test_het_voorstel_past_altijd(dag: date, over: int | None, gedaan: bool) -> None:
    """The proposed day to look back is never past and never after the school year in which it is due (rule 16)."""
    evaluaties = (Teruggekeken(dag, True, True),) if gedaan else ()
    feiten = replace(BEGIN, dag=dag, begindatum=dag, evaluaties=evaluaties)
    gepland = None if over is None else dag + timedelta(days=over)
    gekozen = terugkijken.voorstel(feiten, gepland)
    laatste = terugkijken.uiterlijk(feiten)
    assert dag <= gekozen <= laatste
    assert (laatste.month, laatste.day) == (7, 31)
    assert gekozen == gepland or gepland is None or not dag < gepland <= laatste
