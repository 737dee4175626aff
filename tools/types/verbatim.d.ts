// The types of our scripts: what each component gives to those after it, and the data that they share.

declare namespace Verbatim {
  type Lang = "zh" | "en";
  type Both<T = string> = Record<Lang, T>;

  /** What a citation knows: `filed` is the name by which a person is filed, absent where the name is one whole. */
  interface Facts {
    lang: Lang;
    /** The day of citing, as in ISO 8601. */
    today: string;
    key: string;
    tag: string;
    id: string;
    quote: string;
    url: string;
    event: string;
    site: string;
    day?: string;
    speaker?: string;
    filed?: string;
    office?: string;
    sentence?: string;
    notes: (string | null)[];
    words: CitationWords;
  }
  /** The words of a citation in its language (`cite_…` in data/strings.yml). */
  type CitationWords = Record<"no_date" | "accessed" | "retrieved" | "and" | "colon", string>;
  /** What is cited; `source` leads to the sentence of a register entry. */
  interface Cited {
    id: string;
    at: string;
    quote: Both;
    url: Both;
    source?: Both;
  }
  /** The facts of an event (hooks/verbatim/html/cite_data.py). */
  interface EventFacts {
    id: string;
    tags: Both;
    event: Both;
    site: Both;
    day: string | null;
    basis: Both | null;
    translation: Both;
    translation_of?: Record<string, Both>;
    sentence: Both;
    words: Record<Lang, CitationWords>;
    /** The address of the published site, or empty. */
    root: string;
    /** The short address of a sentence, whose place is `{}`, below `root`. */
    short: Both;
    /** The ids of who speaks, joined with spaces, by section; by sentence where others of the section speak it. */
    by: Record<string, string>;
    by_sentence: Record<string, string>;
    people: Record<string, { name: Both; filed: Both | null; office: Both | null }>;
    panels: Both;
  }
  /** An entry of the register as it is sorted and filtered. */
  interface Entry {
    place: number;
    cells: Record<string, string>;
    text: string;
    facts: Record<string, string>;
    element?: HTMLTableRowElement;
  }
  type Compare<T> = (a: T, b: T) => number;

