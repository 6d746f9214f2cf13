/* The sum under the role's week. data-need="prefix of three()"; the selects or inputs for funded FTE and least
   overlap are named in data-fte and data-overlap. Same rule as the server: cover + together must fit. */
twofold.behaviour("need", (root) => {
  const { need: prefix, fte, overlap } = root.dataset, halves = (n) => twofold.plural(n, "half-day");
  const box = root.querySelector("[data-checks]"), sum = root.querySelector("[data-sum]");
  const value = (name) => +(root.querySelector(`[name="${name}"]:checked, select[name="${name}"], input[name="${name}"]:not([type=radio])`)?.value || 0);
  const put = (key, n) => (sum.querySelector(`[data-n=${key}]`).textContent = n);
  const run = () => {
    const chosen = twofold.all(`input[name^="${prefix}-"]:checked`, root).map((input) => input.value);
    const weeks = Math.max(1, twofold.all(".split", root).length), both = chosen.filter((s) => s === "2").length;
    const cover = chosen.filter((s) => s !== "-").length, together = Math.max(both, value(overlap));
    const funded = Math.floor(value(fte) * 10 * weeks + 1e-9), work = cover + together, spare = funded - work;
    put("cover", cover); put("together", together); put("work", work); put("funded", funded);
    sum.classList.toggle("is-bad", spare < 0);
    const say = spare < 0 ? `${halves(-spare)} too many. Fund ${(Math.ceil(work / weeks) / 10).toFixed(1)} FTE, or ask for ${halves(-spare)} less.` : spare ? `Yes, with ${halves(spare)} to spare for the pair to place.` : "Yes, with nothing to spare.";
    box.querySelector("ul").replaceChildren(twofold.check(spare < 0 ? "fail" : "pass", say, box.dataset.sprite));
  };
  const price = root.querySelector("[data-premium]"), cells = price ? twofold.all("dd", price) : [];
  const pay = () => {
    const [low, high] = price.dataset.premium.split(" ").map(Number), extra = value(fte) - 1;
    const show = new Intl.NumberFormat("en-GB", { style: "currency", currency: price.dataset.currency, maximumFractionDigits: 0 });
    const span = (factor) => extra < 0.01 ? "none" : low === high ? show.format(low * factor) : `${show.format(low * factor)} to ${show.format(high * factor)}`;
    cells[1].textContent = `${extra.toFixed(1)} FTE`;
    cells[2].textContent = span(extra);
    cells[3].textContent = span(extra * +price.dataset.onCost);
  };
  root.addEventListener("change", () => { run(); if (price) pay(); });
});
