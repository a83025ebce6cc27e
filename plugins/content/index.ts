export { z } from "zod";
export { defineKind } from "../../src/content/kind.ts";
export { date, partialDate, yearMonth } from "../../src/content/formats.ts";
export type * from "../../src/content/model.ts";
