/* Live sums, checks and preview under the split grid. The server works out the same and decides. */
twofold.behaviour("split", (root) => {
  const { coverage, prefix, a: A, b: B } = root.dataset, budget = +root.dataset.budget, least = +root.dataset.overlap;
  const need = coverage.replace(/^.*:/, "").split("/"), weeks = need.length, asked = need.join("");
  const days = need[0].length / 2, gapBelow = 4, cell = 16, names = week().concat();
  const ticks = (side) => twofold.all(`input[name="${prefix}-${side}"]`, root), first = ticks("a"), second = ticks("b");
  const put = (key, value) => twofold.all(`[data-t=${key}]`, root).forEach((e) => (e.textContent = value));
  const mark = (key, bad) => root.querySelector(`[data-bad=${key}]`)?.classList.toggle("is-bad", bad);
  const halves = (n) => twofold.plural(n, "half-day");
  let timer = 0;

  function week() {
    const long = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    return need.flatMap((_, w) => long.slice(0, days).map((day) => (weeks > 1 ? `week ${w + 1} ${day}` : day)));
  }
  const spans = (plan, symbols) => names.map((day, i) => {
    const [am, pm] = [plan[2 * i], plan[2 * i + 1]].map((s) => symbols.includes(s));
    return am && pm ? day : am ? `${day} morning` : pm ? `${day} afternoon` : "";
  }).filter(Boolean).join(", ");

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
  function judge(plan, n) {
    const apart = spans(plan.map((s, i) => (asked[i] === "2" && s !== "x" ? "!" : s)), "!"), over = n.work - budget * weeks;
    return [
      n.gaps ? ["fail", `Nobody is in on ${spans(plan, ".")}. The role needs that covered.`] : ["pass", "Every half-day the role needs is covered."],
      ...(asked.includes("2") ? [apart ? ["fail", `The role asks for you both on ${apart}.`] : ["pass", "You are both in where the role asks for both."]] : []),
      n.overlap < least ? ["fail", `You need at least ${halves(least)} together. Right now you have ${n.overlap}.`] : ["pass", `You are in together for ${halves(n.overlap)}. The role asks for at least ${least}.`],
      over > 0 ? ["fail", `Your total is ${(n.work / weeks / 10).toFixed(2).replace(/0$/, "")} FTE. The role is funded for ${(budget / 10).toFixed(1)}, so drop ${halves(over)}.`] : ["pass", `Within the ${(budget / 10).toFixed(1)} FTE the role is funded for.`],
    ];
  }
  function run(speak) {
    const plan = first.map((tick, i) => (tick.checked ? (second[i].checked ? "x" : "a") : second[i].checked ? "b" : asked[i] === "-" ? "-" : "."));
    const count = (symbols) => plan.filter((s) => symbols.includes(s)).length, short = (x) => String(+x.toFixed(2)), unit = (k) => (k / 2 / weeks === 1 ? "day" : "days");
    const n = { a: count("ax"), b: count("bx"), overlap: count("x"), gaps: count(".") };
    n.work = n.a + n.b;
    const fte = (k) => { const v = (k / weeks / 10).toFixed(2); return v.endsWith("0") ? v.slice(0, -1) : v; };
    for (const side of ["a", "b"]) { put(`${side}_days`, short(n[side] / 2 / weeks)); put(`${side}_unit`, unit(n[side])); put(`${side}_fte`, fte(n[side])); }
    put("fte", fte(n.work)); put("overlap", n.overlap); put("gaps", n.gaps);
    mark("fte", n.work > budget * weeks); mark("gaps", n.gaps > 0);
    draw(plan, `${A}: ${spans(plan, "ax") || "no days"}. ${B}: ${spans(plan, "bx") || "no days"}.${n.overlap ? ` Together: ${spans(plan, "x")}.` : ""}${n.gaps ? ` Uncovered: ${spans(plan, ".")}.` : ""}`);
    const list = root.querySelector("[data-checks]");
    list.querySelector("ul").replaceChildren(...judge(plan, n).map(([state, text]) => twofold.check(state, text, list.dataset.sprite)));
    clearTimeout(timer);
    if (speak) timer = setTimeout(() => { root.querySelector("[data-say]").textContent = `${A} ${short(n.a / 2 / weeks)} ${unit(n.a)}, ${B} ${short(n.b / 2 / weeks)} ${unit(n.b)}, ${fte(n.work)} FTE. ${halves(n.overlap)} together, ${n.gaps} uncovered.`; }, 700);
  }
  root.addEventListener("change", () => run(true));
  for (const button of twofold.all("[data-preset]", root)) button.addEventListener("click", (event) => {
    event.preventDefault();
    const plan = button.dataset.preset.replace(/^.*:/, "").replaceAll("/", "");
    first.forEach((tick, i) => { tick.checked = "ax".includes(plan[i]); second[i].checked = "bx".includes(plan[i]); });
    run(true);
  });
});
