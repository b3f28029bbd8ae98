// Zegt op de pagina dat een passkey of sleutel niet lukte; allauth zelf zegt het alleen in de console.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  document.getElementById("sleutel-fout").hidden = false;
});
