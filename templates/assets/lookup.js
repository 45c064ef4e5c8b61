/* The box in the header: what is known of a code while it is typed, from the lists' indexes, which are fetched on first
   use. Without this script, or where it finds nothing, the box leads to the search page. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const form = document.querySelector("form.find");
  const { hits, fate, codeIndex, codeLists } = globalThis.codeIndexes;
  const { readings } = globalThis.itemCodes;

  /* All hits of a code in all lists; none where it is no code. Rejects where the indexes cannot be read. */
  async function look(written) {
    if (!readings(written).length) return [];
    const names = await codeLists(root);
    return hits(await Promise.all(names.map((name) => codeIndex(root, name))), written);
  }

  /* A hit as a list item: a link to the item through all editions, and what became of it. */
  function shown(hit) {
    const { index, item } = hit;
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(index.entryPage(item), root).href;
    const list = document.createElement("b");
    list.textContent = index.short;
    const code = document.createElement("code");
    code.textContent = index.code(item);
    link.append(list, " ", code);
    const words = document.createElement("span");
    const caption = index.entry(item).caption;
    const near = hit.near ? "no such item; the nearest above it. " : "";
    words.textContent = `${near}${caption ? `${caption}: ` : ""}${fate(hit).join("; ")}`;
    const tree = document.createElement("a");
    tree.href = new URL(index.treePage(item), root).href;
    tree.textContent = `in the tree of ${index.editions[hit.number]}`;
    row.append(link, " ", words, " ", tree);
    return row;
  }

  globalThis.codeLookup = { look, shown };
  if (!form) return;

  const box = form.querySelector("input");
  const panel = document.createElement("div");
  panel.className = "found";
  panel.hidden = true;
  const list = document.createElement("ul");
  panel.append(list);
  const told = document.createElement("p");
  told.className = "vh";
  told.setAttribute("role", "status");
  form.append(panel, told);

  let asked = 0;
  let last = "";

  async function offer() {
    const written = box.value.trim();
    if (written === last) return;
    last = written;
    const turn = ++asked;
    const found = await look(written).catch(() => []);
    if (turn !== asked) return;
    list.replaceChildren(...found.slice(0, 12).map(shown));
    panel.hidden = !found.length;
    const exact = found.length && !found[0].near;
    told.textContent = found.length ? `${exact ? "" : "No such item. Nearest: "}${found.length} item${found.length === 1 ? "" : "s"}, listed below the box` : "";
  }

  function close() {
    panel.hidden = true;
    last = "";
  }

  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, 120);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    close();
    box.focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const found = await look(box.value.trim()).catch(() => []);
    if (found.length === 1 && !found[0].near) location.assign(new URL(found[0].index.entryPage(found[0].item), root));
    else form.submit();
  });
})();
