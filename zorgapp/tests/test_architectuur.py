"""The house rules as tests: floors, doors, sizes, names, beat, settings."""

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command

from zorgapp.celery import app

REPO = Path(settings.BASE_DIR)
PAKKETTEN = ("zorgapp", "leerlingen", "ondersteuning", "overleg", "beleid")
EIGEN_APPS = {a.label for a in apps.get_app_configs() if a.name.split(".")[0] in PAKKETTEN}

# Lines a file of this room may have at most (a package of the room counts per file).
MAAT = {
    "models": 400,
    "querysets": 300,
    "access": 300,
    "workflow": 150,
    "services": 400,
    "forms": 300,
    "views": 300,
    "urls": 120,
    "tasks": 100,
    "mails": 150,
    "documents": 250,
    "stats": 250,
    "retention": 150,
    "tests": 400,
    "settings": 300,
    "demo": 600,  # tables of names and scenes
}


def bronnen(*, tests: bool = False) -> Iterator[Path]:
    for pakket in PAKKETTEN:
        for pad in sorted((REPO / pakket).rglob("*.py")):
            if "migrations" in pad.parts or ("tests" in pad.parts) != tests:
                continue
            yield pad


def kamer(pad: Path) -> str:
    delen = pad.relative_to(REPO).with_suffix("").parts
    return next((d for d in delen if d in MAAT), "")


def _bomen(*kamers: str) -> Iterator[tuple[Path, ast.Module]]:
    for pad in bronnen():
        if not kamers or kamer(pad) in kamers:
            yield pad, ast.parse(pad.read_text())


def test_invoer_gaat_omlaag() -> None:
    uitkomst = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stdout


def test_alleen_deuren_lezen_rijen() -> None:
    """Views, forms, template tags and documents never touch a manager."""
    fout = [
        f"{pad.relative_to(REPO)}:{knoop.lineno}"
        for pad, boom in _bomen("views", "forms", "documents")
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Attribute)
        and knoop.attr in {"objects", "_default_manager", "_base_manager"}
        and not (isinstance(getattr(knoop, "value", None), ast.Name) and _leeg(pad, knoop.lineno))
    ]
    assert fout == []


def _leeg(pad: Path, regel: int) -> bool:
    """`Model.objects.none()` as the first choices of a field reads nothing."""
    return ".objects.none()" in pad.read_text().splitlines()[regel - 1]


def test_geen_signalen_van_django() -> None:
    fout = [
        str(pad.relative_to(REPO))
        for pad in bronnen()
        if re.search(r"@receiver|post_save|pre_save|m2m_changed|post_delete", pad.read_text())
    ]
    assert fout == []


def test_views_zijn_kort() -> None:
    fout = [
        f"{pad.relative_to(REPO)}: {knoop.name} ({knoop.end_lineno - knoop.lineno + 1})"
        for pad, boom in _bomen("views")
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.FunctionDef) and (knoop.end_lineno or 0) - knoop.lineno + 1 > 25
    ]
    assert fout == []


def test_bestanden_blijven_klein() -> None:
    fout = [
        f"{pad.relative_to(REPO)} ({len(pad.read_text().splitlines())})"
        for pad in [*bronnen(), *bronnen(tests=True)]
        if len(pad.read_text().splitlines()) > MAAT.get("tests" if "tests" in pad.parts else kamer(pad), 300)
    ]
    assert fout == []


def test_geen_modellen_in_migraties() -> None:
    fout = [
        str(pad.relative_to(REPO))
        for pakket in PAKKETTEN
        for pad in (REPO / pakket).rglob("migrations/0*.py")
        if re.search(r"^from (leerlingen|ondersteuning|zorgapp\.\w+)\.models import", pad.read_text(), re.M)
    ]
    assert fout == []


