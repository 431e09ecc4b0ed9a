package org.studyatlas.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits the value of a parameter {@code fields} into its items. */
public final class FieldsParameter {

  /** Stands for every field that the request searched. */
  static final String SEARCHED = "@query";

  /** The registry's pattern of a name, from its OpenAPI file. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9\\-. ]*");

  private FieldsParameter() {}

  /**
   * The items, at least one, separated by commas or pipes, without the blanks around them.
   *
   * @param searchedAllowed whether {@code @query} may be among them
   * @throws InvalidFieldsException if one does not have the form of a name
   */
  public static List<String> items(String text, boolean searchedAllowed)
      throws InvalidFieldsException {
    List<String> items = new ArrayList<>();
    for (String part : text.split("[,|]", -1)) {
      String item = part.strip();
      boolean searched = searchedAllowed && item.equals(SEARCHED);
      if (!searched && !NAME.matcher(item).matches()) {
        throw InvalidFieldsException.badItem(items.size());
      }
      items.add(item);
    }
    return items;
  }
}
