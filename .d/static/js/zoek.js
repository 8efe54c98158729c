/* A search field with a list below it: arrows choose, Enter follows, Escape closes. The list itself comes from the
   server (htmx); without this script the form still opens the page with results. Works for every
   <input role="combobox" aria-controls="…"> whose list holds elements with role="option".
   An option with data-waarde is no link but a choice: it goes into the select named by data-kiest, or its text into the
   field itself. */
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

  const neem = (optie) => {
    const veld = veldVan(optie.closest("[role=listbox]"));
    const { waarde, tekst } = optie.dataset;
    const keuze = document.getElementById(veld.dataset.kiest ?? "");
    if (keuze) {
      if (![...keuze.options].some((een) => een.value === waarde)) keuze.add(new Option(tekst, waarde));
      keuze.value = waarde;
      keuze.dispatchEvent(new Event("change", { bubbles: true }));
    }
    veld.value = keuze ? "" : tekst;
    sluit(veld);
    const blok = keuze && veld.closest("details");
    if (blok) blok.open = false;
    (keuze ?? veld).focus();
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
    const stand = veld.closest(".z-zoek")?.querySelector("[role=status]");
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
    else if (event.key === "Enter" && rij[0]?.dataset.waarde && !event.ctrlKey && !event.metaKey) rij.length === 1 ? neem(rij[0]) : kies(veld, lijst, rij[0]);
    else if (event.key === "Escape" && lijst?.hasChildNodes()) sluit(veld);
    else return;
    event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const optie = event.target.closest?.("[role=option][data-waarde]");
    if (optie) neem(optie);
  });

  document.addEventListener("focusout", (event) => {
    const zoek = event.target.closest?.(".z-zoek");
    if (zoek && !zoek.contains(event.relatedTarget)) {
      const veld = zoek.querySelector("[role=combobox]");
      if (veld) sluit(veld);
    }
  });
})();
