/* Suggestions in the search field: who takes one goes to its page. */
(() => {
  const describe = (count) => {
    if (!count) return "Geen suggesties";
    return `${count} ${count === 1 ? "suggestie" : "suggesties"}, kies met de pijltjes`;
  };

  const enhance = () => {
    for (const parent of document.querySelectorAll("[data-suggestions]")) {
      const input = parent.querySelector("input[name=q]");
      if (!input || Combobox.of.has(input)) continue;
      const choose = (option) => location.assign(option.dataset.url);
      new Combobox(input, { parent, address: parent.dataset.suggestions, label: "Suggesties", describe, choose });
    }
  };

  enhance();
  document.addEventListener("htmx:historyRestore", enhance);
})();
