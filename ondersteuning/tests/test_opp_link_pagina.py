"""A personal link through the browser's eyes: two steps, one page, and the same answer to every dead one."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ondersteuning import mails_opp
from ondersteuning.models import Hoorrecht, Inbreng, Linkmail, OppLink
from ondersteuning.services.opp_link import Nieuwelink, link_intrekken
from ondersteuning.tasks import pak_links_op, verstuur_link
from ondersteuning.tests.hoorhulp import geef_link, met_aanbod, token_uit
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Inzage
from zorgapp.notifications.bezorgen import Antwoord
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget, statements

DOOD = "Deze link werkt niet (meer)"


pytestmark = pytest.mark.usefixtures("snel")


@pytest.fixture
def nieuw(nu_decor: Decor) -> Nieuwelink:
    """A link for the pupil, given just now."""
    return geef_link(nu_decor.mentor, met_aanbod(nu_decor), op=timezone.now())


def pad(nieuw: Nieuwelink, naam: str = "opp_link") -> str:
    return reverse(f"ondersteuning:{naam}", args=[token_uit(nieuw.adres)])


def binnen(nieuw: Nieuwelink) -> Client:
    """A browser that typed the right code."""
    client = Client()
    antwoord = client.post(pad(nieuw), {"code": nieuw.code})
    assert antwoord.status_code == 302 and antwoord["Location"] == pad(nieuw, "opp_link_vertel")
    return client


def bewijs(client: Client, nieuw: Nieuwelink) -> str:
    return str(client.get(pad(nieuw, "opp_link_vertel")).context["bezoek"].bewijs)


def stuur(client: Client, nieuw: Nieuwelink, **velden: Any) -> Any:
    wat = {"woorden": "Ik wil meer tijd.", "sleutel": uuid.uuid4(), "bewijs": bewijs(client, nieuw)}
    return client.post(pad(nieuw, "opp_link_vertel"), wat | velden)


def test_van_code_tot_dank_je(nu_decor: Decor, nieuw: Nieuwelink) -> None:
    client = binnen(nieuw)
    bladzijde = client.get(pad(nieuw, "opp_link_vertel"))
    assert "Hoi Kees Jan" in bladzijde.content.decode() and len(bladzijde.content) < 20_000
    antwoord = stuur(client, nieuw)
    assert antwoord["Location"] == pad(nieuw, "opp_link_vertel_klaar")
    dank = client.get(antwoord["Location"])
    assert "Dank je" in dank.content.decode() and "Kees Jan" not in dank.content.decode()
    assert Inbreng.objects.get().woorden == "Ik wil meer tijd."
    assert DOOD in client.get(pad(nieuw)).content.decode()
    assert client.get(pad(nieuw, "opp_link_vertel"))["Location"] == pad(nieuw, "opp_link_vertel_klaar")
    assert DOOD in Client().get(pad(nieuw, "opp_link_vertel_klaar")).content.decode()


def test_een_mailscanner_verandert_niets(nieuw: Nieuwelink) -> None:
    voor = OppLink.objects.values().get()
    for _ in range(3):
        for methode in (Client().get, Client().head):
            methode(pad(nieuw))
            methode(pad(nieuw, "opp_link_vertel"))
    zet_context(nieuw.link.school_id)
    assert OppLink.objects.values().get() == voor
    assert not Inzage.objects.filter(onderwerp="opplink").exists()
    binnen(nieuw)


def test_voor_de_code_staat_er_niets(nu_decor: Decor, nieuw: Nieuwelink) -> None:
    """Neither the page, its title nor the address says whose it is; the pages behind it lead back to the code."""
    antwoord = Client().get(pad(nieuw))
    adres = pad(nieuw)
    geheim = adres.strip("/").rsplit("/", 1)[-1]  # letters by chance, which may spell anything
    tekst = (antwoord.content.decode() + adres).replace(geheim, "")
    namen = (nu_decor.leerling.roepnaam, "Bakker", nu_decor.school.naam, "Joris", "opp", "plan")
    assert antwoord.status_code == 200 and not [n for n in namen if n.lower() in tekst.lower()]
    for naam in ("opp_link_vertel", "opp_link_vertel_klaar"):
        assert Client().get(pad(nieuw, naam))["Location"] == pad(nieuw)


def test_koppen(nieuw: Nieuwelink) -> None:
    client = binnen(nieuw)
    for antwoord in (
        client.get(pad(nieuw)),
        client.get(pad(nieuw, "opp_link_vertel")),
        stuur(client, nieuw),
        client.get(pad(nieuw, "opp_link_vertel_klaar")),
        client.get(pad(nieuw)),
    ):
        assert antwoord["Referrer-Policy"] == "no-referrer"
        assert "no-store" in antwoord["Cache-Control"] and "noindex" in antwoord["X-Robots-Tag"]
    koekje = client.cookies["zorgapp_link"]
    assert (koekje["path"], koekje["samesite"], koekje["httponly"]) == (pad(nieuw), "Strict", True)


def _doden(nieuw: Nieuwelink) -> dict[str, Callable[[], str]]:
    """Ways for a link to be dead; each gives the address to follow."""

    def zet(**velden: Any) -> str:
        OppLink.objects.update(**velden)
        return pad(nieuw)

    nu = timezone.now()
    return {
        "vervalst": lambda: reverse("ondersteuning:opp_link", args=["1-" + "a" * 26 + "-" + "b" * 13]),
        "onzin": lambda: reverse("ondersteuning:opp_link", args=["onzin"]),
        "verlopen": lambda: zet(gemaakt_op=nu - timedelta(days=2), verloopt_op=nu - timedelta(days=1)),
        "gebruikt": lambda: zet(gebruikt_op=nu),
        "ingetrokken": lambda: zet(ingetrokken_op=nu),
        "gegokt": lambda: zet(pogingen=5),
    }


@pytest.mark.parametrize("waarom", ["vervalst", "onzin", "verlopen", "gebruikt", "ingetrokken", "gegokt"])
def test_elke_dode_link_antwoordt_hetzelfde(
    nieuw: Nieuwelink, waarom: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same status, page and headers; and one slow digest for a code, as much as a living link costs."""
    adres = _doden(nieuw)[waarom]()
    gerekend: list[str] = []
    snel = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher, "encode", lambda s, p, z: gerekend.append(p) or snel(s, p, z)
    )
    client = Client()
    kijken, typen = client.get(adres), client.post(adres, {"code": nieuw.code})
    for antwoord in (kijken, typen):
        tekst = antwoord.content.decode()
        assert antwoord.status_code == 404 and DOOD in tekst and "Vraag school om een nieuwe." in tekst
    assert kijken.content == typen.content == client.get("/persoonlijk/nooit/").content
    assert dict(kijken.headers) == dict(client.get("/persoonlijk/nooit/").headers)
    assert len(gerekend) == 1 and "zorgapp_link" not in client.cookies


