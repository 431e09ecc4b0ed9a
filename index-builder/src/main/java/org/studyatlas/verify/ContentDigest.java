package org.studyatlas.verify;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.studyatlas.study.NctId;

/**
 * The digest of a generation's content that its manifest keeps: SHA-256 over the pairs of NCT
 * number and CRC-32 of the JSON, each as four bytes big-endian, sorted by number.
 *
 * <p>Needs eight bytes of heap a study. Not safe for use by several threads.
 */
public final class ContentDigest {

  private long[] pairs = new long[1024];
  private int size;

  /** Starts with no study. */
  public ContentDigest() {}

  /** Adds a study. */
  public void add(NctId id, int crc32) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    pairs[size++] = (long) id.number() << Integer.SIZE | Integer.toUnsignedLong(crc32);
  }

  /** The digest of what has been added, in hexadecimal. */
  public String hex() {
    Arrays.sort(pairs, 0, size);
    MessageDigest sha256 = sha256();
    ByteBuffer pair = ByteBuffer.allocate(Long.BYTES);
    for (int i = 0; i < size; i++) {
      sha256.update(pair.clear().putLong(pairs[i]).flip());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
