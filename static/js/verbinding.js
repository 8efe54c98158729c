/* How htmx works in every page (no eval, no scripts or styles of its own, nothing kept in history, errors swap nothing but
   422), and two things for every form: the CSRF token as it is in the cookie now (a page that was open before a new login in
   another tab still works), and one honest sentence when a request of htmx kept nothing. */
"use strict";
(() => {
  // htmx starts when the document is ready, so what is set here counts from its first step.
  Object.assign(htmx.config, {
    includeIndicatorStyles: false, allowEval: false, allowScriptTags: false, selfRequestsOnly: true, historyCacheSize: 0, refreshOnHistoryMiss: true,
    responseHandling: [{ code: "204", swap: false }, { code: "[23]..", swap: true }, { code: "422", swap: true }, { code: "[45]..", swap: false, error: true }],
  });

  // htmx notes the address, which may hold a name that was searched for; nothing of ours stays on the device.
  try { sessionStorage.clear(); } catch { /* storage is switched off: nothing was noted */ }

  const ZIN = "Dit is niet bewaard. De verbinding viel weg. Je tekst staat nog in dit scherm.";
  const ZIN_SERVER = "Dit is niet bewaard. Er ging bij ons iets mis. Je tekst staat nog in dit scherm. Probeer het over een minuut nog eens.";
  const ZIN_TOEGANG = "Dit is niet bewaard. Je bent uitgelogd of mag dit niet. Je tekst staat nog in dit scherm. Log in een ander tabblad in en probeer het nog eens.";
  const ZIN_LEZEN = "Dit is nu niet op te halen. Probeer het zo nog eens.";

  const token = () => document.cookie.split("; ").find((deel) => deel.startsWith("zorgapp_csrf="))?.slice(13);

  const meld = (zin) => {
    const plek = document.getElementById("berichten");
    if (!plek) return;
    plek.querySelector("[data-verbinding]")?.remove();
    if (!zin) return;
    const melding = document.createElement("div");
    melding.className = "z-melding is-rood";
    melding.dataset.verbinding = "";
    melding.setAttribute("role", "alert");
    melding.textContent = zin;
    plek.append(melding);
  };

  document.addEventListener("htmx:configRequest", (event) => {
    const waarde = token();
    if (event.detail.verb === "get" || !waarde) return;
    event.detail.headers["X-CSRFToken"] = waarde;
    if (event.detail.parameters.csrfmiddlewaretoken) event.detail.parameters.csrfmiddlewaretoken = waarde;
  });
  document.addEventListener("submit", (event) => {
    const veld = event.target.querySelector("[name=csrfmiddlewaretoken]");
    const waarde = token();
    if (veld && waarde) veld.value = waarde;
  }, true);
  document.addEventListener("htmx:sendError", (event) => meld(event.detail.requestConfig.verb === "get" ? ZIN_LEZEN : ZIN));
  document.addEventListener("htmx:responseError", (event) => {
    const { verb } = event.detail.requestConfig;
    if (verb === "get") meld(ZIN_LEZEN);
    else meld([401, 403].includes(event.detail.xhr.status) ? ZIN_TOEGANG : ZIN_SERVER);
  });
  document.addEventListener("htmx:afterOnLoad", () => meld(""));
})();
