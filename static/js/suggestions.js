/* Suggestions while typing, as a combobox with a list (ARIA 1.2). Without this script the search field just searches. */
(() => {
  const SHORTEST = 2; // letters
  const PAUSE = 150; // milliseconds after the last key

  const messageFor = (count) => {
    if (!count) return "Geen suggesties";
    return `${count} ${count === 1 ? "suggestie" : "suggesties"}, kies met de pijltjes`;
  };

  const element = (name, attributes) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  class Combobox {
    constructor(wrapper, input) {
      this.input = input;
      this.address = wrapper.dataset.suggestions;
      this.shownFor = ""; // the text that the options in the list belong to
      this.active = null;
      this.addParts(wrapper);
      this.listen();
    }

    get options() { return [...this.list.children]; }
    get isOpen() { return !this.list.hidden; }
    get text() { return this.input.value.trim(); }

    addParts(wrapper) {
      // A page that htmx brings back from its history still has the parts, but nobody listens to them.
      for (const part of wrapper.querySelectorAll(".suggestions, .suggestions-status")) part.remove();
      const id = `${this.input.id}-suggesties`;
      this.list = element("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Suggesties", hidden: "" });
      this.status = element("p", { class: "visually-hidden suggestions-status", role: "status" });
      this.input.after(this.list);
      wrapper.append(this.status);
      const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
      for (const [key, value] of Object.entries(roles)) this.input.setAttribute(key, value);
      this.input.removeAttribute("aria-activedescendant");
    }

    listen() {
      this.input.addEventListener("input", () => this.typed());
      this.input.addEventListener("keydown", (event) => this.pressed(event));
      this.input.addEventListener("blur", () => this.close());
      this.input.form?.addEventListener("submit", () => this.close());
      // The field keeps the focus while a suggestion, or the bar to scroll them, is pressed.
      this.list.addEventListener("mousedown", (event) => event.preventDefault());
      this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
    }

    typed() {
      this.stopAsking();
      this.activate(null);
      if (this.text.length < SHORTEST) this.close();
      else this.timer = setTimeout(() => this.ask(), PAUSE);
    }

    pressed(event) {
      if (event.isComposing) return; // these keys belong to the keyboard of another script
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.move(step);
      } else if (event.key === "Enter" && this.active) {
        event.preventDefault();
        this.go(this.active);
      } else if (event.key === "Escape" && this.isOpen) {
        event.preventDefault(); // only a second time empties the field, where the browser does so
        this.close();
      } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
        this.activate(null); // back in the text
      }
    }

    async ask() {
      const asked = this.text;
      this.asking = new AbortController();
      const { signal } = this.asking;
      try {
        const answer = await fetch(`${this.address}?q=${encodeURIComponent(asked)}`, { signal });
        if (!answer.ok) return;
        const html = await answer.text();
        if (!signal.aborted) this.show(html, asked);
      } catch {
        // Searching works without suggestions, so that nobody needs to know.
      }
    }

    show(html, asked) {
      this.activate(null);
      this.list.innerHTML = html;
      this.shownFor = asked;
      for (const option of this.options) option.setAttribute("aria-selected", "false");
      this.open();
    }

    open() {
      this.list.hidden = !this.list.children.length;
      this.list.scrollTop = 0;
      this.input.setAttribute("aria-expanded", String(this.isOpen));
      this.status.textContent = messageFor(this.list.children.length);
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

    move(step) {
      if (!this.isOpen) this.reopen();
      if (!this.isOpen) return;
      const places = [null, ...this.options]; // the text itself is one of them
      const next = (places.indexOf(this.active) + step + places.length) % places.length;
      this.activate(places[next]);
    }

    reopen() {
      if (this.text.length < SHORTEST) return;
      if (this.text === this.shownFor) this.open();
      else this.typed();
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

    go(option) {
      if (!option) return;
      this.close();
      location.assign(option.dataset.url);
    }
  }

  const boxes = new Map();
  const enhance = () => {
    for (const [input] of boxes) if (!input.isConnected) boxes.delete(input);
    for (const wrapper of document.querySelectorAll("[data-suggestions]")) {
      const input = wrapper.querySelector("input[name=q]");
      if (input && !boxes.has(input)) boxes.set(input, new Combobox(wrapper, input));
    }
  };

  enhance();
  document.addEventListener("htmx:historyRestore", enhance);
  // On a touch screen a tap beside the field does not always take its focus away.
  document.addEventListener("pointerdown", (event) => {
    for (const box of boxes.values()) {
      if (box.isOpen && !box.input.parentElement.contains(event.target)) box.close();
    }
  });
})();
