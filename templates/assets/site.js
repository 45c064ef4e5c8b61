/* The site works without this. It adds: open or close a whole tree, and show the target of an address. */
(() => {
  "use strict";
  const inTree = () => document.querySelectorAll(".body details");

  for (const tools of document.querySelectorAll(".tools")) {
    if (!inTree().length) continue;
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const wish = event.target.dataset && event.target.dataset.all;
      if (!wish) return;
      for (const part of inTree()) part.open = wish === "open";
    });
  }

  function showTarget() {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!wanted) return;
    const target = document.getElementById(wanted);
    if (target) {
      for (let at = target.closest("details"); at; at = at.parentElement.closest("details")) at.open = true;
      target.scrollIntoView();
      return;
    }
    // A category that is published in parts: the entry's line here leads to the part that holds the item.
    const entry = document.getElementById(wanted.split(/[./]/)[0]);
    const link = entry && entry.querySelector("a[href*='.html#']");
    if (link) location.replace(link.href.replace(/#.*/, "#" + encodeURI(wanted)));
  }
  addEventListener("hashchange", showTarget);
  showTarget();

  addEventListener("beforeprint", () => {
    for (const part of inTree()) part.open = true;
  });
})();
