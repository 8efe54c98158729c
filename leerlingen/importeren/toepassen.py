"""Writing what a plan says, in bulk, inside the caller's transaction; keeps every row as it was and became."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from leerlingen.importeren import rijen
from leerlingen.importeren.groepen import Groepen
from leerlingen.importeren.inhoud import Contact, Inhoud, Regel, kaal
from leerlingen.importeren.rijen import RijWijziging
from leerlingen.importeren.stand import IMPORT
from leerlingen.importeren.vergelijken import VELDEN, ContactWijziging, Plan, Staat, Wijziging, contactwaarden
from leerlingen.models import Contactpersoon, Leerling, LesgroepLid, Plaatsing

BLOK = 1000
Verslag = dict[str, list[RijWijziging]]


@dataclass
class Uitvoering:
    """One import being written. `verslag` is leerlingnummer (or group) -> the rows it touched."""

    school_id: int
    inhoud: Inhoud
    plan: Plan
    dag: date
    meld: Callable[[int], None] = lambda gedaan: None
    verslag: Verslag = field(default_factory=lambda: defaultdict(list))
    te_bewaren: list[RijWijziging] = field(default_factory=list)
    nieuwe_rijen: list[tuple[str, Any]] = field(default_factory=list)
    weg: list[LesgroepLid] = field(default_factory=list)

    def pas_toe(self, op_naam: set[str], vertrokken: set[str]) -> Verslag:
        """Write it; `op_naam` and `vertrokken` are the numbers that a person agreed to."""
        wijzigingen = self.plan.gewijzigd + [w for w in self.plan.op_naam if w.oud.leerlingnummer in op_naam]
        weg = [s for s in self.plan.vertrokken if s.leerlingnummer in vertrokken]
        self.groepen = Groepen(self.school_id, self.plan.schooljaar, self.inhoud)
        betrokken = self.plan.nieuw + [w.regel for w in wijzigingen]
        groepen: list[Any] = self.groepen.maak_wat_ontbreekt(betrokken)
        for rij in groepen:
            self.verslag[f"groep {rij._meta.model_name} {rij.naam}"].append(rijen.gemaakt(rij))
        for begin in range(0, len(self.plan.nieuw), BLOK):
            self._nieuw(self.plan.nieuw[begin : begin + BLOK])
            self.meld(min(begin + BLOK, len(self.plan.nieuw)))
        self._bestaand(wijzigingen, weg)
        return self.verslag

    def _schrijf(self) -> None:
        """Write the rows gathered so far and note them: changed ones first, so that a place is free again."""
        if self.weg:
            sleutels = [lid.pk for lid in self.weg]
            LesgroepLid.objects.filter(pk__in=sleutels).delete()
        rijen.werk_bij(self.te_bewaren)
        per_model: dict[Any, list[Any]] = defaultdict(list)
        for _, rij in self.nieuwe_rijen:
            per_model[type(rij)].append(rij)
        for model, lijst in per_model.items():
            model.objects.bulk_create(lijst, batch_size=BLOK)
        for sleutel, rij in self.nieuwe_rijen:
            self.verslag[sleutel].append(rijen.gemaakt(rij))
        self.te_bewaren, self.nieuwe_rijen, self.weg = [], [], []

    def _nieuw(self, regels: list[Regel]) -> None:
        leerlingen = Leerling.objects.bulk_create([self._leerling(regel) for regel in regels])
        for regel, leerling in zip(regels, leerlingen, strict=True):
            sleutel = regel.leerlingnummer
            self.verslag[sleutel].append(rijen.gemaakt(leerling))
            if regel.klas:
                self._plaats(sleutel, leerling.pk, regel.klas, self._begin(regel))
            for naam in regel.lesgroepen:
                self._voeg_in(sleutel, leerling.pk, naam, self._begin(regel))
            self._nieuwe_contacten(sleutel, leerling.pk, regel.contacten)
        self._schrijf()

    def _leerling(self, regel: Regel) -> Leerling:
        waarden = {v: getattr(regel, v) for v in VELDEN if v != "vestiging"}
        vestiging = self.groepen.vestiging(regel.vestiging)
        return Leerling(
            school_id=self.school_id, leerlingnummer=regel.leerlingnummer, vestiging_id=vestiging, **waarden
        )

    def _begin(self, regel: Regel) -> date:
        """The first day of a new pupil: the start of the school year, or the day he came later than that."""
        return max(self.plan.schooljaar.begin, regel.ingeschreven_op or self.plan.schooljaar.begin)

    def _plaats(self, sleutel: str, leerling_id: int, klas: str, van: date) -> None:
        rij = Plaatsing(
            school_id=self.school_id, leerling_id=leerling_id, klas_id=self.groepen.klas(klas), van=van
        )
        self.nieuwe_rijen.append((sleutel, rij))

    def _voeg_in(self, sleutel: str, leerling_id: int, naam: str, van: date) -> None:
        lesgroep_id = self.groepen.lesgroep(naam)
        rij = LesgroepLid(school_id=self.school_id, leerling_id=leerling_id, lesgroep_id=lesgroep_id, van=van)
        self.nieuwe_rijen.append((sleutel, rij))

    def _nieuwe_contacten(self, sleutel: str, leerling_id: int, contacten: Iterable[Contact]) -> None:
        gezien: set[str] = set()
        for contact in contacten:
            if kaal(contact.naam) not in gezien:
                gezien.add(kaal(contact.naam))
                self._contact(sleutel, leerling_id, contact.naam, contactwaarden(contact))

    def _contact(self, sleutel: str, leerling_id: int, naam: str, waarden: dict[str, Any]) -> None:
        rij = Contactpersoon(
            school_id=self.school_id, leerling_id=leerling_id, naam=naam, sleutel=IMPORT, **waarden
        )
        self.nieuwe_rijen.append((sleutel, rij))

    def _bestaand(self, wijzigingen: list[Wijziging], vertrokken: list[Staat]) -> None:
        """Change and write off pupils that are there; their rows are locked until the end."""
        ids = [w.oud.id for w in wijzigingen] + [s.id for s in vertrokken]
        leerlingen = {rij.pk: rij for rij in _op_slot(Leerling, pk__in=ids)}
        plaatsingen = {r.leerling_id: r for r in _op_slot(Plaatsing, leerling_id__in=ids, tot__isnull=True)}
        leden: dict[int, list[LesgroepLid]] = defaultdict(list)
        for lid in _op_slot(LesgroepLid, leerling_id__in=ids, tot__isnull=True).select_related("lesgroep"):
            leden[lid.leerling_id].append(lid)
        contacten = {rij.pk: rij for rij in _op_slot(Contactpersoon, leerling_id__in=ids)}
        for w in wijzigingen:
            self._wijzig(w, leerlingen[w.oud.id], plaatsingen.get(w.oud.id), leden[w.oud.id], contacten)
        for staat in vertrokken:
            self._schrijf_uit(leerlingen[staat.id], plaatsingen.get(staat.id), leden[staat.id])
        self._schrijf()
        self.meld(len(self.plan.nieuw) + len(ids))

    def _pas_aan(self, sleutel: str, rij: Any, **waarden: Any) -> None:
        """Note a change of one row; it is written with the rest."""
        voor = rijen.beeld(rij)
        for veld, waarde in waarden.items():
            setattr(rij, veld, waarde)
        wijziging = rijen.gewijzigd(rij, voor)
        self.verslag[sleutel].append(wijziging)
        self.te_bewaren.append(wijziging)

    def _wijzig(
        self,
        w: Wijziging,
        leerling: Leerling,
        plaatsing: Plaatsing | None,
        leden: list[LesgroepLid],
        contacten: dict[int, Contactpersoon],
    ) -> None:
        sleutel = w.oud.leerlingnummer
        velden = dict(w.velden)
        if "vestiging" in velden:
            velden["vestiging_id"] = self.groepen.vestiging(velden.pop("vestiging"))
        if w.terug:
            velden["uitgeschreven_op"] = None
        if velden:
            self._pas_aan(sleutel, leerling, **velden)
        if w.klas:
            self._verplaats(sleutel, leerling.pk, plaatsing, w.klas[0])
        for lid in leden:
            if (lid.lesgroep.naam, lid.lesgroep.schooljaar) in w.lesgroepen_af:
                self._haal_uit(sleutel, lid, self._wissel(lid.van) - timedelta(days=1))
        for naam, _ in sorted(w.lesgroepen_bij):
            self._voeg_in(sleutel, leerling.pk, naam, self._wissel(None))
        for wijziging in w.contacten:
            self._wijzig_contact(sleutel, leerling.pk, wijziging, contacten)

    def _wijzig_contact(
        self, sleutel: str, leerling_id: int, w: ContactWijziging, contacten: dict[int, Contactpersoon]
    ) -> None:
        if w.oud is None:
            self._contact(sleutel, leerling_id, w.naam, w.velden)
        else:
            self._pas_aan(sleutel, contacten[w.oud.id], **w.velden)

    def _wissel(self, vanaf: date | None) -> date:
        """The first day in a new group: the start of the school year when what went before is of an earlier
        year, else today."""
        begin = self.plan.schooljaar.begin
        return begin if vanaf is not None and vanaf < begin <= self.dag else self.dag

    def _verplaats(self, sleutel: str, leerling_id: int, oud: Plaatsing | None, klas: str) -> None:
        """Close the running place the day before and open the new one; a place of today itself is corrected."""
        if oud is None:
            self._plaats(sleutel, leerling_id, klas, self.dag)
            return
        wissel = self._wissel(oud.van)
        if oud.van >= wissel:
            self._pas_aan(sleutel, oud, klas_id=self.groepen.klas(klas))
        else:
            self._pas_aan(sleutel, oud, tot=wissel - timedelta(days=1))
            self._plaats(sleutel, leerling_id, klas, wissel)

    def _haal_uit(self, sleutel: str, lid: LesgroepLid, tot: date) -> None:
        """End a membership; one that would end before it began is removed."""
        if tot >= lid.van:
            self._pas_aan(sleutel, lid, tot=tot)
        else:
            self.verslag[sleutel].append(rijen.verwijderd(lid, lid.pk))
            self.weg.append(lid)

    def _schrijf_uit(self, leerling: Leerling, plaatsing: Plaatsing | None, leden: list[LesgroepLid]) -> None:
        """Give a pupil his last day: today; places end with it, nothing is deleted."""
        sleutel = leerling.leerlingnummer
        dag = max(self.dag, leerling.ingeschreven_op or self.dag)
        self._pas_aan(sleutel, leerling, uitgeschreven_op=dag)
        einden: list[Plaatsing | LesgroepLid] = [plaatsing, *leden] if plaatsing else [*leden]
        for rij in einden:
            self._pas_aan(sleutel, rij, tot=max(dag, rij.van))


def _op_slot(model: Any, **voorwaarden: Any) -> Any:
    return model.objects.select_for_update(of=("self",)).filter(**voorwaarden).order_by("pk")
