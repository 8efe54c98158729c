/* How far the files of a form are: <form data-stukken hx-post=…> with [data-voortgang] around a <progress>.
   htmx sends the form and tells how much has left; without a script the form is sent as ever. */
"use strict";
(() => {
  const deel = (form, wat) => form.querySelector(`[data-voortgang${wat}]`);

  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.target.closest?.("form[data-stukken]");
    if (!form) return;
    deel(form, "").hidden = false;
    deel(form, "-zin").textContent = "Je bestanden worden verstuurd.";
  });

  document.addEventListener("htmx:xhr:progress", (event) => {
    const form = event.target.closest?.("form[data-stukken]");
    const { loaded, total, lengthComputable } = event.detail;
    if (!form || !lengthComputable || !total) return;
    const procent = Math.round((loaded / total) * 100);
    form.querySelector("progress").value = procent;
    deel(form, "-zin").textContent = procent < 100 ? `${procent}% verstuurd.` : "Alles is verstuurd. De bestanden worden bekeken.";
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.target.closest?.("form[data-stukken]");
    if (!form || event.detail.successful) return;
    deel(form, "-zin").textContent = event.detail.xhr?.status === 422 ? "" : "Versturen lukte niet. Je keuze staat er nog; probeer het nog eens.";
    form.querySelector("progress").value = 0;
  });
})();
