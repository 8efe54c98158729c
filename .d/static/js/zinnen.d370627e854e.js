/* Puts a phrase of the school into the field it belongs to, with one tap; without a script it can be copied.

     <ul data-zinnen="id_of_the_field"><li><span>the phrase</span></li></ul> */
"use strict";
(() => {
  for (const lijst of document.querySelectorAll("[data-zinnen]")) {
    const veld = document.getElementById(lijst.dataset.zinnen);
    if (!veld) continue;
    veld.setSelectionRange(veld.value.length, veld.value.length); // until somebody puts the cursor elsewhere: at the end
    for (const zin of lijst.querySelectorAll("span")) {
      const knop = document.createElement("button");
      knop.type = "button";
      knop.className = "btn btn-tekst btn-sm";
      knop.textContent = "Zet erin";
      knop.setAttribute("aria-label", `Zet erin: ${zin.textContent}`);
      knop.addEventListener("click", () => zet(veld, zin.textContent));
      zin.after(" ", knop);
    }
  }

  /* Where the cursor stands, on a line of its own; the browser can undo it. */
  function zet(veld, tekst) {
    const voor = veld.value.slice(0, veld.selectionStart), na = veld.value.slice(veld.selectionEnd);
    const erin = `${voor && !voor.endsWith("\n") ? "\n" : ""}${tekst}${na && !na.startsWith("\n") ? "\n" : ""}`;
    if (veld.value.length + erin.length > veld.maxLength && veld.maxLength > 0) return;
    veld.setRangeText(erin, veld.selectionStart, veld.selectionEnd, "end");
    veld.dispatchEvent(new Event("input", { bubbles: true }));
    veld.focus();
  }
})();
