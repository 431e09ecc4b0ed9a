package org.studyatlas.cli;

/** Exit codes of all commands. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int REJECTED = 3;
  static final int DIFFERENT = 4;

  static final String HEADING = "%nExit codes:%n";
  static final String DONE_TEXT = "0:done";
  static final String FAILED_TEXT =
      "1:failed: a full disk, an unreadable file, another build running, a bug; the index in service is untouched";
  static final String USAGE_TEXT =
      "2:wrong usage: the command line has to be changed; the index in service is untouched";
  static final String REJECTED_TEXT =
      "3:more records were rejected than --max-rejected or --strict allow; nothing was published";
  static final String DIFFERENT_TEXT = "4:the check found differences";

  private ExitCode() {}
}
