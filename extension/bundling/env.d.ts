/** What WXT puts in place of `import.meta.env.…` when it builds. */
interface ImportMetaEnv {
  readonly FIREFOX: boolean;
}
