/* What changes of a list mean for a code: the same verdicts as `controllist impact` gives, from the data that the site
   holds for the edition of a day. A test compares the two over random codes of every list. */
(() => {
  "use strict";
  const { entryOf, parentOf } = globalThis.itemCodes;
  const ORDER = ["itself", "below it", "above it"];
  const ACTIONS = {
    revisit: "the determination must be made again: what is controlled, or on what terms, may differ",
    recode: "the same provision under another code: put the new code on the records",
    "text-only": "words changed, not what is controlled",
    nothing: "nothing changed",
    unknown: "the list did not know this code on that day",
  };

  const rootOf = (ident) => ident.split(/[./]/, 1)[0];

  /* Two editions of a list with their items, and the changes between them. `data` is null where they are the same. */
  class Ground {
    constructor(index, number, data) {
      this.index = index;
      this.number = number;
      this.newest = index.editions.length - 1;
      this.links = data ? data.links : {};
      this.parts = data ? data.parts : {};
      this.changes = new Map();
      this.fields = new Map();
      for (const [at, row] of (data ? data.changes : []).entries()) {
        const [kind, effect, old, marked = "", carried = 0, note = 0, steps = []] = row;
        const change = { at, kind, effect, old, new: marked === 0 ? old : marked, carried: Boolean(carried), note: data.notes[note], steps };
        for (const root of new Set([change.old, change.new].filter(Boolean).map(rootOf))) {
          this.changes.set(root, [...(this.changes.get(root) || []), change]);
        }
      }
      for (const [id, effect, note, steps = []] of data ? data.fields : []) {
        this.fields.set(rootOf(id), [...(this.fields.get(rootOf(id)) || []), { id, effect, note, steps }]);
      }
    }

    inOld(ident) {
      return this.index.stands(ident, this.number);
    }

    inNew(ident) {
      return this.index.stands(ident, this.newest);
    }

    link(ident) {
      return ident in this.links ? this.links[ident] : ident;
    }
  }

  /* What happened to a canonical code; `written` is how the person gave it. */
  function impact(ground, code, written) {
    const base = { code: written, list: ground.index.name };
    if (ground.inOld(code)) {
      const now = codesNow(ground, code);
      const reasons = reasonsOf(ground, code, ground.link(code));
      return { ...base, action: action(code, now, reasons), effect: combined(reasons), codes_now: now, reasons, note: "" };
    }
    if (ground.inNew(code)) {
      const reasons = reasonsOf(ground, "", code);
      const note = `new since ${ground.index.editions[ground.number]}`;
      return { ...base, action: "revisit", effect: combined(reasons), codes_now: [code], reasons, note };
    }
    return { ...base, action: "unknown", effect: "unclear", codes_now: [], reasons: [], note: near(ground, code) };
  }

  function codesNow(ground, code) {
    const found = [ground.link(code), ...(ground.parts[code] || [])];
    return [...new Set(found.filter((ident) => ident && ground.inNew(ident)).map((ident) => ground.index.code(ident)))];
  }

  function reasonsOf(ground, old, now) {
    const aboveOld = above(old);
    const aboveNew = above(now);
    const touched = new Map();
    for (const code of [old, now].filter(Boolean)) {
      for (const change of ground.changes.get(rootOf(code)) || []) touched.set(change.at, change);
    }
    const found = [];
    for (const change of [...touched.values()].sort((a, b) => a.at - b.at)) {
      const relation = relationOf([[change.old, old, aboveOld], [change.new, now, aboveNew]]);
      if (!relation || (relation === "above it" && (change.kind === "renumbered" || change.kind === "moved"))) continue;
      const { kind, effect, carried, note, steps } = change;
      found.push({ relation, what: kind, id: change.new || change.old, effect, carried, note, steps });
    }
    for (const field of ground.fields.get(rootOf(now)) || []) {
      const relation = relationOf([[field.id, now, aboveNew]]);
      const { id, effect, note } = field;
      if (relation) found.push({ relation, what: "terms", id, effect, carried: false, note, steps: field.steps });
    }
    return found;
  }

  function relationOf(sides) {
    const found = new Set();
    for (const [ident, code, over] of sides) {
      if (!ident || !code) continue;
      if (ident === code) found.add("itself");
      else if (ident.startsWith(`${code}.`) || ident.startsWith(`${code}/`)) found.add("below it");
      else if (over.some((each) => ident === each || ident.startsWith(`${each}/`))) found.add("above it");
    }
    return ORDER.find((each) => found.has(each));
  }

  /* The codes that an item stands under, up to its entry. */
  function above(code) {
    const found = [];
    for (let at = code; at && at !== entryOf(at); ) {
      at = parentOf(at);
      found.push(at);
    }
    return found;
  }

  function action(code, now, reasons) {
    if (!now.length || reasons.some((reason) => reason.effect !== "none")) return "revisit";
    if (now.length !== 1 || now[0] !== code) return "recode";
    return reasons.length ? "text-only" : "nothing";
  }

  /* One effect for several: any doubt makes the whole unclear, both directions make it mixed. */
  function combined(reasons) {
    const found = new Set(reasons.map((reason) => reason.effect));
    if (found.has("unclear")) return "unclear";
    if (found.has("mixed") || (found.has("tightened") && found.has("relaxed"))) return "mixed";
    return ["tightened", "relaxed"].find((effect) => found.has(effect)) || "none";
  }

  function near(ground, code) {
    for (let at = code; at && at !== entryOf(at); ) {
      at = parentOf(at);
      if (ground.inOld(at)) return `${at} exists, but not this item below it`;
    }
    const start = [...code].slice(0, 3).join("");
    const known = ground.index.items.filter((item) => item.startsWith(start) && item === entryOf(item) && ground.inOld(item));
    return known.length ? `near it: ${known.sort().slice(0, 5).join(", ")}` : "no code is near it";
  }

  /* The number of codes for each action. */
  function summary(found) {
    const counts = Object.fromEntries(Object.keys(ACTIONS).map((name) => [name, 0]));
    for (const each of found) counts[each.action] += 1;
    return counts;
  }

  globalThis.codeImpact = { ACTIONS, Ground, impact, summary };
})();
