// Reads the bits of an index file: the other side of builder/writers/search/bits.py.
(function (yearbook) {
  "use strict";

  /**
   * @param {string} packed base64
   * @returns {Yearbook.Bits} `gamma`
   *   reads a number from 1; `spread(count, end)` reads rising numbers from 0 to `end` - 1. Both
   *   throw where the bits end too early.
   */
  yearbook.bits = function (packed) {
    const bytes = atob(packed);
    let next = 0;
    let held = 0;
    let count = 0;

    /**
     * Up to 16 bits as a number.
     * @param {number} length
     */
    function few(length) {
      while (count < length) {
        if (next >= bytes.length) throw new Error("too short");
        held = ((held & 0xffff) << 8) | bytes.charCodeAt(next++);
        count += 8;
      }
      count -= length;
      return (held >>> count) & ((1 << length) - 1);
    }

    /** @param {number} length */
    function read(length) {
      return length > 16 ? few(length - 16) * 65536 + few(16) : few(length);
    }

    function gamma() {
      let zeros = 0;
      while (!few(1)) zeros++;
      return 2 ** zeros + read(zeros);
    }

    /**
     * A value from 0 to `size` - 1; the first values take one bit less.
     * @param {number} size
     */
    function within(size) {
      const length = 31 - Math.clz32(size);
      const short = 2 ** (length + 1) - size;
      const value = read(length);
      return value < short ? value : 2 * value + few(1) - short;
    }

    /**
     * @param {number} length
     * @param {number} end
     */
    function spread(length, end) {
      const out = new Int32Array(length);
      /**
       * @param {number} from
       * @param {number} to
       * @param {number} low
       * @param {number} high
       */
      const fill = (from, to, low, high) => {
        let [first, lowest] = [from, low];
        while (first < to) {
          const middle = (first + to) >> 1;
          const start = lowest + middle - first;
          const number = start + within(high - (to - 1 - middle) - start + 1);
          out[middle] = number;
          fill(first, middle, lowest, number - 1);
          first = middle + 1;
          lowest = number + 1;
        }
      };
      fill(0, length, 0, end - 1);
      return out;
    }

    return { gamma, spread };
  };
})(
  /** @type {Yearbook} */
  (globalThis.yearbook = globalThis.yearbook || {}));
