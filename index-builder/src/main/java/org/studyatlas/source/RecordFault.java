package org.studyatlas.source;

/** Why a single record cannot be read. */
enum RecordFault {
  TOO_LARGE("too-large"),
  BAD_ZIP_ENTRY("bad-zip-entry"),
  UNSUPPORTED_ZIP_ENTRY("unsupported-zip-entry"),
  BAD_FILE("bad-file");

  private final String code;

  RecordFault(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }
}
