/** What a measure does to a home beside what it is for: it decides who must agree to it (domain §6). */
export interface Works {
  /** Somebody who has a right to be there cannot get in any more. */
  readonly shutsOut?: true;
  /** It changes the building, so that whoever owns that agrees. */
  readonly alters?: true;
  /** It touches a door or a way out, so that somebody who knows about fire agrees. */
  readonly wayOut?: true;
  /** A room to wait in for help: a pathway of its own. */
  readonly room?: true;
}

/** By the kind of offer. To make safe shuts nobody out and changes nothing, so that nobody is asked. */
const works: Readonly<Record<string, Works>> = {
  make_safe: {},
  lock_change: { shutsOut: true },
  door_bolt: {},
  window_lock: { wayOut: true },
  window_alarm: {},
  security_light: { alters: true },
  camera_doorbell: { alters: true },
  door_viewer: { wayOut: true },
  letterbox_guard: { wayOut: true },
  door_replacement: { alters: true, wayOut: true },
  fence_gate: { alters: true },
  safe_room: { wayOut: true },
  sanctuary_room: { alters: true, wayOut: true, room: true },
  smoke_alarm: {},
  fire_blanket: {},
};

/** Null: nothing that a contractor does in a home. */
export function worksOf(kind: string): Works | null {
  return works[kind] ?? null;
}
