package org.studyatlas.source;

/**
 * Bounds that keep a damaged or hostile input from filling the memory.
 *
 * @param maxRecordBytes the largest record that is handed out, inflated; 1 to 1 GiB. The largest
 *     real record has 3.6 MB
 * @param bufferBytes what a reader of JSON text reads at once; 16 to 64 MiB. Its buffer grows from
 *     there with the records, up to the sum of both
 */
public record SourceLimits(int maxRecordBytes, int bufferBytes) {

  /** Records up to 32 MiB, buffers of 256 KiB. */
  public static final SourceLimits DEFAULT = new SourceLimits(32 << 20, 256 << 10);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public SourceLimits {
    if (maxRecordBytes < 1 || maxRecordBytes > 1 << 30) {
      throw new IllegalArgumentException(
          "maxRecordBytes must be 1 to 1073741824, got " + maxRecordBytes);
    }
    if (bufferBytes < 16 || bufferBytes > 64 << 20) {
      throw new IllegalArgumentException("bufferBytes must be 16 to 67108864, got " + bufferBytes);
    }
  }
}
