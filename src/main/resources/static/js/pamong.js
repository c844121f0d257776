// Small comforts; every page works without them.

// The first thing to read after a refused form is the summary of its findings.
const summary = document.querySelector(".summary");
if (summary) {
  summary.focus();
}

// A second click on a send button would send the form twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 8000);
});

// Printing by a button.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) {
    window.print();
  }
});
