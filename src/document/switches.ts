/** What is read from texts. Each can be switched off in the site's configuration, under `understand`. */
export type Understood =
  | 'leftovers'
  | 'kind'
  | 'outline'
  | 'enumerations'
  | 'pieces'
  | 'meeting'
  | 'quiz'
  | 'date'
  | 'names'
  | 'placeholders'
  | 'passages';

export type Switches = Readonly<Record<Understood, boolean>>;
