// Which documents hold most of what a query says, the best first: where none holds all of it as it was typed.
// The weight of a unit is its rarity among the sentences (as in BM25); order and nearness add to it.
verbatim.define("graded", ({ match: { phrase } }) => {
  const UNKNOWN = 3; // the weight of what no sentence holds: as much as a rather rare word
  const WEAK = 0.2; // of its weight a word keeps that nearly any question may hold
  const LONGER = 0.15, LONGEST = 8; // what each Han character past the second adds to the weight of those that belong together, up to so many
  const LEAST = 0.5; // of the weight of a query a hit must hold
  const ABOUT = 0.8; // of that weight what is only said about the words must hold
  const TELLING = 1.8; // the weight of a word that tells what is asked: fewer than a sixth of the sentences hold it
  const NEAREST = { hits: 2, share: 0.3, best: 0.9 }; // where none holds enough: how many are near, what they hold, and of the worth of the best
  const APART = 0.8; // of it those must reach that are not set apart
  const LACKING = 0.4; // of what the best holds the others may lack, or are set apart
  const NEAR_BEST = 0.72; // of the best hit's score the others must reach
  const AGAIN = 0.04; // what it adds to the worth of a unit that a document holds it twice; so much again for four times
  const PART = 0.6; // what the half of a long piece is worth at most
  const AMOUNT = 0.1; // of what a document holds it counts more for a number, where one is asked for
  const LANGS = ["zh", "en"];

  /** The best way in which a unit is met by a document: worth, spans by language, why; null where it is not. */
  const met = (one, unit, speakers) => {
    let best = null;
    for (const { list, worth, why } of unit.ways) {
      if (best && best.worth >= worth) continue;
      if (one.kind === "sentence" && speakers[one.speaker]?.some(name => phrase(name, list, true))) best = { worth, why, list, spans: {} };
      for (const lang of LANGS) {
        const spans = one[lang] && phrase(one[lang].seen, list, true);
        if (!spans) continue;
        if (!best || best.worth < worth) best = { worth, why, list, spans: {} };
        if (best.list === list) best.spans[lang] = spans;
      }
    }
    return best ?? partly(one, unit);
  };

  /** A long piece of Han characters of which a document holds a good half, by pairs. */
  const partly = (one, { ways: [{ list }], typed }) => {
    if (list.length < 4 || typed.includes(" ") || !one.zh) return null;
    const spans = list.slice(1).flatMap((second, at) => phrase(one.zh.seen, [list[at], second], true) ?? []);
    const pairs = new Set(spans.map(([first]) => one.zh.seen.list[first] + one.zh.seen.list[first + 1]));
    const share = pairs.size / (list.length - 1);
    return share < 0.5 ? null : { worth: PART * share, why: "", list, spans: { zh: spans.sort((a, b) => a[0] - b[0]) } };
  };

  /** Whether a unit is met by the words of a document and not only by who says them. */
  const isSeen = one => Boolean(one && (one.spans.zh ?? one.spans.en));

  /** Whether a unit is met by words that merely look or sound alike. */
  const isGuess = unit => unit.ways[1]?.why === "similar";

  /** How much each unit weighs, by how many of the sentences hold it. */
  const weights = (units, sentences) => {
    return units.map((unit, at) => {
      const holding = sentences.filter(one => (one.met[at]?.worth ?? 0) > 0.7).length;
      const rarity = Math.log(1 + (sentences.length - holding + 0.5) / (holding + 0.5));
      const rare = !holding ? UNKNOWN : isGuess(unit) ? Math.min(UNKNOWN, rarity) : rarity;
      return rare * (1 + LONGER * Math.max(0, Math.min(unit.ways[0].list.length, LONGEST) - 2)) * (unit.weak ? WEAK : 1);
    });
  };

  /** What the order and the nearness of what is met add: a share of the lesser weight of two units that follow each other. */
  const nearness = (found, weight) => {
    let sum = 0;
    for (let at = 1; at < found.length; at++) {
      const [before, here] = [found[at - 1], found[at]];
      if (!before || !here) continue;
      const gaps = LANGS.flatMap(lang => (before.spans[lang] ?? []).flatMap(one => (here.spans[lang] ?? []).map(other => other[0] - one[1])));
      const share = gaps.some(gap => gap >= 0 && gap <= 2) ? 0.15 : gaps.some(gap => gap >= 0 && gap <= 12) ? 0.08 : gaps.some(gap => gap < 0 && gap >= -8) ? 0.04 : 0;
      sum += share * Math.min(weight[at - 1], weight[at]);
    }
    return sum;
  };

  /** What it adds that units are met more than once: whatever a document repeats, it is about. */
  const often = (found, weight) => found.reduce((sum, one, at) => sum + (one ? AGAIN * weight[at] * Math.log2(Math.max(...LANGS.map(lang => one.spans[lang]?.length ?? 1))) : 0), 0);

  /** Whether a number stands in a document. */
  const hasNumber = one => LANGS.some(lang => /\d/.test(one[lang]?.text ?? ""));

  /**
   * The documents that hold most: `{hits, near, share, missing}`, each hit with its document, spans, and the words that were met by
   * others; `near`: whether they merely come nearest, and `missing`: the units that no text holds.  Unless it is `wished`, what is only said about the words must hold more than they do.
   * With `only`, those that pass it, of which one telling word is enough; `amount`: whether a number is asked for.
   */
  const graded = (documents, units, speakers, own, { wished = false, only = null, amount = false } = {}) => {
    if (!units.length) return { hits: [], near: false, share: 0, words: [], missing: [] };
    const seen = documents.map((one, order) => ({ one, order, met: units.map(unit => met(one, unit, speakers)) }));
    const weight = weights(units, seen.filter(({ one }) => one.kind === "sentence"));
    const whole = weight.reduce((sum, one) => sum + one, 0);
    const scored = [];
    for (const each of seen) {
      const held = each.met.reduce((sum, one, at) => sum + (one ? one.worth * weight[at] : 0), 0);
      const more = often(each.met, weight) + nearness(each.met, weight) + (amount && hasNumber(each.one) ? AMOUNT * held : 0);
      if (held && (!only || only(each.one))) scored.push({ ...each, share: held / whole, score: held + more });
    }
    scored.sort((a, b) => b.score - a.score || a.order - b.order);
    const best = scored.find(({ one }) => !said(one));
    const strange = units.map((unit, at) => !unit.weak && (isGuess(unit) || !seen.some(each => each.met[at])));
    const tells = units.map((unit, at) => !unit.weak && weight[at] >= TELLING);
    const least = Math.min(only ? 1 : 2, tells.filter(Boolean).length);
    const telling = each => each.met.filter((one, at) => one && tells[at]).length >= least && each.met.some(isSeen);
    const adds = each => !best || !telling(best) || each.met.some((one, at) => one && tells[at] && !best.met[at]);
    const saysMore = each => each.share >= ABOUT && (wished || (adds(each) && each.share > (best && telling(best) ? best.share : 0) + 0.01));
    const enough = each => (said(each.one) ? saysMore(each) : each.share >= LEAST) && each.score >= NEAR_BEST * (best?.score ?? 0);
    const full = scored.filter(each => enough(each) && telling(each));
    const near = full.some(({ one }) => !said(one)) ? [] : nearest(scored, weight, tells);
    const hits = near.length ? [...near, ...full] : apart(full, weight, tells);
    const first = hits.find(({ one }) => !said(one)) ?? hits[0];
    return {
      hits: hits.map(each => hitOf(each, own)),
      near: near.length > 0,
      share: first ? first.met.reduce((sum, one, at) => sum + (one ? weight[at] : 0), 0) / whole : 0,
      words: nearWords(scored, units, weight, own),
      missing: units.filter((_, at) => strange[at] && !scored.some(each => each.met[at])),
    };
  };

  /**
   * Hits, of which those are set apart that lack the weightiest telling word of the best one or much of what it holds, and the rows of
   * sentences that are none.
   */
  const apart = (hits, weight, tells) => {
    const best = hits.find(({ one }) => !said(one));
    if (!best) return hits;
    const key = best.met.reduce((most, one, at) => (one && tells[at] && !(weight[at] <= weight[most]) ? at : most), -1);
    const held = best.met.reduce((sum, one, at) => sum + (one ? weight[at] : 0), 0);
    const lacking = each => best.met.reduce((sum, one, at) => sum + (one && !each.met[at] ? weight[at] : 0), 0);
    const far = each => (key >= 0 && !each.met[key]) || each.score < APART * best.score || lacking(each) > LACKING * held;
    const near = new Set(hits.filter(each => each.one.kind === "sentence" && !far(each)).map(({ one }) => `${one.event} ${one.id}`));
    const alone = ({ one }) => one.kind === "row" && near.size && !near.has(`${one.event} ${one.at}`);
    return hits.map(each => ({ ...each, aside: far(each) || alone(each) }));
  };

  /** What comes nearest to a query of which no document holds enough: a few that hold one of its telling words; of these the rarest tells most, so that weights are squared. */
  const nearest = (scored, weight, tells) => {
    const worth = ({ met }) => met.reduce((sum, one, at) => sum + (one ? one.worth * weight[at] ** 2 : 0), 0);
    const some = scored.filter(each => !said(each.one) && each.share >= NEAREST.share && each.met.some((one, at) => isSeen(one) && tells[at]));
    const ranked = some.map(each => ({ each, worth: worth(each) })).sort((a, b) => b.worth - a.worth);
    return ranked.filter(one => one.worth >= NEAREST.best * ranked[0].worth).slice(0, NEAREST.hits).map(({ each }) => each);
  };

  /** Whether a document is only what is said about the words. */
  const said = one => one.about || one.kind === "note";

  /** A scored document as a hit. */
  const hitOf = ({ one, met: found, score, aside = false }, own) => {
    const spans = {};
    for (const each of found) for (const lang of LANGS) if (each?.spans[lang]) spans[lang] = [...(spans[lang] ?? []), ...each.spans[lang]];
    for (const lang of LANGS) spans[lang]?.sort((a, b) => a[0] - b[0]);
    const reasons = ["similar", "changed"].map(why => [why, found.findIndex(each => each?.why === why)]).filter(([, at]) => at >= 0);
    const instead = found.flatMap(each => (each?.why === "similar" && isSeen(each) ? [each.spans] : []));
    return { one, spans, score, aside, foreign: !spans[own] && LANGS.some(lang => spans[lang]), exact: false, changed: "", reason: reasons[0]?.[0] ?? "", instead };
  };

  /** The weightiest words of a query that the texts hold: what is near where nothing is found. */
  const nearWords = (scored, units, weight, own) => {
    const found = weight.map((worth, at) => ({ worth, hit: scored.find(({ one, met }) => met[at]?.worth > 0.7 && one.kind === "sentence" && isSeen(met[at])), at }));
    return found.filter(({ hit, worth, at }) => hit && worth > 1 && /\p{L}/u.test(units[at].typed)).sort((a, b) => b.worth - a.worth).slice(0, 3).map(({ hit, at }) => {
      const lang = hit.met[at].spans[own] ? own : own === "zh" ? "en" : "zh";
      const [[first, end]] = hit.met[at].spans[lang];
      const { seen, text } = hit.one[lang];
      return { text: text.slice(seen.starts[first], seen.ends[end - 1]), lang };
    });
  };

  return { graded };
});
