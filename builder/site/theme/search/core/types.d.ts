declare namespace Yearbook {
  interface Bits {
    gamma: () => number;
    spread: (count: number, end: number) => Int32Array;
  }

  /** A folded text; for each of its UTF-16 units where its source begins and ends. */
  interface FoldMap {
    text: string;
    start: number[];
    end: number[];
  }

  interface Labels {
    /** By facet and value: what a reader sees. */
    labels: Record<string, Record<string, string> | undefined>;
  }

  /** What files there are, and the measures of the index. */
  interface Directory extends Labels {
    stamp: string;
    units: number;
    grain: number;
    titlesEnd: number;
    end: number;
    /** The first pair of each file of pairs. */
    pairs: number[];
    weights: Float64Array;
    chars: Set<number>;
    /** The first unit of each file of texts. */
    texts: Int32Array;
    idsPerFile: number;
    facets: string[];
    /** The first key of each file of direct answers. */
    direct: string[];
  }

  /** Runs of titles that begin alike. */
  interface Runs {
    first: number[];
    more: number[];
    shared: number[];
    start: number[];
    end: number;
  }

  /** The first address of every title and text, and the characters. */
  interface Fields {
    title: Int32Array;
    text: Int32Array;
    runs: Runs;
    alphabet: Float64Array;
  }

  type Field = "title" | "text";

  /** The stored row of one unit. */
  interface Row {
    id: string;
    url: string;
    date: string | null;
    title: string;
    text: string;
    page: string | number | null;
    number: string | null;
    folds?: Partial<Record<Field, FoldMap>>;
  }

  interface Word {
    text: string;
    /** The most characters between it and the word before; null for any number. */
    near: number | null;
  }

  interface Filter {
    name: string;
    value: string;
    minus: boolean;
  }

  /** A query that was read. */
  interface Plan {
    words: Word[];
    without: string[];
    filters: Filter[];
    title: boolean;
    dropped: number;
    odd: string[];
  }

  /** A filter with several values, any of which will do. */
  interface Choice {
    name: string;
    values: string[];
    minus: boolean;
  }

  /** The value of every unit: `values[index[unit]]`. */
  interface Column {
    values: string[];
    index: Uint32Array;
  }

  interface NameRow {
    name: string;
    fold: string;
    units: Float64Array;
  }

  type Counts = Record<string, number>;

  /** Addresses by unit: `units[i]` has those from `begin[i]` to `begin[i + 1]`. */
  interface Group {
    units: number[];
    begin: number[];
  }

  /** The places of one word. */
  interface Placed extends Record<Field, Group> {
    at: Int32Array;
  }

  /** What the parts of one search share. `fields` are there when `ready` is resolved. */
  interface Search {
    directory: Directory;
    fields: Fields;
    ready: Promise<void>;
    problems: Problem[];
    /** Null, and the problem noted, where a file cannot be read. */
    attempt: <T>(get: () => T | Promise<T>) => Promise<T | null>;
  }

  /** From and to, in a shown text. */
  type Mark = number[];

  type FilterName =
    | "volume" | "year" | "month" | "day" | "kind" | "section" | "issuer" | "document"
    | "person" | "place" | "organisation" | "no" | "after" | "before";

  type Filters = Record<string, string[]>;

  type Options = Partial<Record<FilterName, string | number | (string | number)[] | null>> & {
    limit?: number;
    offset?: number;
    order?: string | null;
    facets?: false | string[];
  };

  interface Hit {
    unit: number;
    id: string;
    url: string;
    volume: string;
    title: string;
    titleMarks: Mark[];
    date: string | null;
    snippet: string;
    marks: Mark[];
    score: number;
    page?: string | number | null;
    number?: string | null;
    /** Its text could not be read. */
    missing?: boolean;
  }

  interface Result {
    exact: true;
    total: number;
    /** With a limit of 0 these are the ids alone. */
    hits: Hit[];
    facets: Record<string, Counts>;
    words: string[];
    problems: Problem[];
    dropped: number;
    units: number[];
  }

  interface Direct {
    kind: string;
    label: string;
    url: string;
  }

  type DirectRow = [key: string, kind: string, label: string, url: string];
}
