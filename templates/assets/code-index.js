/* The codes of each list, as codes/<list>/index.json has them: which stand, which are gone, and what became of them. */
(() => {
  "use strict";
  const { readings, parentOf } = globalThis.itemCodes;

  /* A list's codes, from the data of its index. */
  class CodeIndex {
    constructor(data) {
      this.name = data.list;
      this.short = data.short;
      this.style = data.style;
      this.editions = data.editions;
      this.since = new Set(data.since);
      this.parted = new Set(data.parted);
      this.items = data.items ? data.items.split("\n") : [];
      this.after = data.after;
      this.at = new Map(this.items.map((item, number) => [item, number]));
      this.entries = new Map(data.entries.map(([code, caption, folder, page, part]) => [code, { code, caption, folder, page, part }]));
      this.bits = data.bits.map((pair) => pair.map((hex) => BigInt(`0x${hex}`)));
      this.data = data;
    }

    get folded() {
      if (!this.byFold) {
        this.byFold = new Map();
        for (const item of this.items) {
          const key = item.toLowerCase();
          this.byFold.set(key, [...(this.byFold.get(key) || []), item]);
        }
      }
      return this.byFold;
    }

    bitsOf(item) {
      return this.bits[this.data.stands[this.at.get(item)]];
    }

    code(item) {
      return this.data.codes[item] || item;
    }

    entry(item) {
      return this.entries.get(item.split(/[./~]/, 1)[0]);
    }

    /* Whether an item is in force in the n-th edition. */
    stands(item, number) {
      return this.at.has(item) && ((this.bitsOf(item)[0] >> BigInt(number)) & 1n) === 1n;
    }

    /* The newest edition that has an item, in force if it ever was: its number, and whether the number is kept empty. */
    last(item) {
      const [active, reserved] = this.bitsOf(item);
      const newest = this.editions.length - 1;
      const number = (active || reserved).toString(2).length - 1;
      return { number, gone: number < newest || !active, reserved: !active || ((reserved >> BigInt(newest)) & 1n) === 1n };
    }

    /* The items that a person may mean by a code; where there is none, the nearest above it, and `near` says so. */
    find(written) {
      const meant = readings(written);
      const exact = meant.find((code) => this.at.has(code));
      const found = exact ? [exact] : meant.flatMap((code) => this.folded.get(code.toLowerCase()) || []);
      if (found.length) return { items: [...new Set(found)], near: false };
      for (const code of meant) {
        for (let above = parentOf(code); above; above = parentOf(above)) {
          const items = this.folded.get(above.toLowerCase());
          if (items) return { items, near: true };
        }
      }
      return { items: [], near: false };
    }

    /* The number of the edition in force on a day, -1 before the first. */
    inForce(day) {
      return this.editions.filter((date) => date <= day).length - 1;
    }

    entryPage(item) {
      const entry = this.entry(item);
      return `${this.name}/${entry.folder}/index.html#${fragment(item)}`;
    }

    treePage(item) {
      const page = this.data.pages[item] || this.entry(item).page;
      return `${this.name}/${this.editions[this.last(item).number]}/${page}.html#${fragment(item)}`;
    }

    /* The address of a step of a change, as the data of `since` names it. */
    report(step, item) {
      const [number, anchor, part] = Array.isArray(step) ? step : [Math.abs(step)];
      const pair = `${this.name}/changes/${this.editions[number - 1]}_${this.editions[number]}`;
      if (!Array.isArray(step) && step < 0) return `${pair}.html#elsewhere`;
      const page = this.parted.has(number) ? `/${part || (this.entry(item) || {}).part}` : "";
      return `${pair}${page}.html#${fragment(anchor || `c-${item}`)}`;
    }
  }

  /* An id as the fragment of an address. */
  function fragment(item) {
    return encodeURIComponent(item.replace(/\s/g, "_")).replace(/%2F/g, "/").replace(/%3A/g, ":");
  }

  const loaded = new Map();

  /* The index of a list, fetched once. */
  function codeIndex(root, name) {
    if (!loaded.has(name)) {
      const found = fetched(new URL(`codes/${name}/index.json`, root)).then((data) => new CodeIndex(data));
      found.catch(() => loaded.delete(name));
      loaded.set(name, found);
    }
    return loaded.get(name);
  }

  let lists = null;

  /* The names of all lists, fetched once. */
  function codeLists(root) {
    if (!lists) {
      lists = fetched(new URL("codes/lists.json", root));
      lists.catch(() => { lists = null; });
    }
    return lists;
  }

  /* A JSON file of the site. */
  async function fetched(address) {
    if (address.protocol === "file:") throw new TypeError("a page opened from disk may not read the site's data");
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
    return answer.json();
  }

  /* Every item that a code may mean, in each of the lists, those in force first. */
  function hits(indexes, written) {
    const found = [];
    for (const index of indexes) {
      const { items, near } = index.find(written);
      for (const item of items) found.push({ index, item, near, ...index.last(item) });
    }
    const best = found.some((hit) => !hit.near) ? found.filter((hit) => !hit.near) : found;
    return best.sort((a, b) => Number(a.gone) - Number(b.gone));
  }

  /* What became of an item, in words. */
  function fate({ index, item, number, gone, reserved }) {
    const edition = index.editions[number];
    const ever = index.bitsOf(item)[0] > 0n;
    const said = [];
    if (!ever) said.push(`a number kept empty, edition of ${edition}`);
    else if (gone) said.push(`last in force in the edition of ${edition}`);
    else said.push(`in force in the edition of ${edition}`);
    if (ever && reserved) said.push("its number is kept empty since");
    for (const [last, now] of index.after[item] || []) {
      if (!now) continue;
      const own = gone && last === number;
      said.push(own ? `lives on as ${now}` : `up to the edition of ${index.editions[last]} this was the code of what is now ${now}`);
    }
    return said;
  }

  globalThis.codeIndexes = { CodeIndex, codeIndex, codeLists, fetched, hits, fate, fragment };
})();
