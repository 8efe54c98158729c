/* Triage: an opened decision gets the cursor in its first empty field; a chip adds its sentence to the advice. What
   keeps a half-written decision (concept.js) is fetched when one is opened: most looks at the board need none. */
"use strict";
(() => {
  let conceptScript = document.currentScript.dataset.conceptScript;
  const haalConcept = () => {
    if (!conceptScript) return;
    const script = document.createElement("script");
    script.src = conceptScript;
    conceptScript = "";
    document.head.append(script);
  };
  if (document.querySelector("form[data-concept]")) haalConcept();
  const naarVeld = (blok) => {
    if (!blok.open || !blok.contains(document.activeElement)) return;
    const veld = [...blok.querySelectorAll("textarea, input:not([type=hidden]), select")].find((v) => !v.value && v.checkVisibility());
    veld?.focus({ preventScroll: true });
  };
  document.querySelectorAll("details.z-keuzeblok").forEach((blok) => {
    blok.addEventListener("toggle", () => { if (blok.open) haalConcept(); naarVeld(blok); });
    blok.addEventListener("htmx:afterSettle", (event) => { if (!event.target.closest("[role=listbox]")) naarVeld(blok); });
  });
  document.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-voeg-toe]");
    if (!chip) return;
    const veld = document.getElementById(chip.dataset.voegToe);
    veld.value = [veld.value.trim(), chip.dataset.tekst].filter(Boolean).join(" ");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
    veld.focus();
  });
})();
