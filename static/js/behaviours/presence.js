/* Says where in the editor somebody is and learns where the partner is. Only while the page is looked at. */
twofold.behaviour("presence", (line) => {
  const token = document.querySelector("input[name=csrf_token]")?.value;
  const place = () => (document.activeElement?.closest("section[id]")?.id || "").replaceAll("-", "_");
  let near = null;
  async function tell() {
    if (document.hidden) return;
    try {
      const answer = await fetch(line.dataset.url, { method: "POST", body: new URLSearchParams({ csrf_token: token, place: place() }), redirect: "manual" });
      if (!answer.ok) return;
      const told = await answer.json();
      if (line.textContent !== told.words) line.textContent = told.words;
      near?.remove();
      near = null;
      const head = told.near && document.querySelector(`#${told.place.replaceAll("_", "-")} .section-head`);
      if (head) { near = document.createElement("p"); near.className = "tag"; near.textContent = told.near; head.append(near); }
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; /* no connection: the next one tells */
    }
  }
  tell();
  setInterval(tell, 25000);
});
