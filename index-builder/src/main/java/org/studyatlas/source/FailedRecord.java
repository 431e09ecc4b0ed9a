package org.studyatlas.source;

/** A record that is known to be bad already, so that it can be counted like the others. */
record FailedRecord(String location, long sequence, RecordFault fault, String detail)
    implements SourceRecord {

  @Override
  public byte[] json() throws RecordException {
    throw failure();
  }

  @Override
  public Deflated deflated() throws RecordException {
    throw failure();
  }

  private RecordException failure() {
    return new RecordException(fault, location, detail);
  }
}
