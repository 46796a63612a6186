/** What the scripts of every page add. */
interface Yearbook {
  /** The root of the site, with a slash at the end. */
  base: string;
  element: Yearbook.Make;
  recall: (key: string) => string | null;
  keep: (key: string, value: string) => void;
  say: (text: string) => void;
  copy: (text: string, said?: string) => Promise<void>;
  dialog: (title: string, ...content: (Node | string)[]) => HTMLDialogElement;
  applyDisplay: () => void;
  dated: (form: string) => string;
  citation: (id: string) => Promise<Yearbook.Citation>;
  cite: (id?: string) => Promise<void>;
  showBase: (on: boolean) => void;
  /** Only where the page has anything to undo. */
  toggleBase?: () => void;
  /** Called by the file of a month. */
  today: (rows: [day: number, year: number, book: string, text: string, url: string][]) => void;
  startCalendar: () => void;
  startCite: () => void;
  startDisplay: () => void;
  startKeys: () => void;
  startLists: () => void;
  startPopover: () => void;
  startReading: () => void;
  startToday: (date?: Date) => Promise<void>;
}

declare namespace Yearbook {
  /** The forms of a citation, and the title of what is cited. */
  type Citation = Record<string, string> & Record<"gbt" | "link" | "bibtex" | "ris" | "csl" | "title", string>;

  /** What a page says of itself for citations: `#page-data`; `page` names its file of citations. */
  interface PageData {
    id: string;
    page: string;
  }

  /** The file of citations of a page: by anchor, title, GB/T 7714, BibTeX, RIS and CSL-JSON. */
  type CitationFile = Record<string, [title: string, gbt: string, bibtex: string, ris: string, csl: string]>;

  interface Remembered {
    month: number;
    day: number;
    year: number;
    book: string;
    text: string;
    url: string;
  }
}
