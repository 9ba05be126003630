/** What a frame shows. At-home sequences are routines too. */
export type UnknotKind = "routine" | "exercise" | "technique";

/** What `detail` of each event holds. */
export interface UnknotDetails {
  /** The frame listens. */
  "unknot-ready": Record<string, never>;
  /** A session began. */
  "unknot-start": { kind: UnknotKind; id: string };
  /** The session reached an exercise or step: which one, from 1, of how many. */
  "unknot-progress": { step: number; of: number };
  /** The session came to its end, after so many seconds in which it ran. */
  "unknot-complete": { kind: UnknotKind; id: string; seconds: number };
  /**
   * `bad-id`: the attributes name nothing, so there is no frame. `no-storage`: the browser keeps
   * nothing for the frame; sessions run all the same. `stopped`: the frame stopped working. Others
   * may come.
   */
  "unknot-error": { code: "bad-id" | "no-storage" | "stopped" | (string & {}) };
}

/**
 * `<unknot-routine routine|exercise|technique theme accent lang label sandbox>`. All attributes may
 * change at any time; none is mirrored by a property.
 */
export interface UnknotRoutineElement extends HTMLElement {
  /** As if Start were pressed in the frame. There is no sound before a tap in it. */
  start(): void;
  /** As if Pause were pressed in the frame. */
  pause(): void;
}

type UnknotEvents = { [Name in keyof UnknotDetails]: CustomEvent<UnknotDetails[Name]> };

declare global {
  interface HTMLElementTagNameMap {
    "unknot-routine": UnknotRoutineElement;
  }
  // The events bubble, so elements, the document and the window hear them.
  interface GlobalEventHandlersEventMap extends UnknotEvents {}
}
