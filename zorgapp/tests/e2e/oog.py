"""What a designer's eye sees and axe does not: too small for a finger, stretched, outside its box; and a name given twice."""

from playwright.sync_api import Page

_KIJK = """() => {
  const gevonden = [];
  const zichtbaar = (e) => { const v = e.getBoundingClientRect(); return v.width > 1 && v.height > 1 && v.right > 0 && e.checkVisibility(); };
  const naam = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") ?? ""} "${(e.innerText || e.getAttribute("aria-label") || e.name || "").trim().slice(0, 40)}"`;
  const inZin = (e) => e.tagName === "A" && getComputedStyle(e).display === "inline" && e.parentElement.innerText.trim().length > e.innerText.trim().length + 12;
  const raakvlak = (e) => {
    const vlakken = [e, e.closest("label"), e.id && document.querySelector(`label[for="${CSS.escape(e.id)}"]`)].filter((v) => v && (v === e || /radio|checkbox/.test(e.type)));
    return vlakken.map((v) => v.getBoundingClientRect()).reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
  };
  for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!zichtbaar(e) || inZin(e)) continue;
    const vlak = raakvlak(e);
    if (vlak.width < 43.5 || vlak.height < 43.5) gevonden.push(`te klein voor een vinger: ${naam(e)} ${Math.round(vlak.width)}x${Math.round(vlak.height)}`);
  }
  for (const e of document.querySelectorAll("svg[viewBox]")) {
    if (!zichtbaar(e)) continue;
    const { width, height } = e.getBoundingClientRect(), beeld = e.viewBox.baseVal;
    if (Math.abs(width / height / (beeld.width / beeld.height) - 1) > 0.06) gevonden.push(`uitgerekt: ${e.outerHTML.slice(0, 80)} ${width}x${height}`);
  }
  for (const e of document.querySelectorAll("main *")) {
    if (zichtbaar(e) && e.innerText && !/SELECT|TEXTAREA/.test(e.tagName) && getComputedStyle(e).overflowX === "visible" && getComputedStyle(e).display !== "inline" && e.scrollWidth > e.clientWidth + 9 && e.clientWidth) gevonden.push(`tekst buiten zijn vak: ${naam(e)}`);
  }
  const namen = [...document.querySelectorAll("[id]")].map((e) => e.id);
  for (const id of new Set(namen.filter((id, nummer) => namen.indexOf(id) !== nummer))) gevonden.push(`twee keer id ${id}`);
  return gevonden;
}"""


def mankementen(pagina: Page) -> list[str]:
    """What is wrong on this page as it stands, one line each; meant for the width of a phone.

    A target is 44 px or more (a link within a sentence excepted, WCAG 2.5.8); an icon keeps its shape; text stays in its box.
    An id that stands there twice sends what htmx brings to the first of them, seen or not.
    """
    return list(dict.fromkeys(pagina.evaluate(_KIJK)))
