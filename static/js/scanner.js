/* Reading the code on a badge or phone with the camera, where the browser can: it then shows who that is. */
(() => {
  const PAUSE = 250; // milliseconds between two looks
  const NO_SCANNER = "Scannen kan niet in deze browser. Zoek op naam, of typ de code.";
  const NO_CAMERA = "De camera doet het niet. Zoek op naam, of typ de code.";
  const NOT_OURS = "Dit is geen code van deze site. Zoek op naam.";
  const NOT_LISTED = "Deze code staat niet op de lijst. Zoek op naam.";

  const scanner = document.querySelector("[data-scanner]");
  if (!scanner) return;

  const button = scanner.querySelector("button");
  scanner.hidden = false;
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices) {
    button.replaceWith(NO_SCANNER);
    return;
  }

  const video = scanner.querySelector("video");
  const problem = scanner.querySelector("[role=alert]");
  const page = scanner.dataset.scanner; // where codes lead to, on this site
  const search = scanner.dataset.search; // where a code is searched for instead, by who has no account
  const filter = document.querySelector("[data-filter] input"); // of a list that is there already
  let stream = null;

  const stop = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.hidden = true;
    button.textContent = "Scan een code";
  };

  const pathOf = (text) => {
    try {
      return new URL(text).pathname;
    } catch {
      return "";
    }
  };

  const codeIn = (text) => {
    const path = pathOf(text); // the path only: a code never leads to another site
    const code = path.startsWith(page) ? path.slice(page.length, -1) : "";
    return /^[2-9A-Z]{10}$/.test(code) ? code : null;
  };

  const showInList = (code) => {
    filter.value = code;
    filter.dispatchEvent(new Event("input"));
    const row = document.querySelector("[data-check-in-list] li:not([hidden])");
    if (!row) problem.textContent = NOT_LISTED;
    (row?.querySelector("button:not([hidden])") ?? filter).focus();
  };

  const show = (code) => {
    if (filter) return showInList(code);
    location.assign(search ? search + code : `${page}${code}/`);
  };

  const look = async (detector) => {
    if (!stream) return;
    const [code] = await detector.detect(video).catch(() => []);
    const found = code && codeIn(code.rawValue);
    if (found) {
      stop();
      problem.textContent = "";
      return show(found);
    }
    problem.textContent = code ? NOT_OURS : "";
    setTimeout(look, PAUSE, detector);
  };

  const start = async () => {
    problem.textContent = "";
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      video.hidden = false;
      await video.play();
      button.textContent = "Stop met scannen";
      look(new BarcodeDetector({ formats: ["qr_code"] }));
    } catch {
      stop();
      problem.textContent = NO_CAMERA;
    }
  };

  button.addEventListener("click", () => (stream ? stop() : start()));
  window.addEventListener("pagehide", stop);
})();
