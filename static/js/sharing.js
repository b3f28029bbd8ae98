// Keeps what somebody fills in while they do so. Without this script the button "Bewaar" keeps it.
const form = document.querySelector("[data-saves]");
const saved = form.querySelector("[data-saved]");
const page = form.querySelector("[data-page]");
const PAUSE = 1500; // ms without a key
const EVERY = 1000; // ms between two looks at the pasted page
const headers = { Accept: "application/json" };
let waiting = null;
let isUnsaved = false;
let saving = Promise.resolve();

function typed() {
  const data = new FormData(form);
  for (const input of form.querySelectorAll("input[type=file]")) data.delete(input.name);
  data.append("bewaar", "ja");
  return data;
}

async function save() {
  isUnsaved = false;
  let answer;
  try {
    // keepalive: what is under way arrives, also when the page closes
    answer = await fetch(form.action, { method: "POST", body: typed(), headers, keepalive: true });
  } catch {
    saved.textContent = "Je hebt geen verbinding. Wat je nu invult, is nog niet bewaard.";
    return;
  }
  if (!answer.ok || answer.redirected) {
    saved.textContent = "Dit is nog niet bewaard. Kies straks Bewaar.";
    return;
  }
  const { address } = await answer.json();
  form.action = address;
  history.replaceState(null, "", address);
  const time = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  saved.textContent = `Bewaard om ${time}.`;
}

function saveSoon(pause) {
  isUnsaved = true;
  clearTimeout(waiting);
  waiting = setTimeout(saveNow, pause);
}

function saveNow() {
  saving = saving.then(save);
}

function saveNothingMore() {
  clearTimeout(waiting);
  isUnsaved = false;
}

// Who leaves within the pause keeps the last answer too; a phone closes a page that is hidden without telling it.
// Not behind what is under way: its answer comes to a page that is gone.
function saveBeforeLeaving() {
  if (!isUnsaved) return;
  saveNothingMore();
  saving = Promise.all([saving, save()]);
}

form.addEventListener("input", ({ target }) => { if (target.type !== "file") saveSoon(PAUSE); });
form.addEventListener("change", ({ target }) => { if (target.type !== "file") saveSoon(0); });
form.addEventListener("submit", saveNothingMore);
addEventListener("pagehide", saveBeforeLeaving);
document.addEventListener("visibilitychange", () => { if (document.hidden) saveBeforeLeaving(); });

function fillIn(name, text) {
  const field = form.elements[name];
  if (field.value || !text) return;
  field.value = text.slice(0, field.maxLength > 0 ? field.maxLength : undefined);
  saveSoon(0);
}

async function lookAtPage() {
  const answer = await fetch(location.pathname, { headers });
  if (!answer.ok) return;
  const { state, title, source, problem } = await answer.json();
  if (state === "wacht") {
    setTimeout(lookAtPage, EVERY);
    return;
  }
  if (!state) return; // it was of a link that does not stand here any more
  const text = document.createElement("p");
  text.className = "callout";
  text.textContent = state === "gelezen"
    ? `Gevonden: ${source}. Kijk na of de titel klopt.`
    : `We konden de titel niet ophalen. ${problem} Vul de titel zelf in; de link blijft staan.`;
  page.replaceChildren(text);
  fillIn("title", title);
  fillIn("source", source);
}
form.elements.link.addEventListener("input", () => page.replaceChildren());
if (page.dataset.page === "wacht") setTimeout(lookAtPage, EVERY);
