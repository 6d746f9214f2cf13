/* Arrow keys move between half-days and stay with the same person. */
twofold.behaviour("arrows", (grid) => {
  const steps = { ArrowRight: 2, ArrowLeft: -2, ArrowDown: 1, ArrowUp: -1 };
  grid.addEventListener("keydown", (event) => {
    if (!(event.key in steps) || event.target.type !== "checkbox") return;
    const ticks = twofold.all(`input[name="${event.target.name}"]`, grid);
    const next = ticks[ticks.indexOf(event.target) + steps[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
});
