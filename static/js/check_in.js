/* Letting somebody in over a network that comes and goes: asked again when no answer comes. Sending it twice does no harm. */
(() => {
  const TRIES = 3;
  const PATIENCE = 8000; // milliseconds for an answer
  const GAP = 1500; // milliseconds before asking again
  const NO_ANSWER = "Er kwam geen antwoord. Druk nog een keer op Binnen; twee keer drukken kan geen kwaad.";

  const ask = async (form) => {
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const response = await fetch(form.action, { method: "POST", body: new FormData(form), signal: stop.signal });
      if (response.status >= 500) throw new Error(response.status);
      return await response.text();
    } finally {
      clearTimeout(clock);
    }
  };

  const askOften = async (form) => {
    for (let time = 1; ; time += 1) {
      try {
        return await ask(form);
      } catch (error) {
        if (time === TRIES) throw error;
        await new Promise((later) => setTimeout(later, GAP));
      }
    }
  };

  const show = (form, page) => {
    const told = new DOMParser().parseFromString(page, "text/html").querySelector("[data-outcome]");
    if (!told) return form.submit(); // logged out, or no longer theirs: let the browser show what the site says
    const outcome = form.closest("[data-outcome]");
    outcome.setAttribute("role", "status");
    outcome.replaceChildren(...told.childNodes);
    prepare(outcome);
  };

  const send = async (event) => {
    event.preventDefault();
    const form = event.target;
    const button = form.querySelector("button");
    const problem = form.closest("[data-outcome]").querySelector("[data-problem]");
    button.disabled = true;
    problem.textContent = "";
    try {
      show(form, await askOften(form));
    } catch {
      problem.textContent = NO_ANSWER;
      button.disabled = false;
      button.focus();
    }
  };

  const prepare = (root) => {
    for (const form of root.querySelectorAll("form[data-check-in]")) form.addEventListener("submit", send);
  };

  prepare(document);
})();
