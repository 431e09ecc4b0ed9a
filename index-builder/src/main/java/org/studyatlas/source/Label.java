package org.studyatlas.source;

import java.nio.file.Path;

/**
 * What an input is called.
 *
 * @param full as the user typed it, for messages about the input
 * @param brief its last name, for the locations of records
 */
record Label(String full, String brief) {

  static final Label STANDARD_INPUT = new Label("standard input", "standard input");

  Label {
    full = Printable.of(full);
    brief = Printable.of(brief);
  }

  static Label of(String argument, Path path) {
    Path last = path.getFileName();
    return new Label(argument, last == null ? argument : last.toString());
  }

  /** The name of a file in a folder, its relative path separated by slashes. */
  Label child(String relative) {
    String separator = full.endsWith("/") ? "" : "/";
    return new Label(full + separator + relative, brief + "/" + relative);
  }
}
