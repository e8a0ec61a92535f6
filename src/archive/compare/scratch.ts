/**
 * Gives the memory of a list that is of no more use back at once: of tens of thousands of documents such
 * lists are hundreds of megabytes, which the collector lets lie until the heap has grown.
 */
export function release({ buffer }: Uint32Array<ArrayBuffer>): void {
  buffer.transfer(0);
}
