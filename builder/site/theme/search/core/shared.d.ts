/** What engine.js adds. `ArrayLike` of numbers: lists and packed arrays alike. */
interface Yearbook {
  bits: (packed: string) => Yearbook.Bits;
  fold: (text: string) => string;
  foldMap: (text: string) => Yearbook.FoldMap;

  /** The root of the site, with a slash at the end; empty where no script element loaded the engine. */
  root: string;
  FileError: new (name: string, reason: string) => Error & Yearbook.Problem;
  put: (name: string, payload: unknown) => void;
  /** What a file holds is looked at by `read` alone. */
  load: <T>(name: string, read?: (payload: any) => T | Promise<T>) => Promise<T>;
  part: <K extends keyof Yearbook>(file: string, name: K) => Promise<Yearbook[K]>;
  directory: () => Promise<Yearbook.Directory>;

  breathe: () => Promise<void> | undefined;

  decode: (coded: string) => Float64Array;
  rising: (gaps: Float64Array) => Float64Array;
  starts: (sizes: Float64Array, first?: number, unit?: number) => Int32Array;
  floor: (sorted: ArrayLike<number>, value: number, from?: number) => number;
  /** A number and a string in turn. */
  unfold: (column: any[]) => string[];
  pairFile: (number: number, directory: Yearbook.Directory) => Promise<Map<number, Int32Array>>;
  charFile: (code: number, directory: Yearbook.Directory) => Promise<Int32Array>;
  idFile: (number: number) => Promise<{ ids: string[]; urls: string[] }>;
  row: (unit: number, directory: Yearbook.Directory) => Promise<Yearbook.Row>;
  folded: (row: Yearbook.Row, name: Yearbook.Field) => Yearbook.FoldMap;
  fields: (directory: Yearbook.Directory) => Promise<Yearbook.Fields>;

  parse: (query: string) => Yearbook.Plan;

  places: (text: string, phrase: string, start?: number) => number[];
  phrase: (phrase: string, search: Yearbook.Search, placed: boolean) => Promise<Int32Array>;

  column: (name: string, directory: Yearbook.Directory) => Promise<Yearbook.Column | null>;
  names: (name: string, directory: Yearbook.Directory) => Promise<Yearbook.NameRow[] | null>;
  allowed: (filters: Yearbook.Choice[], search: Yearbook.Search) => Promise<Uint8Array | null>;
  countBy: (name: string, units: number[], directory: Yearbook.Directory) => Promise<Yearbook.Counts>;

  byUnit: (at: Int32Array, search: Yearbook.Search) => Yearbook.Placed;
  combine: (
    founds: Yearbook.Placed[],
    plan: Yearbook.Plan,
    search: Yearbook.Search,
  ) => Promise<{ units: number[]; score: Float32Array }>;
  byScore: (units: number[], score: Float32Array) => number[];

  marks: (row: Yearbook.Row, name: Yearbook.Field, words: string[]) => Yearbook.Mark[];
  snippet: (row: Yearbook.Row, words: string[]) => { snippet: string; marks: Yearbook.Mark[] };

  search: (query: string, options?: Yearbook.Options) => Promise<Yearbook.Result>;

  direct: (query: string, limit?: number) => Promise<Yearbook.Direct[]>;
  directFile: (number: number) => Promise<Yearbook.DirectRow[]>;
}
