/* How old something is today. Pages say its age on a fixed day; only the reader's clock knows today. */
(() => {
  "use strict";
  const DAY = 86400000;
  for (const place of document.querySelectorAll("[data-since]")) {
    const days = Math.floor((Date.now() - Date.parse(place.dataset.since)) / DAY);
    if (days > 0) place.textContent = "; " + days.toLocaleString("en").replace(/,/g, "\u202f") + " days today, if it is not adopted since";
  }
})();
