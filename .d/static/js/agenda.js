/* The agenda of a meeting: the button under the proposals says how many are ticked. Without it "Zet op de agenda". */
"use strict";
(() => {
  const form = document.querySelector("form[data-voorstellen]");
  if (!form) return;
  const knop = form.querySelector("button[data-knop]");
  const zeg = () => {
    const aantal = form.querySelectorAll("input[name=leerling]:checked").length;
    knop.textContent = aantal ? `Zet ${aantal} op de agenda` : "Zet op de agenda";
  };
  form.addEventListener("change", zeg);
  zeg();
})();
