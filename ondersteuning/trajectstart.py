"""What a new trajectory begins with: everything that is known already is filled in, nothing is typed twice."""

from dataclasses import dataclass, field
from typing import Any

from django.http import Http404
from django.utils.http import urlencode

from leerlingen.access import Grond, get_leerling
from leerlingen.models import Leerling
from ondersteuning.access import get_vervolg
from ondersteuning.access_groep import get_groep
from ondersteuning.access_traject import get_traject_van_vervolg
from ondersteuning.access_wachtlijst import get_wachtplek
from ondersteuning.hgwuitvoer import uit_hgw
from ondersteuning.models import Groepstraject, Traject, Vervolg, VervolgSoort, VervolgStatus, Wachtplek
from ondersteuning.trajectloop import voorgesteld
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn
from zorgapp.kern.velden import gelezen_nummer

BRONNEN = ("vervolg", "wachtplek", "groep", "leerling")
LIJN_VAN = {VervolgSoort.TWEEDE_LIJN.value: Lijn.TWEEDE, VervolgSoort.DERDE_LIJN.value: Lijn.DERDE}


@dataclass(frozen=True)
class Begin:
    """The pupil and where it comes from; `adres` is the query that leads here again."""

    leerling: Leerling | None = None
    vervolg: Vervolg | None = None
    groep: Groepstraject | None = None
    bestaand: Traject | None = None
    velden: dict[str, Any] = field(default_factory=dict)
    adres: str = ""

    @property
    def sleutel(self) -> str:
        """The key of the draft: one per pupil and source."""
        bron = f"v{self.vervolg.pk}" if self.vervolg else f"g{self.groep.pk}" if self.groep else "0"
        return f"traject:{self.leerling.pk if self.leerling else 0}:{bron}"


def _nummer(gevraagd: Any, bron: str) -> int | None:
    waarde = str(gevraagd.get(bron) or "")
    if not waarde:
        return None
    nummer = gelezen_nummer(waarde)
    if nummer is None:
        raise Http404(bron)
    return nummer


def lees_begin(werkplek: Werkplek, gevraagd: Any) -> Begin:
    """Read where a new trajectory begins from the address: a follow-up, a waiting place, a group or a pupil.

    404 for what this person may not see, and for a follow-up that is closed unless a trajectory came from it. Opening
    the source is logged by its own door.
    """
    nummers = {bron: _nummer(gevraagd, bron) for bron in BRONNEN}
    adres = urlencode({bron: nummer for bron, nummer in nummers.items() if nummer is not None})
    groep = get_groep(werkplek, nummers["groep"]) if nummers["groep"] else None
    if nummers["vervolg"]:
        bestaand = get_traject_van_vervolg(werkplek, nummers["vervolg"])
        if bestaand:
            return Begin(bestaand=bestaand)
        vervolg = get_vervolg(werkplek, nummers["vervolg"])  # logs the look at the signal behind it
        if (
            vervolg.soort not in LIJN_VAN
            or vervolg.status != VervolgStatus.OPEN
            or not vervolg.signaal.leerling
        ):
            raise Http404("vervolg")
        velden = voorstel(werkplek) | _van_groep(groep) | _van_vervolg(vervolg)
        _vul_aan(velden, werkplek, vervolg.signaal.leerling)
        return Begin(vervolg.signaal.leerling, vervolg, groep, velden=velden, adres=adres)
    if nummers["wachtplek"]:
        plek = get_wachtplek(werkplek, nummers["wachtplek"])
        velden = voorstel(werkplek) | _van_groep(groep) | _van_wachtplek(plek)
        return Begin(plek.leerling, groep=groep, velden=velden, adres=adres)
    eigen = {"regievoerder": werkplek.user.pk, "lijn": Lijn.TWEEDE.value}
    velden = voorstel(werkplek) | eigen | _van_groep(groep)
    if not nummers["leerling"]:
        return Begin(groep=groep, velden=velden, adres=adres)
    leerling, grond = get_leerling(werkplek, nummers["leerling"])
    _vul_aan(velden, werkplek, leerling, grond)
    return Begin(leerling, groep=groep, velden=velden, adres=adres)


def _vul_aan(
    velden: dict[str, Any], werkplek: Werkplek, leerling: Leerling, grond: Grond | None = None
) -> None:
    """Put what the HGW form says under what is still empty; asked only when the needs are not known yet."""
    if velden.get("onderwijsbehoeften"):
        return
    gevonden = uit_hgw(werkplek, leerling, grond)
    for naam in ("hulpvraag", "onderwijsbehoeften", "al_gedaan", "resultaat"):
        velden[naam] = velden.get(naam) or gevonden.get(naam, "")


def voorstel(werkplek: Werkplek) -> dict[str, Any]:
    """Today, and the dates that the school's terms propose."""
    dag = werkplek.dag
    evaluatie, duur = instelling("trajectevaluatie", dag), instelling("trajectduur", dag)
    evaluatie_op, eind = voorgesteld(dag, evaluatie, duur, vrije_perioden(dag))
    return {"start": dag, "evaluatie_op": evaluatie_op, "eind": eind}


def _van_vervolg(vervolg: Vervolg) -> dict[str, Any]:
    signaal, besluit = vervolg.signaal, vervolg.besluit
    return {
        "vervolg_versie": vervolg.versie,
        "lijn": LIJN_VAN[vervolg.soort].value,
        "domein": signaal.domein or besluit.domein,
        "hulpvraag": signaal.wat_zie_je,
        "onderwijsbehoeften": signaal.nodig,
        "al_gedaan": besluit.al_gedaan,
        "resultaat": besluit.reden,
        "regievoerder": vervolg.eigenaar_id,
    }


def _van_wachtplek(plek: Wachtplek) -> dict[str, Any]:
    return {
        "aanbod": str(plek.aanbod_id),
        "lijn": plek.aanbod.lijn,
        "domein": plek.aanbod.domeinen[0],
        "hulpvraag": plek.hulpvraag,
        "regievoerder": plek.eigenaar_id,
    }


def _van_groep(groep: Groepstraject | None) -> dict[str, Any]:
    if groep is None:
        return {}
    return {
        "titel": groep.naam,
        "aanbod": str(groep.aanbod_id or ""),
        "lijn": groep.lijn,
        "domein": groep.domein,
        "start": groep.start,
        "evaluatie_op": groep.evaluatie_op,
        "eind": groep.eind,
        "regievoerder": groep.begeleider_id,
    }
