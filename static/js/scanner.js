/* Reading the code on a badge or phone with the camera, where the browser can: it then opens the page of that code. */
(() => {
  const PAUSE = 250; // milliseconds between two looks
  const NO_CAMERA = "De camera doet het niet. Zoek op naam, of typ de code.";
  const NOT_OURS = "Dit is geen code van deze site. Zoek op naam.";

  const scanner = document.querySelector("[data-scanner]");
  if (!scanner || !("BarcodeDetector" in window) || !navigator.mediaDevices) return;

  const button = scanner.querySelector("button");
  const video = scanner.querySelector("video");
  const problem = scanner.querySelector("[role=alert]");
  const page = scanner.dataset.scanner; // where codes lead to, on this site
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

  const addressIn = (text) => {
    const path = pathOf(text); // the path only: a code never leads to another site
    const isOurs = path.startsWith(page) && /^[2-9A-Z]{10}\/$/.test(path.slice(page.length));
    return isOurs ? path : null;
  };

  const look = async (detector) => {
    if (!stream) return;
    const [code] = await detector.detect(video).catch(() => []);
    const address = code && addressIn(code.rawValue);
    if (address) {
      stop();
      location.assign(address);
      return;
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
  scanner.hidden = false;
})();
