/* A text field with a list of proposals while typing: a combobox with a list (ARIA 1.2). Without it the field stays a text field. */
class Combobox {
  static SHORTEST = 2; // letters
  static PAUSE = 150; // milliseconds after the last key
  static of = new WeakMap(); // input: its combobox

  /* `parent` gets the spoken line; `address` answers `?q=` with options; `label` names the list; `describe(count)` says how many
     there are, in words; `choose(option)` is called when one is taken. */
  constructor(input, { parent, address, label, describe, choose }) {
    Object.assign(this, { input, address, describe, choose });
    this.shownFor = ""; // the text that the options in the list belong to
    this.active = null;
    this.addParts(parent, label);
    this.listen();
    Combobox.of.set(input, this);
  }

  get options() { return [...this.list.children]; }
  get isOpen() { return !this.list.hidden; }
  get text() { return this.input.value.trim(); }

  addParts(parent, label) {
    // A page that htmx brings back from its history still has the parts, but nobody listens to them.
    for (const part of parent.querySelectorAll(".suggestions, .suggestions-status")) part.remove();
    const id = `${this.input.id}-suggesties`;
    this.list = Combobox.element("ul", { id, class: "suggestions", role: "listbox", "aria-label": label, hidden: "" });
    this.status = Combobox.element("p", { class: "visually-hidden suggestions-status", role: "status" });
    this.input.after(this.list);
    parent.append(this.status);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id };
    for (const [key, value] of Object.entries(roles)) this.input.setAttribute(key, value);
    this.input.removeAttribute("aria-activedescendant");
  }

  static element(name, attributes) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  listen() {
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.close());
    this.input.form?.addEventListener("submit", () => this.close());
    // The field keeps the focus while an option, or the bar to scroll them, is pressed.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  typed() {
    this.stopAsking();
    this.activate(null);
    if (this.text.length < Combobox.SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(), Combobox.PAUSE);
  }

  pressed(event) {
    if (event.isComposing) return; // these keys belong to the keyboard of another script
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      this.move(step);
    } else if (event.key === "Enter" && this.active) {
      event.preventDefault();
      this.take(this.active);
    } else if (event.key === "Escape" && this.isOpen) {
      event.preventDefault(); // only a second time empties the field, where the browser does so
      this.close();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) {
      this.activate(null); // back in the text
    }
  }

  async ask() {
    const text = this.text;
    this.request = new AbortController();
    const { signal } = this.request;
    try {
      const address = new URL(this.address, location.href);
      address.searchParams.set("q", text);
      const response = await fetch(address, { signal });
      if (!response.ok) return;
      const html = await response.text();
      if (!signal.aborted) this.show(html, text);
    } catch {
      // The field works without proposals, so that nobody needs to know.
    }
  }

  show(html, text) {
    this.activate(null);
    this.list.innerHTML = html;
    this.shownFor = text;
    this.options.forEach((option, number) => {
      option.id ||= `${this.list.id}-${number}`;
      option.setAttribute("aria-selected", "false");
    });
    this.open();
  }

  open() {
    this.list.hidden = !this.options.length;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.status.textContent = this.describe(this.options.length);
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
    this.request?.abort();
  }

  move(step) {
    if (!this.isOpen) this.reopen();
    if (!this.isOpen) return;
    const stops = [null, ...this.options]; // the text itself is one of them
    const next = (stops.indexOf(this.active) + step + stops.length) % stops.length;
    this.activate(stops[next]);
  }

  reopen() {
    if (this.text.length < Combobox.SHORTEST) return;
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

  take(option) {
    if (!option) return;
    this.close();
    this.choose(option);
  }
}

// On a touch screen a tap beside the field does not always take its focus away.
document.addEventListener("pointerdown", (event) => {
  for (const input of document.querySelectorAll("[role=combobox][aria-expanded=true]")) {
    if (!input.parentElement.contains(event.target)) Combobox.of.get(input)?.close();
  }
});
