/** A column of 32-bit numbers that grows; a plain array of millions of numbers costs twice the memory. */
export class Column {
  values = new Int32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      // By half: of millions of numbers, twice as many places would be memory for nothing.
      const larger = new Int32Array(Math.ceil(this.values.length * 1.5));
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  /** Zero outside the column. */
  at(index: number): number {
    return this.values[index] ?? 0;
  }
}
