/* J and K go to the next and the previous row of a list (data-lijst; its links have data-rij), as on the board of signals.
   Off while typing, and for who switched single keys off. */
"use strict";
document.addEventListener("keydown", (event) => {
  const stap = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (!stap || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.body.dataset.sneltoetsen === "uit" || event.target.closest?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])")) return;
  const rijen = [...document.querySelectorAll("[data-lijst] [data-rij]")];
  const hier = document.activeElement?.closest(".z-afspraak")?.querySelector("[data-rij]");
  const doel = rijen[hier ? rijen.indexOf(hier) + stap : 0];
  if (!doel) return;
  event.preventDefault();
  doel.focus();
});
