// Questions about who says what: who asked, what somebody asked, who answered, what somebody says about something.
verbatim.define("who", ({ words: { BREAK, tokens }, match: { follows } }) => {
  const MOST_PEOPLE = 3; // who are listed before their sentences

  /** Where the longest of some lists of tokens stands at a place of a text: its end, or 0. */
  const longest = (seen, at, lists) => Math.max(0, ...lists.map(list => follows(seen, at, list, true)));

  /** The forms of the names of people and outlets, with what readers say for them: `[id, forms]`. */
  const named = (speakers, synonyms) => {
    const forms = new Map(Object.entries(speakers).map(([id, names]) => [id, names.map(name => name.list.filter(one => one !== BREAK))]));
    const owners = new Map([...forms].flatMap(([id, lists]) => lists.map(list => [list.join(" "), id])));
    for (const [say, other] of synonyms) forms.get(owners.get(other.join(" ")))?.push(say.split(" "));
    return [...forms];
  };

  /**
   * What a folded text asks about who speaks: `{by, asks, answers, who, speaker, rest}`, the ids of those that it names, whether it is
   * about questions or answers, whether it asks who or names one by what they are, and what it says besides; null where it is no such
   * question.  `roles` are the words of each role as lists of tokens.
   */
  const understood = (text, people, roles) => {
    const seen = tokens(text);
    const found = { by: [], asks: false, answers: false, who: false, speaker: false };
    let rest = "", from = 0;
    const take = (at, end) => {
      rest += `${text.slice(from, seen.starts[at])} `;
      from = seen.ends[end - 1];
    };
    for (let at = 0; at < seen.list.length; at++) {
      const ends = people.map(([id, forms]) => [id, longest(seen, at, forms)]);
      let end = Math.max(0, ...ends.map(([, each]) => each));
      if (end) found.by.push(...ends.filter(([, each]) => each === end).map(([id]) => id));
      /** @type {[string, number][]} */
      const role = end ? [] : Object.entries(roles).map(([name, lists]) => [name, longest(seen, at, lists)]);
      if (!end) end = Math.max(...role.map(([, each]) => each));
      for (const [name, each] of role) if (each && each === end) found[name] = true;
      if (end) take(at, end);
      if (end) at = end - 1;
    }
    rest += text.slice(from);
    return (found.by.length ? found.asks || /\S/.test(rest) : (found.who || found.speaker) && (found.asks || found.answers)) ? { ...found, rest: rest.trim() } : null;
  };

  const isBy = (one, ids) => (one.speaker ?? "").split(" ").some(id => ids.includes(id));

  /** The turns of some sentences, whole and each once: what one speaker says without a break in a section, all of it question or none. */
  const turns = (some, sentences) => {
    const found = new Set();
    for (const one of some) {
      const same = other => other && other.page === one.page && other.section === one.section && other.speaker === one.speaker && other.asks === one.asks;
      let first = sentences.indexOf(one);
      while (same(sentences[first - 1])) first--;
      for (; same(sentences[first]); first++) found.add(sentences[first]);
    }
    return [...found];
  };

  /** The questions that come before some sentences on their pages, whole: those before the most of them, and before half as many. */
  const before = (some, sentences) => {
    const counts = new Map();
    for (const one of some) {
      const asked = sentences.slice(0, sentences.indexOf(one)).filter(other => other.page === one.page && other.asks).at(-1);
      if (asked) counts.set(asked, (counts.get(asked) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    return turns([...counts.keys()].filter(one => counts.get(one) * 2 >= most), sentences);
  };

  /** The first sentence by somebody that follows each of some questions on its page. */
  const after = (some, sentences) => {
    const found = some.map(one => sentences.slice(sentences.indexOf(one)).find(other => other.page === one.page && other.speaker && !other.asks));
    return [...new Set(found.filter(Boolean))];
  };

  /**
   * The hits of such a question among some sentences: `held(only)` gives those that hold most of what else it says, the best first, of
   * those that pass `only`; of nothing else, all.
   */
  const answers = ({ by, asks, answers: answered, rest }, sentences, held) => {
    const mine = one => one.speaker && (!by.length || isBy(one, by));
    const asking = one => one.asks && mine(one), telling = one => !one.asks && mine(one);
    if (!rest) return by.length && asks ? sentences.filter(asking) : [];
    if (!asks) return held(telling);
    const questions = held(asking);
    if (answered && !by.length) return questions.length ? [...after(questions, sentences), ...turns(questions, sentences)] : held(telling);
    if (questions.length) return turns(questions, sentences);
    return by.length ? sentences.filter(asking) : before(held(telling), sentences);
  };

  /** The hits of such a question: people who are asked for, then sentences.  `graded(only)` gives what holds most of what else it says. */
  const hits = (asked, sentences, graded, shared, asHit) => {
    const found = new Map();
    const held = only => {
      const { hits: some, near } = graded(only);
      for (const hit of near ? [] : some) found.set(hit.one, hit);
      return near ? [] : some.map(hit => hit.one);
    };
    const some = answers(asked, sentences, held);
    const ids = asked.who && !asked.by.length ? new Set(some.filter(one => one.asks !== asked.answers).flatMap(one => one.speaker.split(" "))) : new Set();
    const first = shared.filter(one => one.kind === "person" && one.page && ids.has(one.id)).slice(0, MOST_PEOPLE).map(asHit);
    return [...first, ...some.map(one => found.get(one) ?? { ...asHit(one), exact: false })];
  };

  return { named, understood, answers, hits };
});
