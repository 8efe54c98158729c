"""What somebody who was asked writes by his link before he answers: kept beside the question, the link stays as it is."""

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.klokken_opp import plan_reactie
from ondersteuning.models import Opp, Oppreactie
from ondersteuning.oppfeiten import hash_handelingsdeel
from ondersteuning.services.opp_antwoord import Gelezen
from ondersteuning.services.opp_instemming import AL_GEANTWOORD, OUDE_VERSIE, controleer_open, verzoek_slot
from ondersteuning.services.opp_link import link_vasthouden
from zorgapp.kern.constraints import bewaar

TE_VEEL = "Je schreef al heel vaak. Bel school als je nog iets wilt zeggen, of verstuur je antwoord."


@transaction.atomic
def reactie_via_link(
    *, bezoek: Linkbezoek, gelezen: Gelezen, sleutel: uuid.UUID, tekst: str, op: datetime
) -> Oppreactie:
    """Keep a question or remark, and tell the opsteller; the same `sleutel` adds nothing.

    Raises LinkDood when the link died meanwhile (also by losing gezag or the 18th birthday), ValidationError for another
    version, after an answer, and after twenty of them; DaadNietToegestaan for a closed OPP.
    """
    link = bezoek.link
    assert link.verzoek_id is not None
    opp = Opp.objects.select_for_update(of=("self",)).select_related("leerling").get(pk=link.opp_id)
    contact = link_vasthouden(bezoek=bezoek, op=op).verzoek.contact  # type: ignore[union-attr]
    verzoek = verzoek_slot(link.verzoek_id)
    versie = verzoek.oppversie
    if (versie.nummer, versie.hash) != (gelezen.nummer, gelezen.hash) or hash_handelingsdeel(
        versie
    ) != versie.hash:
        raise ValidationError(OUDE_VERSIE)
    controleer_open(opp, verzoek)
    if verzoek.antwoorden.exists():
        raise ValidationError(AL_GEANTWOORD)
    eerder = list(Oppreactie.objects.filter(verzoek=verzoek))
    zelfde = next((rij for rij in eerder if rij.sleutel == sleutel), None)
    if zelfde:
        return zelfde
    if len(eerder) >= Oppreactie.MAX:
        raise ValidationError({"opmerking": TE_VEEL})
    rij: Oppreactie = bewaar(
        Oppreactie(
            school_id=verzoek.school_id,
            verzoek=verzoek,
            oppversie=versie,
            hash=versie.hash,
            tekst=tekst,
            naam=contact.naam if contact else opp.leerling.naam,
            relatie=contact.relatie if contact else "leerling",
            gegeven_op=bezoek.dag,
            sleutel=sleutel,
            vastgelegd_op=op,
        )
    )
    plan_reactie(opp, rij, bezoek.dag)
    return rij
