/* How far the percentages of the duties are from 100, while they are typed. Same words as roles/redesign.py. */
twofold.behaviour("weights", (root) => {
  const line = root.querySelector("[data-left]"), points = (n) => twofold.plural(n, "point");
  const run = () => {
    const rows = twofold.all("input[name$='-weight']", root).filter((input) => root.querySelector(`[name="${input.name.replace(/weight$/, "name")}"]`)?.value.trim());
    const said = rows.filter((input) => /^[0-9]{1,3}$/.test(input.value.trim()));
    const total = said.reduce((sum, input) => sum + +input.value, 0), left = 100 - total;
    const much = left >= 0 ? `${points(left)} left` : `${points(-left)} too many`;
    line.textContent = !said.length || (left === 0 && said.length === rows.length)
      ? "The percentages add up to 100, or are left to be equal."
      : `Your duties add up to ${total}: ${much}.`;
  };
  root.addEventListener("input", run);
});
