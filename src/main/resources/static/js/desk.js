// The officers' desk by keyboard, and notes kept while they are typed. Everything works without this too.

const form = document.querySelector("[data-desk]");
const typing = (element) => element.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

// --- Keeping notes -------------------------------------------------------------------------------------------------
if (form && form.dataset.live) {
  let timer = 0;
  let last = "";
  let running = Promise.resolve();
  let stopped = false;

  const notes = () => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (!["passphrase", "totp", "backupCode"].includes(name)) {
        data.append(name, value);
      }
    }
    return data;
  };
  last = notes().toString();

  // Not kept: said where the officer looks before deciding. What was typed stays in the form.
  const unsaved = () => {
    const status = document.getElementById("desk-status");
    const warning = document.createElement("div");
    warning.id = "desk-status";
    warning.className = "desk-status alert alert-warning";
    warning.setAttribute("role", "alert");
    warning.textContent = form.dataset.failed;
    status?.replaceWith(warning);
  };

  const save = async () => {
    const data = notes();
    if (stopped || data.toString() === last) {
      return;
    }
    try {
      const answer = await fetch(form.dataset.save, {
        method: "POST",
        body: data,
        headers: { "X-Pamong-Part": "status" },
        redirect: "manual",
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("desk-status");
      if (!fresh) {
        unsaved();
        return;
      }
      document.getElementById("desk-status")?.replaceWith(fresh);
      stopped = answer.status === 409;
      last = data.toString();
    } catch {
      // No connection: the next change tries again.
      unsaved();
    }
  };
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(save);
    }, wait);
  };
  form.addEventListener("input", (event) => soon(typing(event.target) ? 900 : 150));
  form.addEventListener("change", () => soon(150));
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    stopped = true;
  });

  // A reason that is chosen begins with the usual sentence.
  form.addEventListener("change", (event) => {
    if (event.target.name === "reason" && event.target.checked) {
      const text = document.getElementById("text." + event.target.value);
      if (text && text.value === "") {
        text.value = text.dataset.suggestion;
      }
      text?.focus();
    }
  });
}

// --- Papers --------------------------------------------------------------------------------------------------------
const pages = document.querySelector("[data-pages]");
const zoom = (by) => {
  const scale = Math.min(3, Math.max(1, Number(pages.dataset.scale || 1) + by));
  pages.dataset.scale = String(scale);
  if (scale > 1) {
    for (const picture of pages.querySelectorAll("img[data-large]")) {
      picture.src = picture.dataset.large;
      delete picture.dataset.large;
    }
  }
};
if (pages) {
  document.querySelector(".desk-zoom").hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) {
      zoom(Number(button.dataset.zoom));
    }
    const link = event.target.closest(".desk-paper-bar a");
    if (link) {
      event.preventDefault();
      showPaper(Number(link.hash.slice("#berkas-".length)));
    }
  });
}
const showPaper = (number) => {
  const paper = document.getElementById("berkas-" + number);
  if (paper) {
    pages.scrollTop += paper.getBoundingClientRect().top - pages.getBoundingClientRect().top;
  }
};

// --- Keys ----------------------------------------------------------------------------------------------------------
const rows = [...document.querySelectorAll("[data-row]")];
const groups = [...document.querySelectorAll(".desk-group, .desk-decision")];
let at = -1;

const go = (list, by, then) => {
  if (list.length > 0) {
    at = Math.min(list.length - 1, Math.max(0, at + by));
    then(list[at]);
  }
};
const toRow = (row) => {
  rows.forEach((other) => other.classList.toggle("desk-at", other === row));
  (row.querySelector("[data-open]") ?? row.querySelector("a"))?.focus();
  row.scrollIntoView({ block: "nearest" });
};
const toGroup = (group) => {
  const radios = [...group.querySelectorAll("input[type=radio]")];
  (radios.find((radio) => radio.checked) ?? radios[0])?.focus();
  group.scrollIntoView({ block: "nearest" });
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key === "Escape" && typing(event.target)) {
    event.target.blur();
    return;
  }
  if (typing(event.target)) {
    return;
  }
  const named = event.key.length === 1 && document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (named) {
    event.preventDefault();
    if (named.matches("input")) {
      named.focus();
    } else {
      named.click();
    }
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    const by = event.key === "j" ? 1 : -1;
    if (rows.length > 0) {
      go(rows, by, toRow);
    } else {
      go(groups, by, toGroup);
    }
  } else if (pages && /^[1-9]$/.test(event.key)) {
    event.preventDefault();
    showPaper(Number(event.key));
  } else if (pages && (event.key === "+" || event.key === "-")) {
    event.preventDefault();
    zoom(event.key === "+" ? 1 : -1);
  } else if (form && ["s", "t", "b"].includes(event.key) && document.activeElement?.closest(".desk-group")) {
    const word = { s: "OK", t: "NOT_OK", b: "NOT_APPLICABLE" }[event.key];
    const group = document.activeElement.closest(".desk-group");
    const radio = group.querySelector(`input[value="${word}"]`);
    if (radio) {
      event.preventDefault();
      radio.click();
      if (word === "OK") {
        at = groups.indexOf(group);
        go(groups, 1, toGroup);
      } else {
        group.querySelector("textarea").focus();
      }
    }
  } else if (form && event.key === "p") {
    event.preventDefault();
    document.getElementById("passphrase")?.focus();
  }
});
