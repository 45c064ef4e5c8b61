// Answers, one JSON array, of assets/lasting.js to the paths that stand in a JSON file, over the files of a site.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const [site, paths] = process.argv.slice(2);
const root = "https://kitchen.example/controls/";

async function fetched(address) {
  try {
    const text = readFileSync(join(site, decodeURIComponent(new URL(address).href.slice(root.length))), "utf8");
    return { ok: true, json: async () => JSON.parse(text) };
  } catch {
    return { ok: false, status: 404 };
  }
}

const document = { currentScript: { src: `${root}assets/lasting.js` }, getElementById: () => null };
const page = vm.createContext({ document, fetch: fetched, URL });
for (const name of ["item-codes.js", "code-index.js", "lasting.js"]) {
  vm.runInContext(readFileSync(join(site, "assets", name), "utf8"), page);
}
const answers = [];
for (const path of JSON.parse(readFileSync(paths, "utf8"))) answers.push(await page.lasting.ledTo(path));
process.stdout.write(JSON.stringify(answers));
