// Answers questions with the site's own scripts: `node answers.js ASSETS` reads a JSON object from standard input.
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

for (const name of ["item-codes", "code-index", "impact", "code-table"]) {
  vm.runInThisContext(fs.readFileSync(path.join(process.argv[2], `${name}.js`), "utf8"), { filename: name });
}
const { canonical, readings, cite } = globalThis.itemCodes;
const { CodeIndex, hits, fate } = globalThis.codeIndexes;
const { Ground, impact } = globalThis.codeImpact;
const { codesIn, csv } = globalThis.codeTable;

const index = (data) => new CodeIndex(data);
const known = (data) => (written) => index(data).find(written).items.length > 0 && !index(data).find(written).near;

const answers = {
  canonical: ({ texts }) => texts.map(canonical),
  readings: ({ texts }) => texts.map(readings),
  cite: ({ codes, style }) => codes.map((code) => cite(code, style)),
  hits: ({ indexes, texts }) => {
    const made = indexes.map(index);
    return texts.map((text) => hits(made, text).map((hit) => ({
      list: hit.index.name, item: hit.item, near: hit.near, gone: hit.gone, fate: fate(hit),
      entry: hit.index.entryPage(hit.item), tree: hit.index.treePage(hit.item),
    })));
  },
  impact: ({ data, day, since, codes }) => {
    const made = index(data);
    const ground = new Ground(made, made.inForce(day), since);
    return codes.map((code) => impact(ground, canonical(code) || code, code));
  },
  steps: ({ data, since, number }) => {
    const made = index(data);
    const ground = new Ground(made, number, since);
    return [...ground.changes.values()].flat().map((change) => change.steps.map((step) => made.report(step, change.new || change.old)));
  },
  table: ({ text, data }) => codesIn(text, known(data)),
  csv: ({ rows }) => csv(rows),
};

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(answers[asked.do](asked)));
