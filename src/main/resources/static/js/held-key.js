// The owner's own key: made here, sealed under the passphrase here, saved as a file here. The passphrase fields have no names, so no form can send them.
// Until the file is saved and the receipt signed, the sealed key waits in this browser's storage, so that a closed page loses nothing.
// Each key has a place of its own, named after its public half: whatever a second click or a second tab makes, the ordered key stays.
import { KeyFileError, certificationRequest, keyFile, makeKey, openKeyFile, publicKeyIn, publicKeyOf, sealKey, sign } from "./pkcs12.js";

const SHORTEST = 12;
const slots = (id) => `pamong.key.${id}.`;
const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const text = (content) => btoa(Array.from(content, (byte) => String.fromCharCode(byte)).join(""));
const field = (id) => document.getElementById(id);
const slot = async (id, spki) => {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", spki));
  return slots(id) + Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

/** The sealed key of the form's certificate; null when another browser has it. */
const kept = async (form) => localStorage.getItem(await slot(form.dataset.id, publicKeyIn(bytes(form.dataset.certificate))));

const say = (form, sentence) => {
  form.querySelector(".held-said").textContent = sentence;
};

/** The long work: the button waits, everything typed stays. Where the form is sent afterwards, the button waits for good. */
const busy = async (form, work, isSent = true) => {
  const button = form.querySelector("button[type=submit]");
  button.disabled = true;
  say(form, form.dataset.busy);
  await new Promise((shown) => setTimeout(shown, 20));
  try {
    const done = await work();
    button.disabled = isSent;
    return done;
  } catch (problem) {
    const known = problem instanceof KeyFileError ? { passphrase: "passphrase", format: "format", "no-key": "format", "key-kind": "format", "other-key": "mismatch" }[problem.code] : "failed";
    say(form, form.dataset[known] ?? form.dataset.failed);
    button.disabled = false;
    return null;
  }
};

const complaint = (form, passphrase) => {
  const known = form.dataset.name.toLowerCase().split(/[^a-z]+/).filter((word) => word.length > 3);
  const plain = passphrase.toLowerCase();
  if (!/^[\x20-\x7e]*$/.test(passphrase)) return form.dataset.signs;
  if (passphrase.length < SHORTEST) return form.dataset.short;
  if (new Set(plain).size < 6 || known.some((word) => plain.includes(word))) return form.dataset.easy;
  return passphrase === field("heldRepeat").value ? "" : form.dataset.differs;
};

const make = async (form) => {
  const passphrase = field("heldPassphrase").value;
  const wrong = complaint(form, passphrase);
  if (wrong) {
    say(form, wrong);
    return;
  }
  const request = await busy(form, async () => {
    const made = await makeKey(field("heldKind").value);
    localStorage.setItem(await slot(form.dataset.id, await publicKeyOf(made)), text(await sealKey(made, passphrase)));
    return certificationRequest(made, bytes(form.dataset.subject));
  });
  if (request) {
    form.elements.csr.value = `-----BEGIN CERTIFICATE REQUEST-----\n${text(request).replace(/(.{64})/g, "$1\n")}\n-----END CERTIFICATE REQUEST-----`;
    form.submit();
  }
};

const save = async (form) => {
  const issuers = form.dataset.issuers.split(" ").filter(Boolean).map(bytes);
  const pack = async () => {
    const sealed = await kept(form);
    if (!sealed) throw new KeyFileError("other-key");
    return keyFile(bytes(sealed), bytes(form.dataset.certificate), issuers, form.dataset.name, field("savePassphrase").value);
  };
  const file = await busy(form, pack, false);
  if (!file) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file], { type: "application/x-pkcs12" }));
  link.download = form.dataset.file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(form, form.dataset.saved);
  field("savePassphrase").value = "";
};

const receipt = async (form) => {
  const chosen = field("keyFile").files[0];
  if (!chosen) {
    say(form, form.dataset.nofile);
    return;
  }
  const signature = await busy(form, async () => {
    const opened = await openKeyFile(new Uint8Array(await chosen.arrayBuffer()), field("filePassphrase").value);
    const expected = form.dataset.certificate;
    if (!opened.certificates.some((each) => text(each) === expected)) {
      form.dataset.failedNow = "1";
      throw new Error("other");
    }
    const answer = await fetch(form.dataset.prepare, { method: "POST", body: new URLSearchParams({ _csrf: form.elements._csrf.value }), credentials: "same-origin" });
    if (!answer.ok || !answer.headers.get("content-type")?.includes("json")) throw new Error("prepare");
    return text(await sign(opened, bytes((await answer.json()).toBeSigned)));
  });
  if (signature) {
    form.elements.signature.value = signature;
    form.submit();
  } else if (form.dataset.failedNow) {
    delete form.dataset.failedNow;
    say(form, form.dataset.other);
  }
};

const offer = async (form) => {
  if (!(await kept(form))) return;
  form.hidden = false;
  document.querySelector("[data-held-elsewhere]").hidden = true;
};

const WORK = { make, save, receipt };
if (window.isSecureContext && crypto.subtle) {
  for (const form of document.querySelectorAll("[data-held-key]")) {
    const work = WORK[form.dataset.heldKey];
    for (const piece of form.querySelectorAll("[data-held-without]")) piece.hidden = true;
    for (const piece of form.querySelectorAll("[data-held-fields]")) piece.hidden = false;
    if (form.dataset.heldKey === "save") offer(form);
    // The page comes back as it was left when its form could not be sent.
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) form.querySelector("button[type=submit]").disabled = false;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      work(form);
    });
  }
}

// Receipt signed with the saved file: the browser's copy is no longer needed, nor any key made beside it.
for (const done of document.querySelectorAll("[data-held-done]")) {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(slots(done.dataset.heldDone))) localStorage.removeItem(name);
  }
}