  /** A text of the index with its tokens, which are made when they are first needed. */
  interface Seen {
    folded: string;
    list: string[];
    starts: number[];
    ends: number[];
    joined: string[];
    words: boolean[];
  }
  type Span = [number, number];
  interface Reading {
    text: string;
    phrase: string[];
    /** The phrase without the marks that part clauses. */
    clauses: string[];
    joined: string[] | null;
    parts: string[][];
    pieces: string[][];
    spaced: boolean;
    sentences: string[][];
    open: boolean;
  }
  interface Text {
    text: string;
    seen: Seen;
  }
  /** What a query may find: a sentence, a row, a term, a person, a note or a heading; a language that was not fetched is null. */
  interface IndexedDocument {
    kind: "sentence" | "row" | "term" | "person" | "note" | "place";
    id: string;
    page: string;
    anchor: string;
    zh: Text | null;
    en: Text | null;
    titles?: Both;
    events?: Both;
    event?: string;
    day?: string;
    speaker?: string;
    at?: string;
    sort?: string;
    forms?: Both<string[]>;
    names?: Text[];
    /** Whether the texts are what is said about the document, whose own words are in `own`. */
    about?: boolean;
    own?: IndexedDocument;
  }
  /** A way in which a unit of a query may be met: tokens, what that is worth, and why it is not the word as typed. */
  interface Way {
    list: string[];
    worth: number;
    why: "" | "changed" | "similar";
  }
  interface Unit {
    typed: string;
    ways: Way[];
    weak: boolean;
    /** Whether the texts lack it. */
    strange?: boolean;
    first: number;
    end: number;
  }
  interface Weak {
    nothing: Set<string>;
    little: Set<string>;
  }
  interface Vocabulary {
    stems: Set<string>;
    short: Map<string, string>;
    han: string;
    words: string;
    near: Parts["near"] | null;
    alike: ((words: string) => string[]) | null;
    listed: Set<string>;
    weak: Weak;
    /** The words from which `weak` was made, and what its texts are heard as; set when first needed. */
    of?: Weak;
    sounding?: (words: string) => string[];
  }
  interface Match {
    one: IndexedDocument;
    spans: Partial<Both<Span[]>>;
    foreign: boolean;
    exact: boolean;
    changed: string;
    reason: string;
    instead: Partial<Both<Span[]>>[];
    literal?: boolean;
    score?: number;
    place?: number;
  }
  interface Context {
    own: Lang;
    other: Lang;
    strings: Record<string, string>;
    fold(text: string): string;
    directory: boolean;
    terms: IndexedDocument[];
    names: Record<string, string>;
  }
  interface Name {
    text: string;
    lang: Lang;
    folded?: string;
  }
  /** A hit as it is displayed: where it leads, what it is, why it was found, and its texts as pieces that are marked or not: its words
   *  (`text`), what is said about it (`said`), the other language (`twin`). */
  interface Hit {
    address: string;
    group: string;
    about: string;
    why: string;
    foreign: boolean;
    speaker: string;
    event: string;
    lines: { lang: string; pieces: [string, boolean][]; role: string }[];
  }
  /** What is said where a list of hits can be narrowed, and whether what is said about the texts can still be asked for. */
  interface Narrowing {
    strings: Record<string, string>;
    more: boolean;
  }
  interface Found {
    hits: Hit[];
    narrowing: Narrowing | null;
    message: string;
    nearest: { say: string; words: { text: string; lang: string }[] } | null;
    completion: string;
    /** Whether what is said about the texts may hold more. */
    further: boolean;
  }
  type Find = (query: string, wish?: { twins?: boolean; about?: boolean | "more" }) => Promise<Found>;
  type Get = (name: string) => Promise<any>;
  interface Result {
    way?: string;
    hits: Match[];
    /** How many sentences are left unread that may be hits as well. */
    left?: number;
  }
  /** Some parts of an index with their documents. */
  interface Taken {
    names: (string | number)[];
    documents: IndexedDocument[];
    left: number;
  }
  /** What the parts are asked to hold: a folded text, with what stands for its words and which of them say nothing. */
  interface Wish {
    text: string;
    synonyms: Map<string, string[]>;
    nothing: Set<string>;
    /** Words that are near to one. */
    closest(word: string, known: Iterable<string>): Promise<string[]>;
    /** For some characters a function that gives those of them that sound like one, where these are wanted. */
    alike?(others: string[]): (one: string) => string;
  }
  /** Where the documents of an index come from. */
  interface Shelf {
    /** All of them, where the index is in one file. */
    all: IndexedDocument[];
    /** Han characters that the texts have. */
    characters: string;
    parts: Map<string | number, IndexedDocument[]>;
    /** The name of the file of a part, or of what is said about it, in an index that has such files. */
    file?(kind: "part" | "about", part: number): string;
    /** Begins with a query: what is fetched counts from here. */
    begin(): void;
    addressed(id: string): Promise<Taken>;
    meeting(wanted: Reading[]): Promise<Taken>;
    /** What holds most of a text. */
    most(wish: Wish): Promise<Taken>;
    /** What some people or outlets say, and of a text. */
    by(ids: string[], wish: Wish): Promise<Taken>;
  }
  /** An opened index in the texts of some languages. */
  interface Index {
    own: Lang;
    langs: Lang[];
    get: Get;
    more(name: string): Promise<any>;
    fold: Fold;
    whole: boolean;
    directory: boolean;
    /** Terms, people and headings that all parts share, and those of them that have names. */
    shared: IndexedDocument[];
    named: IndexedDocument[];
    forms: Name[];
    strings: Record<string, string>;
    speakers: Record<string, { list: string[] }[]>;
    names: Record<string, string>;
    /** Characters of which it is known what they stand for. */
    characters: Set<string>;
    shelf: Shelf;
    /** What was found once: words of readers, vocabularies, sounds. */
    kept: Record<string, any>;
  }
  /** Folds a text, and learns which characters stand for others. */
  type Fold = ((text: string) => string) & { learn(pairs: [string, string]): void };