def test_een_levende_rekent_ook_een_keer(nieuw: Nieuwelink, monkeypatch: pytest.MonkeyPatch) -> None:
    gerekend: list[str] = []
    snel = hashers.MD5PasswordHasher.encode
    monkeypatch.setattr(
        hashers.MD5PasswordHasher, "encode", lambda s, p, z: gerekend.append(p) or snel(s, p, z)
    )
    antwoord = Client().post(pad(nieuw), {"code": "2222 2222"})
    assert antwoord.status_code == 422 and "klopt niet" in antwoord.content.decode()
    assert len(gerekend) == 1 and OppLink.objects.get().pogingen == 1


def test_proberen_is_begrensd(nieuw: Nieuwelink) -> None:
    """On one link, and from one address on many; a forged link counts as much."""
    dood = reverse("ondersteuning:opp_link", args=["1-" + "a" * 26 + "-" + "b" * 13])
    statussen = [Client().post(dood, {"code": "22222222"}).status_code for _ in range(11)]
    assert statussen == [*[404] * 10, 429]
    for nummer in range(40):
        adres = reverse("ondersteuning:opp_link", args=[f"nummer{nummer}"])
        laatste = Client().post(adres, {"code": "22222222"}).status_code
    assert laatste == 429
    assert Client().post(pad(nieuw), {"code": nieuw.code}).status_code == 429
    assert Client().get(pad(nieuw)).status_code == 200


