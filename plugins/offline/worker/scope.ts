/** The worker's own world, with its type: the compiler takes every worker for a dedicated one. */
export const worker = self as unknown as ServiceWorkerGlobalScope;

/** The root of the site: the worker stands in it. */
export const scope = new URL("./", worker.location.href);