  interface Parts {
    load: {
      root: URL;
      strings: DOMStringMap;
      /** A component, fetched first where need be. */
      part<K extends keyof Parts & string>(name: K): Promise<Parts[K]>;
      /** The value of a data script, fetched first where need be; the name begins with a folder below files/. */
      value(name: string): Promise<any>;
      /** The folder of the scripts, below files/. */
      code: string;
      /** Fetches a script or a style sheet by its path from the site's root, once. */
      fetched(file: string): Promise<void>;
    };
    /** The value of a data script of those that all events share, fetched first where need be. */
    shared: (name: string) => Promise<any>;
    store: { get(name: string): string | null; set(name: string, value: string): void };
    own: Lang;
    place: {
      /** The element that a fragment names, if any; by default that of the page's address. */
      named(hash?: string, page?: Document): HTMLElement | null;
      /**
       * Calls `reveal` with the place of the address, now and whenever it changes, then with the event; where that returns true the place is
       * scrolled to.  `miss` is called in its stead where the page has no such place.
       */
      arrive(reveal: (target: HTMLElement, change: Event | void) => unknown, miss?: () => void): void;
    };
    typedAddress: { decoded(text: string): string; plain(text: string): string; ids(fragment: string): string[] };
    /** Leads to the place that the fragment of the page's address means, or tells that there is none. */
    astray: { tell(): Promise<void> };
    keys: { alone(event: any): boolean; shortcut(event: any): boolean };
    painted: () => Promise<void>;
    notice: { say(text: string): void; failed(): void };
    /** The markup of what opens over a page, by its name. */
    panels: (name: string) => Promise<DocumentFragment>;
    clipboard: { copy(text: string): Promise<void> };
    element: (tag: string, given: Record<string, unknown>, ...held: (Node | string)[]) => any;
    lines: { of(name: string): Promise<Map<string, HTMLElement>> };
    tools: {
      choose(name: string, value: string): Promise<void>;
      turn(): Promise<void>;
      next(): void;
    };
    view: { show(value: string): Promise<void> };
    readings: {
      reread(): void;
      show(value: string): Promise<void>;
      /** Does something that cuts text nodes while the text is as received. */
      around(cut: () => void): void;
    };
    readingText: {
      single(text: string): string;
      make(
        data: {
          slips: Record<string, string>; slips_of?: Record<string, Record<string, string>>; words: Record<string, string>; characters: string;
          traditional?: Record<string, string>;
        },
        event?: string,
      ): Record<string, (text: string) => string>;
    };
    citation: Record<"link" | "plain" | "apa" | "chicago" | "gbt" | "remarks" | "bibtex" | "ris", (facts: Facts) => string> & {
      facts(data: EventFacts, cited: Cited, lang: Lang, today: string): Facts;
    };
    cite: { open(subject: HTMLElement, names: DOMStringMap): Promise<void>; remove(): void };
    popover: {
      /** Displays the entry that a link of the text leads to; throws where it cannot be fetched. */
      open(link: HTMLAnchorElement): Promise<void>;
    };
    context: { show(details: HTMLElement, concordance: any): void };
    termFilter: {
      make(folding: string): {
        entry(forms: { zh: string[]; pinyin: string; en: string[] }): { zh: string[]; pinyin: string; en: string[] };
        finds(entry: { zh: string[]; pinyin: string; en: string[] }, typed: string): boolean;
      };
    };
    register: {
      facts(values: DOMStringMap | Record<string, string>, kind: string): Record<string, string>;
      folder(pairs: string): (text: string) => string;
      passes(entry: Entry, chosen: Record<string, string>, but?: string): boolean;
      comparison(column: string, entries: Entry[], ranks: Record<string, string[]>, lang: string): Compare<Entry>;
      sorted<T extends Entry>(entries: T[], compare?: Compare<Entry>, descending?: boolean): T[];
    };
    registerForm: {
      form: HTMLFormElement;
      facets: HTMLSelectElement[];
      sort: HTMLSelectElement;
      descending: HTMLInputElement;
      /** The field of text. */
      find: any;
      /** The value of each facet, by name. */
      chosen(): Record<string, string>;
      read(): void;
      address(): URL;
      /** Chooses nothing, so that all is displayed; the order stays. */
      clear(): void;
    };
    sortHeads: {
      make(heads: HTMLElement[], changed: () => void): void;
      mark(heads: HTMLElement[]): void;
    };
    download: {
      csv(rows: string[][]): string;
      /** Saves the lines of those entries of an event that are displayed; `rows` is the name of the script that holds them. */
      save(names: { event?: string; rows?: string }): Promise<void>;
    };
    words: { IS_HAN: RegExp; BREAK: string; stem(word: string): string; tokens(folded: string): Seen };
    fold: { folder(): Fold };
    match: {
      phrase(text: Omit<Seen, "folded">, wanted: string[], loose?: boolean): Span[] | null;
      follows(text: { list: string[]; joined?: string[] }, first: number, wanted: string[], loose?: boolean): number;
      every(text: Omit<Seen, "folded">, parts: string[][], open?: boolean): Span[] | null;
      width(text: Omit<Seen, "folded">, parts: string[][]): number;
      characters(text: Omit<Seen, "folded">, spans: Span[]): Span[];
    };
    little: { STOP: Set<string> };
    about: {
      reader(index: Pick<Index, "langs" | "get" | "named" | "fold" | "whole" | "shelf">): (loaded: any[]) => Promise<IndexedDocument[]>;
    };
    near: {
      distance(one: string, other: string, most: number): number;
      closest(word: string, known: Iterable<string>): string[];
      kin(word: string, known: Iterable<string>): string[];
      apart(word: string, known: Set<string>): string[] | null;
      sounds(homophones: [string, string]): (one: string) => string;
      sounding(sound: (one: string) => string, text: string): (words: string) => string[];
      alike(sound: (one: string) => string, others: string[]): (one: string) => string;
      pinyin<T extends { run: string }>(letters: string, all: T[]): T[];
    };
    units: {
      vocabulary(texts: Seen[], weak: Weak): Vocabulary;
      table(pairs: string[][]): Map<string, string[]>;
      sayings(text: string, said: string[]): string[];
      saidIn(text: string, pairs: string[][]): string[][];
      spellings(words: string[]): string[];
      units(text: string, known: Vocabulary, synonyms: Map<string, string[]>): Unit[];
      spoken(text: string, folded: string, some: Unit[]): string[];
      core(text: string, found: Unit[]): string;
    };
    graded: {
      graded(documents: IndexedDocument[], units: Unit[], speakers: Index["speakers"], own: Lang, wish?: any): Result & { near: boolean; share: number; words: Name[]; missing: Unit[] };
    };
    vocabulary: {
      of(index: Index, found: { names: (string | number)[]; documents: IndexedDocument[] }, weak: Weak): Vocabulary;
      unitsOf(index: Index, text: string, known: Vocabulary, synonyms: Map<string, string[]>): Promise<Unit[]>;
      closest(index: Index, word: string, words: string[]): Promise<string[]>;
    };
    readerWords: { of(index: Index, query: string): Promise<any> };
    questions: {
      changed(index: Index, query: string, about: boolean): Promise<Result>;
      whose(index: Index, query: string): Promise<Result>;
      most(index: Index, query: string, homophones: any, about: boolean | "more"): Promise<Result & { share: number; near: boolean }>;
    };
    query: {
      cleaned(query: string): string;
      readings(query: string, fold: (text: string) => string, synonyms: string[][]): Reading[];
      reading(text: string): Reading;
      address(query: string): string;
      letters(query: string): string;
      isNumber(query: string): boolean;
      spoken(query: string): boolean;
    };
    numbers: { pairs(text: string): [string, string][] };
    pinyin: {
      spoken(query: string, pinyin: string[], near: () => Promise<Parts["near"]>): Promise<{ at: number }[]>;
    };
    rank: { search(documents: IndexedDocument[], wanted: Reading[], own: Lang): { way: string; hits: Match[] } };
    documents: {
      unpacked(file: any, name: string): any;
      headDocuments(head: any, fold: (text: string) => string): IndexedDocument[];
      partDocuments(part: any, fold: (text: string) => string): IndexedDocument[];
      both(content: any, name: string): [any, any, any][];
      seeing(text: string | undefined, fold: (text: string) => string): Text | null;
    };
    suggest: {
      named(names: Name[], fold: (text: string) => string): Name[];
      completed(query: string, names: Name[], fold: (text: string) => string): string;
      whole(typed: string, completion: string): string;
    };
    results: {
      pieces(text: string, spans: Span[], lang: Lang): [string, boolean][];
      hit(found: Match, context: Context): Hit;
      arranged(hits: Hit[]): Hit[];
      instead(hits: Match[], own: Lang): string[];
      message(
        said: { count: number; saying: string | undefined; left: number; query: string; instead: string[] },
        strings: Record<string, string>,
      ): string;
      nearest(words: { text: string; lang: Lang }[], strings: Record<string, string>): Found["nearest"];
    };
    index: {
      opened(own: Lang, get: Get, more: (name: any) => Promise<any>, fold: Fold, langs: Lang[]): Promise<Index>;
      learn(index: Index, query: string): Promise<void>;
      said(index: Index, names: (string | number)[], wanted: boolean | "more"): Promise<IndexedDocument[]>;
      places(index: Index): IndexedDocument[];
      texts(index: { langs: Lang[] }, some: IndexedDocument[]): Seen[];
    };
    exact: {
      NONE: Result;
      asHit(one: IndexedDocument): Match;
      addressed(index: Index, query: string): Promise<Match[]>;
      among(index: Index, wanted: Reading[], about: boolean | "more"): Promise<Result>;
      strict(index: Index, query: string, about: boolean): Promise<Result>;
      spoken(index: Index, query: string): Promise<{ at: number }[]>;
      sounding(index: Index, numbers: number[]): Promise<Result>;
      knows(index: Index, query: string): boolean;
    };
    finder: { make(own: Lang, get: Get, more: (name: any) => Promise<any>): Find; NOTHING: Found };
    postings: {
      listName(key: string): string;
      numbers(list: Record<string, string>, key: string, open: boolean): Set<number>;
      candidates(reading: Reading, known: Set<string>, get: Get): Promise<Set<number>>;
      partsOf(found: Set<number>, counts: number[]): { part: number; inside: number }[];
      weighed(
        text: string,
        synonyms: Map<string, string[]>,
        where: Pick<Wish, "nothing" | "closest"> & { lists: Set<string>; get: Get; counts: number[]; alike?: (one: string) => string },
      ): Promise<number[]>;
    };
    shelf: { make(head: any, get: Get, fold: Fold): Shelf };
    narrowing: {
      make(
        bar: HTMLElement,
        box: HTMLElement,
        act: { passed(hits: Hit[]): void; wished(name: string, value: boolean): void },
      ): { show(found: Found, wish: Record<string, boolean>, again: boolean): void };
    };
    hits: {
      make(
        box: HTMLInputElement,
        list: HTMLElement,
        wrap: HTMLElement,
        status: HTMLElement,
      ): { show(hits: Hit[], strings: Record<string, string>, twins: boolean): void; move(step: 1 | -1): void; chosen(): boolean; any(): boolean; go(): void };
    };
    typing: {
      next(): () => boolean;
      soon(ask: () => void): void;
      waits(): boolean;
      settled<T>(fetch: (name: any) => Promise<T>): (name: string) => Promise<T>;
    };
    /** Either puts the panel of the search into the page first, once; fails where it does not arrive. */
    search: { ask(): Promise<void>; go(): Promise<void> };
    highlight: object;
    scroll: object;
    [more: string]: any;
  }
}

declare var verbatim: {
  parts: Verbatim.Parts;
  values: Record<string, any>;
  /** Registers a component: `make` gets those that are there already and returns what it gives to others, if anything. */
  define<K extends string>(name: K, make: (parts: Verbatim.Parts) => Verbatim.Parts[K] | void): void;
  /** Hands over a value; `name` is the script's path below its folder, without the ending. */
  data(name: string, value: unknown): void;
};

// What a selector finds and what an event carries is known to the templates, not to the types.
interface ParentNode {
  querySelector(selectors: string): any;
  querySelectorAll(selectors: string): NodeListOf<any>;
}
interface Document {
  addEventListener(type: string, listener: (event: any) => void, options?: boolean | AddEventListenerOptions): void;
}
interface Element {
  closest(selectors: string): any;
  addEventListener(type: string, listener: (event: any) => void, options?: boolean | AddEventListenerOptions): void;
}
interface HTMLFormElement {
  addEventListener(type: "change", listener: (event: Event & { target: HTMLInputElement | HTMLSelectElement }) => void): void;
}
declare function addEventListener(type: string, listener: (event: any) => void, options?: boolean | AddEventListenerOptions): void;
