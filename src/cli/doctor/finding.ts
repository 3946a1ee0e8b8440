/** What `doctor` found out about one thing. */
export interface Finding {
  /** "note" is worth knowing and no fault. */
  readonly state: 'good' | 'note' | 'bad';
  readonly subject: string;
  readonly detail: string;
  /** What a person does about it. */
  readonly mend?: string;
}
