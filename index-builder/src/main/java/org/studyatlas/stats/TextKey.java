package org.studyatlas.stats;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.StringHelper;
import org.studyatlas.fields.Field;

/** Stands for a text of a field: a hash of 128 bits over both. */
record TextKey(long high, long low) {

  static TextKey of(Field field, String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    long[] hash = StringHelper.murmurhash3_x64_128(utf8, 0, utf8.length, field.position());
    return new TextKey(hash[0], hash[1]);
  }
}
