package org.studyatlas.query;

import java.util.Arrays;
import java.util.List;

/** A parameter's value that is a list: items separated by commas or pipes. */
public final class ListParameter {

  private ListParameter() {}

  /** The items without blanks around them; none if the text is blank. */
  public static List<String> items(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split("[,|]", -1)).map(String::strip).toList();
  }
}
