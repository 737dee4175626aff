// Numbers in Chinese words: what the texts write in digits, readers often write so (五百萬 or 5百萬 for 500萬, 百分之六 for 6%,
// 七成 or 7成 for 70%).
verbatim.define("numbers", () => {
  const DIGITS = [..."零一二三四五六七八九"], UNITS = { 十: 10, 百: 100, 千: 1000 };
  const NUMBER = /(百分之)?((?:(?<![\d.,])[1-9](?=[百千])|(?<!\d))[零一二两兩三四五六七八九十百千]+)(?:[点點]([零一二三四五六七八九]+))?([万萬亿億]*)/g;
  const TENTHS = /(?<![\d.,零一二两兩三四五六七八九十百千])([1-9一二两兩三四五六七八九])成([1-9一二三四五六七八九半]?)(?![果立員员長长])/g;
  const LISTED = 4; // digits from which a row without units is read one by one (二〇二三); fewer may be several numbers

  const digit = one => (/[两兩]/.test(one) ? 2 : /\d/.test(one) ? Number(one) : DIGITS.indexOf(one));

  /** The value of a whole number in words as digits; empty where it is none. */
  const whole = words => {
    if (!/[十百千]/.test(words)) return words.length === 1 || words.length >= LISTED ? [...words].map(digit).join("") : "";
    let sum = 0, last = 0;
    for (const one of words) {
      if (one in UNITS) sum += (last || 1) * UNITS[one];
      last = one in UNITS ? 0 : digit(one);
    }
    return String(sum + last);
  };

  /** The numbers that a text has in words, in either script, each with its digits; a single character without more may be part of a word. */
  const pairs = text => {
    /** @type {[string, string][]} */
    const found = [];
    for (const [all, percent, words, decimals, scale] of text.matchAll(NUMBER)) {
      const number = whole(words) + (decimals ? `.${[...decimals].map(digit).join("")}` : "");
      if (all.length > 1 && /^\d/.test(number)) found.push([all, number + scale + (percent ? "%" : "")]);
    }
    for (const [all, tens, ones] of text.matchAll(TENTHS)) found.push([all, `${digit(tens)}${ones === "半" ? 5 : ones ? digit(ones) : 0}%`]);
    return found;
  };

  return { pairs };
});
