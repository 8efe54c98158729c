/* Keeps the text of an open form on the server while somebody types; nothing is stored on the device.

     <form method="post" data-concept="signaal:nieuw" data-concept-url="…" data-concept-versie="0" data-concept-wie="…">
       … <p class="z-fijn" data-concept-status role="status"></p>

   A save starts at most 2 s after a change. Without a connection, signed out or with the server in trouble the text
   stays on the screen, the status says so, and saving goes on every 5 s until it works. When another tab saved a newer
   text, the person chooses. Sending the form first saves once more, so that a form never leaves without a connection or
   as somebody else. Leave a field out with data-concept-niet. */
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
      form.addEventListener("htmx:afterRequest", (event) => { if (event.detail.elt === form && !event.detail.successful) this.stuurt = false; });
      for (const soort of ["online", "focus"]) window.addEventListener(soort, () => { if (this.vuil()) this.plan(0); });
      document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") this.nogEens(); });
      window.addEventListener("beforeunload", (event) => this.weggaan(event));
    }

    lees() {
      const inhoud = {};
      const weglaten = new Set([...this.form.elements].filter((veld) => veld.hasAttribute("data-concept-niet") || veld.type === "password").map((veld) => veld.name));
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
      if (this.bezig) { await this.bezig; return this.vuil() ? this.bewaar() : !this.botsing; }
      if (this.botsing || this.stuurt) return false;
      this.bezig = this.stuur(this.lees());
      const goed = await this.bezig;
      this.bezig = null;
      if (goed && this.vuil()) this.gewijzigd();
      return goed;
    }

    verzoek(tekst, extra) {
      return fetch(this.form.dataset.conceptUrl, {
        method: "POST", credentials: "same-origin", redirect: "manual", cache: "no-store",
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

    /* Another version stands on the server: our own, when only the answer got lost, else that of another tab. */
    nieuwer({ versie, inhoud, op }) {
      const eigen = this.gestuurd.find((tekst) => gelijk(JSON.parse(tekst), inhoud));
      if (eigen !== undefined) {
        this.gelukt(eigen, { versie, op });
        this.plan(0);
        return false;
      }
      this.botsing = { versie, inhoud };
      this.reden = "botsing";
      const leeg = !Object.keys(inhoud).length;
      this.zeg(leeg ? ZIN.weg : ZIN.keuze);
      this.keuze = maak("div", "", "z-melding");
      const blok = maak("div", "");
      if (!leeg) blok.append(this.verschil(inhoud));
      const die = maak("button", leeg ? "Maak dit formulier leeg" : "Gebruik die", "btn btn-stil");
      const deze = maak("button", "Houd deze", "btn btn-stil");
      for (const knop of [die, deze]) knop.type = "button";
      die.addEventListener("click", () => this.kies(true));
      deze.addEventListener("click", () => this.kies(false));
      blok.append(die, " ", deze);
      this.keuze.append(blok);
      this.plek.after(this.keuze);
      return false;
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

    kies(die) {
      const { versie, inhoud } = this.botsing;
      this.botsing = null;
      this.keuze.remove();
      this.versie = versie;
      this.reden = "";
      this.gestuurd = [];
      if (die) {
        this.vul(inhoud);
        this.bewaard = this.lees();
        this.zeg("");
        this.form.dispatchEvent(new CustomEvent("concept:gevuld", { bubbles: true, detail: inhoud }));
      } else this.plan(0);
      (this.form.querySelector("textarea") ?? this.form.elements[0])?.focus();
    }

    vul(inhoud) {
      for (const veld of this.form.elements) {
        if (!veld.name || veld.name === "csrfmiddlewaretoken" || veld.hasAttribute("data-concept-niet") || ["submit", "button", "file", "password"].includes(veld.type)) continue;
        const waarden = naarLijst(inhoud[veld.name]);
        if (veld.type === "checkbox" || veld.type === "radio") veld.checked = waarden.includes(veld.value);
        else if (veld.multiple && veld.options) for (const keuze of veld.options) keuze.selected = waarden.includes(keuze.value);
        else if (veld.name in inhoud) veld.value = waarden[0] ?? "";
        else if (veld.type !== "hidden") veld.value = "";
      }
    }

    /* The form goes only when the server has been heard; what it answers besides "who are you" does not stop it. */
    async versturen(event) {
      if (this.stuurt) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (this.wacht) return;
      const knop = event.submitter;
      this.wacht = true;
      if (!this.botsing && !(this.versie === 0 && !this.vuil())) await this.bewaar();
      this.wacht = false;
      if (this.reden === "verbinding" || this.reden === "uitgelogd" || (this.botsing && Object.keys(this.botsing.inhoud).length === 0)) {
        this.plek.scrollIntoView({ block: "nearest" });
        return;
      }
      this.stuurt = true;
      clearTimeout(this.klok);
      this.form.requestSubmit(knop);
      if (!this.form.checkValidity()) this.stuurt = false;
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

  const naarLijst = (waarde) => (waarde === undefined ? [] : [].concat(waarde));
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
