package org.studyatlas.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs commands as the program does, in this process. */
final class Commands {

  private Commands() {}

  /** What a command printed and how it ended. */
  record Outcome(int code, String out, String err) {}

  static Outcome run(String... arguments) {
    return run(new byte[0], arguments);
  }

  /** Runs one that reads that from standard input. */
  static Outcome run(byte[] input, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new ByteArrayInputStream(input),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false);
    int code = StudyAtlas.run(console, arguments);
    return new Outcome(code, out.toString(), err.toString());
  }
}
