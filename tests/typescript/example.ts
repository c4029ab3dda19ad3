// What a service in TypeScript does with the declarations. It must compile, and what must not compile is marked.
import type {
  DevelopmentAgreementDocument,
  Document,
  MeasurementDocument,
  Observed,
  When,
} from "../../docs/schema/kvalitetsmodel";

const observed: Observed = { share: { part: 16, whole: 20 } };

export const monthly: MeasurementDocument = {
  $schema: "../../docs/schema/measurement.json",
  format: "kvalitetsmodel/1",
  status: "draft",
  id: "00000000-0000-4000-8000-000000000001",
  content: {
    measurement: {
      id: "00000000-0000-4000-8000-000000000002",
      reportingUnit: { service: { id: "00000000-0000-4000-8000-000000000003" } },
      period: { start: "2024-11-01", end: "2024-11-30" },
      observed,
    },
  },
};

export function titles(document: DevelopmentAgreementDocument): string[] {
  const areas = document.content.agreement.focusAreas ?? [];
  return areas.map((area) => area.title ?? area.number ?? area.id);
}

export function inWords(when: When): string {
  if (when === "continuously") return "løbende";
  if ("within" in when) return `inden for ${when.within.months ?? "?"} måneder`;
  if ("date" in when) return when.date.on ?? "?";
  return Object.keys(when)[0] ?? "?";
}

export function kind(document: Document): string {
  const { content } = document;
  return "agreement" in content ? (content.agreement.title ?? "aftale") : (Object.keys(content)[0] ?? "");
}

// @ts-expect-error: a unit is a word here, and not an object
export const unit: Observed = { value: { value: "12.5", unit: { percent: {} } } };

// @ts-expect-error: a figure is text
export const figure: Observed = { value: { value: 12.5, unit: "percent" } };

// @ts-expect-error: no field is called so
export const field: Observed = { share: { numerator: 16, whole: 20 } };

// @ts-expect-error: an id is missing
export const id: MeasurementDocument["content"] = { measurement: { observed } };

// @ts-expect-error: two kinds cannot stand in one document
export const two: When = { within: { months: 3 }, date: "2024-11" };
