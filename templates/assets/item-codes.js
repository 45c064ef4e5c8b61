/* Codes of items: their canonical form, as controllist/codes.py has it, and what else a person may have written.
   A test holds `canonical` against Python over all codes of all lists in all forms. */
(() => {
  "use strict";
  const ENTRY = new RegExp(
    [
      "(?<dual>\\d[A-EYZ]\\d{3,4}(?!\\d))", // 3A001, 4A1906
      "(?<wa>\\d\\s*\\.\\s*[A-E]\\s*\\.\\s*\\d{1,3}(?!\\d))", // 3.A.1
      "(?<ml>ML\\.?\\s*\\d{1,3}(?!\\d))", // ML7, ML.7
      "(?<plain>\\d{4}(?!\\d))", // 0010, 5506
      "(?<guide>\\d-\\d{1,2}(?!\\d|\\s*\\.\\s*[A-E]))", // 3-01
    ].join("|"),
    "y",
  );
  const LABEL = /[.\s(]*([A-Za-z]{1,5}|\d{1,3})(?=$|[.\s()\d]|(?<=\d)[a-z])[)]?/y;

  function matched(pattern, text, at) {
    pattern.lastIndex = at;
    return pattern.exec(text);
  }

  function entryFrom(match) {
    if (match.groups.wa) {
      const [category, group, number] = match.groups.wa.split(".").map((part) => part.trim());
      return category + group + String(Number(number)).padStart(3, "0");
    }
    return match[0].replace(/[ \u00a0]/g, "").replace("ML.", "ML");
  }

  /* The canonical form of one printed code, or the empty string if it is none. */
  function canonical(printed) {
    const text = printed.trim().replace(/\.+$/, "");
    const match = matched(ENTRY, text, 0);
    if (!match) return "";
    const rest = text.slice(match[0].length);
    if (rest && /^[a-z\d]+$/.test(rest) && (match.groups.dual || match.groups.plain)) {
      return [entryFrom(match), ...rest.match(/[a-z]+|\d+/g)].join(".");
    }
    const labels = [];
    let at = 0;
    while (at < rest.length) {
      const label = matched(LABEL, rest, at);
      if (!label) return "";
      labels.push(label[1]);
      at += label[0].length;
      if (/^[. )]*$/.test(rest.slice(at))) break;
    }
    return [entryFrom(match), ...labels].join(".");
  }

  const NOISE = /^(?:(?:eccn|usml|item|entry|code|list|no|nr|number|nummer|section|paragraph|para|position|artikel|al|wa|hk|eu|us|ccl|ecl)\b[.:#]?|[§#•*"'“”„‘’([]+)\s*/i;
  const HEAD = /^(?:\d\s*\.\s*[a-z]\s*\.\s*\d+|\d[a-z]\d+|ml\.?\s*\d+)/i;

  /* What may be meant by a code as a person wrote it, likeliest first: canonical forms. */
  function readings(written) {
    let text = written.normalize("NFKC").replace(/[\u2010-\u2015\u2212]/g, "-").trim();
    while (NOISE.test(text)) text = text.replace(NOISE, "");
    text = text.replace(/["'“”‘’,;:\]]+$/, "").replace(/\[/g, "(").replace(/\]/g, ")");
    const raised = text.replace(HEAD, (head) => head.toUpperCase());
    const end = (raised.match(HEAD) || raised.match(/^\d+(?:-\d+)?/) || [""])[0].length;
    const lowered = raised.slice(0, end) + raised.slice(end).toLowerCase();
    const spaced = (form) => form.replace(/\s*([.()])\s*/g, "$1");
    const slashed = (form) => form.replace(/[-_/\\]+(?=[a-z\d]{1,5}(?:$|[-_/\\.(]))/gi, (sign, at) => (at < 2 ? sign : "."));
    const forms = [written, text, raised, lowered, spaced(lowered), slashed(lowered)];
    return [...new Set(forms.map(canonical).filter(Boolean))];
  }

  const entryOf = (code) => code.split(".", 1)[0];
  const parentOf = (code) => code.slice(0, Math.max(code.lastIndexOf("."), 0));

  /* A canonical code as a list of that style prints it. */
  function cite(code, style) {
    const [entry, ...labels] = code.split(".");
    if (style === "wassenaar") {
      const match = /^(\d)([A-E])(\d{3})$/.exec(entry);
      return [match ? `${match[1]}.${match[2]}.${Number(match[3])}` : entry, ...labels].join(".") + ".";
    }
    if (style === "brackets") return entry + labels.map((label) => `(${label})`).join("");
    return style === "compact" ? entry + labels.join("") : code;
  }

  globalThis.itemCodes = { canonical, readings, entryOf, parentOf, cite };
})();
