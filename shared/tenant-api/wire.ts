/** A map from the core's names of fields to the wire's. */
export type Names = { readonly [core: string]: string };

type FromWire<N extends Names, W> = {
  -readonly [Core in keyof N]: N[Core] extends keyof W ? W[N[Core]] : undefined;
};

type ToWire<N extends Names, C> = {
  -readonly [Core in keyof C & keyof N as N[Core]]: C[Core];
};

/** Renames the wire's fields to the core's; those that the map does not name are left behind. */
export const fromWire = <N extends Names, W extends object>(names: N, wire: W): FromWire<N, W> =>
  Object.fromEntries(
    Object.entries(names).map(([core, name]) => [core, (wire as Record<string, unknown>)[name]]),
  ) as FromWire<N, W>;

/** Renames the core's fields to the wire's; absent ones stay absent. */
export const toWire = <N extends Names, C extends object>(names: N, value: C): ToWire<N, C> =>
  Object.fromEntries(
    Object.entries(names)
      .map(([core, name]) => [name, (value as Record<string, unknown>)[core]] as const)
      .filter(([, each]) => each !== undefined),
  ) as ToWire<N, C>;

/** The core's name for a field of the wire, undefined for one that the map does not know. */
export const coreName = <N extends Names>(names: N, wireName: string): keyof N | undefined =>
  Object.keys(names).find((core) => names[core] === wireName);
