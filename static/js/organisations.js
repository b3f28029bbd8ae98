/* Organisations while typing, as a combobox with a list (ARIA 1.2). Without this script the name is just typed. */
(() => {
  const SHORTEST = 2; // letters
  const PAUSE = 200; // milliseconds after the last key

  class OrganisationField {
    constructor(wrapper) {
      this.input = wrapper.querySelector("input");
      this.address = wrapper.dataset.organisations;
      this.active = null;
      const id = `${this.input.id}-lijst`;
      this.list = document.createElement("ul");
      Object.assign(this.list, { id, className: "suggestions", hidden: true });
      this.list.setAttribute("role", "listbox");
      this.list.setAttribute("aria-label", "Organisaties op deze site");
      this.status = document.createElement("p");
      this.status.className = "visually-hidden";
      this.status.setAttribute("role", "status");
      wrapper.append(this.list, this.status);
      const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
      for (const [key, value] of Object.entries(roles)) this.input.setAttribute(key, value);
      this.listen();
    }

    get options() { return [...this.list.children]; }

    listen() {
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.input.addEventListener("blur", () => this.close());
      // The field keeps the focus while an organisation, or the bar to scroll them, is pressed.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
    }

    typed() {
      this.stopAsking();
      this.activate(null);
      if (this.input.value.trim().length < SHORTEST) this.close();
      else this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    pressed(event) {
      if (event.isComposing) return; // these keys belong to the keyboard of another script
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && !this.list.hidden) {
        event.preventDefault();
        const places = [null, ...this.options]; // the text itself is one of them
        this.activate(places[(places.indexOf(this.active) + step + places.length) % places.length]);
      } else if (event.key === "Enter" && this.active) {
        event.preventDefault();
        this.take(this.active);
      } else if (event.key === "Escape" && !this.list.hidden) {
        event.preventDefault();
        this.close();
      }
    }

    async ask() {
      this.asking = new AbortController();
      const { signal } = this.asking;
      try {
        const answer = await fetch(`${this.address}?q=${encodeURIComponent(this.input.value.trim())}`, { signal });
        if (!answer.ok) return;
        const html = await answer.text();
        if (!signal.aborted) this.show(html);
      } catch {
        // The name can be typed without the list, so that nobody needs to know.
      }
    }

    show(html) {
      this.activate(null);
      this.list.innerHTML = html;
      this.options.forEach((option, number) => {
        option.id = `${this.list.id}-${number}`;
        option.setAttribute("aria-selected", "false");
      });
      const count = this.options.length;
      this.list.hidden = !count;
      this.list.scrollTop = 0;
      this.input.setAttribute("aria-expanded", String(!this.list.hidden));
      this.status.textContent = count
        ? `${count} ${count === 1 ? "organisatie" : "organisaties"}, kies met de pijltjes`
        : "Niet op deze site; je kunt de naam gewoon typen";
    }

    close() {
      this.stopAsking();
      this.activate(null);
      this.list.hidden = true;
      this.input.setAttribute("aria-expanded", "false");
      this.status.textContent = "";
    }

    stopAsking() {
      clearTimeout(this.timer);
      this.asking?.abort();
    }

    activate(option) {
      this.active?.setAttribute("aria-selected", "false");
      this.active = option;
      if (!option) {
        this.input.removeAttribute("aria-activedescendant");
        return;
      }
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    }

    take(option) {
      if (!option) return;
      this.input.value = option.dataset.name;
      this.fill("province", option.dataset.province);
      this.fill("sector", option.dataset.sector);
      this.close();
    }

    // What we know of the organisation, so that two of the same name can be told apart.
    fill(name, value) {
      const field = document.getElementById(this.input.id.replace(/organisation$/, name));
      if (field && value) field.value = value;
    }
  }

  for (const wrapper of document.querySelectorAll("[data-organisations]")) new OrganisationField(wrapper);
})();
