package org.studyatlas.mapping;

import org.jspecify.annotations.Nullable;
import org.studyatlas.schema.JsonFault;
import org.studyatlas.study.NctId;

/** A record that cannot be indexed at all. */
public final class RejectedStudyException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why a record is rejected. */
  public enum Code {
    /** Not well-formed JSON, or not UTF-8. */
    BAD_JSON("bad-json"),
    /** JSON, but not one object. */
    NOT_AN_OBJECT("not-an-object"),
    /** No {@code protocolSection.identificationModule.nctId}. */
    NO_NCT_ID("no-nct-id"),
    /** An id that has not the form of one. */
    BAD_NCT_ID("bad-nct-id"),
    /** Nested deeper, or with longer names, strings or numbers, than any real record. */
    BEYOND_LIMITS("beyond-limits");

    private final String text;

    Code(String text) {
      this.text = text;
    }

    /** The stable code that reports use. */
    public String text() {
      return text;
    }
  }

  private final Code code;
  private final transient @Nullable NctId id;
  private final String path;

  RejectedStudyException(
      Code code, @Nullable NctId id, String path, String detail, @Nullable Throwable cause) {
    super(JsonFault.plain(detail), cause);
    this.code = code;
    this.id = id;
    this.path = path;
  }

  /** Why it was rejected. */
  public Code code() {
    return code;
  }

  /** The study's id, if it was read before the trouble. */
  public @Nullable NctId id() {
    return id;
  }

  /** JSON path of the place, {@code $} for the whole record. */
  public String path() {
    return path;
  }
}
