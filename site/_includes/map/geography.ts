/**
 * Where the nodes and the lines lie on the route map: the only thing about it that is drawn by hand.
 *
 * Two maps of the same network, in units that are about a CSS pixel: on a wide one lines run from
 * left to right, on a phone from top to bottom. Which lines stop where comes from the relations.
 */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface NodePlace extends Point {
  /** The sign with number and name, measured from the stops. */
  readonly sign: Point;
}

export interface LinePlace {
  /** The sign with the name of the line: its top left corner. */
  readonly sign: Point;
  /** Where the line leaves its sign. */
  readonly start: Point;
}

export interface Geography {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly height: number;
  /** The axis along which lines run. */
  readonly along: "x" | "y";
  /** Between lines that stop at one node. */
  readonly gap: number;
  /** Radius of the disc of a node. */
  readonly disc: number;
  /** Where the lines leave the map, on the axis along which they run. */
  readonly end: number;
  /** By the number of the theme. */
  readonly nodes: Readonly<Record<number, NodePlace>>;
  /** By the order of the transitions. */
  readonly lines: readonly LinePlace[];
  readonly lineSign: { readonly width: number; readonly height: number };
}

const wide: Geography = {
  name: "wide",
  width: 1200,
  height: 524,
  along: "x",
  gap: 24,
  disc: 24,
  end: 1196,
  nodes: {
    1: { x: 604, y: 288, sign: { x: 0, y: -76 } },
    2: { x: 292, y: 432, sign: { x: 0, y: 64 } },
    3: { x: 404, y: 68, sign: { x: 0, y: 64 } },
    4: { x: 444, y: 288, sign: { x: 0, y: 76 } },
    5: { x: 724, y: 380, sign: { x: 0, y: 64 } },
    6: { x: 844, y: 276, sign: { x: 0, y: 88 } },
    7: { x: 952, y: 208, sign: { x: 0, y: -88 } },
    8: { x: 1036, y: 208, sign: { x: 0, y: 88 } },
  },
  lines: [
    { sign: { x: 0, y: 40 }, start: { x: 210, y: 68 } },
    { sign: { x: 0, y: 248 }, start: { x: 210, y: 276 } },
    { sign: { x: 0, y: 404 }, start: { x: 210, y: 432 } },
  ],
  lineSign: { width: 222, height: 56 },
};

const narrow: Geography = {
  name: "narrow",
  width: 350,
  height: 816,
  along: "y",
  gap: 24,
  disc: 20,
  end: 810,
  nodes: {
    3: { x: 24, y: 208, sign: { x: 156, y: 0 } },
    2: { x: 128, y: 280, sign: { x: 52, y: 0 } },
    4: { x: 100, y: 352, sign: { x: 80, y: 0 } },
    1: { x: 100, y: 424, sign: { x: 80, y: 0 } },
    5: { x: 128, y: 496, sign: { x: 52, y: 0 } },
    6: { x: 76, y: 584, sign: { x: 104, y: 0 } },
    7: { x: 76, y: 656, sign: { x: 104, y: 0 } },
    8: { x: 76, y: 728, sign: { x: 104, y: 0 } },
  },
  lines: [
    { sign: { x: 0, y: 0 }, start: { x: 24, y: 40 } },
    { sign: { x: 52, y: 52 }, start: { x: 76, y: 92 } },
    { sign: { x: 104, y: 104 }, start: { x: 128, y: 144 } },
  ],
  lineSign: { width: 206, height: 48 },
};

export const geographies = [wide, narrow] as const;
