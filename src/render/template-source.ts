/** The text of a template and the file that it stands in, for messages. */
export type TemplateSource = Readonly<{ file: string; text: string }>;

/** Templates by the name that others call them by, such as `partials/outline.njk`. */
export type TemplateSources = ReadonlyMap<string, TemplateSource>;