def test_een_andere_link_opent_er_niets_mee(nu_decor: Decor, nieuw: Nieuwelink) -> None:
    """The cookie of one link is worth nothing on another, and nothing anywhere else."""
    client = binnen(nieuw)
    waarde = client.cookies["zorgapp_link"].value
    link_intrekken(door=nu_decor.mentor, pk=nieuw.link.pk, op=timezone.now())
    ander = geef_link(nu_decor.mentor, nieuw.link.opp, op=timezone.now())
    client.cookies["zorgapp_link"] = waarde
    client.cookies["zorgapp_link"]["path"] = "/"
    assert client.get(pad(ander, "opp_link_vertel"))["Location"] == pad(ander)
    assert DOOD in client.get(pad(nieuw, "opp_link_vertel")).content.decode()
    horen = client.get(reverse("ondersteuning:opp_horen", args=[nieuw.link.opp_id]))
    assert horen.status_code == 302 and "inloggen" in horen["Location"]


def test_een_ander_kan_niet_voor_hem_versturen(nieuw: Nieuwelink) -> None:
    """Without the proof of the visit nothing is written, and what was typed is shown back."""
    client = binnen(nieuw)
    for fout in ("", "x" * 64, bewijs(client, nieuw)[:-1]):
        antwoord = stuur(client, nieuw, bewijs=fout, woorden="Dit schreef ik helemaal zelf.")
        assert antwoord.status_code == 403 and "Dit schreef ik helemaal zelf." in antwoord.content.decode()
    client.cookies["zorgapp_link"] = "vals"
    assert client.post(pad(nieuw, "opp_link_vertel"), {"woorden": "x"}).status_code == 403
    zet_context(nieuw.link.school_id)
    assert not Inbreng.objects.exists() and OppLink.objects.get().gebruikt_op is None


def test_de_tijd_van_een_bezoek_is_om(nieuw: Nieuwelink, monkeypatch: pytest.MonkeyPatch) -> None:
    client = binnen(nieuw)
    monkeypatch.setattr("ondersteuning.views.opp_linkdeur.BEZOEK_SECONDEN", -1)
    assert client.get(pad(nieuw, "opp_link_vertel"))["Location"] == pad(nieuw)


def test_dubbel_geklikt(nieuw: Nieuwelink) -> None:
    """The second send meets a used link, and still leads to the receipt."""
    client, sleutel = binnen(nieuw), uuid.uuid4()
    echt = bewijs(client, nieuw)
    for _ in range(2):
        antwoord = client.post(
            pad(nieuw, "opp_link_vertel"), {"woorden": "Twee keer.", "sleutel": sleutel, "bewijs": echt}
        )
        assert antwoord["Location"] == pad(nieuw, "opp_link_vertel_klaar")
    zet_context(nieuw.link.school_id)
    assert Inbreng.objects.count() == 1


@pytest.mark.parametrize(
    "velden",
    [
        {"woorden": " "},
        {"woorden": "a" * 8001},
        {"woorden": "nul\x00"},
        {"woorden": "", "wijze": "nvt"},
        {"woorden": "", "wijze": "anders"},
        {"woorden": "x", "sleutel": "geen"},
    ],
)
def test_slechte_invoer_gebruikt_de_link_niet(nieuw: Nieuwelink, velden: dict[str, str]) -> None:
    antwoord = stuur(binnen(nieuw), nieuw, **velden)
    assert antwoord.status_code == 422 and "Er is nog niets verstuurd" in antwoord.content.decode()
    zet_context(nieuw.link.school_id)
    assert OppLink.objects.get().gebruikt_op is None and not Inbreng.objects.exists()


