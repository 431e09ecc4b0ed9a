package org.studyatlas.source;

/** A record that was cut out of JSON text. */
record PlainRecord(String location, long sequence, byte[] json) implements SourceRecord {

  @Override
  public Deflated deflated() {
    return Deflated.of(json);
  }
}
