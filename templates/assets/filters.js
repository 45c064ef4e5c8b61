/* Reports of changes work without this. It adds: narrowing them down by what each change is, which the address then
   says; and, where texts are shown, the words before or after alone. */
(() => {
  "use strict";
  const box = document.querySelector(".filter");
  const views = document.querySelector(".views");
  const body = document.querySelector(".changes");
  if (!body) return;
  const query = () => new URLSearchParams(location.search);
  const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

  /* Write the address without a step in the browser's history, and carry the choice on to the other parts. */
  function keep(wanted) {
    const said = wanted.toString();
    try {
      history.replaceState(history.state, "", `${location.pathname}${said && `?${said}`}${location.hash}`);
    } catch {
      // A browser may forbid it for a page that is opened as a file: the filter works all the same.
    }
    for (const link of document.querySelectorAll(".part h2 a, .part .index a, a.on, .turn[aria-label='Other parts'] a, a.up")) {
      const [, path, , hash] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(link.getAttribute("href"));
      link.setAttribute("href", `${path}${said && `?${said}`}${hash || ""}`);
    }
  }

  if (views) showViews();
  if (box) showFilter();
  keep(query());

  function showViews() {
    const buttons = [...views.querySelectorAll("button")];
    views.hidden = false;
    const lines = [...body.querySelectorAll(".rl")];
    const choose = (words) => {
      for (const line of lines) showWords(line, words);
      for (const each of buttons) each.setAttribute("aria-pressed", String(each.dataset.words === words));
    };
    views.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) return;
      choose(button.dataset.words);
      const wanted = query();
      if (button.dataset.words) wanted.set("words", button.dataset.words);
      else wanted.delete("words");
      keep(wanted);
    });
    const asked = query().get("words") || "";
    if (buttons.some((each) => each.dataset.words === asked)) choose(asked);
  }

  /* Show a redline, or in its place the words of one edition alone: `words` is empty, "old" or "new". */
  function showWords(line, words) {
    line.parentElement.querySelector(".clean")?.remove();
    line.hidden = !!words;
    if (!words) return;
    const clean = document.createElement("p");
    clean.className = "l clean";
    clean.textContent = cleanWords(line, words === "old" ? "INS" : "DEL");
    if (clean.textContent) clean.lang = line.lang;
    else {
      clean.classList.add("m");
      clean.textContent = words === "old" ? "Not in the edition before." : "Not in this edition.";
    }
    line.after(clean);
  }

  /* The words of a redline without those of one kind, and without the blank that only set them apart. */
  function cleanWords(line, without) {
    let text = "";
    let seam = false;
    for (const node of line.childNodes) {
      if (node.nodeName === without) {
        seam = true;
        continue;
      }
      const words = node.nodeName === "#text" ? node.data : node.lastChild.data;
      if (seam && /^\s*[,.;:)\]]/.test(words)) text = text.trimEnd();
      else if (seam && /\s$/.test(text) && /^\s/.test(words)) text = text.trimEnd();
      text += words;
      seam = /^\s*$/.test(words) && seam;
    }
    return text.trim();
  }

  function showFilter() {
    const said = box.querySelector("[role=status]");
    const clear = box.querySelector("[data-clear]");
    const nothing = document.querySelector(".nothing");
    const selects = [...box.querySelectorAll("select")];
    const checks = [...box.querySelectorAll("input")];
    const groups = ["kind", "effect"];
    const units = [...body.querySelectorAll(".c, [data-tally]")].map(unitOf);
    const holders = [...body.querySelectorAll(".e, [data-category], [data-list]")].reverse();
    const ways = [...document.querySelectorAll(".toc a[href^='#']")].map((link) => ({
      item: link.parentElement,
      count: / changes?$/.test(link.querySelector("span")?.textContent || "") ? link.querySelector("span") : null,
      words: link.querySelector("span")?.textContent || "",
      target: document.getElementById(decodeURIComponent(link.hash.slice(1))),
    }));

    /* What stands in the page for changes: their tally, and what they stand in. */
    function unitOf(element) {
      const tally = element.dataset.tally === undefined ? [marksOf(element)] : element.dataset.tally.split(",").map((part) => part.split(" "));
      const within = Object.fromEntries(selects.map(({ name }) => [name, element.closest(`[data-${name}]`)?.dataset[name] || ""]));
      return { element, within, tally: tally.map(([kind, effect, count]) => ({ kind, effect, count: Number(count || 1) })) };
    }
    function marksOf(element) {
      const name = (prefix) => [...element.children].map((child) => child.className).find((each) => each.startsWith(prefix));
      return [name("kd-")?.slice(3) || "", name("ef-")?.slice(3) || "", "1"];
    }
    const chosen = (name) => checks.filter((each) => each.dataset.name === name && each.checked).map((each) => each.value);

    /* The number of a unit's changes that are wanted; the dimension `but` is left out of the choice. */
    function wantedOf(unit, wanted, but) {
      if (selects.some(({ name, value }) => name !== but && value && unit.within[name] !== value)) return [];
      return unit.tally.filter((part) => groups.every((name) => name === but || !wanted[name].length || wanted[name].includes(part[name])));
    }
    const sum = (parts) => parts.reduce((total, part) => total + part.count, 0);

    function apply() {
      const wanted = Object.fromEntries(groups.map((name) => [name, chosen(name)]));
      const narrowed = checks.some((each) => each.checked) || selects.some((each) => each.value);
      const left = new Map(groups.map((name) => [name, new Map()]));
      let shown = 0;
      let all = 0;
      for (const unit of units) {
        unit.shown = sum(wantedOf(unit, wanted));
        unit.all = sum(unit.tally);
        shown += unit.shown;
        all += unit.all;
        unit.element.classList.toggle("off", !unit.shown);
        for (const name of groups) {
          for (const part of wantedOf(unit, wanted, name)) {
            left.get(name).set(part[name], (left.get(name).get(part[name]) || 0) + part.count);
          }
        }
      }
      for (const check of checks) {
        check.closest("label").querySelector("[data-count]").textContent = grouped(left.get(check.dataset.name).get(check.value) || 0);
      }
      for (const holder of holders) {
        holder.classList.toggle("off", narrowed && !units.some((unit) => unit.shown && holder.contains(unit.element)));
      }
      for (const aside of document.querySelectorAll(".changes .aside")) aside.classList.toggle("off", narrowed);
      for (const { item, target, count, words } of ways) {
        const own = units.filter((unit) => target?.closest("[data-tally], .e, section")?.contains(unit.element));
        item.classList.toggle("off", !!target?.closest(".off"));
        if (count) count.textContent = narrowed ? `${grouped(sum(own.map((unit) => ({ count: unit.shown }))))} of ${words}` : words;
      }
      const one = all === 1 ? "change" : "changes";
      const text = narrowed ? `${grouped(shown)} of ${grouped(all)} ${one} shown.` : `All ${grouped(all)} ${one} are shown.`;
      if (said.textContent !== text) said.textContent = text;
      clear.hidden = !narrowed;
      nothing.hidden = shown > 0;
    }

    function write() {
      const wanted = query();
      for (const { name } of [...selects, ...groups.map((each) => ({ name: each }))]) wanted.delete(name);
      for (const { name, value } of selects) if (value) wanted.append(name, value);
      for (const { dataset, value, checked } of checks) if (checked) wanted.append(dataset.name, value);
      keep(wanted);
    }
    function read() {
      const wanted = query();
      for (const select of selects) {
        const value = wanted.get(select.name) || "";
        select.value = [...select.options].some((each) => each.value === value) ? value : "";
      }
      for (const check of checks) check.checked = wanted.getAll(check.dataset.name).includes(check.value);
    }
    function reset() {
      for (const select of selects) select.value = "";
      for (const check of checks) check.checked = false;
      apply();
      write();
    }
    /* A change that an address names is shown, whatever was chosen. */
    function showNamed() {
      const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!named?.closest(".off")) return;
      reset();
      named.scrollIntoView();
    }

    box.hidden = false;
    box.addEventListener("change", () => {
      apply();
      write();
    });
    clear.addEventListener("click", () => {
      reset();
      (checks[0] || selects[0]).focus();
    });
    addEventListener("hashchange", showNamed);
    addEventListener("popstate", () => {
      read();
      apply();
    });
    read();
    apply();
    showNamed();
  }
})();
