/* A split plan in words, the very sentences of planning/checks.py and web/week_words.py: what is said while somebody
   ticks is what the server says after a save. tests/journeys/test_live_words.py holds the two against each other. */
twofold.plan = (coverage, A, B, budget, least) => {
  const need = coverage.replace(/^.*:/, "").split("/"), weeks = need.length, asked = need.join(""), days = need[0].length / 2;
  const LONG = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].slice(0, days);
  const halves = (n) => twofold.plural(n, "half-day"), cycle = weeks > 1 ? " over the two weeks" : "";
  const listed = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
  const fte = (n) => (n / weeks / 10).toFixed(2).replace(/0$/, ""), short = (x) => String(+x.toFixed(2));
  const daysOf = (n) => short(n / 2 / weeks), unit = (n) => (daysOf(n) === "1" ? "day" : "days");
  const filter = (plan, ok) => plan.map((s, i) => ok(s, i)), any = (marks) => marks.includes(true), count = (marks) => marks.filter(Boolean).length;

  /* marks: one true or false a half-day. join(words, number) says which of two weeks it was. */
  function spans(marks, join = (words, w) => `${words} in week ${w}`) {
    const said = need.map((_, w) => LONG.map((day, d) => {
      const at = 2 * (w * days + d), [am, pm] = [marks[at], marks[at + 1]];
      return am && pm ? day : am ? `${day} morning` : pm ? `${day} afternoon` : "";
    }).filter(Boolean).join(", "));
    if (weeks === 1) return said[0];
    if (said[0] === said[1]) return said[0] && `${said[0]} in both weeks`;
    return said.map((words, w) => words && join(words, w + 1)).filter(Boolean).join("; ");
  }
  const titled = (marks) => spans(marks, (words, w) => `${words} in week ${["one", "two"][w - 1]}`);
  function restless(plan) {
    const alone = plan.flatMap((s, i) => (s === "a" || s === "b" ? [i] : [])), by = {};
    alone.forEach((i, k) => { if (plan[i] !== plan[alone.at(k - 1)]) by[i >> 1] = (by[i >> 1] || 0) + 1; });
    return plan.map((_, i) => by[i >> 1] > 1);
  }
  function longest(marks) {
    const length = 7 * weeks, worked = Array(length).fill(false);
    marks.forEach((on, i) => { if (on) worked[Math.floor(i / 2 / days) * 7 + (Math.floor(i / 2) % days)] = true; });
    if (!worked.includes(false)) return length;
    let most = 0, run = 0;
    for (const on of worked.concat(worked)) most = Math.max(most, (run = on ? run + 1 : 0));
    return most;
  }
  function person(name, n) {
    const has = `${name} has ${fte(n)} FTE`, low = 2 * weeks - n, high = n - 9 * weeks;
    if (!n || (n >= 4 * weeks && n <= 6 * weeks)) return [];
    if (low > 0) return [["fail", `${has}. A share starts at 0.2, so add ${halves(low)}${cycle} for ${name}.`]];
    if (high > 0) return [["fail", `${has}. A share ends at 0.9, so take ${halves(high)}${cycle} from ${name}.`]];
    return [["warn", `${has}. Most pairs have between 0.4 and 0.6 each.`]];
  }
  function judge(plan, n) {
    const a = filter(plan, (s) => "ax".includes(s)), b = filter(plan, (s) => "bx".includes(s)), people = [[A, a, n.a], [B, b, n.b]];
    const idle = people.filter((one) => !one[2]), both = [...asked].map((s) => s === "2"), needed = [...asked].filter((s) => s !== "-").length;
    const lacking = (marks) => both.map((on, i) => on && !marks[i]), apart = lacking(filter(plan, (s) => s === "x")), over = n.work - budget * weeks, funds = (budget / 10).toFixed(1);
    const add = () => listed(people.map(([name, marks]) => [name, lacking(marks)]).filter((one) => any(one[1])).map(([name, marks]) => `${name} on ${spans(marks)}`));
    const most = Math.max(n.a, n.b), even = 5 * most <= 3 * n.work && Math.abs(n.a - n.b) <= 2 * weeks, turns = restless(plan);
    return [
      ...(idle.length > 1 ? [["fail", "Neither of you has a half-day yet. Start with a few each."]] : idle.map(([name]) => ["fail", `${name} has no half-day yet. A share needs you both.`])),
      n.gaps ? ["fail", `Nobody is in on ${spans(filter(plan, (s) => s === "."))}. The role asks for ${needed === asked.length ? "all " : ""}${halves(needed)}${cycle}.`] : ["pass", "Every half-day the role needs is covered."],
      ...(any(both) ? [any(apart) ? ["fail", `The role asks for you both on ${spans(apart)}. Add ${add()}.`] : ["pass", `You are both in on ${spans(both)}, as the role asks.`]] : []),
      n.overlap < least ? ["fail", `You need at least ${halves(least)} together${cycle}. Right now you have ${n.overlap}.`]
        : !n.overlap ? ["warn", "You are never in together. The role allows it, as long as every changeover has a handover in writing or by voice."]
        : ["pass", `You are in together for ${halves(n.overlap)}${cycle}. The role asks for ${least ? `at least ${least}` : "none"}.`],
      over > 0 ? ["fail", `Your total is ${fte(n.work)} FTE. The role funds ${funds}, so drop ${halves(over)}${cycle}.`] : ["pass", `Your total is ${fte(n.work)} FTE, within the ${funds} the role funds.`],
      ...people.flatMap(([name, , k]) => person(name, k)),
      ...(idle.length ? [] : [even ? ["pass", "Your split is no wider than 60 to 40."] : ["warn", `${A} has ${fte(n.a)} and ${B} has ${fte(n.b)} FTE. More than 60 to 40, or 0.2 FTE apart, the work tends to drift to whoever is in more.`]]),
      ...(any(turns) ? [["warn", `The work changes hands more than once a day on ${spans(turns)}. Longer stretches need fewer handovers.`]] : []),
      ...people.flatMap(([name, marks]) => { const run = longest(marks); return run === 7 * weeks ? [["warn", `${name} has no day off at all.`]] : run > 5 ? [["warn", `${name} works ${run} days in a row without a day off.`]] : []; }),
    ];
  }
  /* plan: one of a b x . - a half-day. */
  return (plan) => {
    const is = (symbols) => filter(plan, (s) => symbols.includes(s)), n = { a: count(is("ax")), b: count(is("bx")), overlap: count(is("x")), gaps: count(is(".")) };
    n.work = n.a + n.b;
    const label = `${A}: ${titled(is("ax")) || "no days"}. ${B}: ${titled(is("bx")) || "no days"}.${n.overlap ? ` Together: ${titled(is("x"))}.` : ""}${n.gaps ? ` Uncovered: ${titled(is("."))}.` : ""}`;
    const said = `${A} ${daysOf(n.a)} ${unit(n.a)}, ${B} ${daysOf(n.b)} ${unit(n.b)}, ${fte(n.work)} FTE. ${halves(n.overlap)} together, ${n.gaps} uncovered.`;
    return { n, label, said, fte, daysOf, unit, over: n.work > budget * weeks, lines: judge(plan, n) };
  };
};
