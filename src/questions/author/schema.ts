/** What an author may write in a `.questions.yaml`. For the build only: the page gets data, never this file. */
import { z } from 'astro/zod';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens');
const text = z.string().trim().min(1, 'this text is empty');
const settings = z.record(z.string(), z.union([z.number(), z.string()]));
const tolerance = z
  .strictObject({ absolute: z.number().min(0).optional(), relative: z.number().min(0).optional() })
  .refine((t) => t.absolute !== undefined || t.relative !== undefined, {
    message: 'a tolerance names absolute, relative or both',
  });
// A share is asked in per cent, as it is shown; 0.3 and 30 side by side confuse readers and graders.
const unit = text.refine((u) => u !== 'share', {
  message: 'write unit "%" and numbers in per cent',
});
const fromWidget = z.strictObject({ widget: id, settings, measure: text });

const common = {
  id,
  version: z.int().positive(),
  objective: text,
  points: z.number().min(0).default(1),
  prompt: text,
  hints: z.array(text).default([]),
};
const graded = {
  ...common,
  core: z.boolean(),
  minutes: z.number().positive(),
  solution: text,
};

const numberQuestion = z.strictObject({
  ...graded,
  kind: z.literal('number'),
  answer: z.union([z.number(), fromWidget]),
  unit: unit.optional(),
  tolerance,
  wrong: z
    .array(
      z.strictObject({
        id,
        value: z.number(),
        tolerance: tolerance.optional(),
        misconception: text,
        feedback: text,
      }),
    )
    .default([]),
});

const option = z
  .strictObject({
    id,
    text,
    correct: z.boolean().default(false),
    feedback: text.optional(),
    misconception: text.optional(),
  })
  .refine((o) => o.correct || (o.feedback !== undefined && o.misconception !== undefined), {
    message: 'a wrong option needs a misconception, and a feedback that names it',
  });
const choiceQuestion = z.strictObject({
  ...graded,
  kind: z.literal('choice'),
  many: z.boolean().default(false),
  options: z.array(option).min(2, 'a choice has at least two options'),
});

const orderQuestion = z.strictObject({
  ...graded,
  kind: z.literal('order'),
  /** What the first and the last place mean: `soonest`, `latest`. */
  ends: z.tuple([text, text]).optional(),
  items: z
    .array(z.strictObject({ id, text }))
    .min(3, 'an order has at least three items')
    .max(7, 'an order has at most seven items'),
  wrong: z
    .array(
      z.strictObject({
        id,
        order: z.array(id).min(2, 'a known wrong order names two items or more'),
        misconception: text,
        feedback: text,
      }),
    )
    .default([]),
});

const limit = z
  .strictObject({
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    above: z.number().optional(),
    below: z.number().optional(),
  })
  .refine((bounds) => Object.keys(bounds).length > 0, {
    message: 'a condition names atLeast, atMost, above or below',
  });
const reachQuestion = z.strictObject({
  ...graded,
  kind: z.literal('reach'),
  instance: id,
  start: settings.default({}),
  goal: z
    .record(z.string(), limit)
    .refine((goal) => Object.keys(goal).length > 0, { message: 'the goal is empty' }),
  answerSettings: settings,
  vary: z.array(text).min(1, 'name at least one control that the reader may move'),
});

const predictionQuestion = z
  .strictObject({
    ...common,
    kind: z.literal('prediction'),
    core: z.boolean().default(false),
    minutes: z.number().positive().default(1),
    solution: text.optional(),
    instance: id,
    form: z.enum(['number', 'curve']),
    measure: text,
    /** Further measures whose numbers in the text would give the answer away. */
    withholds: z.array(text).default([]),
    when: settings.default({}),
    spread: z
      .strictObject({
        param: text,
        values: z.array(z.number()).min(3, 'a line has 3 points or more'),
      })
      .optional(),
    unit: unit.optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    after: text,
  })
  .refine((p) => (p.min === undefined) === (p.max === undefined), {
    message: 'min and max go together',
  })
  .refine((p) => p.form === 'number' || (p.spread !== undefined && p.min !== undefined), {
    message: 'a drawn prediction needs a spread, min and max (the ends of its vertical axis)',
  });

/** One question of any kind. */
const questionSchema = z.discriminatedUnion('kind', [
  numberQuestion,
  choiceQuestion,
  orderQuestion,
  reachQuestion,
  predictionQuestion,
]);

export type Question = z.infer<typeof questionSchema>;
export type NumberQuestion = z.infer<typeof numberQuestion>;
export type ChoiceQuestion = z.infer<typeof choiceQuestion>;
export type OrderQuestion = z.infer<typeof orderQuestion>;
export type ReachQuestion = z.infer<typeof reachQuestion>;
export type PredictionQuestion = z.infer<typeof predictionQuestion>;

/** The question, or what is wrong with it, one line a fault. */
export function readQuestion(
  value: unknown,
): { readonly question: Question } | { readonly faults: readonly string[] } {
  const read = questionSchema.safeParse(value);
  if (read.success) return { question: read.data };
  const faults = read.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  return { faults };
}
