// Which object of one edition jsondiffpatch takes for which of the other.
// node jsondiffpatch_links.mjs NODE_MODULES code|text < {"old": …, "new": …}
// Prints [links, seconds, version]. Objects carry `$code`, which the comparison does not see: after the patch it
// tells an object that was kept from one that was put in.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, key] = process.argv.slice(2);
const folder = join(modules, "jsondiffpatch");
const { create } = await import(pathToFileURL(join(folder, "lib", "index.js")));
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

const mark = (side, item) => {
  item.$code = [side, item.code];
  item.items.forEach((child) => mark(side, child));
  return item;
};

const sides = JSON.parse(readFileSync(0, "utf8"));
const [old, fresh] = [mark("old", sides.old), mark("new", sides.new)];
const tool = create({ objectHash: (item) => item[key], propertyFilter: (name) => !name.startsWith("$") });

let seconds = Infinity;
let delta;
for (let run = 0; run < 5; run += 1) {
  const start = process.cpuUsage();
  delta = tool.diff(old, fresh);
  const { user, system } = process.cpuUsage(start);
  seconds = Math.min(seconds, (user + system) / 1e6);
}

const links = [];
const walk = (kept, item) => {
  const [side, code] = kept.$code;
  if (side === "old") links.push([code, item.$code[1]]);
  kept.items.forEach((child, at) => walk(child, item.items[at]));
};
walk(delta ? tool.patch(structuredClone(old), delta) : old, fresh);
console.log(JSON.stringify([links, seconds, version]));
