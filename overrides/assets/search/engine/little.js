// English words, themselves and their stems, that only build a question or a sentence, and what an apostrophe cuts off; they weigh nothing.
verbatim.define("little", ({ words: { stem } }) => ({
  STOP: new Set((
    `a an the of and or in on at to for by with from about into over than then as that this these those it its their they them he his
      she her we our us you your i my me is are was were be been being do doe did done has have had will would shall should can could may might must
      how many much what when where which who whom whose why whether if there here not no any some more most such so very also too
      get got let want need like tell say said please give find know show s t re ve ll`
  ).split(/\s+/).flatMap(word => [word, stem(word)])),
}));
