/** The slice of Eleventy 3 that the plugins call, as types: Eleventy ships none. */

export interface Directories {
  readonly input: string;
  readonly output: string;
  readonly includes: string;
  readonly layouts?: string;
  readonly data?: string;
}

export type RunMode = "build" | "serve" | "watch";

export interface BeforeEvent {
  readonly directories: Directories;
  readonly runMode: RunMode;
  readonly outputMode: string;
}

export interface WrittenPage {
  readonly inputPath: string;
  readonly outputPath: string | false;
  readonly url: string | false;
  readonly content: string;
}

export interface AfterEvent extends BeforeEvent {
  readonly results: readonly WrittenPage[];
}

/** Eleventy's own configuration, as `eleventy.config` hands it out before anything is read. */
export interface TemplateConfig {
  readonly directories: Directories;
}

export interface ExtensionOptions {
  readonly key?: string;
  readonly read?: boolean;
  readonly outputFileExtension?: string;
  readonly getData?: (inputPath: string) => unknown;
  readonly compile?: (content: string, inputPath: string) => (data: unknown) => unknown;
  readonly compileOptions?: {
    readonly permalink?: "raw" | boolean;
    readonly cache?: boolean;
  };
  /** Whether a page must be made again under `--incremental`, for a file that changed. */
  readonly isIncrementalMatch?: (file: string) => boolean;
}

export interface EleventyConfig {
  readonly directories: Directories;
  readonly pathPrefix?: string;
  readonly ignores: Set<string>;
  readonly watchIgnores: Set<string>;
  /** What `addPassthroughCopy` was told so far. */
  readonly passthroughCopies?: Readonly<Record<string, { readonly outputPath: string | true }>>;
  on(event: "eleventy.config", listener: (config: TemplateConfig) => void): void;
  on(event: "eleventy.before", listener: (event: BeforeEvent) => unknown): void;
  on(event: "eleventy.extensionmap", listener: (map: unknown) => unknown): void;
  on(event: "eleventy.after", listener: (event: AfterEvent) => unknown): void;
  addExtension(extension: string | readonly string[], options: ExtensionOptions): void;
  addTemplateFormats(formats: string | readonly string[]): void;
  addGlobalData(name: string, data: unknown): void;
  addPassthroughCopy(paths: string | Readonly<Record<string, string>>): void;
  addWatchTarget(path: string, options?: { readonly resetConfig?: boolean }): void;
  addPlugin<Options>(plugin: (config: EleventyConfig, options: Options) => unknown, options?: Options): void;
  addTransform(
    name: string,
    transform: (this: { readonly page: { readonly outputPath: string | false } }, content: string) => string | Promise<string>,
  ): void;
  /** Returning false leaves the template out. */
  addPreprocessor(name: string, extensions: string, callback: (this: { readonly inputPath: string }) => false | undefined): void;
  addFilter(name: string, filter: (...values: never[]) => unknown): void;
  setQuietMode(quiet: boolean): void;
  setServerOptions(options: Readonly<Record<string, unknown>>): void;
}
