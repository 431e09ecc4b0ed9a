package org.studyatlas.source;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file is, judged by its first bytes. */
enum Content {
  JSON,
  ZIP,
  GZIP,
  EMPTY,
  HTML,
  XML,
  UTF16,
  BZIP2,
  XZ,
  ZSTD,
  OTHER;

  private static final Pattern HTML_START =
      Pattern.compile("<!doctype\\s+html|<html|<head|<body", Pattern.CASE_INSENSITIVE);

  /** How many first bytes are looked at. */
  static final int HEAD_BYTES = 512;

  /** The kind of content that begins with these bytes; fewer than asked for mean that is all. */
  static Content of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    Content packed = packed(head);
    return packed != null ? packed : text(head);
  }

  private static @Nullable Content packed(byte[] head) {
    String start = new String(head, 0, Math.min(6, head.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\3\4") || start.startsWith("PK\5\6") || start.startsWith("PK\7\10")) {
      return ZIP;
    }
    if (start.startsWith("\u001f\u008b")) {
      return GZIP;
    }
    if (start.startsWith("BZh")) {
      return BZIP2;
    }
    if (start.startsWith("\u00fd7zXZ")) {
      return XZ;
    }
    return start.startsWith("\u0028\u00b5\u002f\u00fd") ? ZSTD : null;
  }

  private static Content text(byte[] head) {
    if (isUtf16(head)) {
      return UTF16;
    }
    String text = readable(head);
    if (text.isEmpty()) {
      return head.length < HEAD_BYTES
          ? EMPTY
          : JSON; // a long blank start: leave it to the splitter
    }
    return switch (text.charAt(0)) {
      case '{', '[' -> JSON;
      case '<' -> HTML_START.matcher(text).find() ? HTML : XML;
      default -> OTHER;
    };
  }

  private static boolean isUtf16(byte[] head) {
    if (head.length < 2) {
      return false;
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    return first == 0xFF && second == 0xFE
        || first == 0xFE && second == 0xFF
        || first == 0 && isJsonStart(second)
        || isJsonStart(first) && second == 0;
  }

  private static boolean isJsonStart(int value) {
    return value == '{' || value == '[';
  }

  private static String readable(byte[] head) {
    String text = new String(head, StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
  }

  /** Why this content cannot be read as JSON text, or null if it can. */
  @Nullable SourceException refusal(String name, byte[] head) {
    return switch (this) {
      case JSON -> null;
      case EMPTY -> new SourceException(name + ": is empty; fetch it again");
      case ZIP ->
          new SourceException(
              name + ": is a zip, which is read by its end; save it and give the name of the file");
      case GZIP ->
          new SourceException(name + ": is gzip inside of gzip; unpack it once with 'gunzip'");
      case HTML ->
          new SourceException(
              name
                  + ": looks like an HTML page, not like studies"
                  + begin(head)
                  + "; read it in a browser, it may say why the download failed");
      case XML ->
          new SourceException(
              name + ": looks like XML" + begin(head) + "; fetch the studies as JSON");
      case UTF16 ->
          new SourceException(
              name + ": looks like UTF-16; convert it to UTF-8, for example by iconv");
      case BZIP2 -> packedBy(name, "bzip2", "bzip2 -dc");
      case XZ -> packedBy(name, "xz", "xz -dc");
      case ZSTD -> packedBy(name, "zstd", "zstd -dc");
      case OTHER ->
          new SourceException(
              name
                  + ": is neither a zip nor gzip nor JSON"
                  + begin(head)
                  + "; give the registry's download in JSON format");
    };
  }

  private static SourceException packedBy(String name, String packer, String command) {
    return new SourceException(
        name
            + ": is packed by "
            + packer
            + "; unpack it into '-' by '"
            + command
            + " "
            + name
            + "'");
  }

  private static String begin(byte[] head) {
    String text = readable(head).lines().findFirst().orElse("");
    return " (begins '" + Printable.of(text.substring(0, Math.min(40, text.length()))) + "')";
  }
}
