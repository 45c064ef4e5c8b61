/* A button that copies the citation of what a page is about, and one for the row in focus, under the pointer, or named by
   the address: so a long tree has one more stop for the keyboard, not a thousand. */
(() => {
  "use strict";
  const source = document.getElementById("cite");
  if (!source) return;
  const told = source.dataset;
  const others = document.getElementById("cite-editions");
  const editions = others ? JSON.parse(others.textContent) : {};
  const canonical = document.querySelector("link[rel=canonical]");
  const here = new URL(canonical ? canonical.href : location.href);
  here.hash = here.search = "";
  const root = new URL(told.root || "./", here);
  const onDisk = location.protocol === "file:";

  const trimmed = (element) => (element ? element.textContent.replace(/\s+/g, " ").trim() : "");
  const stop = (words) => (/[.!?]$/.test(words) ? words : words + ".");

  /* Where an item of an edition stands for ever: `wa/2019-12-05/3A001.a.5`. On a disk nobody leads on from there. */
  function itemAddress(edition, code, id) {
    if (onDisk || !edition) return here.href + "#" + encodeURI(id);
    return new URL(told.list + "/" + edition + "/" + encodeURIComponent(code), root).href;
  }

  function editionWords(date, label, instrument) {
    const more = [label, instrument && instrument !== label ? instrument : ""].filter(Boolean).join(", ");
    return "edition of " + date + (more ? " (" + more + ")" : "");
  }

  function citation(what, edition, address, official) {
    const text = official.length ? " (official text" + (official.length > 1 ? "s" : "") + ": " + official.join(" and ") + ")" : "";
    return stop([told.title, what, edition].filter(Boolean).join(", ")) + " " + address + text;
  }

  /* The law's own citation of a code, with the canonical one where that is another. */
  function named(row, head, code) {
    const own = trimmed(head.querySelector("small"));
    return own ? own + " (" + code + ")" : code;
  }

  function rowCitation(row, head) {
    const id = row.id;
    const date = row.dataset.last || told.edition;
    const [label, instrument, url] = row.dataset.last ? editions[date] || [] : [told.label, told.instrument, told.official];
    const isItem = !id.includes("/") && !row.matches(".n, .s, .d");
    const code = id.replace(/~\d+$/, "");
    const what = isItem ? named(row, head, code) : code.replace(/\/.*/, "") + ", " + trimmed(head.querySelector("a"));
    const address = isItem && code === id ? itemAddress(date, code, id) : here.href + "#" + encodeURI(id);
    return citation(what, editionWords(date, label, instrument), address, url ? [url] : []);
  }

  function changeWords() {
    return "from the " + editionWords(told.old, told.oldLabel, "") + " to the " + editionWords(told.edition, told.label, told.instrument);
  }

  const officialTexts = () => [...new Set([told.oldOfficial, told.official].filter(Boolean))];

  function changeCitation(row) {
    const name = trimmed(row.querySelector("h3, h4")) || row.id.replace(/^c-/, "");
    const marks = [...row.querySelectorAll(":scope > [class^=kd-], :scope > [class^=ef-]")].map(trimmed);
    return citation([name, ...marks].join(", "), changeWords(), here.href + "#" + encodeURI(row.id), officialTexts());
  }

  function pageCitation() {
    const address = onDisk ? here.href : new URL(told.page, root).href;
    if (told.old) return citation(told.what, changeWords(), address, officialTexts());
    return citation(told.what, editionWords(told.edition, told.label, told.instrument), address, told.official ? [told.official] : []);
  }

  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  document.body.append(said);

  async function copied(text, near) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (refused) {
      // An insecure or local page may have no clipboard: the old way, then the reader's own hands.
      const box = document.createElement("textarea");
      box.value = text;
      box.readOnly = true;
      box.className = "cited";
      box.setAttribute("aria-label", "Citation");
      near.after(box);
      box.select();
      const done = document.execCommand("copy");
      if (done) {
        box.remove();
        near.focus();
      } else {
        box.addEventListener("blur", () => box.remove());
      }
      return done;
    }
  }

  const WORDS = "Copy citation";

  function button(text, of) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "cite";
    made.textContent = WORDS;
    if (of) made.setAttribute("aria-label", WORDS + " of " + of);
    made.addEventListener("click", async (event) => {
      event.stopPropagation();
      const done = await copied(text(), made);
      said.textContent = "";
      made.textContent = done ? "Copied" : "Copy it from here";
      setTimeout(() => { said.textContent = done ? "Citation copied" : "The citation is selected: copy it"; }, 60);
      setTimeout(() => { made.textContent = WORDS; }, 2500);
    });
    return made;
  }

  const title = document.querySelector("h1");
  if (title) {
    const holder = document.createElement("p");
    holder.className = "cite-page";
    holder.append(button(pageCitation, ""));
    const after = title.nextElementSibling && title.nextElementSibling.matches("p.m") ? title.nextElementSibling : title;
    after.after(holder);
  }

  for (const entry of document.querySelectorAll(".e[id] > .eh")) {
    const row = entry.parentElement;
    if (told.old || !row.id) continue;
    entry.append(button(() => rowCitation(row, entry), row.id));
  }

  /* The one button that goes from row to row. */
  const ROWS = ".t li[id], table.items tr[id], .c[id^='c-']";
  let current = null;
  let floating = null;

  function show(row) {
    if (!row || row === current) return;
    if (floating) floating.remove();
    if (current) current.classList.remove("citing");
    const isChange = row.matches(".c");
    const head = row.matches("tr") ? row.querySelector("th") : row;
    const name = isChange ? trimmed(row.querySelector("h3, h4")) || row.id.replace(/^c-/, "") : row.id;
    floating = button(() => (isChange ? changeCitation(row) : rowCitation(row, ownHead(row, head))), name);
    const place = row.matches("tr") ? row.lastElementChild : row.querySelector(":scope > a, :scope > h3, :scope > h4");
    if (!place) return;
    if (row.matches("tr")) place.append(floating);
    else place.after(floating);
    current = row;
    row.classList.add("citing");
  }

  /* What belongs to a row alone, without the rows below it. */
  function ownHead(row, head) {
    if (!row.matches("li")) return head;
    const alone = document.createElement("div");
    for (const child of row.querySelectorAll(":scope > a, :scope > small")) alone.append(child.cloneNode(true));
    return alone;
  }

  const rowOf = (target) => (target instanceof Element ? target.closest(ROWS) : null);
  document.addEventListener("focusin", (event) => show(rowOf(event.target)));
  document.addEventListener("pointerover", (event) => {
    if (floating && floating === document.activeElement) return;
    show(rowOf(event.target));
  });
  function showTarget() {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch (malformed) {
      return;
    }
    const wanted = document.getElementById(name);
    if (wanted && wanted.matches(ROWS)) show(wanted);
  }
  addEventListener("hashchange", showTarget);
  showTarget();
})();
