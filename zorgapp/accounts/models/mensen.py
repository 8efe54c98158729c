"""Users, what they are at a school (Aanstelling) and who stands in for whom (Waarneming)."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Concat
from django.utils import timezone

from zorgapp.accounts.models.basis import SchoolForeignKey, SchoolModel
from zorgapp.accounts.models.school import Afdeling, School, Vestiging
from zorgapp.accounts.querysets import AanstellingQuerySet, WaarnemingQuerySet
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.zoeknaam import Kaal, sorteernaam


class DateRange(Func):
    """`daterange(van, tot, '[]')`: closed, an empty end is open."""

    function = "daterange"
    output_field = DateRangeField()


class Thema(models.TextChoices):
    AUTO = "auto", "Zoals je toestel"
    LICHT = "light", "Licht"
    DONKER = "dark", "Donker"


class UserManager(BaseUserManager["User"]):
    """Makes users by e-mail address; there is no superuser in zorgapp."""

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **velden)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person who signs in with an e-mail address; rights come from Aanstelling, never from here."""

    email = models.EmailField(
        "e-mailadres", unique=True, error_messages={"unique": "Dit e-mailadres is al in gebruik."}
    )
    voornaam = models.CharField(max_length=60)
    tussenvoegsel = models.CharField(max_length=20, blank=True)
    achternaam = models.CharField(max_length=80)
    telefoon = models.CharField(
        max_length=20, blank=True, help_text="Collega's bellen dit nummer als het niet kan wachten."
    )
    is_active = models.BooleanField(default=True)
    aangemaakt_op = models.DateTimeField(default=timezone.now, editable=False)
    thema = models.CharField(max_length=5, choices=Thema, default=Thema.AUTO)
    sneltoetsen = models.BooleanField("sneltoetsen aan", default=True)
    zoeknaam = models.GeneratedField(
        expression=Kaal(Concat(F("voornaam"), Value(" "), F("tussenvoegsel"), Value(" "), F("achternaam"))),
        output_field=TextField(),
        db_persist=True,
    )

    sorteernaam = sorteernaam("achternaam", "voornaam")

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []
    objects = UserManager()

    class Meta:
        verbose_name = "gebruiker"
        indexes = [
            GinIndex(fields=["zoeknaam"], opclasses=["gin_trgm_ops"], name="user_zoeknaam"),
            models.Index(
                fields=["sorteernaam", "id"], name="user_alfabet"
            ),  # the first page of a list of people
        ]

    def __str__(self) -> str:
        return f"gebruiker #{self.pk}"

    @property
    def naam(self) -> str:
        return " ".join(deel for deel in (self.voornaam, self.tussenvoegsel, self.achternaam) if deel)

    def get_full_name(self) -> str:
        return self.naam

    @property
    def initialen(self) -> str:
        return (self.voornaam[:1] + self.achternaam[:1]).upper()

    def has_module_perms(self, app_label: str) -> bool:
        return False


class Aanstelling(models.Model):
    """A user is something at a school for a period; the only source of rights.

    Outside row-level security: it is read to find out which school a request is about, and holds no pupil data.
    """

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="aanstellingen")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="aanstellingen")
    rol = models.CharField(max_length=20, choices=Rol)
    functie = models.CharField(
        max_length=80, blank=True, help_text="Bijvoorbeeld remedial teacher, decaan of docent Duits."
    )
    vestiging = SchoolForeignKey(Vestiging, null=True, blank=True, related_name="+")
    afdeling = SchoolForeignKey(Afdeling, null=True, blank=True, related_name="+")
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met", null=True, blank=True)
    door = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    gegeven_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = AanstellingQuerySet.as_manager()

    class Meta:
        verbose_name = "aanstelling"
        indexes = [models.Index(fields=["user", "school"]), models.Index(fields=["school", "rol"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")),
                name="aanstelling_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
            models.CheckConstraint(condition=Q(rol__in=Rol.values), name="aanstelling_rol"),
            ExclusionConstraint(
                name="aanstelling_geen_overlap",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("school", RangeOperators.EQUAL),
                    ("rol", RangeOperators.EQUAL),
                    (Func(F("vestiging"), Value(0), function="COALESCE"), RangeOperators.EQUAL),
                    (Func(F("afdeling"), Value(0), function="COALESCE"), RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Deze persoon heeft deze rol al in (een deel van) deze periode.",
            ),
        ]

    def __str__(self) -> str:
        return f"aanstelling #{self.pk}"

    @property
    def omschrijving(self) -> str:
        return self.functie or Rol(self.rol).label

    @property
    def rol_en_functie(self) -> str:
        """Role and function without saying the role twice: "Mentor (docent Duits)", but "Docent Duits"."""
        rol = Rol(self.rol).label
        if self.functie.lower().startswith(rol.lower()):
            return self.functie[0].upper() + self.functie[1:]
        return f"{rol} ({self.functie})" if self.functie else rol


class Waarneming(SchoolModel):
    """While `afwezige` is away, `waarnemer` has the same access and receives the acute signals."""

    afwezige = models.ForeignKey(User, on_delete=models.PROTECT, related_name="afwezig")
    waarnemer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="neemt_waar")
    van = models.DateField("vanaf")
    tot = models.DateField("tot en met")
    door = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    gemaakt_op = models.DateTimeField(default=timezone.now, editable=False)

    objects = WaarnemingQuerySet.as_manager()

    class Meta:
        verbose_name = "waarneming"
        indexes = [models.Index(fields=["school", "waarnemer", "tot"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot__gte=F("van")),
                name="waarneming_periode",
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
            models.CheckConstraint(
                condition=~Q(afwezige=F("waarnemer")),
                name="waarneming_ander",
                violation_error_message="Kies een collega: je kunt jezelf niet waarnemen.",
            ),
            ExclusionConstraint(
                name="waarneming_een_tegelijk",
                expressions=[
                    ("school", RangeOperators.EQUAL),
                    ("afwezige", RangeOperators.EQUAL),
                    (DateRange("van", "tot", Value("[]")), RangeOperators.OVERLAPS),
                ],
                violation_error_message="Voor deze dagen is er al een waarnemer.",
            ),
        ]
