/* Organisations of this site in the field of a registration; a name that is not in the list is just typed. */
(() => {
  const describe = (count) => {
    if (!count) return "Niet op deze site; je kunt de naam gewoon typen";
    return `${count} ${count === 1 ? "organisatie" : "organisaties"}, kies met de pijltjes`;
  };

  for (const parent of document.querySelectorAll("[data-organisations]")) {
    const input = parent.querySelector("input");

    // What we know of the organisation, so that two of the same name can be told apart.
    const fill = (name, value) => {
      const field = document.getElementById(input.id.replace(/organisation$/, name));
      if (field && value) field.value = value;
    };

    const choose = (option) => {
      input.value = option.dataset.name;
      document.getElementById(input.id.replace(/organisation$/, "province")).value = option.dataset.province;
      fill("sector", option.dataset.sector);
    };

    const address = parent.dataset.organisations;
    new Combobox(input, { parent, address, label: "Organisaties op deze site", describe, choose });
  }
})();
