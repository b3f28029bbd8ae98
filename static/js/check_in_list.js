/* Letting people in goes on without a network: who is in waits in this browser, and is sent when it is back. */
(() => {
  const PATIENCE = 8000; // milliseconds for an answer
  const GAP = 10000; // milliseconds before trying again
  const MOST = 50; // people in one request
  const LOGGED_OUT =
    "De site neemt dit niet aan. Open deze pagina opnieuw, en log in als dat nodig is: wat je deed blijft hier bewaard.";

  const OVER = "Deze link werkte alleen vandaag. De lijst is gewist.";
  const UNTIL = "-tot-"; // before the moment at which a link for one day ends

  // what was kept under a link that is over, on every page of the door and where such a link is refused
  const hasEnded = (moment) => Date.parse(moment) <= Date.now();
  const wipe = () => {
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith("binnen-") && hasEnded(key.split(UNTIL)[1])) localStorage.removeItem(key);
      }
    } catch {
      /* then nothing was kept */
    }
  };
  wipe();

  const form = document.querySelector("[data-check-in-list]");
  if (!form) return;
  const notice = document.querySelector("[data-waiting]");
  const filter = document.querySelector("[data-filter]");
  const { checkInList: id, until } = form.dataset;
  const KEY = until ? `binnen-${id}${UNTIL}${until}` : `binnen-${id}`;
  let unkept = {}; // for a browser that keeps nothing
  let isSending = false;

  // {code: moment} of who is in and was not sent; no names
  const waiting = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return unkept;
    }
  };
  const keep = (people) => {
    unkept = people;
    try {
      if (Object.keys(people).length) localStorage.setItem(KEY, JSON.stringify(people));
      else localStorage.removeItem(KEY);
    } catch {
      /* then it waits as long as the page is open */
    }
  };

  const say = (text) => {
    if (notice.textContent !== text) notice.textContent = text;
    notice.hidden = text === "";
  };
  const sayHowMany = () => {
    const count = Object.keys(waiting()).length;
    const who = count === 1 ? "1 persoon is" : `${count} mensen zijn`;
    say(count ? `${who} binnen, maar nog niet verstuurd. We proberen het steeds opnieuw.` : "");
  };
  const buttonOf = (code) => [...form.querySelectorAll("button")].find((button) => button.value === code);
  const mark = (code, text) => {
    const button = buttonOf(code);
    if (!button) return null;
    button.hidden = true;
    const told = button.nextElementSibling ?? button.parentElement.appendChild(document.createElement("span"));
    told.textContent = text;
    return told;
  };

  const end = () => {
    keep({});
    form.replaceChildren();
    if (filter) filter.hidden = true;
    say(OVER);
  };

  const ask = async (people) => {
    const body = new FormData(form);
    for (const [code, moment] of people) body.append("wie", `${code} ${moment}`);
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(location.pathname, { method: "POST", body, signal, headers: { Accept: "application/json" } });
    if (response.status === 410) return end();
    if (response.status >= 500) throw new Error(response.status);
    const isAnswer = response.ok && response.headers.get("Content-Type").startsWith("application/json");
    return isAnswer ? await response.json() : null;
  };

  const send = async () => {
    if (until && hasEnded(until)) return end();
    const people = Object.entries(waiting()).slice(0, MOST);
    if (isSending || people.length === 0) return;
    isSending = true;
    try {
      const answers = await ask(people);
      if (answers === undefined) return;
      if (!answers) return say(LOGGED_OUT);
      const left = waiting();
      for (const [code, [sentence, problem]] of Object.entries(answers)) {
        delete left[code];
        mark(code, sentence || problem);
      }
      keep(left);
      sayHowMany();
    } catch {
      sayHowMany(); // no network: later
    } finally {
      isSending = false;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const code = event.submitter.value;
    keep({ ...waiting(), [code]: new Date().toISOString() });
    const told = mark(code, "Binnen");
    told.tabIndex = -1; // the button is gone: a keyboard goes on from here
    told.focus();
    send();
  });

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘`]/g, "'").toLowerCase();
  filter?.querySelector("input").addEventListener("input", ({ target }) => {
    const words = plain(target.value).split(/\s+/);
    for (const row of form.querySelectorAll("li")) {
      const text = plain(row.firstElementChild?.textContent ?? "");
      row.hidden = !words.every((word) => text.includes(word));
    }
  });
  if (filter) filter.hidden = false;

  for (const code of Object.keys(waiting())) mark(code, "Binnen");
  sayHowMany();
  send();
  setInterval(send, GAP);
  window.addEventListener("online", send);
  window.addEventListener("beforeunload", (event) => {
    if (Object.keys(waiting()).length) event.preventDefault();
  });
})();
