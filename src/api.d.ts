/** A half-open range of UTF-16 code units of `document.text`. */
export interface Span { start: number; end: number; }
/** A magnitude in base units: one number, `null` where the figure cannot be read, or both ends of a range. */
export interface Amount { value?: number | null; low?: number; high?: number; }
export interface Section extends Span {
  id: number;
  region: { name: string; kind: string; code?: string; local_name?: string };
  heading: Span;
  credit?: Span & { people: string[]; office?: string };
}
export interface Topic extends Span { id: number; section: number; title: string; programme?: string; heading: Span; }
export interface Quantity extends Span, Amount {
  id: number; section: number; topic?: number; sentence: Span; text: string; unit: string; noun?: string; per?: string;
  modifier?: "about" | "over" | "under"; precision?: number; what: string;
  kind: "level" | "change" | "growth" | "share" | "gap" | "target" | "average" | "ratio";
  year?: number; scope: "region" | "part"; of?: number; of_rule?: string; base?: number; base_rule?: string; indicator?: string;
  problems?: ("malformed" | "missing_scale" | "implausible")[]; confidence: number; review?: "accepted" | "corrected" | "added";
}
export interface Indicator {
  id: string; label: string; definition: string; unit: string; origin: "catalogue" | "discovered" | "user"; programme?: string;
  aggregation: "sum" | "mean" | "none"; per?: string;
}
export interface Cell extends Amount {
  section: number; indicator: string; year?: number; unit: string; quantity: number; alternatives?: number[]; reason: string;
  chosen_by?: "reader"; divided_by?: number;
}
export interface Finding {
  id: number; section: number; rule: string; verdict: "consistent" | "rounding" | "inconsistent" | "unchecked"; quantities: number[];
  stated?: { low: number; high: number }; computed?: { low: number; high: number }; note: string; calculation?: string; slip?: string;
  changes_story?: boolean; earlier?: number; answer?: { answer: "misread" | "explained" | "confirmed"; note?: string };
}
/** Money or people that the text says went from or to another region. */
export interface Flow { section: number; region: Section["region"]; direction: "from" | "to"; quantities: number[]; }
/** What became of one of the reader's corrections. */
export interface Outcome { entry: number; quantity?: number; lost?: "passage" | "figure" | "finding" | "indicator"; }
export interface Analysis {
  schema: "provenance.analysis/1";
  generator: { name: string; version: string };
  document: { name: string; media_type: string; encoding: string; language: string; bytes: number; sha256: string; year?: number; text?: string };
  sections: Section[]; topics: Topic[]; quantities: Quantity[]; cells: Cell[]; indicators: Indicator[]; findings: Finding[];
  exclusions?: (Span & { rule: string })[]; furniture?: Span[]; flows?: Flow[]; review?: Outcome[];
}
/** Reads a report from the bytes of a file. Throws an Error with a sentence for the user when they are no text. */
export function analyze(bytes: Uint8Array, name: string, year?: number): Analysis;
/** Reads a report from a string. */
export function analyzeText(text: string, name: string, year?: number): Analysis;
