"""The pupil's own words in an OPP on paper, how he was heard, and what is done with each point (rules 12 to 15)."""

from dataclasses import dataclass

from ondersteuning.access_opp_pdf import Oppinhoud
from ondersteuning.documents.opp_delen import dagtekst


@dataclass(frozen=True)
class Woord:
    """Something the pupil said, letter for letter, and how that was heard."""

    tekst: str
    noot: str


def woorden(inhoud: Oppinhoud) -> tuple[Woord, ...]:
    """What the pupil said in this round; a drawing without words is named."""
    if inhoud.gehoord is None:
        return ()
    gevonden = []
    for rij in inhoud.gehoord.inbreng.all():
        wie = f", opgeschreven door {rij.opgetekend_door.naam}" if rij.opgetekend_door else ""
        noot = f"{str(rij.get_hoe_display()).capitalize()}, {dagtekst(rij.gezegd_op)}{wie}."  # type: ignore[attr-defined]
        if rij.stuk_id:
            noot += " Met een bijlage in het dossier."
        gevonden.append(Woord(rij.woorden.strip(), noot))
    return tuple(gevonden)


def hoornoot(inhoud: Oppinhoud) -> str:
    """One sentence on how the pupil was heard: offered, declined, explained back, or not heard yet (rules 12 and 15)."""
    gehoord, naam = inhoud.gehoord, inhoud.leerling.roepnaam
    if gehoord is None:
        return f"{naam} is nog niet gehoord."
    if gehoord.ziet_af_op:
        reden = f" Reden: {gehoord.ziet_af_reden.strip().rstrip('.')}." if gehoord.ziet_af_reden else ""
        return f"{naam} is gevraagd en ziet ervan af ({dagtekst(gehoord.ziet_af_op)}).{reden}"
    delen = [f"Gevraagd op {dagtekst(gehoord.aangeboden_op)}."]
    if not gehoord.inbreng.all():
        delen.append(f"{naam} heeft nog niets gezegd.")
    if gehoord.toegelicht_op:
        delen.append(f"Wat ermee gebeurt is op {dagtekst(gehoord.toegelicht_op)} met {naam} besproken.")
    return " ".join(delen)


def invloed(inhoud: Oppinhoud) -> tuple[tuple[str, str, str], ...]:
    """Each point of the pupil with what the school does with it and why (rule 15)."""
    if inhoud.gehoord is None:
        return ()
    return tuple(
        (rij.punt, str(rij.get_gevolg_display()), rij.uitleg)  # type: ignore[attr-defined]
        for rij in inhoud.gehoord.invloeden.all()
    )
