// With the keyboard a map is one stop: arrows go to the nearest municipality in that direction.
// Without this script every municipality is a stop, and the link before the map skips it.
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middleOf(link) {
  const box = link.querySelector("path").getBBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function nearest(links, from, [right, down]) {
  const [x, y] = middleOf(from);
  let best = null;
  let least = Infinity;
  for (const link of links) {
    const [otherX, otherY] = middleOf(link);
    const ahead = (otherX - x) * right + (otherY - y) * down;
    const aside = Math.abs((otherX - x) * down) + Math.abs((otherY - y) * right);
    if (ahead > 0 && ahead + 2 * aside < least) {
      best = link;
      least = ahead + 2 * aside;
    }
  }
  return best;
}

function makeOneStop(map) {
  const links = [...map.querySelectorAll("a")];
  let current = links[0];
  for (const link of links) link.setAttribute("tabindex", link === current ? "0" : "-1");
  map.addEventListener("focusin", ({ target }) => {
    current.setAttribute("tabindex", "-1");
    current = target.closest("a");
    current.setAttribute("tabindex", "0");
  });
  map.addEventListener("keydown", (event) => {
    const direction = DIRECTIONS[event.key];
    const next = direction && nearest(links, current, direction);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

for (const map of document.querySelectorAll(".map__drawing")) makeOneStop(map);
document.addEventListener("htmx:load", ({ target }) => {
  for (const map of target.querySelectorAll(".map__drawing")) makeOneStop(map);
});
