/* Reads a person's list of codes: CSV with a head, a column of codes, or any text with codes in it. And writes answers. */
(() => {
  "use strict";
  const { readings } = globalThis.itemCodes;
  const CODE = ["code", "eccn", "item", "control code"];

  /* The rows of a text that hold anything, as cells, each with its line; parted by what the first row has most of. */
  function rows(text) {
    const source = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
    const first = source.split("\n").find((line) => line.trim()) || "";
    const sign = [",", ";", "\t"].reduce((best, each) => (first.split(each).length > first.split(best).length ? each : best));
    const found = [];
    let cells = [];
    let cell = "";
    let quoted = false;
    let line = 1;
    let began = 1;
    const close = () => {
      cells.push(cell.trim());
      if (cells.some(Boolean)) found.push({ line: began, cells });
      cells = [];
      cell = "";
    };
    for (let at = 0; at < source.length; at += 1) {
      const one = source[at];
      if (one === "\n") line += 1;
      if (quoted) {
        if (one !== '"') cell += one;
        else if (source[at + 1] === '"') {
          cell += '"';
          at += 1;
        } else quoted = false;
      } else if (one === '"' && !cell.trim()) {
        cell = "";
        quoted = true;
      } else if (one === sign) {
        cells.push(cell.trim());
        cell = "";
      } else if (one === "\n") {
        close();
        began = line;
      } else cell += one;
    }
    close();
    return found;
  }

  /* The codes of a text: `wanted` with the code as written, its list (empty: those chosen), its product and line; and
     `unread`, the lines without a code. `known` says whether a code stands in a list: a number in a product's name is
     taken for a code only where the line has none that does. */
  function codesIn(text, known) {
    const all = rows(text);
    const head = all.length ? all[0].cells.map((cell) => cell.toLowerCase()) : [];
    const column = head.findIndex((cell) => CODE.includes(cell));
    const listed = head.indexOf("list");
    const wanted = [];
    const unread = [];
    for (const { line, cells } of column < 0 ? all : all.slice(1)) {
      const found = column < 0 ? anywhere(cells, known) : [cells[column] || ""].filter(Boolean);
      const list = listed < 0 || column < 0 ? "" : cells[listed] || "";
      const product = cells.filter((cell, at) => cell && !found.includes(cell) && !(column >= 0 && (at === column || at === listed)));
      if (!found.length) unread.push({ line, text: cells.filter(Boolean).join(" ") });
      for (const written of found) wanted.push({ written, list, product: product.join(" · "), line });
    }
    return { wanted, unread };
  }

  /* The codes in the cells of a row without a head: whole cells, or else words. */
  function anywhere(cells, known) {
    const parts = cells.flatMap((cell) => (readings(cell).length ? [cell] : cell.split(/[\s,;]+/)));
    const codes = parts.filter((part) => readings(part).length);
    const sure = codes.filter(known);
    return sure.length ? sure : codes.slice(0, 1);
  }

  /* Rows as CSV. What a spreadsheet would take for a formula gets an apostrophe before it. */
  function csv(table) {
    const cell = (value) => {
      const text = /^[=+\-@\t]/.test(value) ? `'${value}` : String(value);
      return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
    };
    return table.map((row) => `${row.map(cell).join(",")}\n`).join("");
  }

  globalThis.codeTable = { codesIn, csv };
})();
