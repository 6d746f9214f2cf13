/* A table of pairs: says how many are chosen; comparing takes two to four. The server checks again. */
twofold.behaviour("bulk", (form) => {
  const out = form.querySelector("[data-bulk-count]"), compare = form.querySelector("[data-bulk-compare]");
  const every = form.querySelector("[data-all]"), rows = twofold.all("[data-row]", form);
  const run = () => {
    const n = rows.filter((row) => row.checked).length;
    if (out) out.textContent = `${twofold.plural(n, "pair")} selected`;
    if (compare) compare.disabled = n < 2 || n > 4;
    if (every) {
      every.checked = n > 0 && n === rows.length;
      every.indeterminate = n > 0 && n < rows.length;
    }
  };
  form.addEventListener("change", (event) => {
    if (event.target === every) for (const row of rows) row.checked = every.checked;
    run();
  });
  run();
});
