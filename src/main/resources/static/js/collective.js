// Choosing many: a box for all that are shown, and how many are chosen. Everything works without this too.

for (const form of document.querySelectorAll("[data-pick]")) {
  const boxes = () => [...form.querySelectorAll("input[type=checkbox][name=person], input[type=checkbox][name=pick]")];
  const open = () => boxes().filter((box) => !box.disabled);
  const all = form.querySelector("[data-pick-all]");
  const kept = form.querySelectorAll("input[type=hidden][name=person]").length;

  const count = () => {
    const chosen = boxes().filter((box) => box.checked).length;
    for (const output of form.querySelectorAll("[data-picked]")) {
      output.textContent = String(chosen + kept);
    }
    if (all) {
      const free = open();
      all.checked = free.length > 0 && free.every((box) => box.checked);
      all.indeterminate = !all.checked && free.some((box) => box.checked);
    }
  };
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const box of open()) {
        box.checked = all.checked;
      }
      count();
    });
  }
  form.addEventListener("change", count);
  form.addEventListener("pick", count);
  count();
}

// The grid by keyboard: x picks the row, g all that are green; the card of the row stands beside it.
const grid = document.querySelector("[data-grid]");
if (grid) {
  const green = grid.querySelector("[data-pick-green]");
  if (green) {
    green.hidden = false;
    green.addEventListener("click", () => {
      for (const row of grid.querySelectorAll("[data-row]")) {
        const box = row.querySelector("input[name=pick]");
        box.checked = !box.disabled && row.dataset.green === "1";
      }
      grid.dispatchEvent(new Event("pick"));
    });
  }
  const panel = grid.querySelector("[data-card-panel]");
  const picture = panel.querySelector("[data-card-picture]");
  grid.addEventListener("focusin", (event) => {
    const row = event.target.closest("[data-row]");
    if (!row) {
      return;
    }
    panel.querySelector("[data-card-name]").textContent = row.dataset.name;
    panel.querySelector("[data-card-hint]").hidden = Boolean(row.dataset.card);
    picture.hidden = !row.dataset.card;
    if (row.dataset.card && picture.getAttribute("src") !== row.dataset.card) {
      picture.src = row.dataset.card;
      picture.alt = "e-KTP " + row.dataset.name;
    }
  });
  document.addEventListener("keydown", (event) => {
    const row = document.activeElement?.closest("[data-row]");
    if (event.key === "x" && row && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const box = row.querySelector("input[name=pick]");
      if (!box.disabled) {
        event.preventDefault();
        box.checked = !box.checked;
        grid.dispatchEvent(new Event("pick"));
      }
    }
  });
}

// Long work: its page is read again until it is done.
const running = document.querySelector("[data-progress]");
if (running) {
  const again = async () => {
    try {
      const answer = await fetch(running.dataset.progress);
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("kemajuan");
      const old = document.getElementById("kemajuan");
      if (fresh && old && !fresh.dataset.progress) {
        location.reload();
        return;
      }
      if (fresh && old) {
        old.replaceChildren(...fresh.children);
      }
    } catch {
      // No connection: the next try shows it.
    }
    setTimeout(again, 1000);
  };
  setTimeout(again, 1000);
}
