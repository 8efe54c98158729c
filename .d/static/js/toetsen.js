/* Keyboard shortcuts, as data attributes on ordinary elements (each of them also works by mouse and Tab):
   data-toets="j"        the key focuses a field, opens a summary, or clicks anything else
   data-toets-opslaan    on a form: Ctrl+Enter (or Cmd+Enter) submits it, also from within a text field
   After a refusal the cursor stands in the first field that was wrong, also in a part that came anew.
   Single keys are off while typing, and off altogether with <body data-sneltoetsen="uit"> (WCAG 2.1.4). */
"use strict";
(() => {
  const TYPEN = "textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";

  const zichtbaar = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

  const opslaan = (event) => {
    const formulier = event.target.closest?.("form[data-toets-opslaan]") ?? document.querySelector("form[data-toets-opslaan]");
    if (!formulier || !zichtbaar(formulier)) return;
    event.preventDefault();
    formulier.requestSubmit();
  };

  const losseToets = (event) => {
    if (document.body.dataset.sneltoetsen === "uit" || event.target.closest?.(TYPEN)) return;
    const toets = CSS.escape(event.key.toLowerCase());
    const doelen = [...document.querySelectorAll(`[data-toets="${toets}"]`)].filter(zichtbaar);
    const doel = doelen.find((element) => element.matches(TYPEN)) ?? doelen[0]; // a field on this page before a link away
    if (!doel) return;
    event.preventDefault();
    if (doel.matches(TYPEN)) {
      doel.focus();
      doel.select?.();
    } else {
      doel.focus();
      doel.click();
    }
  };

  const naarFout = (waar) => [...waar.querySelectorAll(".is-invalid, :is(fieldset, [role=group]):has(.z-fout):not(:has(.is-invalid)) input")].find(zichtbaar)?.focus();
  if (!document.querySelector("[autofocus]")) naarFout(document);
  document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
    if (document.activeElement !== document.body) return;
    naarFout(target);
    const kop = detail.requestConfig?.triggeringEvent?.type === "click" && document.activeElement === document.body && target.querySelector("h2");
    if (!kop) return;
    kop.tabIndex = -1; // what was pressed is gone: read on where the new part begins
    kop.focus();
  });

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) opslaan(event);
    else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) losseToets(event);
  });
})();
