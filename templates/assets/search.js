/* The search page: what the exact look-up knows of a code first, then the pages that Pagefind finds. */
(() => {
  "use strict";
  const root = new URL("../", document.currentScript.src);
  const { look, shown } = globalThis.codeLookup;
  const { fetched } = globalThis.codeIndexes;
  const form = document.getElementById("search");
  const box = form.elements.q;
  const told = document.getElementById("told");
  const results = document.getElementById("results");
  const exact = document.getElementById("exact");
  const more = document.getElementById("more");
  const STEP = 10;
  let turn = 0;

  const engine = (() => {
    let loading = null;
    return () => {
      if (root.protocol === "file:") return Promise.reject(new TypeError("a page opened from disk may not read it"));
      loading = loading || import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
        await pagefind.options({ baseUrl: root.pathname, excerptLength: 24 });
        return { pagefind, facets: await fetched(new URL("search/facets.json", root)) };
      });
      loading.catch(() => { loading = null; });
      return loading;
    };
  })();

  function wish() {
    const filters = {};
    for (const name of ["list", "kind"]) if (form.elements[name].value) filters[name] = form.elements[name].value;
    return { q: box.value.trim(), filters };
  }

  /* The pages that have the words of a query, of one list or kind where these are asked for, best first. */
  async function pagesWith(q, filters) {
    const { pagefind, facets } = await engine();
    const { results } = await pagefind.search(q);
    return results.filter(({ id }) => {
      const [list, kind] = facets[id] || ["", ""];
      return (!filters.list || filters.list === list) && (!filters.kind || filters.kind === kind);
    });
  }

  /* A found page as a list item. Its excerpt is text of our own pages, in which Pagefind marks the words found. */
  function row(page) {
    const made = document.createElement("li");
    const head = document.createElement("h3");
    const link = document.createElement("a");
    link.href = new URL(page.raw_url.replace(/^\//, ""), root).href;
    link.textContent = page.meta.title;
    head.append(link);
    const where = document.createElement("p");
    where.className = "m sub";
    where.textContent = [page.meta.list, page.meta.kind].filter(Boolean).join(" · ");
    const words = document.createElement("p");
    const parsed = new DOMParser().parseFromString(page.excerpt, "text/html").body;
    for (const node of parsed.childNodes) {
      const mark = node.nodeName === "MARK";
      const piece = mark ? document.createElement("mark") : document.createTextNode("");
      piece.textContent = node.textContent;
      words.append(piece);
    }
    made.append(head, where, words);
    return made;
  }

  async function showMore(found, from) {
    const mine = turn;
    const pages = await Promise.all(found.slice(from, from + STEP).map((result) => result.data()));
    if (mine !== turn) return;
    const rows = pages.map(row);
    results.append(...rows);
    more.hidden = from + STEP >= found.length;
    more.onclick = async () => {
      const first = results.children.length;
      await showMore(found, from + STEP);
      const link = results.children[first] && results.children[first].querySelector("a");
      if (link) link.focus();
    };
  }

  async function search() {
    const mine = ++turn;
    const { q, filters } = wish();
    const address = new URLSearchParams({ ...(q ? { q } : {}), ...filters }).toString();
    history.replaceState(null, "", `${location.pathname}${address ? `?${address}` : ""}`);
    exact.replaceChildren();
    results.replaceChildren();
    document.getElementById("exact-part").hidden = true;
    document.getElementById("pages-part").hidden = true;
    more.hidden = true;
    if (!q) {
      told.textContent = "Type a code or some words.";
      return;
    }
    told.textContent = "Searching…";
    try {
      const [hits, found] = await Promise.all([look(q), pagesWith(q, filters)]);
      if (mine !== turn) return;
      exact.replaceChildren(...hits.map(shown));
      document.getElementById("exact-part").hidden = !hits.length;
      document.getElementById("pages-part").hidden = !found.length;
      await showMore(found, 0);
      const counts = [hits.length ? `${hits.length} item${hits.length === 1 ? "" : "s"} of this code` : "", `${found.length} page${found.length === 1 ? "" : "s"}`];
      told.textContent = `Found: ${counts.filter(Boolean).join(", ")}.`;
    } catch (error) {
      told.textContent = root.protocol === "file:"
        ? "Search reads files of the site, which a browser does not allow from disk. Open the site with controllist serve, or use the indexes below."
        : "The search index could not be read. Use the indexes below.";
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  for (const name of ["list", "kind"]) form.elements[name].addEventListener("change", () => box.value.trim() && search());
  let timer = 0;
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 350);
  });

  form.hidden = false;
  const asked = new URLSearchParams(location.search);
  box.value = asked.get("q") || "";
  for (const name of ["list", "kind"]) form.elements[name].value = asked.get(name) || "";
  for (const name of ["list", "kind"]) if (form.elements[name].selectedIndex < 0) form.elements[name].selectedIndex = 0;
  search();
})();
