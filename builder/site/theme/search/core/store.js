// Loads the index files. Each is a classic script that calls yearbook.put: the only kind of file
// that a page may load both over http and from a folder (file://).
(function (yearbook) {
  "use strict";

  const WAIT = 30000;
  const own =
    globalThis.document && document.currentScript
      ?
        /** @type {HTMLScriptElement} */
        (document.currentScript).src
      : "";
  /** @type {Map<string, unknown>} */
  const arrived = new Map();
  /** @type {Map<string, Promise<any>>} */
  const loading = new Map();
  let stamp = "";

  /** The address of the site's root, with a slash at the end. */
  yearbook.root = own ? new URL("../", own).href : "";

  /**
   * Where a file stands: what is needed to cite hits is no part of the index, but beside it.
   * @param {string} name
   */
  function placeOf(name) {
    if (name.endsWith(".js")) return `search/${name}`;
    return name.startsWith("cite/") ? `search/${name}.js` : `search/data/${name}.js`;
  }

  /** An index file that is missing, damaged or late. */
  yearbook.FileError = class extends Error {
    /**
     * @param {string} name
     * @param {string} reason
     */
    constructor(name, reason) {
      const file = placeOf(name);
      super(`${file}: ${reason}`);
      this.file = file;
      this.reason = reason;
    }
  };

  /** Called by the index files themselves. */
  yearbook.put = function (name, payload) {
    arrived.set(name, payload);
  };

  /**
   * Adds a script to the page; rejected unless `done` says that it ran.
   * @param {string} path
   * @param {string} name
   * @param {() => boolean} done
   * @returns {Promise<void>}
   */
  function run(path, name, done) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const late = setTimeout(() => finish("late"), WAIT);
      /** @param {string} reason */
      function finish(reason) {
        clearTimeout(late);
        script.remove();
        // A damaged script still "loads": only what it did proves that it ran.
        if (done()) resolve();
        else reject(new yearbook.FileError(name, reason));
      }
      script.onload = () => finish("damaged");
      script.onerror = () => finish("missing");
      script.src = new URL(path, yearbook.root).href;
      document.head.append(script);
    });
  }

  /** @param {string} name */
  async function request(name) {
    const version = stamp && `?v=${stamp}`;
    await run(`${placeOf(name)}${version}`, name, () => arrived.has(name));
    return arrived.get(name);
  }

  /**
   * Loads an index file once.
   * @template T
   * @param {string} name without folder and ending, as "pairs/12"
   * @param {(payload: any) => T|Promise<T>} [read] turns the file's content into what is kept
   * @returns {Promise<T>} rejected with FileError; a later call tries again
   */
  yearbook.load = function (name, read = (payload) => payload) {
    const known = loading.get(name);
    if (known) return known;
    const promise = (arrived.has(name) ? Promise.resolve(arrived.get(name)) : request(name)).then(
      async (payload) => {
        arrived.delete(name);
        try {
          return await read(payload);
        } catch (error) {
          throw error instanceof yearbook.FileError ? error : new yearbook.FileError(name, "damaged");
        }
      },
    );
    loading.set(name, promise);
    promise.catch(() => loading.delete(name));
    return promise;
  };

  /**
   * Loads a part of search that few readers need.
   * @param {string} file a script beside the engine, as "near.js"
   * @param name what it adds to `yearbook`
   */
  yearbook.part = async function (file, name) {
    if (!yearbook[name]) await run(`search/${file}`, file, () => !!yearbook[name]);
    return yearbook[name];
  };

  /** The directory: what files there are. */
  yearbook.directory = function () {
    return yearbook.load("directory", (directory) => {
      stamp = directory.stamp;
      directory.pairs = Array.from(yearbook.rising(yearbook.decode(directory.pairs)));
      directory.chars = new Set(yearbook.rising(yearbook.decode(directory.chars)));
      directory.weights = yearbook.decode(directory.weights);
      directory.texts = yearbook.starts(yearbook.decode(directory.texts));
      return directory;
    });
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
