// Says on the page that a passkey or key did not work; allauth itself only says so in the console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("sleutel-fout").hidden = false;
});
