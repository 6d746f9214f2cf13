/* Live sums, checks and preview under the split grid, in the words of plan.js. The server works out the same and decides. */
twofold.behaviour("split", (root) => {
  const { coverage, prefix, a: A, b: B, budget, overlap } = root.dataset, read = twofold.plan(coverage, A, B, +budget, +overlap);
  const need = coverage.replace(/^.*:/, "").split("/"), asked = need.join(""), days = need[0].length / 2, gapBelow = 4, cell = 16;
  const ticks = (side) => twofold.all(`input[name="${prefix}-${side}"]`, root), first = ticks("a"), second = ticks("b");
  const put = (key, value) => twofold.all(`[data-t=${key}]`, root).forEach((e) => (e.textContent = value));
  const mark = (key, bad) => root.querySelector(`[data-bad=${key}]`)?.classList.toggle("is-bad", bad);
  let timer = 0;

  const SQUARE = [4.5, 4.5, "h7v7h-7z"], DOT = [8, 8, "h.01"];
  const DASHED = [5, 2, "h6a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-6a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3z"];
  const PAINT = [["w-off", "-", DOT], ["w-gap", ".", DASHED], ["w-a", "ax", SQUARE], ["w-b", "b", DOT], ["w-b-in", "b", DOT], ["w-x", "x", DOT], ["w-x-in", "x", DOT]];
  function draw(plan, label) {
    const svg = root.querySelector("#preview");
    svg.replaceChildren(...PAINT.map(([css, symbols, [dx, dy, rest]]) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const at = (i) => `M${Math.floor((i % (2 * days)) / 2) * cell + dx} ${Math.floor(i / (2 * days)) * (2 * cell + gapBelow) + (i % 2) * cell + dy}${rest}`;
      path.setAttribute("class", css);
      path.setAttribute("d", plan.map((s, i) => (symbols.includes(s) ? at(i) : "")).join(""));
      return path;
    }));
    svg.setAttribute("aria-label", label);
  }
  function run(speak) {
    const plan = first.map((tick, i) => (tick.checked ? (second[i].checked ? "x" : "a") : second[i].checked ? "b" : asked[i] === "-" ? "-" : "."));
    const { n, label, said, fte, daysOf, unit, over, lines } = read(plan);
    for (const side of ["a", "b"]) { put(`${side}_days`, daysOf(n[side])); put(`${side}_unit`, unit(n[side])); put(`${side}_fte`, fte(n[side])); }
    put("fte", fte(n.work)); put("overlap", n.overlap); put("gaps", n.gaps);
    mark("fte", over); mark("gaps", n.gaps > 0);
    draw(plan, label);
    const list = root.querySelector("[data-checks]");
    list.querySelector("ul").replaceChildren(...lines.map(([state, text]) => twofold.check(state, text, list.dataset.sprite)));
    clearTimeout(timer);
    if (speak) timer = setTimeout(() => { root.querySelector("[data-say]").textContent = said; }, 700);
  }
  root.addEventListener("change", () => run(true));
  for (const button of twofold.all("[data-preset]", root)) button.addEventListener("click", (event) => {
    event.preventDefault();
    const plan = button.dataset.preset.replace(/^.*:/, "").replaceAll("/", "");
    first.forEach((tick, i) => { tick.checked = "ax".includes(plan[i]); second[i].checked = "bx".includes(plan[i]); });
    root.dispatchEvent(new Event("input", { bubbles: true }));
    run(true);
  });
});
