"""Every look at a file is in the read log: who, what, why, for whom, when (DOMAIN 45)."""

from typing import Any

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Vervolg
from ondersteuning.workflow import Besluit
from zorgapp.accounts.models import Inzage, School, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor, beslis, dien_in, maak_decor
from zorgapp.testing.fabriek import maak_leerling, maak_werkplek
from zorgapp.web.inzage import REDEN, WAT

pytestmark = pytest.mark.regel(45)


@pytest.fixture
def decor(school: School) -> Decor:
    return maak_decor(school, timezone.localdate())


def laatste() -> tuple[Any, ...]:
    """The newest line of the log."""
    rij = Inzage.objects.order_by("-pk")[0]
    return rij.user_id, rij.namens_id, rij.leerling_id, rij.onderwerp, rij.onderwerp_id, rij.grond


def kijk(client: Any, pad: str, status: int = 200) -> int:
    """Open a page; return how many lines the log got."""
    voor = Inzage.objects.count()
    assert client.get(pad).status_code == status
    return Inzage.objects.count() - voor


def test_elk_dossier_dat_opengaat(decor: Decor, inloggen: Any) -> None:
    pad = reverse("web:leerling", args=[decor.leerling.pk])
    for wie, grond in ((decor.mentor, "mentor"), (decor.coordinator, "zorgcoordinator")):
        for _ in range(2):
            assert kijk(inloggen(wie.user), pad) == 1
        assert laatste() == (wie.user.pk, None, decor.leerling.pk, "leerling", decor.leerling.pk, grond)


def test_wat_dicht_blijft_staat_er_niet_in(decor: Decor, inloggen: Any) -> None:
    pad = reverse("web:leerling", args=[decor.leerling.pk])
    assert kijk(inloggen(decor.begeleider.user), pad, 404) == 0
    beheerder = maak_werkplek(decor.school, Rol.BEHEERDER, timezone.localdate())
    assert kijk(inloggen(beheerder.user), pad, 403) == 0


def test_een_signaal_op_het_bord(decor: Decor, inloggen: Any) -> None:
    een, ander = (dien_in(decor.mentor, decor.leerling, timezone.now()) for _ in range(2))
    client, bord = inloggen(decor.coordinator.user), reverse("ondersteuning:triage")
    for pad, pk in ((bord, een.pk), (f"{bord}?signaal={ander.pk}", ander.pk)):
        assert kijk(client, pad) == 1
        assert laatste()[3:] == ("signaal", pk, "zorgcoordinator")


def test_een_signaal_dat_niet_op_het_blad_staat(decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    beslis(decor.coordinator, signaal, Besluit.AFSLUITEN, timezone.now())
    pad = f"{reverse('ondersteuning:triage')}?filter=nieuw&signaal={signaal.pk}"
    assert kijk(inloggen(decor.coordinator.user), pad) == 1


def test_een_geweigerd_besluit_laat_het_signaal_zien(decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    adres = reverse("ondersteuning:besluit", args=[signaal.pk])
    assert inloggen(decor.coordinator.user).post(adres, {}).status_code == 422
    assert laatste()[3:5] == ("signaal", signaal.pk)


def test_eigen_signaal_met_antwoord(decor: Decor, inloggen: Any) -> None:
    """The answer tells about the pupil, also to a sender who no longer teaches him."""
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    pad = reverse("ondersteuning:mijn_signaal", args=[signaal.pk])
    assert kijk(inloggen(decor.mentor.user), pad) == 1
    assert laatste() == (decor.mentor.user.pk, None, decor.leerling.pk, "signaal", signaal.pk, "indiener")


def test_een_vervolg(decor: Decor, inloggen: Any) -> None:
    signaal = dien_in(decor.mentor, decor.leerling, timezone.now())
    beslis(decor.coordinator, signaal, Besluit.TWEEDE_LIJN, timezone.now(), eigenaar=decor.begeleider.user)
    pk = Vervolg.objects.get().pk
    pad = reverse("ondersteuning:vervolg", args=[pk])
    for wie, grond in ((decor.begeleider, "eigenaar"), (decor.coordinator, "zorgcoordinator")):
        assert kijk(inloggen(wie.user), pad) == 1
        assert laatste() == (wie.user.pk, None, decor.leerling.pk, "vervolg", pk, grond)
    assert kijk(inloggen(decor.mentor.user), pad, 404) == 0


def test_waarnemer_kijkt_namens(decor: Decor, inloggen: Any) -> None:
    vandaag = timezone.localdate()
    Waarneming.objects.create(
        school=decor.school,
        afwezige=decor.coordinator.user,
        waarnemer=decor.begeleider.user,
        van=vandaag,
        tot=vandaag,
        door=decor.coordinator.user,
    )
    dien_in(decor.mentor, decor.leerling, timezone.now())
    client = inloggen(decor.begeleider.user)
    for pad in (reverse("web:leerling", args=[decor.leerling.pk]), reverse("ondersteuning:triage")):
        assert kijk(client, pad) == 1
        assert laatste()[:2] == (decor.begeleider.user.pk, decor.coordinator.user.pk)


def test_wie_keek_mee(decor: Decor, inloggen: Any) -> None:
    """The coordinator reads the log in words, and his own look at it is in it."""
    inloggen(decor.mentor.user).get(reverse("web:leerling", args=[decor.leerling.pk]))
    pad = reverse("web:inzage", args=[decor.leerling.pk])
    client = inloggen(decor.coordinator.user)
    assert kijk(client, pad) == 1
    pagina = client.get(pad).content.decode()
    assert "Joris Koster" in pagina and "Angelica Koster" in pagina and "het dossier bekeken" in pagina
    assert kijk(inloggen(decor.mentor.user), pad, 403) == 0


def test_elke_reden_heeft_woorden(decor: Decor, inloggen: Any) -> None:
    assert {"leerling", "signaal", "vervolg"} <= set(WAT)
    assert {"mentor", "docent", "teamleider", "verlening", "zorgcoordinator", "eigenaar", "indiener"} <= set(
        REDEN
    )


def test_het_logboek_is_niet_te_wijzigen(decor: Decor, inloggen: Any) -> None:
    inloggen(decor.mentor.user).get(reverse("web:leerling", args=[decor.leerling.pk]))
    for wijzig in (lambda: Inzage.objects.update(user_id=0), lambda: Inzage.objects.all().delete()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            wijzig()


def test_geen_naam_in_het_technische_logboek(
    decor: Decor, inloggen: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither opening, searching nor a page that fails leaves a name in a log line."""
    merk = "Qxyzvw"
    kind = maak_leerling(decor.school, decor.klas, merk, merk)
    client = inloggen(decor.mentor.user)
    with caplog.at_level("DEBUG"):
        client.get(reverse("web:leerling", args=[kind.pk]))
        client.get(reverse("web:zoek"), {"q": merk})
        client.post(reverse("ondersteuning:signaal_nieuw"), {"wat_zie_je": merk, "leerling": kind.pk})
        client.get(f"/bestaat-niet/?q={merk}")
        client.get(reverse("web:inzage", args=[kind.pk]))
    assert merk not in "\n".join(r.getMessage() for r in caplog.records if r.name != "django.db.backends")
