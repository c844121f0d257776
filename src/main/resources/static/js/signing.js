// Moves the signature block on the page by pointer or arrow keys; the numbers in the form are the truth.

const sheet = document.getElementById("sheet");
const block = document.getElementById("block");

if (sheet && block) {
  const grip = document.getElementById("grip");
  const page = sheet.viewBox.baseVal;
  const fields = Object.fromEntries(
    ["left", "top", "width", "height"].map((name) => [name, document.getElementById(name)]),
  );
  const least = { width: 100, height: 40 };
  const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
  const read = (name) => Number.parseFloat(fields[name].value.replace(",", ".")) || 0;

  const show = (box) => {
    block.setAttribute("x", box.left);
    block.setAttribute("y", box.top);
    block.setAttribute("width", box.width);
    block.setAttribute("height", box.height);
  };

  const put = (box) => {
    const width = clamp(box.width, least.width, page.width);
    const height = clamp(box.height, least.height, page.height);
    const left = clamp(box.left, 0, page.width - width);
    const top = clamp(box.top, 0, page.height - height);
    fields.left.value = Math.round(left);
    fields.top.value = Math.round(top);
    fields.width.value = Math.round(width);
    fields.height.value = Math.round(height);
    show({ left, top, width, height });
  };

  const now = () => ({
    left: read("left"),
    top: read("top"),
    width: read("width"),
    height: read("height"),
  });

  // Pixels of the screen to points of the page.
  const point = (event) =>
    new DOMPoint(event.clientX, event.clientY).matrixTransform(sheet.getScreenCTM().inverse());

  let held = null;
  block.addEventListener("pointerdown", (event) => {
    held = { from: point(event), box: now(), resizing: event.target === grip };
    block.setPointerCapture(event.pointerId);
    block.classList.add("held");
    block.focus({ preventScroll: true });
    event.preventDefault();
  });
  block.addEventListener("pointermove", (event) => {
    if (!held) {
      return;
    }
    const at = point(event);
    const right = at.x - held.from.x;
    const down = at.y - held.from.y;
    put(
      held.resizing
        ? { ...held.box, width: held.box.width + right, height: held.box.height + down }
        : { ...held.box, left: held.box.left + right, top: held.box.top + down },
    );
  });
  const release = () => {
    held = null;
    block.classList.remove("held");
  };
  block.addEventListener("pointerup", release);
  block.addEventListener("pointercancel", release);

  // Arrows move, with Shift by ten points; with Control they change the size.
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  block.addEventListener("keydown", (event) => {
    const arrow = arrows[event.key];
    if (!arrow) {
      return;
    }
    event.preventDefault();
    const step = event.shiftKey ? 10 : 2;
    const box = now();
    const [right, down] = arrow.map((direction) => direction * step);
    put(
      event.ctrlKey
        ? { ...box, width: box.width + right, height: box.height + down }
        : { ...box, left: box.left + right, top: box.top + down },
    );
  });

  const capacity = document.getElementById("capacity");
  const post = document.getElementById("block-post");
  capacity?.addEventListener("change", () => {
    const text = capacity.selectedOptions[0]?.textContent ?? "";
    post.textContent = text.length > 30 ? `${text.slice(0, 27)}...` : text;
  });

  for (const field of Object.values(fields)) {
    field.addEventListener("change", () => put(now()));
  }
}
