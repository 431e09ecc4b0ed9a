package org.studyatlas.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.Locale;

/** What {@code Accept-Encoding} says about gzip (RFC 9110, section 12.5.3). */
public final class ContentCoding {

  private ContentCoding() {}

  /** Whether the client wants gzip: it is named, or {@code *} is, and not with {@code q=0}. */
  public static boolean acceptsGzip(HttpRequest<?> request) {
    return request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING).stream()
        .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",")))
        .map(String::strip)
        .filter(coding -> coding.matches("(gzip|x-gzip|\\*)(\\s*;.*)?"))
        .findFirst()
        .filter(coding -> !coding.matches(".*;\\s*q=0(\\.0*)?\\s*"))
        .isPresent();
  }
}
