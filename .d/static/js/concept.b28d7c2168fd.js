/* Keeps the text of an open form on the server while somebody types; nothing is stored on the device.

     <form method="post" data-concept="signaal:nieuw" data-concept-url="…" data-concept-versie="0" data-concept-wie="…">
       … <p class="z-fijn" data-concept-status role="status"></p>

   A save starts at most 2 s after a change. Without a connection, signed out or with the server in trouble the text
   stays on the screen, the status says so, and saving goes on every 5 s until it works. When another tab saved a newer
   text, the person chooses. Sending the form first saves once more, so that a form never leaves without a connection or
   as somebody else. Leave a field out with data-geen-concept. A form that was fetched into its page names the address
   that shows it filled in: data-concept-pagina. */
"use strict";
(() => {
  const RUST = 1000, UITERSTE = 2000, OPNIEUW = 5000, GEDULD = 10000; // milliseconds
  const ZIN = {
    verbinding: "Geen verbinding. Je tekst staat nog in dit scherm.",
    uitgelogd: "Je bent uitgelogd. Log in een ander tabblad in; je tekst blijft hier staan.",
    storing: "Bewaren lukt nu niet. Je tekst staat nog in dit scherm. We proberen het opnieuw.",
    keuze: "In een ander tabblad staat een nieuwere versie.",
    weg: "In een ander tabblad is deze tekst al verstuurd of weggehaald.",
  };
  const csrf = () => document.cookie.split("; ").find((deel) => deel.startsWith("zorgapp_csrf="))?.slice(13) ?? "";

  const maak = (soort, tekst, klasse = "") => {
    const element = document.createElement(soort);
    element.textContent = tekst;
    if (klasse) element.className = klasse;
    return element;
  };

  class Concept {
    constructor(form) {
      this.form = form;
      this.plek = form.querySelector("[data-concept-status]") ?? document.querySelector("[data-concept-status]") ?? form.appendChild(maak("p", "", "z-fijn"));
      this.plek.setAttribute("role", "status");
      this.versie = Number(form.dataset.conceptVersie || 0);
      this.bewaard = this.lees();     // what the server has, as far as we know
      this.gestuurd = [];             // texts whose answer got lost: they may be what the server has
      this.bezig = null;              // the save under way
      this.eerste = 0;                // when the oldest unsaved change was made
      this.stuurt = false;            // the form itself is leaving
      this.botsing = null;
      for (const soort of ["input", "change"]) form.addEventListener(soort, () => this.gewijzigd());
      form.addEventListener("submit", (event) => this.versturen(event), true);
      form.addEventListener("htmx:afterSettle", () => this.gewijzigd());
      form.addEventListener("htmx:afterRequest", (event) => { if (event.detail.elt === form && !event.detail.successful) this.stuurt = false; });
      for (const soort of ["online", "focus"]) window.addEventListener(soort, () => { if (this.vuil()) this.plan(0); });
      document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.nogEens(); });
      window.addEventListener("pageshow", (event) => { if (event.persisted) this.stuurt = false; });
      window.addEventListener("beforeunload", (event) => this.weggaan(event));
    }

    lees() {
      const inhoud = {};
      const weglaten = new Set([...this.form.elements].filter((veld) => veld.hasAttribute("data-geen-concept") || veld.type === "password").map((veld) => veld.name));
      for (const [naam, waarde] of new FormData(this.form)) {
        if (naam === "csrfmiddlewaretoken" || weglaten.has(naam) || typeof waarde !== "string") continue;
        inhoud[naam] = naam in inhoud ? [].concat(inhoud[naam], waarde) : waarde;
      }
      return JSON.stringify(inhoud);
    }

    vuil() { return !this.stuurt && this.lees() !== this.bewaard; }
    zeg(zin) { if (this.plek.textContent !== zin) this.plek.textContent = zin; }

    gewijzigd() {
      if (!this.vuil() || this.botsing) return;
      this.eerste ||= Date.now();
      this.plan(Math.max(0, Math.min(RUST, this.eerste + UITERSTE - Date.now())));
    }

    plan(wacht) {
      clearTimeout(this.klok);
      this.klok = setTimeout(() => this.bewaar(), wacht);
    }

    /* Saves once; true when the server now has what is on the screen. */
    async bewaar() {
      clearTimeout(this.klok);
      if (this.bezig) {
        await this.bezig;
        if (!this.vuil()) return !this.botsing;
      }
      if (this.botsing || this.stuurt) return false;
      this.bezig = this.stuur(this.lees());
      const goed = await this.bezig;
      this.bezig = null;
      if (goed && this.vuil()) this.gewijzigd();
      return goed;
    }

    verzoek(tekst, extra) {
      return fetch(this.form.dataset.conceptUrl, {
        method: "POST", credentials: "same-origin", redirect: "manual", cache: "no-store", keepalive: tekst.length < 20000,
        headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
        body: `{"versie":${this.versie},"wie":${JSON.stringify(this.form.dataset.conceptWie ?? "")},"inhoud":${tekst}}`,
        ...extra,
      });
    }

    async stuur(tekst) {
      this.eerste = 0;
      let antwoord, uitkomst = {};
      try {
        antwoord = await this.verzoek(tekst, { signal: AbortSignal.timeout(GEDULD) });
        if (antwoord.headers.get("Content-Type")?.startsWith("application/json")) uitkomst = await antwoord.json();
      } catch {
        this.gestuurd.push(tekst);
        return this.mislukt("verbinding", ZIN.verbinding);
      }
      if (antwoord.ok && uitkomst.versie) return this.gelukt(tekst, uitkomst);
      if (antwoord.status === 409) return this.nieuwer(uitkomst);
      if (antwoord.status === 401 || antwoord.type === "opaqueredirect") return this.mislukt("uitgelogd", ZIN.uitgelogd);
      if (antwoord.status >= 500) this.gestuurd.push(tekst);
      return this.mislukt(antwoord.status === 403 ? "uitgelogd" : "storing", uitkomst.fout ? `${uitkomst.fout} Je tekst blijft hier staan.` : ZIN.storing);
    }

    gelukt(tekst, { versie, op }) {
      this.versie = versie;
      this.bewaard = tekst;
      this.gestuurd = [];
      this.reden = "";
      this.zeg(`Bewaard om ${op} uur`);
      return true;
    }

    mislukt(reden, zin) {
      this.reden = reden;
      this.zeg(zin);
      this.plan(OPNIEUW);
      return false;
    }

    /* Another version stands on the server: a text of this tab, of which the answer got lost, or that of another tab. */
    nieuwer({ versie, op, inhoud = {} }) {
      const eigen = [this.bewaard, ...this.gestuurd].find((tekst) => gelijk(JSON.parse(tekst), inhoud));
      if (eigen !== undefined) {
        this.versie = versie;
        this.bewaard = eigen;
        return this.vuil() ? this.stuur(this.lees()) : this.gelukt(eigen, { versie, op });
      }
      this.botsing = { versie, leeg: !Object.keys(inhoud).length };
      this.reden = "botsing";
      this.zeg(this.botsing.leeg ? ZIN.weg : ZIN.keuze);
      this.plek.after(this.vraag(inhoud));
      return false;
    }

    vraag(inhoud) {
      this.keuze = maak("div", "", "z-melding");
      const blok = this.keuze.appendChild(maak("div", ""));
      if (!this.botsing.leeg) blok.append(this.verschil(inhoud));
      for (const [woorden, doe] of [[this.botsing.leeg ? "Begin opnieuw" : "Gebruik die", () => this.gebruikDie()], ["Houd deze", () => this.houdDeze()]]) {
        const knop = maak("button", woorden, "btn btn-stil");
        knop.type = "button";
        knop.addEventListener("click", doe);
        blok.append(knop, " ");
      }
      return this.keuze;
    }

    /* The fields in which the other version differs, with the words a person knows them by. */
    verschil(inhoud) {
      const lijst = maak("dl", "");
      const hier = JSON.parse(this.lees());
      for (const [naam, waarde] of Object.entries(inhoud)) {
        const veld = this.form.elements.namedItem(naam);
        if (!veld || veld.type === "hidden" || gelijk(waarde, hier[naam])) continue;
        const eerste = veld instanceof RadioNodeList ? veld[0] : veld;
        const label = eerste.closest("fieldset")?.querySelector("legend") ?? eerste.labels?.[0];
        const woorden = [].concat(waarde).map((deel) => this.woord(veld, deel)).join(", ");
        lijst.append(maak("dt", label?.textContent.trim() ?? naam), maak("dd", woorden || "leeg"));
      }
      return lijst;
    }

    woord(veld, waarde) {
      const keuzes = veld instanceof RadioNodeList ? [...veld] : veld.options ? [...veld.options] : [];
      const keuze = keuzes.find((een) => een.value === waarde);
      return (keuze?.labels?.[0]?.textContent ?? keuze?.text ?? waarde).trim();
    }

    /* The server fills the page with the other version, so that what is chosen and what is shown are one. */
    gebruikDie() {
      this.stuurt = true;
      location.assign(this.form.dataset.conceptPagina ?? location.href.split("#")[0]);
    }

    houdDeze() {
      if (this.botsing.leeg) for (const veld of this.form.querySelectorAll("[data-concept-uniek]")) veld.value = crypto.randomUUID?.() ?? veld.value;
      this.versie = this.botsing.versie;
      this.botsing = null;
      this.reden = "";
      this.keuze.remove();
      this.bewaar();
      this.form.querySelector("textarea, input:not([type=hidden])")?.focus();
    }

    /* The form goes only when the server has been heard; trouble other than no connection, signed out or a choice to
       make does not stop it. */
    async versturen(event) {
      if (this.stuurt) { this.gegaan = true; return; }
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.wacht) return;
      this.wacht = true;
      if (this.reden !== "botsing") this.zeg("Je tekst wordt bewaard.");
      // A form cannot be sent from within its own submit event, so there is always a wait.
      if (this.versie || this.vuil()) await this.bewaar();
      else await new Promise((verder) => setTimeout(verder));
      this.wacht = false;
      if (["verbinding", "uitgelogd", "botsing"].includes(this.reden)) {
        if (this.botsing) this.zeg(`${this.botsing.leeg ? ZIN.weg : ZIN.keuze} Kies eerst.`);
        this.plek.scrollIntoView({ block: "nearest" });
        return;
      }
      this.stuurt = true;
      this.gegaan = false;
      clearTimeout(this.klok);
      this.form.requestSubmit(event.submitter);
      this.stuurt = this.gegaan;
    }

    nogEens() {
      if (this.vuil() && !this.botsing && !this.bezig) this.bewaar();
    }

    /* A last save that outlives the page; who would lose text is warned by the browser. */
    weggaan(event) {
      if (!this.vuil()) return;
      if (this.reden) event.preventDefault();
      if (this.botsing) return;
      const tekst = this.lees();
      this.gestuurd.push(tekst);
      this.verzoek(tekst, { keepalive: true }).catch(() => {});
      this.plan(OPNIEUW);
    }
  }

  const gelijk = (een, ander) => {
    if (een === null || typeof een !== "object" || ander === null || typeof ander !== "object") return een === ander;
    const sleutels = Object.keys(een);
    return sleutels.length === Object.keys(ander).length && sleutels.every((sleutel) => gelijk(een[sleutel], ander[sleutel]));
  };

  const begin = (bron) => {
    for (const form of bron.querySelectorAll("form[data-concept]")) {
      if (!form.conceptBewaker) form.conceptBewaker = new Concept(form);
    }
  };
  begin(document);
  document.addEventListener("htmx:load", (event) => begin(event.detail.elt.parentElement ?? document));
})();
