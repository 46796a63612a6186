/** What results.js and export.js add. */
interface Yearbook {
  filterNames: string[];
  readState: (address: string) => Yearbook.State;
  stateAddress: (state: Yearbook.State, change?: Partial<Yearbook.State>) => string;
  toggled: (state: Yearbook.State, name: string, value: string) => string;
  filterLabel: (name: string, value: string, directory: Yearbook.Labels) => string;
  dateIn: (query: string) => Yearbook.TypedDate | null;
  dateFilters: (date: Yearbook.TypedDate, directory: Yearbook.Directory) => Promise<Yearbook.DateFilter[]>;
  volumeOf: (hit: Yearbook.Hit) => string;
  addHits: (list: HTMLElement, hits: Yearbook.Hit[], how: Yearbook.Manner) => void;
  facetNames: string[];
  facet: (
    name: string,
    counts: Yearbook.Counts,
    state: Yearbook.State,
    directory: Yearbook.Labels,
  ) => HTMLElement | null;
  monthBars: (counts: Yearbook.Counts, state: Yearbook.State) => HTMLElement;
  totalText: (state: Yearbook.State, result: Yearbook.Result, directory: Yearbook.Labels) => string;
  lackText: (what: string, problems: Yearbook.Problem[]) => string;
  notices: (state: Yearbook.State, result: Yearbook.Result, again: () => unknown) => HTMLElement[];
  directAnswers: (state: Yearbook.State, directory: Yearbook.Labels, problem: Yearbook.Tell) => Promise<Yearbook.Shown>;
  dateOffers: (state: Yearbook.State, directory: Yearbook.Directory, problem: Yearbook.Tell) => Promise<Yearbook.Shown>;
  nearOffers: (state: Yearbook.State, problem: Yearbook.Tell) => Promise<Yearbook.Shown>;
  tools: (state: Yearbook.State, directory: Yearbook.Labels, all: () => Promise<Yearbook.Result>) => HTMLElement;
  moreButton: (next: () => Promise<void>, list: HTMLElement) => HTMLButtonElement;
  searchHelp: (open?: boolean) => HTMLElement;
  ResultView: new (state: Yearbook.State, current: () => boolean, again: () => unknown) => Pick<Yearbook.View, "begin">;

  hitsAsCsv: Yearbook.WriteHits;
  hitsAsGbt: Yearbook.WriteHits;
  hitsAsBibtex: Yearbook.WriteHits;
  hitsAsRis: Yearbook.WriteHits;
  saveText: (name: string, text: string, type: string) => void;
}

declare namespace Yearbook {
  /** What the address of the results page asks for; `n` hits, 0 for the first page. */
  interface State {
    q: string;
    sort: string;
    group: boolean;
    n: number;
    filters: Filters;
  }

  /** How hits are shown. */
  interface Manner {
    words: string[];
    group: boolean;
    directory: Labels;
  }

  /** 0 for what was not typed. */
  interface TypedDate {
    year: number;
    month: number;
    day: number;
  }

  interface DateFilter {
    label: string;
    query: string;
  }

  type Tell = (text: string) => void;
  type Shown = (Node | string)[];
  type WriteHits = (hits: Hit[], directory: Labels) => string | Promise<string>;

  /** One result on the page: what is known from the beginning, then what each step adds. */
  interface View {
    state: State;
    /** Whether the reader still wants this one. */
    current: () => boolean;
    again: () => unknown;
    /** So many hits stand there. */
    shown: number;
    begin: () => Promise<View>;

    result: Result;
    directory: Directory;
    title: string;
    draw: () => HTMLElement;
    complete: () => Promise<void>;

    problems: HTMLElement;
    direct: HTMLElement;
    date: HTMLElement;
    list: HTMLElement;
    main: HTMLElement;
    columns: HTMLElement;
    drawHits: () => void;

    months: HTMLElement;
    moreButton: HTMLButtonElement;
    slots: HTMLElement[];
    side: HTMLElement;
    add: (result: Result) => void;
    more: (count: number) => Promise<void>;
    keep: () => void;
    problem: Tell;
    counts: (name: string, units: number[]) => Promise<Counts | null>;
    fillFacets: () => Promise<void>;
    fillMonths: () => Promise<void>;
    fillBeside: () => Promise<void>;
  }

  /** The forms of citation of one kind of page: GB/T 7714, BibTeX, RIS. */
  type CiteForms = [gbt: string, bibtex: string, ris: string];
}
