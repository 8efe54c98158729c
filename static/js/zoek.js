/* A search field with a list below it: arrows choose, Enter follows, Escape closes. The list itself comes from the
   server (htmx); without this script the form still opens the page with results. Works for every
   <input role="combobox" aria-controls="…"> whose list holds elements with role="option". */
"use strict";
(() => {
  const veldVan = (lijst) => document.querySelector(`[role=combobox][aria-controls="${CSS.escape(lijst.id)}"]`);
  const lijstVan = (veld) => document.getElementById(veld.getAttribute("aria-controls"));
  const keuzes = (lijst) => [...lijst.querySelectorAll("[role=option]")];

  const kies = (veld, lijst, gekozen) => {
    for (const keuze of keuzes(lijst)) keuze.setAttribute("aria-selected", String(keuze === gekozen));
    if (gekozen) {
      veld.setAttribute("aria-activedescendant", gekozen.id);
      gekozen.scrollIntoView({ block: "nearest" });
    } else veld.removeAttribute("aria-activedescendant");
  };

  const sluit = (veld) => {
    lijstVan(veld)?.replaceChildren();
    veld.setAttribute("aria-expanded", "false");
    veld.removeAttribute("aria-activedescendant");
  };

  document.addEventListener("htmx:afterSwap", (event) => {
    const lijst = event.detail.target;
    if (lijst?.getAttribute("role") !== "listbox") return;
    const veld = veldVan(lijst);
    if (!veld) return;
    const gevonden = keuzes(lijst);
    gevonden.forEach((keuze, nummer) => { keuze.id ||= `${lijst.id}-${nummer}`; });
    if (!lijst.textContent.trim()) lijst.replaceChildren();
    veld.setAttribute("aria-expanded", String(gevonden.length > 0));
    kies(veld, lijst, null);
    const stand = veld.form?.querySelector("[role=status]");
    if (stand) stand.textContent = veld.value.trim() ? (gevonden.length ? `${gevonden.length} gevonden` : "Niets gevonden") : "";
  });

  document.addEventListener("keydown", (event) => {
    const veld = event.target;
    if (event.isComposing || veld.getAttribute?.("role") !== "combobox") return;
    const lijst = lijstVan(veld);
    const rij = lijst ? keuzes(lijst) : [];
    const nu = rij.findIndex((keuze) => keuze.getAttribute("aria-selected") === "true");
    if (event.key === "ArrowDown" && rij.length) kies(veld, lijst, rij[(nu + 1) % rij.length]);
    else if (event.key === "ArrowUp" && rij.length) kies(veld, lijst, rij[nu > 0 ? nu - 1 : rij.length - 1]);
    else if (event.key === "Enter" && nu >= 0 && !event.ctrlKey && !event.metaKey) rij[nu].click();
    else if (event.key === "Escape" && lijst?.hasChildNodes()) sluit(veld);
    else return;
    event.preventDefault();
  });

  document.addEventListener("focusout", (event) => {
    const zoek = event.target.closest?.(".z-zoek");
    if (zoek && !zoek.contains(event.relatedTarget)) {
      const veld = zoek.querySelector("[role=combobox]");
      if (veld) sluit(veld);
    }
  });
})();
