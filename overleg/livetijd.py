"""How time goes in a meeting that is on, as pure functions: per item, and what is left of the whole."""

from datetime import datetime, timedelta

from zorgapp.kern.aantallen import hoeveel

DAG = 24 * 60
LANG = 240  # minutes: so late, the number says nothing but that nobody closed the meeting


def verstreken(seconden: int, bezig_sinds: datetime | None, nu: datetime) -> int:
    """Whole minutes that an item was discussed, with what runs now."""
    loopt = int((nu - bezig_sinds).total_seconds()) if bezig_sinds else 0
    return (seconden + max(0, loopt)) // 60


def over(begin: datetime, minuten: int, nu: datetime) -> int:
    """Minutes left of the meeting; negative when it runs late. A meeting that began late ends when it was planned."""
    rest = begin + timedelta(minutes=minuten) - nu
    return -(-int(rest.total_seconds()) // 60)


def rest_zin(minuten: int, punten: int, leerlingen: bool) -> str:
    """Return "nog 66 minuten, 4 leerlingen", or how late it is; only in words when it is far from its time."""
    tijd = (
        "eerder begonnen"
        if minuten > DAG
        else f"nog {hoeveel(minuten, 'minuut', 'minuten')}"
        if minuten > 0
        else f"{hoeveel(-minuten, 'minuut', 'minuten')} over tijd"
        if -LANG < minuten < 0
        else "de tijd is om"
    )
    wat = hoeveel(punten, *(("leerling", "leerlingen") if leerlingen else ("punt", "punten")))
    return f"{tijd}, {wat}" if punten else f"{tijd}, alles besproken"
