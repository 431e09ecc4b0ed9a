package org.studyatlas.query;

/**
 * A request parameter whose value is not allowed. A user's fault; the message is in the registry's
 * words wherever those are known.
 */
public final class ParameterException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String parameter;

  /** With that message about that parameter. */
  public ParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** Name of the parameter, e.g. {@code filter.geo}. */
  public String parameter() {
    return parameter;
  }

  static ParameterException badFormat(String parameter) {
    return new ParameterException(parameter, "Parameter `" + parameter + "` has incorrect format");
  }

  /** For the item of a list, counted from 0. */
  static ParameterException badItem(String parameter, int index) {
    return new ParameterException(
        parameter,
        "Item " + (index + 1) + " in parameter `" + parameter + "` has incorrect format");
  }

  /** The registry leaves {@code filter.} and {@code postFilter.} out of this message. */
  static ParameterException badValue(String parameter, String value) {
    String name = parameter.substring(parameter.indexOf('.') + 1);
    return new ParameterException(
        parameter,
        "Invalid value in parameter `" + name + "`: `" + SyntaxErrors.shortened(value) + "`");
  }
}
