package org.studyatlas.names;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A name to suggest.
 *
 * @param kind what it names; no place
 * @param name its most frequent spelling
 * @param studies that have it in any spelling
 */
public record CountedName(NameKind kind, String name, int studies) {

  BytesRef toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    OutputStreamDataOutput out = new OutputStreamDataOutput(bytes);
    try {
      out.writeByte((byte) kind.ordinal());
      out.writeString(name);
      out.writeVInt(studies);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  static CountedName of(BytesRef bytes) throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    return new CountedName(NameKind.values()[in.readByte()], in.readString(), in.readVInt());
  }
}
