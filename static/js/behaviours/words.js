/* <textarea data-behaviour="words" data-words="id of the count" data-min data-max> */
twofold.behaviour("words", (area) => {
  const out = document.getElementById(area.dataset.words), min = +area.dataset.min || 0, max = +area.dataset.max;
  if (!out) return;
  const count = () => {
    const n = (area.value.trim().match(/\S+/g) || []).length;
    const short = n < min ? `, ${min - n} to go` : "";
    out.textContent = n > max ? `${n} words: ${n - max} over the limit of ${max}` : `${n} of ${max} words${short}`;
    out.classList.toggle("bad", n > max);
  };
  area.addEventListener("input", count);
  count();
});
