/* Leads a lasting address (`wa/2019-12-05/3A001.a.5`, `us-ccl/3A001.a`) on to the page and row that it means. The page for
   addresses that lead nowhere loads this, at hosts that only serve files. controllist/publish/lasting.py answers alike. */
(() => {
  "use strict";
  if (globalThis.lasting) return; // that page tries several ways to this file
  const root = new URL("../", document.currentScript.src);
  const NEEDED = ["item-codes.js", "code-index.js"];
  const NEAR = 5;

  function isDate(text) {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  }

  function standsAt(index, item, number) {
    if (!index.at.has(item)) return false;
    const [active, reserved] = index.bitsOf(item);
    return number < 0 || (((active | reserved) >> BigInt(number)) & 1n) === 1n;
  }

  /* The page and row of an item in the n-th edition, or through all of them where the number is negative. */
  function placeOf(index, item, number) {
    if (number < 0) return index.entryPage(item);
    const page = index.data.pages[item] || index.entry(item).page;
    return `${index.name}/${index.editions[number]}/${page}.html#${globalThis.codeIndexes.fragment(item)}`;
  }

  /* The nearest codes: the one above that stands, and those right below it; else entries that begin alike. */
  function nearest(index, code, number) {
    const { parentOf } = globalThis.itemCodes;
    let above = parentOf(code);
    while (above && !standsAt(index, above, number)) above = parentOf(above);
    const start = above ? `${above}.` : code.slice(0, 2);
    const depth = start.split(".").length;
    const alike = index.items.filter((item) => start && item.startsWith(start) && item.split(".").length === depth);
    const below = alike.filter((item) => standsAt(index, item, number));
    const same = (item) => [...item].findIndex((letter, at) => letter !== code[at]);
    const soon = (item) => (same(item) < 0 ? item.length : same(item));
    below.sort((one, other) => soon(other) - soon(one) || (one < other ? -1 : 1));
    return [...(above ? [above] : []), ...below.slice(0, NEAR)];
  }

  /* The item in other editions, then what stands in this one: the nearest codes, else the edition or list itself. */
  function placesNear(index, code, number) {
    const near = nearest(index, code, number).map((each) => ({ words: each, address: placeOf(index, each, number) }));
    const date = index.editions[number];
    if (!near.length && number >= 0) near.push({ words: `edition of ${date}`, address: `${index.name}/${date}/index.html` });
    if (!near.length) near.push({ words: `all entries of ${index.short}`, address: `${index.name}/entries/index.html` });
    if (number < 0 || !index.at.has(code)) return near;
    return [{ words: `${code} in other editions`, address: index.entryPage(code) }, ...near];
  }

  /* Where a code leads in the n-th edition, or through all of them where the number is negative. */
  function item(index, number, printed) {
    const meant = globalThis.itemCodes.readings(printed);
    const found = [...meant, ...index.find(printed).items].find((code) => meant.some((one) => one.toLowerCase() === code.toLowerCase()) && standsAt(index, code, number));
    if (found) return { address: placeOf(index, found, number) };
    const code = meant[0] || "";
    const where = number < 0 ? index.short : `${index.short}, edition of ${index.editions[number]},`;
    return { words: `${where} has no item ${code || printed}.`, near: placesNear(index, code, number) };
  }

  /* Where a path leads, counted from the site's root; or what there is not, and what is near. */
  async function ledTo(path) {
    const [name, ...rest] = path.split("/").filter(Boolean);
    if (!name || !/^[a-z0-9][a-z0-9-]*$/.test(name)) return { words: "There is no such page.", near: [] };
    let index;
    try {
      index = await globalThis.codeIndexes.codeIndex(root, name);
    } catch {
      return { words: `No list is called ${name}.`, near: [] };
    }
    if (!rest.length) return { address: `${name}/index.html` };
    if (!/^\d{4}-\d\d-\d\d$/.test(rest[0])) return item(index, -1, rest.join("/"));
    if (!isDate(rest[0])) return { words: `${rest[0]} is no day.`, near: [] };
    const number = index.inForce(rest[0]);
    if (number < 0) {
      const near = [{ words: `edition of ${index.editions[0]}`, address: `${name}/${index.editions[0]}/index.html` }];
      return { words: `${index.short} has no edition of ${rest[0]} or before it here.`, near };
    }
    const printed = rest.slice(1).join("/");
    const folder = `${name}/${index.editions[number]}`;
    if (!printed) return { address: `${folder}/index.html` };
    const pages = new Set(["general", ...Object.values(index.data.pages), ...[...index.entries.values()].map((entry) => entry.page)]);
    const page = printed.replace(/\.html$/, "");
    return pages.has(page) ? { address: `${folder}/${page}.html` } : item(index, number, printed);
  }

  globalThis.lasting = { ledTo };

  const told = document.getElementById("near");
  if (!told) return;

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`assets/${name}`, root);
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      document.head.append(script);
    });
  }

  /* In a folder that the page did not know of, its links and its styles led to the root of the host. */
  function mendLinks() {
    const style = document.querySelector("link[rel=stylesheet]");
    const assumed = style.getAttribute("href").replace(/assets\/.*/, "");
    if (assumed === root.pathname) return;
    for (const [name, marked] of [["href", "a[href^='/'], link[href^='/']"], ["action", "form[action^='/']"]]) {
      for (const element of document.querySelectorAll(marked)) {
        element.setAttribute(name, root.pathname + element.getAttribute(name).slice(assumed.length));
      }
    }
  }

  function show({ words, near }) {
    const said = document.createElement("p");
    said.textContent = words;
    told.append(said);
    if (!near.length) return;
    const before = document.createElement("p");
    before.textContent = "Near it:";
    const list = document.createElement("ul");
    for (const place of near) {
      const link = document.createElement("a");
      link.href = new URL(place.address, root).href;
      link.textContent = place.words;
      const row = document.createElement("li");
      row.append(link);
      list.append(row);
    }
    told.append(before, list);
  }

  async function lead() {
    mendLinks();
    if (told.childElementCount) return; // the server has said it
    let path;
    try {
      path = decodeURIComponent(location.pathname.slice(root.pathname.length));
    } catch {
      return; // no address of ours
    }
    if (!globalThis.codeIndexes) for (const name of NEEDED) await load(name);
    const answer = await ledTo(path);
    if (!answer.address) show(answer);
    else if (answer.address.replace(/#.*/, "") !== path) location.replace(new URL(answer.address, root));
  }

  lead();
})();
