// Passkeys: asks the browser, puts its answer into the form and sends it. Without scripts the button stays hidden; password and authenticator app do the same.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list) => list.map((one) => (one.transports.length ? { ...one, id: bytes(one.id) } : { type: one.type, id: bytes(one.id) }));

async function create(question) {
  const made = await navigator.credentials.create({
    publicKey: { ...question, challenge: bytes(question.challenge), user: { ...question.user, id: bytes(question.user.id) }, excludeCredentials: known(question.excludeCredentials) },
  });
  return {
    id: made.id, rawId: text(made.rawId), type: made.type, clientExtensionResults: {},
    response: {
      clientDataJSON: text(made.response.clientDataJSON),
      attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [],
    },
  };
}

async function show(question) {
  const shown = await navigator.credentials.get({
    publicKey: { ...question, challenge: bytes(question.challenge), allowCredentials: known(question.allowCredentials) },
  });
  return {
    id: shown.id, rawId: text(shown.rawId), type: shown.type, clientExtensionResults: {},
    response: {
      clientDataJSON: text(shown.response.clientDataJSON),
      authenticatorData: text(shown.response.authenticatorData),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
    },
  };
}

function sentence(piece, problem) {
  switch (problem.name) {
    case "SecurityError": return piece.dataset.elsewhere;
    case "InvalidStateError": return piece.dataset.known;
    case "NotAllowedError":
    case "AbortError": return piece.dataset.cancelled;
    default: return piece.dataset.failed;
  }
}

async function ask(piece, button) {
  const form = piece.closest("form");
  const said = piece.querySelector(".passkey-said");
  const label = form.elements.label;
  if (label && !label.reportValidity()) return;
  button.disabled = true;
  said.textContent = "";
  try {
    const answer = await fetch(piece.dataset.question, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error("question");
    const question = await answer.json();
    const result = piece.dataset.passkey === "create" ? await create(question) : await show(question);
    piece.querySelector("input[name=passkey]").value = JSON.stringify(result);
    form.noValidate = true;
    form.requestSubmit();
  } catch (problem) {
    said.textContent = sentence(piece, problem);
  } finally {
    button.disabled = false;
  }
}

if (window.PublicKeyCredential) {
  for (const piece of document.querySelectorAll("[data-passkey]")) {
    const button = piece.querySelector("button");
    button.addEventListener("click", () => ask(piece, button));
    piece.hidden = false;
  }
}
