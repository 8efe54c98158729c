"""What the tests of notes and documents share: a small school with a colleague per level, and short ways to write."""

import io
import uuid
import zipfile
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from leerlingen.models import Leerling, Niveau, Notitie, Notitiesoort, Stuk, Stuksoort, Toegangsverlening
from leerlingen.services.notities import Notitiegegevens, notitie_vastleggen
from leerlingen.services.stukken import Stukgegevens, stukken_toevoegen
from zorgapp.accounts.models import Afdeling, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN, maak_decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek

PDF = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
TEKST = b"Dit ging goed.\n"
GEHEIM = "Zijn vader is ziek."


@dataclass(frozen=True)
class Plein:
    """One pupil, and one colleague of every kind around him; `vreemd` teaches others."""

    school: School
    leerling: Leerling
    coordinator: Werkplek
    mentor: Werkplek
    docent: Werkplek
    teamleider: Werkplek
    begeleider: Werkplek
    leiding: Werkplek
    vreemd: Werkplek

    @property
    def lezers(self) -> dict[str, Werkplek]:
        return {
            naam: getattr(self, naam)
            for naam in ("coordinator", "mentor", "docent", "teamleider", "begeleider", "leiding", "vreemd")
        }


def maak_plein(school: School, dag: date | None = None) -> Plein:
    """Build it on `dag` (today unless said); the begeleider has this pupil by a grant of access."""
    dag = dag or timezone.localdate()
    decor = maak_decor(school, dag)
    afdeling = Afdeling.objects.create(school=school, naam="Onderbouw")
    type(decor.klas).objects.filter(pk=decor.klas.pk).update(afdeling=afdeling)
    docent = maak_werkplek(school, Rol.DOCENT, dag, "Sanne")
    maak_les(school, docent.user, decor.leerling, van=LANG_GELEDEN)
    geef_toegang(decor.coordinator, decor.begeleider, decor.leerling)
    return Plein(
        school=school,
        leerling=decor.leerling,
        coordinator=decor.coordinator,
        mentor=decor.mentor,
        docent=docent,
        teamleider=maak_werkplek(school, Rol.TEAMLEIDER, dag, "Hanna", afdeling=afdeling),
        begeleider=decor.begeleider,
        leiding=maak_werkplek(school, Rol.SCHOOLLEIDING, dag, "Marijke"),
        vreemd=maak_werkplek(school, Rol.DOCENT, dag, "Tim"),
    )


def geef_toegang(door: Werkplek, wie: Werkplek, leerling: Leerling, **velden: Any) -> Toegangsverlening:
    """Access to one pupil from today on, for half a year."""
    standaard = {"van": door.dag, "tot": door.dag + timedelta(days=180), "bron": f"proef:{wie.user.pk}"}
    return Toegangsverlening.objects.create(
        school=door.school,
        user=wie.user,
        leerling=leerling,
        reden="proef",
        door=door.user,
        **(standaard | velden),
    )


def gegevens(dag: date, **velden: Any) -> Notitiegegevens:
    standaard: dict[str, Any] = {
        "soort": Notitiesoort.GESPREK_OUDERS,
        "gebeurd_op": dag,
        "niveau": Niveau.MENTOR_ZORGTEAM,
        "tekst": GEHEIM,
    }
    return Notitiegegevens(**(standaard | velden))


def schrijf(door: Werkplek, leerling: Leerling, **velden: Any) -> Notitie:
    """A note through the service; its text is there because it was just written."""
    sleutel = velden.pop("sleutel", None) or uuid.uuid4()
    return notitie_vastleggen(
        door=door,
        leerling_id=leerling.pk,
        sleutel=sleutel,
        gegevens=gegevens(door.dag, **velden),
        op=timezone.now(),
    )


def voeg_toe(
    door: Werkplek,
    leerling: Leerling,
    soort: str = Stuksoort.VERSLAG,
    niveau: str = Niveau.MENTOR_ZORGTEAM,
    inhoud: bytes = TEKST,
    naam: str = "verslag.txt",
    **velden: Any,
) -> Stuk:
    """One document through the service: a text, because looking inside a pdf or photo starts a process."""
    sleutel = velden.pop("sleutel", None) or uuid.uuid4()
    [stuk] = stukken_toevoegen(
        door=door,
        leerling_id=leerling.pk,
        sleutel=sleutel,
        gegevens=Stukgegevens(soort, door.dag, niveau, "Een stuk"),
        bestanden=[ContentFile(inhoud, naam)],
        op=timezone.now(),
        **velden,
    )
    return stuk


def office(*delen: tuple[str, bytes], types: bytes = b"<Types/>") -> bytes:
    """An archive with these parts, as Office files are."""
    bak = io.BytesIO()
    with zipfile.ZipFile(bak, "w", zipfile.ZIP_DEFLATED) as zip_:
        zip_.writestr("[Content_Types].xml", types)
        for naam, inhoud in delen:
            zip_.writestr(naam, inhoud)
    return bak.getvalue()


DOCX = office(("word/document.xml", b"<document>tekst</document>"))
XLSX = office(("xl/workbook.xml", b"<workbook/>"))
