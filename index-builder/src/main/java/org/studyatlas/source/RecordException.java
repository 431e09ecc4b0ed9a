package org.studyatlas.source;

/** One record that cannot be read; the records after it are not affected. */
public final class RecordException extends Exception {

  private static final long serialVersionUID = 1;

  private final RecordFault fault;
  private final String location;
  private final String detail;

  RecordException(RecordFault fault, String location, String detail) {
    super(location + ": " + detail);
    this.fault = fault;
    this.location = location;
    this.detail = detail;
  }

  /**
   * The stable code under which to count the record: {@code too-large} (over the limit), {@code
   * bad-zip-entry} (damaged), {@code unsupported-zip-entry} (encrypted, or neither stored nor
   * deflated) or {@code bad-file} (a file named after its study that holds none or is damaged).
   */
  public String code() {
    return fault.code();
  }

  RecordFault fault() {
    return fault;
  }

  /** Where the record is, as {@link SourceRecord#location()}. */
  public String location() {
    return location;
  }

  /** What is wrong with it, one line for people. */
  public String detail() {
    return detail;
  }
}
