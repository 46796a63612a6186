/** What near.js adds (and `arabic`, which results.js has too). */
interface Yearbook {
  arabic: (text: string) => string;
  variants: (text: string) => { text: string; reason: string }[];
  writeFilter: (filter: Yearbook.Filter) => string;
  writeQuery: (plan: Yearbook.Written) => string;
  totalOf: (query: string, filters: Yearbook.Filters, problems: Yearbook.Problem[]) => Promise<number>;
  withAllParts: (
    words: string[],
    count: (words: string[]) => Promise<number>,
    problems: Yearbook.Problem[],
  ) => Promise<{ words: string[]; left: string[]; total: number } | null>;
  oneApart: (a: string, b: string) => boolean;
  namesNear: (word: string, directory: Yearbook.Directory, problems: Yearbook.Problem[]) => Promise<string[]>;
  valuesNear: (filter: Yearbook.Filter, directory: Yearbook.Directory, problems: Yearbook.Problem[]) => Promise<string[]>;
  nearby: (query: string, filters?: Yearbook.Filters, problems?: Yearbook.Problem[]) => Promise<Yearbook.Offer[]>;
}

declare namespace Yearbook {
  /** As much of a plan as can be written down. */
  interface Written {
    words: { text: string; near?: number | null }[];
    without: string[];
    filters: Filter[];
    title?: boolean;
  }

  /** Another query, and how often it is found. */
  interface Offer {
    query: string;
    reason: string;
    total: number;
    filters?: Filters;
  }

  /** A plan that may be offered. */
  interface Draft {
    plan: Plan;
    reason: string;
    filters?: Filters;
  }
}
