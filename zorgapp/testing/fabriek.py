"""Fixed, minimal, valid objects for tests; variety is stated by the caller. Needs the school's context."""

import itertools
import uuid
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from leerlingen.models import Klas, Leerling, Lesgroep, LesgroepLid, Lesopdracht, Mentorschap, Plaatsing
from ondersteuning.models import Signaal
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken

DAG = date(2026, 11, 24)
NU = datetime(2026, 11, 24, 10, 42, tzinfo=ZoneInfo("Europe/Amsterdam"))
_nummer = itertools.count(1)


def maak_school(brin: str = "12AB", naam: str = "Rietveen College", **velden: Any) -> School:
    return School.objects.create(brin=brin, naam=naam, ingericht_op=date(2020, 1, 1), **velden)


def maak_user(voornaam: str = "Sanne", achternaam: str = "Koster", **velden: Any) -> User:
    email = velden.pop("email", f"{voornaam.lower()}{next(_nummer)}@rietveen.example")
    wachtwoord = velden.pop("password", None)
    return User.objects.create_user(email, wachtwoord, voornaam=voornaam, achternaam=achternaam, **velden)


def stel_aan(
    user: User, school: School, rol: Rol, van: date = date(2020, 8, 1), **velden: Any
) -> Aanstelling:
    return Aanstelling.objects.create(user=user, school=school, rol=rol, van=van, **velden)


def maak_werkplek(
    school: School, rol: Rol, dag: date = DAG, voornaam: str = "Sanne", **aanstelling: Any
) -> Werkplek:
    """A new user with one role, and his Werkplek on `dag` (sets the school's context)."""
    user = maak_user(voornaam)
    stel_aan(user, school, rol, **aanstelling)
    werkplek = werkplek_maken(user, dag, school.pk)
    assert werkplek is not None
    return werkplek


def maak_klas(school: School, naam: str = "H3b", schooljaar: int = 2026, **velden: Any) -> Klas:
    return Klas.objects.create(school=school, naam=naam, schooljaar=schooljaar, **velden)


def maak_leerling(
    school: School,
    klas: Klas | None = None,
    roepnaam: str = "Kees Jan",
    achternaam: str = "Bakker",
    **velden: Any,
) -> Leerling:
    """A pupil, placed in `klas` when given."""
    nummer = velden.pop("leerlingnummer", str(20000 + next(_nummer)))
    leerling = Leerling.objects.create(
        school=school,
        leerlingnummer=nummer,
        roepnaam=roepnaam,
        achternaam=achternaam,
        geboortedatum=date(2011, 4, 12),
        **velden,
    )
    if klas:
        Plaatsing.objects.create(school=school, leerling=leerling, klas=klas, van=date(2026, 8, 1))
    return leerling


def maak_mentor(
    school: School, klas: Klas, user: User, van: date = date(2026, 8, 1), tot: date | None = None
) -> Mentorschap:
    return Mentorschap.objects.create(school=school, klas=klas, user=user, van=van, tot=tot)


def maak_les(
    school: School,
    user: User,
    *leerlingen: Leerling,
    naam: str = "h3.du1",
    van: date = date(2026, 8, 1),
    tot: date | None = None,
) -> Lesopdracht:
    """A teaching group with these pupils, taught by `user`."""
    groep = Lesgroep.objects.create(school=school, naam=naam, schooljaar=2026, vak="Duits")
    for leerling in leerlingen:
        LesgroepLid.objects.create(school=school, leerling=leerling, lesgroep=groep, van=van)
    return Lesopdracht.objects.create(school=school, user=user, lesgroep=groep, vak="Duits", van=van, tot=tot)


def maak_signaal(school: School, indiener: User, leerling: Leerling | None, **velden: Any) -> Signaal:
    """A stored signal without its debt; use ondersteuning.services to test filing."""
    standaard = {
        "wat_zie_je": "Krijgt bij Duits en Frans zijn extra tijd niet.",
        "domein_indiener": "leer",
        "domein": "leer",
    }
    op = velden.pop("ingediend_op", NU - timedelta(days=1))
    return Signaal.objects.create(
        school=school,
        indiener=indiener,
        leerling=leerling,
        sleutel=uuid.uuid4(),
        ingediend_op=op,
        **(standaard | velden),
    )
