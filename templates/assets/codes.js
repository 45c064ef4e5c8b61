/* My codes: reads the form, loads the lists' data, shows what changed. The codes never leave the browser: what is fetched
   is the same for everyone, and a link keeps them behind the #, which browsers do not send. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const { codeIndex, fetched } = globalThis.codeIndexes;
  const { canonical } = globalThis.itemCodes;
  const { ACTIONS, Ground, impact, summary } = globalThis.codeImpact;
  const { codesIn, csv } = globalThis.codeTable;
  const form = document.getElementById("my-codes");
  const box = form.elements.codes;
  const boxes = [...form.querySelectorAll("input[name=list]")];
  const told = document.getElementById("told");
  const answer = document.getElementById("answer");
  const FEW = 6;
  let current = null;

  const element = (name, text = "", attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };
  const plural = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

  /* What is changed since a day in a list: the ground to judge its codes on. Throws a sentence where there is none. */
  async function groundOf(index, day) {
    const number = index.inForce(day);
    if (number < 0) throw new Error(`${index.short} has no edition here on or before ${day}; its first is of ${index.editions[0]}.`);
    if (number === index.editions.length - 1) return new Ground(index, number, null);
    if (!index.since.has(number)) throw new Error(`${index.short}: the changes since ${index.editions[number]} are not all recorded.`);
    return new Ground(index, number, await fetched(new URL(`codes/${index.name}/${index.editions[number]}.json`, root)));
  }

  /* The lists that a row asks for: the one it names, else those chosen. */
  function listsOf(row, indexes, chosen) {
    if (!row.list) return chosen;
    const folded = row.list.toLowerCase();
    return indexes.filter((index) => [index.name, index.short.toLowerCase()].includes(folded)).map((index) => index.name);
  }

  /* The verdicts of one row: those of lists that know the code, or of all where none does. */
  function verdicts(row, grounds) {
    const found = grounds.flatMap((ground) => {
      const { items, near } = ground.index.find(row.written);
      const codes = items.length && !near ? items : [canonical(row.written) || row.written];
      return codes.map((code) => ({ ...impact(ground, code, row.written), item: code, product: row.product, ground }));
    });
    const known = found.filter((each) => each.action !== "unknown");
    return known.length ? known : found;
  }

  /* The whole answer to what the form asks; throws a sentence for the reader where it cannot be given. */
  async function answered(text, day, chosen) {
    const names = boxes.map((each) => each.value);
    const indexes = await Promise.all(names.map((name) => codeIndex(root, name)));
    const inChosen = indexes.filter((index) => chosen.includes(index.name));
    const { wanted, unread } = codesIn(text, (written) => inChosen.some((index) => { const { items, near } = index.find(written); return items.length && !near; }));
    if (!wanted.length) throw new Error("No code was found in the text. Give one code a line, or a table with a column named code.");
    const asked = new Set(wanted.flatMap((row) => listsOf(row, indexes, chosen)));
    const grounds = new Map();
    const notes = unread.map(({ line, text: words }) => `Line ${line} holds no code: ${words.slice(0, 80)}`);
    for (const index of indexes.filter((each) => asked.has(each.name))) {
      try {
        grounds.set(index.name, await groundOf(index, day));
      } catch (error) {
        notes.push(error.message);
      }
    }
    for (const row of wanted) if (row.list && !listsOf(row, indexes, chosen).length) notes.push(`Line ${row.line} names a list that is not here: ${row.list}`);
    const found = wanted.flatMap((row) => verdicts(row, listsOf(row, indexes, chosen).filter((name) => grounds.has(name)).map((name) => grounds.get(name))));
    return { day, chosen, wanted, found, notes, grounds: [...grounds.values()] };
  }

  function reasonRow(reason, index) {
    const row = element("li");
    const words = reason.carried ? "governing text changed" : reason.what;
    row.append(element("span", `${reason.relation}: `, { class: "m" }), element("code", reason.id), ` ${words} `);
    row.append(element("span", reason.effect === "none" ? "no effect" : reason.effect, { class: `ef-${reason.effect}` }));
    const steps = reason.what === "terms" ? reason.steps.map((number) => [index.report(-number, reason.id).replace("#elsewhere", "#beside"), number]) : reason.steps.map((step) => [index.report(step, reason.id), Math.abs(Array.isArray(step) ? step[0] : step)]);
    for (const [href, number] of steps) {
      const link = element("a", index.editions[number], { href: new URL(href, root).href });
      link.prepend(element("span", "report of ", { class: "vh" }));
      row.append(" ", link);
    }
    if (reason.note) row.append(element("p", reason.note));
    return row;
  }

  function reasonsCell(each) {
    const cell = element("td", each.note);
    if (!each.reasons.length) return cell;
    const { index } = each.ground;
    const list = (reasons) => {
      const made = element("ul", "", { class: "ev" });
      made.append(...reasons.map((reason) => reasonRow(reason, index)));
      return made;
    };
    cell.append(list(each.reasons.slice(0, FEW)));
    if (each.reasons.length > FEW) {
      const more = element("details");
      let drawn = false;
      more.append(element("summary", `${each.reasons.length - FEW} more`));
      const draw = () => {
        if (!drawn) more.append(list(each.reasons.slice(FEW)));
        drawn = true;
      };
      more.addEventListener("toggle", draw);
      addEventListener("beforeprint", () => { draw(); more.open = true; });
      cell.append(more);
    }
    return cell;
  }

  function verdictRow(each) {
    const row = element("tr");
    const { index } = each.ground;
    const head = element("th", "", { scope: "row" });
    const now = element("td", "", { "data-label": "Code now" });
    const linked = (item, name = item) => (index.at.has(item) ? element("a", name, { href: new URL(index.entryPage(item), root).href, class: "code" }) : element("code", name));
    head.append(index.at.has(each.item) ? linked(each.item, each.code) : element("code", each.code), ...(each.product ? [element("span", each.product, { class: "m sub" })] : []));
    if (each.codes_now.length) each.codes_now.forEach((code, at) => now.append(at ? ", " : "", linked(code)));
    else now.append(each.action === "unknown" ? "–" : "gone");
    const verdict = element("td", "", { "data-label": "What to do" });
    verdict.append(element("span", each.action, { class: `do-${each.action}` }));
    const effect = element("td", "", { "data-label": "Effect" });
    effect.append(element("span", each.effect === "none" ? "no effect" : each.effect, { class: `ef-${each.effect}` }));
    row.append(head, element("td", index.short, { "data-label": "List" }), verdict, effect, now, reasonsCell(each));
    return row;
  }

  function show(result) {
    current = result;
    const counts = summary(result.found);
    const order = Object.keys(ACTIONS);
    answer.hidden = false;
    document.getElementById("answer-title").textContent = `What changed since ${result.day}`;
    document.getElementById("answer-editions").textContent = result.grounds.map(({ index, number }) => `${index.short}: ${index.editions[number]} to ${index.editions[index.editions.length - 1]}`).join("; ");
    const figures = document.getElementById("answer-counts");
    figures.replaceChildren(...order.filter((name) => counts[name]).map((name) => {
      const row = element("li", ` ${ACTIONS[name]}`, { class: `do-${name}` });
      row.prepend(element("b", String(counts[name])), element("strong", name));
      return row;
    }));
    document.getElementById("answer-notes").replaceChildren(...result.notes.map((note) => element("li", note)));
    const sorted = [...result.found].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action));
    document.getElementById("answer-rows").replaceChildren(...sorted.map(verdictRow));
    const said = order.filter((name) => counts[name]).map((name) => `${counts[name]} ${name}`).join(", ");
    told.textContent = `${plural(result.found.length, "verdict")}: ${said || "none"}${result.notes.length ? `; ${plural(result.notes.length, "remark")}` : ""}.`;
  }

  function fail(message, where) {
    current = null;
    answer.hidden = true;
    told.textContent = message;
    for (const control of [box, form.elements.since]) control.toggleAttribute("aria-invalid", false);
    if (where) {
      where.setAttribute("aria-invalid", "true");
      where.focus();
    }
  }

  async function run() {
    const chosen = boxes.filter((each) => each.checked).map((each) => each.value);
    const day = form.elements.since.value;
    if (!box.value.trim()) return fail("There is no code yet. Paste some into the box, or choose a file.", box);
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return fail("Choose the day since when the codes stand.", form.elements.since);
    if (!chosen.length) return fail("Choose at least one list.", boxes[0]);
    fail("Looking…");
    try {
      const result = await answered(box.value, day, chosen);
      show(result);
      history.replaceState(null, "", `#${linkOf(result)}`);
    } catch (error) {
      const offline = error instanceof TypeError;
      fail(offline ? "The site’s data could not be read. It needs http: open the site with controllist serve." : error.message);
    }
  }

  /* The question as the part of an address behind the #; products are left out. */
  function linkOf({ day, chosen, wanted }) {
    const codes = wanted.map((row) => (row.list ? `${row.written}@${row.list}` : row.written));
    return new URLSearchParams([["since", day], ["list", chosen.join(" ")], ["codes", codes.join("\n")]]).toString();
  }

  function readLink() {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!asked.get("codes")) return false;
    const lists = (asked.get("list") || "").split(" ");
    const rows = asked.get("codes").split("\n").map((row) => row.split("@"));
    box.value = rows.some(([, list]) => list) ? ["code,list", ...rows.map(([code, list = ""]) => csv([[code, list]]).trimEnd())].join("\n") : rows.map(([code]) => code).join("\n");
    form.elements.since.value = asked.get("since") || "";
    for (const each of boxes) each.checked = lists.includes(each.value);
    return true;
  }

  function download(name, type, text) {
    const link = element("a", "", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  const reasonLine = (reason) => `${reason.relation}: ${reason.id} ${reason.carried ? "its governing text changed" : reason.what} (${reason.effect})${reason.note ? `: ${reason.note}` : ""}`;

  function asCsv(result) {
    const head = ["code", "list", "action", "effect", "codes_now", "note", "reasons", "product"];
    return csv([head, ...result.found.map((each) => [each.code, each.list, each.action, each.effect, each.codes_now.join(" "), each.note, each.reasons.map(reasonLine).join(" | "), each.product])]);
  }

  function asJson(result) {
    const codes = result.found.map(({ ground, item, product, reasons, ...each }) => ({ ...each, reasons: reasons.map(({ steps, ...reason }) => reason), ...(product ? { product } : {}) }));
    return `${JSON.stringify({ since: result.day, summary: summary(result.found), codes }, null, 1)}\n`;
  }

  const tools = {
    csv: () => download(`codes-since-${current.day}.csv`, "text/csv", asCsv(current)),
    json: () => download(`codes-since-${current.day}.json`, "application/json", asJson(current)),
    print: () => print(),
    link: async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        told.textContent = "The link is copied. It holds the codes behind the #, which no server sees.";
      } catch {
        told.textContent = "The link stands in the address bar: copy it from there.";
      }
    },
  };
  answer.addEventListener("click", (event) => {
    const wish = event.target.dataset && event.target.dataset.tool;
    if (wish && current) tools[wish]();
  });

  async function read(file) {
    if (!file) return;
    box.value = await file.text();
    told.textContent = `${file.name} is read: ${plural(box.value.split("\n").filter((line) => line.trim()).length, "line")}.`;
    box.focus();
  }

  form.elements.file.addEventListener("change", (event) => read(event.target.files[0]));
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) form.addEventListener(name, () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) read(event.dataTransfer.files[0]);
    else box.value = event.dataTransfer.getData("text");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  addEventListener("hashchange", () => readLink() && run());

  form.hidden = false;
  if (!readLink()) {
    const today = new Date();
    form.elements.since.value = `${today.getFullYear() - 1}-${String(today.getMonth() + 1).padStart(2, "0")}-${String(Math.min(today.getDate(), 28)).padStart(2, "0")}`;
  } else run();
})();
