package org.studyatlas.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Tells in one line what is wrong with a JSON text; the parser's own words take several. */
public final class JsonFault {

  /** What the parser says about where it reads from: nothing that anybody could use. */
  private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;\\]]*(?:; ([^]]*))?]");

  private JsonFault() {}

  /** A message of the parser, without the place that it adds of its own accord. */
  public static String plain(String message) {
    return SOURCE.matcher(message).replaceAll("$1").replaceAll("\\s*\\R\\s*", " ").strip();
  }

  /**
   * The failure to read a file of an index.
   *
   * @param what the file is, e.g. {@code manifest}
   * @param cause what the parser stumbled over
   */
  public static DamagedFileException damaged(String what, Path file, IOException cause) {
    String reason =
        cause instanceof JsonProcessingException json
            ? plain(json.getOriginalMessage()) + place(json)
            : String.valueOf(cause.getMessage());
    return new DamagedFileException(what, file, reason, cause);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : " at line %d, column %d"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }
}
