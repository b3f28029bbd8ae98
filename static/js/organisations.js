/* Organisations of this site in a field that asks for one; a name that is not in the list is just typed. */
(() => {
  const describe = (count) => {
    if (!count) return "Niet op deze site; je kunt de naam gewoon typen";
    return `${count} ${count === 1 ? "organisatie" : "organisaties"}, kies met de pijltjes`;
  };

  for (const parent of document.querySelectorAll("[data-organisations]")) {
    const input = parent.querySelector("input");

    // What we know of the organisation, so that two of the same name can be told apart; where a form asks for it.
    const field = (name) => document.getElementById(input.id.replace(/organisation$/, name));

    const choose = (option) => {
      const { name, province, sector } = option.dataset;
      input.value = name;
      if (field("province")) field("province").value = province;
      if (field("sector") && sector) field("sector").value = sector;
    };

    const address = parent.dataset.organisations;
    new Combobox(input, { parent, address, label: "Organisaties op deze site", describe, choose });
  }
})();
