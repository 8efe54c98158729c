/* A button that prints the page: <button type="button" data-afdrukken hidden>. Without a script the browser's own menu does. */
"use strict";
(() => {
  for (const knop of document.querySelectorAll("[data-afdrukken]")) {
    knop.hidden = false;
    knop.addEventListener("click", () => window.print());
  }
})();
