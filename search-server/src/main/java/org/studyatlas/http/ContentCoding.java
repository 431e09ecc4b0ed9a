package org.studyatlas.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code Accept-Encoding} says about gzip (RFC 9110, section 12.5.3). */
public final class ContentCoding {

  private ContentCoding() {}

  /** Whether the client wants gzip; what is said of {@code *} counts only if gzip is not named. */
  public static boolean acceptsGzip(HttpRequest<?> request) {
    List<String> codings =
        request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
            .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
            .map(String::strip)
            .toList();
    return find(codings, "(x-)?gzip")
        .or(() -> find(codings, "\\*"))
        .filter(coding -> !coding.matches(".*;\\s*q=0(\\.0*)?\\s*"))
        .isPresent();
  }

  private static Optional<String> find(List<String> codings, String name) {
    return codings.stream().filter(coding -> coding.matches(name + "(\\s*;.*)?")).findFirst();
  }
}
