// Says under each page picture which paper it belongs to, while the numbers are typed.
// Without it the form works as well: the server names every gap and every page given twice.
const form = document.querySelector("form[data-pages]");
const pictures = document.querySelector(".page-pictures");

function numbers(text) {
  return text.split(/[,;\s]+/).filter(Boolean).flatMap((part) => {
    const [first, last = first] = part.split("-").map(Number);
    return Number.isInteger(first) && last >= first && last - first < 500
      ? Array.from({ length: last - first + 1 }, (_, at) => first + at)
      : [];
  });
}

function owners() {
  const found = new Map();
  const give = (page, name) => found.set(page, [...(found.get(page) ?? []), name]);
  form.querySelectorAll(".page-range").forEach((range) => {
    const [from, to] = range.querySelectorAll("input");
    if (from.value && to.value) {
      numbers(`${from.value}-${to.value}`).forEach((page) => give(page, range.dataset.name));
    }
  });
  const blank = form.querySelector("#blank");
  numbers(blank.value).forEach((page) => give(page, blank.dataset.name));
  return found;
}

function show() {
  const found = owners();
  pictures.querySelectorAll(".page-owner").forEach((place) => {
    const names = found.get(Number(place.dataset.page)) ?? [];
    place.textContent =
      names.length === 0
        ? pictures.dataset.none
        : names.length === 1
          ? names[0]
          : `${pictures.dataset.twice}: ${names.join(", ")}`;
    place.closest("li").classList.toggle("page-wrong", names.length !== 1);
  });
}

if (form && pictures) {
  form.addEventListener("input", show);
  // A paper of one page: the second number follows the first until it is typed.
  form.querySelectorAll(".page-range").forEach((range) => {
    const [from, to] = range.querySelectorAll("input");
    from.addEventListener("change", () => {
      if (from.value && !to.value) {
        to.value = from.value;
        show();
      }
    });
  });
  show();
}
