"""Take the pictures of policy and figures from what the demo has. It changes nothing, so it may run before or after the others."""

from maak_plaatjes import BREED, BUREAU, TELEFOON, Fotograaf, bewaar, fotograaf
from playwright.sync_api import ViewportSize

Z, LEIDING, JORIS, SANNE = (f"{naam}@rietveen.example" for naam in ("angelica", "marijke", "joris", "sanne"))
HOOG, LANG = ViewportSize(width=1180, height=860), ViewportSize(width=1440, height=1080)
SMAL_HOOG, LAAG = ViewportSize(width=390, height=900), ViewportSize(width=1180, height=600)


def beleid(foto: Fotograaf) -> None:
    """The page of the year and its point."""
    with foto.als(Z, LANG) as pagina:
        pagina.goto("/beleid/")
        bewaar(pagina, "beleid")
        pagina.locator(".z-ontwikkel h2 a").first.click()
        pagina.set_viewport_size(HOOG)
        bewaar(pagina, "ontwikkelpunt")


def plan(foto: Fotograaf) -> None:
    """The plan that lies before the team, and a teacher who comments on it."""
    with foto.als(Z, BREED) as pagina:
        pagina.goto("/beleid/plan/")
        pagina.locator("main a.z-rij", has_text="Ligt bij het team").first.click()
        bewaar(pagina, "plan")
    with foto.als(SANNE, SMAL_HOOG) as pagina:
        pagina.goto("/beleid/plan/")
        pagina.locator("main a.z-rij", has_text="Ligt bij het team").first.click()
        pagina.get_by_role("link", name="Reageer op Scholing").click()
        bewaar(pagina, "plan-reacties")


def kalender(foto: Fotograaf) -> None:
    """The year as everybody reads it, and an activity of the point."""
    with foto.als(JORIS, LANG) as pagina:
        pagina.goto("/beleid/kalender/")
        bewaar(pagina, "jaarkalender")
    with foto.als(Z, LAAG) as pagina:
        pagina.goto("/beleid/kalender/?strook=ontwikkelpunt")
        pagina.locator(".z-jaarlijst a[href*='/activiteit/']").first.click()
        bewaar(pagina, "activiteit")


def scholing(foto: Fotograaf) -> None:
    """What one can sign up for."""
    with foto.als(SANNE, SMAL_HOOG) as pagina:
        pagina.goto("/beleid/scholing/")
        bewaar(pagina, "scholing")
        pagina.locator("main a.z-rij").first.click()
        bewaar(pagina, "scholing-een")


def schoolgids(foto: Fotograaf) -> None:
    """The text as parents read it, and writing it."""
    with foto.als(Z, BREED) as pagina:
        pagina.goto("/beleid/aanbod/")
        bewaar(pagina, "schoolgids")
        pagina.get_by_role("link", name="Schrijf verder").click()
        bewaar(pagina, "schoolgids-schrijven")


def uren(foto: Fotograaf) -> None:
    """The hours as the schoolleiding sees them, and a scenario."""
    with foto.als(LEIDING, BREED) as pagina:
        pagina.goto("/beleid/uren/")
        bewaar(pagina, "uren")
    with foto.als(Z, LAAG) as pagina:
        pagina.goto("/beleid/uren/")
        pagina.locator("[aria-labelledby=h-scenarios] .z-rij", has_text="nog niet besproken").get_by_role(
            "link"
        ).first.click()
        bewaar(pagina, "scenario")


def protocollen(foto: Fotograaf) -> None:
    """What a teacher has to read."""
    with foto.als(SANNE, TELEFOON) as pagina:
        pagina.goto("/protocollen/")
        bewaar(pagina, "protocollen")
        pagina.set_viewport_size(SMAL_HOOG)
        pagina.locator("main a.z-rij", has_text="Meldcode").first.click()
        bewaar(pagina, "protocol")


def cijfers(foto: Fotograaf) -> None:
    """The overview of the schoolleiding, one chart as a table, and the list of the coordinator."""
    with foto.als(LEIDING, LANG) as pagina:
        pagina.goto("/cijfers/")
        bewaar(pagina, "cijfers")
        pagina.goto("/cijfers/?tabel=besluiten")
        pagina.set_viewport_size(HOOG)
        bewaar(pagina, "cijfers-tabel", "[aria-labelledby=signalen]")
    with foto.als(Z, LAAG) as pagina:
        pagina.goto("/cijfers/stilte/")
        bewaar(pagina, "stilte")


def nieuws(foto: Fotograaf) -> None:
    """A letter in the making, the end of the day, and the law."""
    with foto.als(Z, BUREAU) as pagina:
        pagina.goto("/nieuws/")
        pagina.get_by_role("link", name="Werk verder").click()
        bewaar(pagina, "nieuwsbrief")
        pagina.goto("/beleid/wetten/")
        bewaar(pagina, "wetten")
    with foto.als(Z, SMAL_HOOG) as pagina:
        pagina.goto("/dag-rond/")
        bewaar(pagina, "dag-rond", "[aria-labelledby=h-vandaag]")


def main() -> None:
    with fotograaf() as foto:
        for deel in (beleid, plan, kalender, scholing, schoolgids, uren, protocollen, cijfers, nieuws):
            deel(foto)


if __name__ == "__main__":
    main()
