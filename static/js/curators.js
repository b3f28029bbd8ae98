/* Names for what Unfold and select2 leave without one: screen readers would only say "edit text". */
(() => {
  const labelOf = (field) => {
    const label = field.labels && field.labels[0];
    if (label) return label.textContent.trim();
    const cell = field.closest("td");
    const table = cell && cell.closest("table");
    const header = table && table.querySelectorAll("thead th")[cell.cellIndex];
    return (cell && cell.dataset.label) || (header ? header.textContent.trim() : "") || field.name;
  };

  const nameFields = (root) => {
    for (const field of root.querySelectorAll("td select, td input:not([type=hidden]), td textarea")) {
      if (!field.labels?.length && !field.ariaLabel && !field.title) field.ariaLabel = labelOf(field);
    }
  };

  const nameChoosers = (root) => {
    for (const chooser of root.querySelectorAll(".select2-container")) {
      const select = chooser.previousElementSibling;
      if (!select || select.tagName !== "SELECT") continue;
      const name = labelOf(select);
      for (const part of chooser.querySelectorAll("[role=combobox], [role=textbox], input")) {
        part.removeAttribute("aria-labelledby");
        part.ariaLabel = name;
      }
      chooser.querySelector("ul.select2-selection__rendered")?.setAttribute("role", "group");
      for (const item of chooser.querySelectorAll("ul.select2-selection__rendered > li")) item.setAttribute("role", "presentation");
    }
  };

  const nameHeaders = (root) => {
    for (const header of root.querySelectorAll("thead th")) {
      if (header.textContent.trim() || header.querySelector("input")) continue;
      const name = document.createElement("span");
      name.className = "cur-hidden";
      name.textContent = "Verwijderen";
      header.append(name);
    }
  };

  const mend = () => {
    nameHeaders(document);
    nameFields(document);
    nameChoosers(document);
    for (const opener of document.querySelectorAll("#changelist a:not([href])")) {
      if ([...opener.attributes].some((each) => each.value.includes("filterOpen"))) opener.href = "#changelist-filter";
    }
    for (const heading of document.querySelectorAll("#changelist-filter h3")) heading.setAttribute("aria-level", "2");
    document.querySelectorAll(".simplebar-content-wrapper").forEach((part, number) => {
      part.ariaLabel = `Deel ${number + 1} dat schuift`;
    });
  };

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; mend(); }, 50);
  };
  document.addEventListener("DOMContentLoaded", () => {
    mend();
    new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  });
})();