def test_html_blijft_tekst_en_nee_zeggen_kan(nieuw: Nieuwelink) -> None:
    client = binnen(nieuw)
    vol = stuur(client, nieuw, woorden="<script>alert(1)</script>" + "b" * 8000)
    assert "<script>alert" not in vol.content.decode()
    assert stuur(client, nieuw, woorden="", niet="1", reden="Liever niet.").status_code == 302
    zet_context(nieuw.link.school_id)
    assert Hoorrecht.objects.get().ziet_af_reden == "Liever niet."


def test_wat_een_bezoek_vraagt(nieuw: Nieuwelink) -> None:
    client = binnen(nieuw)
    assert controleer_budget(client, pad(nieuw, "opp_link_vertel")) <= 6
    assert statements(Client(), pad(nieuw))[1].total() <= 5


def test_de_mail_noemt_niemand(nu_decor: Decor, django_capture_on_commit_callbacks: Any) -> None:
    """Looked at as it leaves: no name of pupil or colleague, no code, one address, and only to the pupil."""
    leerling = nu_decor.leerling
    leerling.email = "kj.bakker@leerling.example"
    leerling.save(update_fields=["email"])
    opp = met_aanbod(nu_decor)
    with django_capture_on_commit_callbacks() as later:
        nieuw = geef_link(nu_decor.mentor, opp, per_mail=True, op=timezone.now())
    assert len(later) == 1 and not mail.outbox
    for _ in range(2):  # twice at once sends once
        verstuur_link(nu_decor.school.pk, nieuw.link.pk)
    pak_links_op()
    zet_context(nu_decor.school.pk)
    (brief,) = mail.outbox
    bericht = brief.message().as_string() + brief.subject + str(brief.body)
    zonder_aan = bericht.replace(leerling.email, "")
    namen = (
        leerling.roepnaam,
        leerling.achternaam,
        nu_decor.mentor.user.achternaam,
        "Kees",
        "OPP",
        "leerling",
    )
    assert brief.to == [leerling.email] and nieuw.adres in str(brief.body)
    assert not [n for n in namen if n.lower() in zonder_aan.lower()]
    assert nieuw.code not in zonder_aan and nieuw.code[:4] not in str(brief.body)
    rij = OppLink.objects.get()
    assert rij.mail == Linkmail.VERSTUURD and rij.verstuurd_op is not None


@pytest.mark.parametrize(
    ("antwoord", "mail_", "pogingen"),
    [
        (Antwoord.GEEN_VERBINDING, "gepland", 2),
        (Antwoord.LATER, "gepland", 2),
        (Antwoord.GEWEIGERD, "mislukt", 1),
        (Antwoord.ONZEKER, "geclaimd", 1),
    ],
)
def test_wat_de_mailserver_zegt(
    nu_decor: Decor, monkeypatch: pytest.MonkeyPatch, antwoord: Antwoord, mail_: str, pogingen: int
) -> None:
    """Only what certainly was not sent is tried again, and never what was withdrawn."""
    type(nu_decor.leerling).objects.update(email="kj@leerling.example")
    gestuurd: list[Any] = []
    monkeypatch.setattr(mails_opp, "bezorg", lambda brief: gestuurd.append(brief) or antwoord)
    nieuw = geef_link(nu_decor.mentor, met_aanbod(nu_decor), per_mail=True, op=timezone.now())
    for _ in range(2):
        pak_links_op()
    zet_context(nu_decor.school.pk)
    assert (OppLink.objects.get().mail, len(gestuurd)) == (mail_, pogingen)
    link_intrekken(door=nu_decor.mentor, pk=nieuw.link.pk, op=timezone.now())
    pak_links_op()
    assert len(gestuurd) == pogingen
