"""The doors to the nieuwsbrief: what was placed is for all staff, what is in the making for who works at the policy."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from beleid.access_protocol import Leesstand, lezers
from beleid.models import Nieuwsbericht, Nieuwsbrief, Nieuwslezing, Nieuwsstatus
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Pagina, bladzijde


def mag_werken(werkplek: Werkplek) -> bool:
    """Whether this person writes the news."""
    return werkplek.mag(Recht.BELEID_WERKEN)


def _brieven(werkplek: Werkplek) -> QuerySet[Nieuwsbrief]:
    rijen = Nieuwsbrief.objects.filter(school=werkplek.school)
    return rijen if mag_werken(werkplek) else rijen.filter(status=Nieuwsstatus.GEPLAATST)


def brievenblad(werkplek: Werkplek, gevraagd: str | None) -> Pagina:
    """Letters that were placed, the newest first, with whether this person opened each (`gelezen`)."""
    gelezen = Nieuwslezing.objects.filter(brief=OuterRef("pk"), user=werkplek.user)
    rijen = Nieuwsbrief.objects.filter(school=werkplek.school, status=Nieuwsstatus.GEPLAATST)
    rijen = rijen.annotate(gelezen=Exists(gelezen), aantal=Count("berichten"))
    return bladzijde(rijen.order_by("-geplaatst_op", "-pk"), gevraagd)


def brief_in_de_maak(werkplek: Werkplek) -> Nieuwsbrief | None:
    """The letter that is being made; a school has one at a time. None for who does not write it."""
    if not mag_werken(werkplek):
        return None
    return _brieven(werkplek).filter(status=Nieuwsstatus.CONCEPT).order_by("pk").first()


def get_brief(werkplek: Werkplek, pk: int) -> tuple[Nieuwsbrief, list[Nieuwsbericht]]:
    """One letter with its items; 404 when there is none this person may read."""
    brief = _brieven(werkplek).filter(pk=pk).select_related("gemaakt_door").first()
    if brief is None:
        raise Http404("nieuwsbrief")
    return brief, list(Nieuwsbericht.objects.filter(school=werkplek.school, brief=brief))


def get_brief_slot(werkplek: Werkplek, pk: int) -> Nieuwsbrief:
    """Lock one letter for a write; 403 for who does not write news, 404."""
    if not mag_werken(werkplek):
        raise PermissionDenied("nieuwsbrief")
    rijen = Nieuwsbrief.objects.filter(school=werkplek.school, pk=pk)
    brief = rijen.select_for_update(of=("self",)).first()
    if brief is None:
        raise Http404("nieuwsbrief")
    return brief


def get_bericht(brief: Nieuwsbrief, pk: int) -> Nieuwsbericht:
    """One item of a letter; 404."""
    bericht = Nieuwsbericht.objects.filter(school_id=brief.school_id, brief=brief, pk=pk).first()
    if bericht is None:
        raise Http404("nieuwsbericht")
    return bericht


def laatst_geplaatst(werkplek: Werkplek) -> datetime | None:
    """When the last letter was placed; None when there was none yet."""
    rijen = Nieuwsbrief.objects.filter(school=werkplek.school, status=Nieuwsstatus.GEPLAATST)
    return rijen.order_by("-geplaatst_op").values_list("geplaatst_op", flat=True).first()


def gebruikte_bronnen(werkplek: Werkplek) -> set[str]:
    """What stood in a letter already, or stands in the one being made."""
    rijen = Nieuwsbericht.objects.filter(school=werkplek.school).exclude(bron="")
    return set(rijen.order_by("-pk").values_list("bron", flat=True)[:1000])


def nieuwsstand(werkplek: Werkplek, brief: Nieuwsbrief) -> Leesstand:
    """How many of the people who work here today opened this letter; never who."""
    gelezen = Q(pk__in=Nieuwslezing.objects.filter(brief=brief).values("user_id"))
    telling = lezers(werkplek.school.pk, werkplek.dag).aggregate(
        van=Count("pk"), gelezen=Count("pk", filter=gelezen)
    )
    return Leesstand(telling["gelezen"], telling["van"])
