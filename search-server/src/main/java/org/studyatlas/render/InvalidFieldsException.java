package org.studyatlas.render;

/**
 * A value of the parameter {@code fields} that names something that does not exist. A user's fault;
 * the message is in the registry's words wherever those are known.
 */
public final class InvalidFieldsException extends Exception {

  private static final long serialVersionUID = 1L;

  private InvalidFieldsException(String message) {
    super(message);
  }

  static InvalidFieldsException unknownField(String name) {
    return new InvalidFieldsException(
        "Parameter 'fields' contains invalid field name: '" + name + "'");
  }

  static InvalidFieldsException unknownColumn(String title) {
    return new InvalidFieldsException(
        "Parameter 'fields' contains invalid CSV column name: '" + title + "'");
  }

  /** For columns that are neither all of the one kind nor all of the other. */
  public static InvalidFieldsException mixedColumns(
      InvalidFieldsException asTitles, InvalidFieldsException asNames) {
    return new InvalidFieldsException(
        "columns are named by titles of the registry's columns or else by names of fields, not by"
            + " both: as titles: "
            + asTitles.getMessage()
            + "; as names of fields: "
            + asNames.getMessage());
  }

  /** In the manner of the other two; the registry's own words are not known. */
  static InvalidFieldsException unknownTag(String tag) {
    return new InvalidFieldsException(
        "Parameter 'fields' contains invalid RIS tag name: '" + tag + "'");
  }

  /** For an item that does not even look like a name, counted from 0. */
  static InvalidFieldsException badItem(int index) {
    return new InvalidFieldsException(
        "Item " + (index + 1) + " in parameter `fields` has incorrect format");
  }
}
