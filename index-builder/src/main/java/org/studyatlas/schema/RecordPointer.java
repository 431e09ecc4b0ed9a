package org.studyatlas.schema;

import java.nio.ByteBuffer;
import org.apache.lucene.util.BytesRef;

/**
 * Where a study's JSON lies in the record store.
 *
 * @param offset of the first deflate byte in the file
 * @param deflatedLength bytes in the file
 * @param length bytes of the JSON
 * @param crc32 CRC-32 of the JSON
 */
public record RecordPointer(long offset, int deflatedLength, int length, int crc32) {

  private static final int BYTES = Long.BYTES + 3 * Integer.BYTES;

  /** The pointer as it stands in the study document's {@link BlockFields#RECORD}. */
  BytesRef toBytes() {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    buffer.putLong(offset).putInt(deflatedLength).putInt(length).putInt(crc32);
    return new BytesRef(buffer.array());
  }

  /** Reads the pointer of a study document. */
  static RecordPointer of(BytesRef bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
    return new RecordPointer(buffer.getLong(), buffer.getInt(), buffer.getInt(), buffer.getInt());
  }
}
