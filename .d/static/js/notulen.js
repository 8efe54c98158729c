/* The page of a meeting that is on: minutes that two people type at the same time, and what the others do meanwhile.

     <div data-live data-stand-url="…">        who tells what changed
       <form data-notulen data-wie="…" data-versie="0"> <textarea data-vak="notulen"> … data-status, data-mee, data-botst

   A save starts at most 2 s after a change and says from which text it began; the server puts both texts together and
   answers what stands there now. Of a save whose answer got lost the text is kept in memory and sent along, so that it
   never stands there twice. Nothing is stored on the device. Without a connection the text stays in the box and saving
   goes on until it works. The parts around it (#agenda, #vorige, ...) come anew when somebody else did something. */
"use strict";
(() => {
  const plek = document.querySelector("[data-live]");
  if (!plek) return;
  const RUST = 800, UITERSTE = 2000, OPNIEUW = [1000, 2000, 4000, 8000, 15000], VRAAG = 5000, GEDULD = 10000; // milliseconds
  const ZIN = {
    verbinding: "De verbinding viel weg. Je tekst staat nog in dit scherm.",
    terug: "De verbinding is er weer.",
    uitgelogd: "Je bent uitgelogd. Log in een ander tabblad in; je tekst blijft hier staan.",
    storing: "Bewaren lukt nu niet. Je tekst staat nog in dit scherm. We proberen het opnieuw.",
    weg: "Je doet niet meer mee aan dit overleg. Wat hier stond, is niet meer voor jou.",
  };
  const csrf = () => document.cookie.split("; ").find((deel) => deel.startsWith("zorgapp_csrf="))?.slice(13) ?? "";
  const form = plek.querySelector("form[data-notulen]");
  const lezer = plek.querySelector("[data-lees]");
  const vakken = [...(form?.querySelectorAll("[data-vak]") ?? [])].map((veld) => ({ veld, naam: veld.dataset.vak, basis: veld.defaultValue, kwijt: [] }));
  const status = plek.querySelector("[data-status]"), mee = plek.querySelector("[data-mee]");
  const botst = plek.querySelector("[data-botst]"), letOp = plek.querySelector("[data-let-op]");
  let versie = Number(form?.dataset.versie ?? 0), stand = ""; // the first answer brings everything
  let klok, vraagklok, meeklok, bezig = null, eerste = 0, mislukt = 0, reden = "", dicht = false, wachtend = {}; // parts that came while somebody was busy in them

  const zeg = (zin) => {
    if (!status) return;
    if (status.textContent !== zin) status.textContent = zin;
    status.className = reden || dicht ? "z-fout" : ""; // what was not kept stands out
  };
  const vuil = () => vakken.some((vak) => vak.veld.value !== vak.basis);

  /* Put another text in a box while the cursor stays at the words where it was. */
  const zet = (veld, nieuw) => {
    const oud = veld.value;
    if (oud === nieuw) return;
    let voor = 0, na = 0;
    const kort = Math.min(oud.length, nieuw.length);
    while (voor < kort && oud[voor] === nieuw[voor]) voor += 1;
    while (na < kort - voor && oud[oud.length - 1 - na] === nieuw[nieuw.length - 1 - na]) na += 1;
    const schuif = (plaats) => plaats <= voor ? plaats : plaats >= oud.length - na ? plaats + nieuw.length - oud.length : Math.min(plaats, nieuw.length - na);
    const { selectionStart, selectionEnd, scrollTop } = veld;
    veld.value = nieuw;
    if (document.activeElement === veld) veld.setSelectionRange(schuif(selectionStart), schuif(selectionEnd));
    veld.scrollTop = scrollTop;
  };

  const schrijftMee = (wie) => {
    if (!mee || !wie) return;
    mee.textContent = `${wie} schrijft mee.`;
    clearTimeout(meeklok);
    meeklok = setTimeout(() => { mee.textContent = ""; }, 20000);
  };

  const verzoek = (extra = {}) => fetch(form.action, {
    method: "POST", credentials: "same-origin", redirect: "manual", cache: "no-store",
    headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": csrf() },
    body: JSON.stringify({ wie: form.dataset.wie, versie, ...Object.fromEntries(vakken.map((vak) => [vak.naam, { tekst: vak.veld.value, basis: vak.basis, kwijt: vak.kwijt }])) }),
    ...extra,
  });

  const lees = async (antwoord) => antwoord.headers.get("Content-Type")?.startsWith("application/json") ? antwoord.json() : {};

  const gewijzigd = () => {
    if (dicht || !vuil()) return;
    eerste ||= Date.now();
    plan(Math.max(0, Math.min(RUST, eerste + UITERSTE - Date.now())));
  };
  const plan = (wacht) => { clearTimeout(klok); klok = setTimeout(bewaar, wacht); };

  const bewaar = async () => {
    clearTimeout(klok);
    if (bezig || dicht || !vuil()) return;
    bezig = stuur();
    await bezig;
    bezig = null;
    if (!reden && vuil()) gewijzigd();
  };

  const stuur = async () => {
    eerste = 0;
    const gestuurd = vakken.map((vak) => vak.veld.value);
    let antwoord, uit;
    try {
      antwoord = await verzoek({ signal: AbortSignal.timeout(GEDULD) });
      uit = await lees(antwoord);
    } catch {
      return nogEens(gestuurd, "verbinding", ZIN.verbinding);
    }
    if (antwoord.ok && Number.isInteger(uit.versie)) return gelukt(gestuurd, uit);
    if (antwoord.status === 404) return weg();
    if (antwoord.status === 401 || antwoord.type === "opaqueredirect") return nogEens(null, "uitgelogd", ZIN.uitgelogd);
    if (antwoord.status === 409) return sluit(uit.fout);
    if (antwoord.status >= 500 || antwoord.status === 429) return nogEens(gestuurd, "storing", ZIN.storing);
    reden = "geweigerd"; // too long, or no longer allowed: a next change tries again
    return zeg(uit.fout ?? ZIN.storing);
  };

  const gelukt = (gestuurd, uit) => {
    reden = "";
    mislukt = 0;
    versie = uit.versie;
    vakken.forEach((vak, nummer) => {
      vak.kwijt = [];
      const tekst = vak.naam === "extern" ? uit.extern : uit.tekst;
      // Typed on since: this text is where that began, and the next save puts the other's words in.
      if (vak.veld.value !== gestuurd[nummer]) vak.basis = gestuurd[nummer];
      else { zet(vak.veld, tekst); vak.basis = tekst; }
    });
    zeg(`Bewaard om ${uit.op}`);
    schrijftMee(uit.wie);
    if (uit.botste && botst) {
      botst.querySelector("div").textContent = `Jij en ${uit.wie || "een ander scherm"} schreven aan dezelfde zin. Beide staan er nu; haal weg wat niet klopt.`;
      botst.hidden = false;
    }
    if (letOp) letOp.textContent = uit.let_op?.length ? `Hier staat: ${uit.let_op.join(", ")}. Zo herkent een extern de leerling.` : "";
  };

  const nogEens = (gestuurd, waarom, zin) => {
    if (gestuurd) vakken.forEach((vak, nummer) => { if (vak.kwijt.at(-1) !== gestuurd[nummer]) vak.kwijt = [...vak.kwijt, gestuurd[nummer]].slice(-5); });
    reden = waarom;
    zeg(zin);
    plan(OPNIEUW[Math.min(mislukt, OPNIEUW.length - 1)]);
    mislukt += 1;
  };

  /* The meeting is over, or somebody takes part no longer: what was typed stays to be copied. */
  const sluit = (zin) => {
    dicht = true;
    clearTimeout(klok);
    clearTimeout(vraagklok);
    zeg(zin);
    const melding = document.createElement("div");
    melding.className = "z-melding is-rood mb-3";
    melding.setAttribute("role", "alert");
    melding.textContent = zin;
    (document.getElementById("berichten") ?? plek).append(melding);
    for (const knop of plek.querySelectorAll("button, input:not([type=hidden])")) knop.disabled = true;
  };
  const weg = () => {
    const getypt = vakken.filter((vak) => vak.veld.value !== vak.basis).map((vak) => vak.veld);
    document.getElementById("kop")?.replaceChildren();
    plek.replaceChildren(...getypt);
    for (const veld of getypt) veld.readOnly = true;
    sluit(ZIN.weg);
  };

  /* What the others did. A part in which somebody is busy waits until he leaves it. */
  const vernieuw = (naam, html) => {
    const deel = document.getElementById(naam);
    if (!deel) return;
    if (deel.contains(document.activeElement)) { wachtend[naam] = html; return; }
    delete wachtend[naam];
    deel.innerHTML = html;
    window.htmx?.process(deel);
  };
  document.addEventListener("focusout", () => setTimeout(() => { for (const [naam, html] of Object.entries(wachtend)) vernieuw(naam, html); }));

  const vraag = async () => {
    clearTimeout(vraagklok);
    if (dicht) return;
    vraagklok = setTimeout(vraag, VRAAG);
    if (document.hidden) return;
    let antwoord, uit;
    try {
      antwoord = await fetch(`${plek.dataset.standUrl}?s=${encodeURIComponent(stand)}`, { credentials: "same-origin", redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(GEDULD) });
      uit = antwoord.status === 200 ? await lees(antwoord) : null;
    } catch {
      if (!reden) { reden = "verbinding"; zeg(ZIN.verbinding); }
      return;
    }
    if (antwoord.status === 404) { weg(); return; }
    if (antwoord.status === 401 || antwoord.type === "opaqueredirect") { if (!reden) { reden = "uitgelogd"; zeg(ZIN.uitgelogd); } return; }
    if (reden === "verbinding" || reden === "uitgelogd") {
      reden = "";
      zeg(ZIN.terug);
      if (vuil()) plan(0);
    }
    if (!uit?.stand) return;
    stand = uit.stand;
    for (const [naam, html] of Object.entries(uit.deel)) vernieuw(naam, html);
    neemOver(uit.notulen);
    if (uit.weg) sluit(`${uit.weg} ${vuil() ? "Wat je net typte staat nog in dit scherm, maar is niet bewaard." : ""}`.trim());
  };

  const neemOver = (notulen) => {
    if (lezer) {
      if (lezer.textContent !== notulen.tekst) { lezer.textContent = notulen.tekst; schrijftMee(notulen.wie); }
      return;
    }
    if (bezig || notulen.versie <= versie) return;
    schrijftMee(notulen.wie);
    if (vuil()) return; // the save that comes puts both together
    versie = notulen.versie;
    for (const vak of vakken) {
      const tekst = vak.naam === "extern" ? notulen.extern : notulen.tekst;
      zet(vak.veld, tekst);
      vak.basis = tekst;
    }
    zeg(`Bewaard om ${notulen.op}`);
  };

  /* Time goes on without asking the server. */
  const uur = () => {
    const nu = Date.now() / 1000, veelvoud = (n) => `${n} ${n === 1 ? "minuut" : "minuten"}`;
    const klokje = document.querySelector("[data-uur]");
    if (klokje) klokje.textContent = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" }).replace(":", ".");
    for (const deel of document.querySelectorAll("[data-sinds]")) {
      const { sinds, al, van } = deel.dataset;
      deel.textContent = `${Math.max(0, Math.floor((Number(al) + nu - Number(sinds)) / 60))} van ${van} min`;
    }
    for (const deel of document.querySelectorAll("[data-rest]")) {
      const rest = Math.max(-240, Math.ceil((Number(deel.dataset.rest) - nu) / 60)), wat = deel.textContent.split(", ")[1];
      deel.textContent = `${rest > 0 ? `nog ${veelvoud(rest)}` : rest < 0 && rest > -240 ? `${veelvoud(-rest)} over tijd` : "de tijd is om"}, ${wat}`;
    }
  };
  setInterval(uur, 15000);

  form?.addEventListener("input", () => { if (reden === "geweigerd") reden = ""; gewijzigd(); });
  form?.addEventListener("submit", (event) => { event.preventDefault(); plan(0); });
  window.addEventListener("offline", () => { reden ||= "verbinding"; zeg(ZIN.verbinding); });
  window.addEventListener("online", () => { mislukt = 0; if (vuil()) plan(0); vraag(); });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) bewaar();
    else vraag();
  });
  /* To the next item, a pause, closing: first what was typed, for a closed meeting takes no text any more. */
  document.addEventListener("submit", async (event) => {
    const { target: doel, submitter } = event;
    if (!form || doel === form || doel.hasAttribute("hx-post") || dicht || !vuil()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (bezig) await bezig;
    await bewaar();
    if (vuil()) status?.scrollIntoView({ block: "center" });
    else doel.requestSubmit(submitter);
  }, true);
  // A last save that outlives the page; who would lose text is warned by the browser.
  window.addEventListener("beforeunload", (event) => {
    if (!form || !vuil()) return;
    const lang = vakken.reduce((som, vak) => som + vak.veld.value.length + vak.basis.length, 0) > 15000; // too long to outlive it
    if (reden || dicht || lang) event.preventDefault();
    if (!dicht) verzoek({ keepalive: true }).catch(() => {});
  });
  if (window.matchMedia("(max-width: 820px)").matches) document.querySelector("[data-inklap]")?.removeAttribute("open");
  vraagklok = setTimeout(vraag, VRAAG);
})();
