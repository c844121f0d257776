// Keeps the form of an application while it is typed, and shrinks photos before they travel. Without scripts the buttons do the same.
const form = document.querySelector("form[data-keep]");
const kept = document.querySelector("#kept");
const NAMES = ["_csrf", "version", "uses", "duties", "purpose", "officialEmail"];
let timer = 0;
let running = null;

async function keep() {
  timer = 0;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (NAMES.includes(name)) body.append(name, value);
  }
  kept.textContent = form.dataset.saving;
  try {
    const answer = await fetch(form.dataset.keep, { method: "POST", body, headers: { Accept: "application/json" }, credentials: "same-origin" });
    const result = answer.ok ? await answer.json() : null;
    if (result) form.elements.version.value = result.version;
    kept.textContent = result ? result.text : form.dataset.failed;
  } catch {
    kept.textContent = form.dataset.failed;
  }
}

function later() {
  clearTimeout(timer);
  timer = setTimeout(() => { running = keep().finally(() => { running = null; }); }, 900);
}

// A photo of a phone is often 12 megapixels; 2400 pixels are enough to read a card.
async function shrink(input) {
  const file = input.files[0];
  if (!file || !/^image\/(jpeg|png)$/.test(file.type) || file.size < 1_500_000) return;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, 2400 / Math.max(picture.width, picture.height));
    const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    const smaller = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.88 });
    if (smaller.size >= file.size) return;
    const carrier = new DataTransfer();
    carrier.items.add(new File([smaller], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }));
    input.files = carrier.files;
  } catch {
    // The original goes; the server checks it all the same.
  }
}

if (form) {
  form.addEventListener("input", (event) => {
    if (NAMES.includes(event.target.name)) later();
  });
  form.addEventListener("change", (event) => {
    if (event.target.matches("[data-shrink]")) shrink(event.target);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (running) {
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = event.submitter;
      running.then(() => form.requestSubmit(button));
    }
  }, true);
}
