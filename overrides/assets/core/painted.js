// Waits until the page is painted: what a reader pressed shows at once, and its long work follows.
verbatim.define("painted", () => () => new Promise(done => { requestAnimationFrame(() => setTimeout(done)); }));
