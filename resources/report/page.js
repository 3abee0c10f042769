"use strict";
// Sorts and filters the tables; the page can be read without.
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (head.classList.contains("plain") || !head.textContent) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down > 0 ? "ascending" : "descending");
      const numbers = head.classList.contains("number");
      const value = row => row.cells[column].dataset.value;
      body.append(...[...body.rows].sort((one, other) => {
        const a = value(one), b = value(other);
        if (numbers && (a === "" || b === "")) return (a === "") - (b === "");  // an empty cell is last either way
        return down * (numbers ? a - b : a.localeCompare(b));
      }));
    });
  });
}
const tools = document.querySelector(".tools");
const chips = [...tools.querySelectorAll("button")], search = tools.querySelector("input");
const show = () => {
  const kind = chips.find(chip => chip.getAttribute("aria-pressed") === "true").dataset.kind;
  const words = search.value.toLowerCase();
  for (const row of document.getElementById("worst").tBodies[0].rows) {
    const kinds = row.dataset.kinds.split(" ");
    row.hidden = (kind !== "" && !kinds.includes(kind)) || !row.textContent.toLowerCase().includes(words);
  }
};
for (const chip of chips) {
  chip.addEventListener("click", () => {
    for (const other of chips) other.setAttribute("aria-pressed", String(other === chip));
    show();
  });
}
search.addEventListener("input", show);
tools.hidden = false;
