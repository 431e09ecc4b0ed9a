package org.studyatlas.http;

/**
 * Mends the request target of real clients: what RFC 3986 does not allow in a path or query is
 * percent-encoded, and slashes that stand together in the path become one.
 *
 * <p>Clients of the registry send {@code [ ] | " < >} and blanks' neighbours as they are, and join
 * a base address that ends in a slash with a path that begins with one. A percent sign that begins
 * no escape stands for itself. A target that is well-formed stays as it is.
 */
final class RequestTarget {

  private static final String HEX = "0123456789ABCDEF";
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

  private RequestTarget() {}

  /**
   * The mended target.
   *
   * @param target of an HTTP/1.1 request line, one character for each byte
   */
  static String mend(String target) {
    if (!target.startsWith("/")) {
      return target;
    }
    StringBuilder mended = new StringBuilder(target.length() + 16);
    boolean inPath = true;
    for (int i = 0; i < target.length(); i++) {
      char c = target.charAt(i);
      inPath &= c != '?';
      boolean repeatedSlash = inPath && c == '/' && i > 0 && target.charAt(i - 1) == '/';
      if (!repeatedSlash) {
        append(mended, c, isAllowed(c) || isEscape(target, i));
      }
    }
    return mended.toString();
  }

  private static void append(StringBuilder mended, char c, boolean asItIs) {
    if (asItIs) {
      mended.append(c);
    } else {
      mended.append('%').append(HEX.charAt((c >> 4) & 0xf)).append(HEX.charAt(c & 0xf));
    }
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ALLOWED.indexOf(c) >= 0;
  }

  private static boolean isEscape(String target, int at) {
    return target.charAt(at) == '%'
        && at + 2 < target.length()
        && isHex(target.charAt(at + 1))
        && isHex(target.charAt(at + 2));
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }
}
