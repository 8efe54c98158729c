"""What came after the first version in the bulk OPPs: a next one that was asked about, and one that lies with a schoolleider."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from ondersteuning.models import OppDoel, OppVersie, OppVoorlegging
from ondersteuning.oppfeiten import hash_handelingsdeel
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.demo.bulk_kring import Kring
from zorgapp.demo.bulk_opps_samen import Dossier, Rij, hoor, praat, vraag
from zorgapp.demo.controle import maak_veel

ANDERS = "\nDe begeleider sluit elke twee weken aan bij een les."
VRAAG = "Wil je dit vaststellen? Iedereen is akkoord."
DAGEN = 14


def vervolg(kring: Kring, rijen: Sequence[Rij], doelen: dict[int, list[OppDoel]]) -> None:
    """Make the next versions and ask about them, and put what is ready before a schoolleider; sets of rows throughout."""
    nieuw = _versies(kring, [rij for rij in rijen if rij[0].staat.volgende], doelen)
    hoor(kring, [rij for rij in nieuw if rij[2].ronde > 1])
    praat(kring, [rij for rij in nieuw if rij[2].ronde > 1])
    vraag(kring, nieuw)
    _leg_voor(kring, [versie for d, _, versie in rijen if d.staat.bij_leiding])


def _versies(kring: Kring, rijen: Sequence[Rij], doelen: dict[int, list[OppDoel]]) -> list[Rij]:
    """The same text with one sentence more, so that the parents are asked again; in a bijstelling in a next round."""
    uit: list[Rij] = []
    kopieen: list[list[OppDoel]] = []
    for d, opp, oud in rijen:
        nu = _nu(kring, d)
        versie = OppVersie(
            school=kring.school,
            opp=opp,
            nummer=2,
            ronde=2 if d.staat.volgende == "ronde" else 1,
            vorige=oud,
            handelingsdeel="voorgelegd",
            voorgelegd_op=nu.gezet_op,
            gemaakt_door=d.wie,
            gemaakt_op=kring.op(nu.begin),
            gewijzigd_door=d.wie,
            gewijzigd_op=kring.op(nu.gezet_op),
            **(oud.inhoud() | {"begeleiding": oud.begeleiding + ANDERS}),
        )
        eigen = [_kopie(doel, versie) for doel in doelen[oud.pk]]
        versie.hash = hash_handelingsdeel(versie, eigen, [])
        kopieen.append(eigen)
        uit.append((nu, opp, versie))
    maak_veel([versie for _, _, versie in uit], kring.rng)
    for (_, _, versie), eigen in zip(uit, kopieen, strict=True):
        for doel in eigen:
            doel.oppversie = versie  # it has its number now
    maak_veel([doel for eigen in kopieen for doel in eigen], kring.rng)
    return uit


def _nu(kring: Kring, d: Dossier) -> Dossier:
    """The same pupil at the time of the next version, to which not everybody has answered."""
    staat = replace(d.staat, gezet=False, volgende="")
    if d.staat.volgende == "ronde":
        begin = kring.dag(8, 20)
        return replace(d, staat=staat, begin=begin, gezet_op=begin + timedelta(days=4))
    later = min(d.gezet_op + timedelta(days=5), kring.demo.op)
    return replace(d, staat=staat, gezet_op=later, vervallen_op=None)


def _kopie(doel: OppDoel, versie: OppVersie) -> OppDoel:
    velden = {veld.name: getattr(doel, veld.name) for veld in doel._meta.fields if veld.name != "id"}
    return OppDoel(**(velden | {"oppversie": versie}))


def _leg_voor(kring: Kring, versies: Sequence[OppVersie]) -> None:
    """A schoolleider without a name in the story when there is one."""
    leider = _leider(kring)
    if leider is None:
        return
    maak_veel(
        [
            OppVoorlegging(
                school=kring.school,
                oppversie=versie,
                aan=leider,
                reden=VRAAG,
                van=kring.demo.op,
                tot=kring.demo.op + timedelta(days=DAGEN),
                door=kring.coordinator,
                gemaakt_op=versie.gewijzigd_op,
            )
            for versie in versies
        ],
        kring.rng,
    )


def _leider(kring: Kring) -> User | None:
    namen = {user.pk for user in kring.demo.mensen.values()}
    rijen = Aanstelling.objects.filter(school=kring.school, rol=Rol.SCHOOLLEIDING).select_related("user")
    wie = sorted((rij.user for rij in rijen), key=lambda user: (user.pk in namen, user.pk))
    return wie[0] if wie else None
