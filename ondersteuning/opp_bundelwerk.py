"""The job that makes a bundle of OPPs piece by piece: stopped, killed or retried it goes on with what is not there yet.

The result is a ZIP with a PDF per OPP and a list, not one PDF: putting PDFs together loses the tags that a screen reader
needs (PDF/UA-1) and needs all pages in memory. Here one OPP at a time is in memory, whatever the number.
"""

import logging
import shutil
import tempfile
import zipfile
from datetime import datetime

from django.core.files import File
from django.core.files.base import ContentFile
from django.http import Http404
from django.utils import timezone
from django.utils.text import slugify

from ondersteuning.access_opp_bundel import (
    SOORT_BUNDEL,
    SOORT_DEEL,
    SPELING,
    Keuze,
    keuze_van,
    open_delen,
    versies_voor,
)
from ondersteuning.documents import opp, opp_bundel
from ondersteuning.models import Bundeldeel, Oppbundel
from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.werk.documenten import pdf_van
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.soorten import TaakFout
from zorgapp.werk.uitvoeren import voortgang

log = logging.getLogger(__name__)
BEWAREN_DAGEN = 7
"""Days that a bundle and its parts are kept: long enough to finish one that was stopped."""
MAG_NIET = "Je mag deze bundel niet meer maken, of hij is er niet meer."
NIET_MEER = "Dit ontwikkelingsperspectief geldt niet meer, of je mag het niet meer zien."
MISLUKT = "Dit document lukte niet."


def maken(taak: Taak) -> None:
    """Make the parts that are not there yet, then the ZIP; stops between two parts when its owner said so."""
    op = taak.hartslag_op or taak.gemaakt_op
    with in_school(taak.school_id, taak.eigenaar_id):
        _, bundel = _open(taak)
        totaal = Bundeldeel.objects.filter(bundel=bundel).count()
        te_doen = open_delen(bundel.pk, op)
    for nummer, deel_id in enumerate(te_doen, totaal - len(te_doen)):
        voortgang(taak.pk, nummer, totaal, f"{nummer} van {totaal} zijn klaar.")
        if not _een_deel(taak, deel_id, op):
            voortgang(taak.pk, totaal, totaal, f"Gestopt. {nummer} van {totaal} zijn klaar.")
            return
    with in_school(taak.school_id, taak.eigenaar_id):
        werkplek, bundel = _open(taak)
        taak.bestand = _pak_in(werkplek, bundel, keuze_van(bundel))
    voortgang(
        taak.pk, totaal, totaal, f"De bundel staat klaar. Je kunt hem {BEWAREN_DAGEN} dagen downloaden."
    )


def _open(taak: Taak) -> tuple[Werkplek, Oppbundel]:
    """The owner at work with the rights of this moment, and his bundle; sets the context of this transaction."""
    dag = timezone.localdate(taak.hartslag_op)
    werkplek = werkplek_maken(taak.eigenaar, dag, taak.school_id)
    if werkplek is None or werkplek.school.pk != taak.school_id or not werkplek.mag(Recht.OPP_BEHEREN):
        raise TaakFout(MAG_NIET)
    rijen = Oppbundel.objects.filter(pk=taak.object_id or 0, school=werkplek.school, door=werkplek.user)
    bundel = rijen.select_related("klas", "vestiging").first()
    if bundel is None:
        raise TaakFout(MAG_NIET)
    return werkplek, bundel


def _een_deel(taak: Taak, deel_id: int, op: datetime) -> bool:
    """Make one part in a transaction of its own; False when the bundle was stopped. A part that fails stops nothing."""
    try:
        with in_school(taak.school_id, taak.eigenaar_id):
            werkplek, bundel = _open(taak)
            if bundel.gestopt_op is not None:
                return False
            _maak_deel(werkplek, bundel, deel_id, op)
            return True
    except TaakFout:
        raise
    except Exception as fout:  # whatever one document runs into: the others are made, the log gets no data
        log.error("deel #%s van een bundel mislukt: %s", deel_id, type(fout).__name__)
        zin = NIET_MEER if isinstance(fout, Http404) else MISLUKT
    with in_school(taak.school_id, taak.eigenaar_id):
        Bundeldeel.objects.filter(pk=deel_id).update(fout=zin)
    return True


def _maak_deel(werkplek: Werkplek, bundel: Oppbundel, deel_id: int, op: datetime) -> None:
    """Render one part and keep its file; nothing when another worker was first."""
    rijen = Bundeldeel.objects.select_related("bestand").select_for_update(of=("self",))
    deel = rijen.filter(pk=deel_id, bundel=bundel).first()
    if deel is None or (deel.bestand is not None and deel.bestand.verloopt_op > op + SPELING):
        return
    versies = versies_voor(werkplek, Keuze(keuze_van(bundel).jaar)).filter(pk=deel.oppversie_id)
    versie = versies.select_related("opp__leerling", "opp__opsteller", "vastgesteld_door").first()
    if versie is None:
        raise Http404("opp")
    pdf = pdf_van(opp.SOORT, opp.document_van(werkplek, versie))
    bestand = bestand_bewaren(
        door=werkplek,
        soort=SOORT_DEEL,
        upload=ContentFile(pdf, f"{deel.volgorde:04}.pdf"),
        dagen=BEWAREN_DAGEN,
    )
    Bundeldeel.objects.filter(pk=deel.pk).update(bestand=bestand, fout="")


def _pak_in(werkplek: Werkplek, bundel: Oppbundel, keuze: Keuze) -> Bestand:
    """Write the parts to a ZIP on disk, one at a time, with the list first; return the stored file."""
    klassen = dict(versies_voor(werkplek, Keuze(keuze.jaar)).values_list("pk", "klasnaam"))
    regels = []
    with tempfile.TemporaryFile() as tijdelijk:
        with zipfile.ZipFile(tijdelijk, "w", zipfile.ZIP_STORED) as archief:
            for deel in _delen(bundel):
                regel = _regel(deel, klassen.get(deel.oppversie_id) or "")
                regels.append(regel)
                if deel.bestand is not None and not regel.fout:
                    with deel.bestand.bestand.open("rb") as bron, archief.open(regel.bestand, "w") as doel:
                        shutil.copyfileobj(bron, doel)
            lijst = opp_bundel.lijst(
                werkplek, jaar=str(keuze.jaar), waarvan=keuze.woord, regels=tuple(regels)
            )
            archief.writestr("inhoud.pdf", pdf_van(opp_bundel.SOORT, lijst))
        tijdelijk.seek(0)
        upload = File(tijdelijk, name=f"ontwikkelingsperspectieven-{keuze.jaar}.zip")
        return bestand_bewaren(door=werkplek, soort=SOORT_BUNDEL, upload=upload, dagen=BEWAREN_DAGEN)


def _delen(bundel: Oppbundel) -> list[Bundeldeel]:
    rijen = Bundeldeel.objects.filter(bundel=bundel).order_by("volgorde")
    return list(rijen.select_related("bestand", "oppversie__opp__leerling"))


def _regel(deel: Bundeldeel, klas: str) -> opp_bundel.Bundelregel:
    fout = deel.fout or ("" if deel.bestand_id else MISLUKT)
    return opp_bundel.Bundelregel(
        bestand=f"{slugify(klas) or 'zonder-klas'}/{deel.volgorde:04}.pdf",
        klas=klas,
        leerling=deel.oppversie.opp.leerling.naam,
        versie=str(deel.oppversie.nummer),
        fout=fout,
    )
