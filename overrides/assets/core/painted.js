// Waits until the page is painted: what a reader pressed shows at once, its long work follows, and sizes are read where they are known.
verbatim.define("painted", () => () => new Promise(done => { requestAnimationFrame(() => setTimeout(done)); }));
