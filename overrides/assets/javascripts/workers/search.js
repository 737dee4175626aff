// The one module that speaks the theme's worker protocol: messages 0 setup, 1 ready, 2 query, 3 result.
// It is loaded on every page, so it is small; the engine and the index are fetched with the first query.
// In an offline build the theme runs it in a frame and hands over the whole index with the setup.
(() => {
  const here = new URL(typeof document === "undefined" ? location.href : document.currentScript.src);
  const root = new URL("../../../", here);
  const own = here.hash.startsWith("#en") ? "en" : "zh";
  let given = null;
  let finder = null;
  let latest = 0;

  const read = async name => {
    if (given) return given[name];
    const answer = await fetch(new URL(`search/${name}.json`, root));
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  };

  const files = new Map();
  const get = name => {
    if (!files.has(name)) files.set(name, read(name));
    files.get(name).catch(() => files.delete(name)); // a failed fetch may succeed with the next key
    return files.get(name);
  };

  const start = async () => {
    const load = name => importScripts(new URL(`assets/search/${name}.js`, root).href);
    await load("engine");
    return makeFinder(own, get, () => load("lists"));
  };

  const answer = async query => {
    const turn = ++latest;
    if (!query.trim()) return postMessage({ type: 3, data: { items: [] } });
    get("index"); // on its way while the engine is read
    finder ??= start();
    finder.catch(() => (finder = null));
    const data = await (await finder)(query);
    if (turn === latest) postMessage({ type: 3, data });
  };

  addEventListener("message", ({ data: { type, data } }) => {
    if (type === 0) {
      [given = null] = data.docs;
      postMessage({ type: 1 });
    } else if (type === 2) {
      answer(data);
    }
  });
})();