def test_migraties_zijn_volledig(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_elke_module_zegt_waarvoor_ze_is() -> None:
    zonder = [
        str(pad.relative_to(REPO))
        for pad, boom in _bomen()
        if boom.body and not ast.get_docstring(boom) and pad.name not in {"apps.py", "urls.py", "manage.py"}
    ]
    assert zonder == []


def test_niets_meldt_iemands_naam() -> None:
    """`__str__` ends up in logs and errors; it is a kind and a number."""
    for model in apps.get_models():
        if model._meta.app_label in {"leerlingen", "ondersteuning", "werk", "notifications"}:
            bron = inspect.getsource(model.__str__)
            assert not re.search(r"naam|tekst|achternaam", bron.replace("verbose_name", "")), model


def test_templates_hebben_niets_ingebouwd() -> None:
    fout = [
        f"{pad.relative_to(REPO)}:{nummer}"
        for pad in sorted((REPO / "templates").rglob("*.html"))
        if "emails" not in pad.parts and "pdf" not in pad.parts
        for nummer, regel in enumerate(pad.read_text().splitlines(), 1)
        if re.search(r"\sstyle=|<style|\son\w+=|hx-on|<script(?![^>]*\ssrc=)|javascript:", regel)
    ]
    assert fout == []


def test_mails_noemen_geen_leerling() -> None:
    for pad in (REPO / "templates" / "emails").rglob("*"):
        if pad.is_file():
            assert not re.search(r"\{[{%][^}]*(leerling|signaal)", pad.read_text()), pad


def test_weasyprint_laadt_alleen_de_worker() -> None:
    """One module imports WeasyPrint, one imports that, and that one is only ever loaded by its name."""
    keten = {"zorgapp/kern/pdf.py": "weasyprint", "zorgapp/werk/pdf.py": "zorgapp.kern.pdf"}
    for bestand, module in (*keten.items(), ("", "zorgapp.werk.pdf")):
        gevonden = [
            naam
            for pad, boom in _bomen()
            for knoop in ast.walk(boom)
            if isinstance(knoop, ast.Import | ast.ImportFrom)
            and re.search(rf"\b{re.escape(module)}\b", ast.unparse(knoop))
            and (naam := str(pad.relative_to(REPO))) != bestand
        ]
        assert gevonden == [], module


def test_een_webproces_heeft_geen_weasyprint_pillow_of_pikepdf() -> None:
    """Started as gunicorn does, with every URL and every kind of job registered."""
    code = (
        "import sys; from zorgapp.wsgi import application; from django.urls import get_resolver; "
        "get_resolver().url_patterns; "
        "print([m for m in ('weasyprint', 'zorgapp.kern.pdf', 'PIL.Image', 'pikepdf') if m in sys.modules])"
    )
    uitkomst = subprocess.run(
        [sys.executable, "-c", code], cwd=REPO, capture_output=True, text=True, check=True
    )
    assert uitkomst.stdout.strip() == "[]"


def test_klok_bestaat() -> None:
    app.autodiscover_tasks(force=True)  # whatever ran before in this process
    for regel in settings.CELERY_BEAT_SCHEDULE.values():
        taak = app.tasks[regel["task"]]
        inspect.signature(taak.run).bind(*regel.get("args", ()), **regel.get("kwargs", {}))


def test_systeemcontroles() -> None:
    assert run_checks() == []


def test_alleen_env_leest_de_omgeving() -> None:
    toegestaan = {"zorgapp/env.py", "manage.py", "zorgapp/celery.py", "zorgapp/wsgi.py"}
    fout = [
        pad
        for pad in (str(p.relative_to(REPO)) for p in bronnen())
        if re.search(r"os\.environ|getenv", (REPO / pad).read_text())
        and pad not in toegestaan
        and not pad.startswith(("zorgapp/runtime/", "zorgapp/testing/", "zorgapp/web/meet/"))
    ]
    assert fout == []


# Edges besides views, tasks and commands, each with its reason.
RAND = {
    "zorgapp/accounts/toegang.py": "the door of every view",
    "zorgapp/accounts/tweestaps.py": "asked by allauth",
    "zorgapp/accounts/mails.py": "notes when a mail was claimed and when it went",
    "zorgapp/accounts/sessies.py": "the session store: asks whether a session has ended",
    "zorgapp/werk/uitvoeren.py": "the worker: notes when a job began and ended",
    "zorgapp/werk/pdf.py": "the job that makes a document, thin as a task",
    "leerlingen/importeren/taken.py": "the jobs of an import, thin as tasks",
    "leerlingen/importeren/uitvoeren.py": "notes when an import was applied",
}


def test_geen_klok_diep_in_de_code() -> None:
    """Dates are arguments: only the edges ask for today, and besides them a service for the moment of its writing."""
    rand = {"views", "tasks", "models"}
    vandaag, moment = r"date\.today\(|datetime\.now\(|localdate\(\)", r"timezone\.now\(\)"
    fout = [
        naam
        for pad in bronnen()
        if kamer(pad) not in rand
        and not {"management", "runtime", "testing", "meet", "demo"} & set(pad.parts)
        and (naam := str(pad.relative_to(REPO))) not in RAND
        and re.search(vandaag if kamer(pad) == "services" else f"{vandaag}|{moment}", pad.read_text())
    ]
    assert fout == []
    assert not [naam for naam in RAND if not re.search(f"{vandaag}|{moment}", (REPO / naam).read_text())]


@pytest.mark.regel(63)
def test_geen_sdq() -> None:
    """The SDQ may not be built in without a licence; not one of its phrases is here."""
    woorden = ("strengths and difficulties", "sterke kanten en moeilijkheden", "sdq")
    for pad in [*bronnen(), *(REPO / "templates").rglob("*.html")]:
        tekst = pad.read_text().lower()
        assert not any(woord in tekst for woord in woorden), pad


def test_bovenste_laag() -> None:
    namen = set(
        subprocess.run(
            ["git", "ls-files"], cwd=REPO, capture_output=True, text=True, check=True
        ).stdout.split("\n")
    )
    top = {naam.split("/")[0] for naam in namen if naam}
    vast = {*PAKKETTEN, "manage.py", "templates", "static", "requirements.txt", "pytest.ini", "README.md"}
    ernaast = {"start", "test", "docs", "deploy", "package.json", "package-lock.json"}
    punten = {".ci", ".dockerignore", ".env.example", ".gitignore", ".importlinter", ".mypy.ini", ".npmrc"}
    assert top <= vast | ernaast | punten | {".ruff.toml"}
