/** What the tests call of Eleventy, which ships no types. */
declare module "@11ty/eleventy" {
  export class Eleventy {
    constructor(input: string, output: string, options: { readonly configPath: string; readonly quietMode: boolean });
    write(): Promise<unknown>;
  }
}
